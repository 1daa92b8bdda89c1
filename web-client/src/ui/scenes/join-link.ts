// How people get in, as the wall shows it.
export interface JoinLink {
  readonly code: string;
  /** Without the scheme: people type it. */
  readonly address: string;
  /** An image address, or empty while there is none. */
  readonly qr: string;
}

export function shortAddress(joinUrl: string): string {
  return joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
