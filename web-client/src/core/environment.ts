// What the core needs from the world: time, timers, chance, storage, sockets and requests.
// Pages hand in the browser's; tests hand in their own. The core itself never touches a global.

export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface SocketEvents {
  opened(): void;
  received(text: unknown): void;
  closed(code: number): void;
}

/** The part of a WebSocket that the core uses. */
export interface SocketLike {
  send(text: string): void;
  close(code?: number): void;
}

export interface HttpAnswer {
  readonly status: number;
  json(): Promise<unknown>;
}

export type TimerId = number;

export interface Environment {
  now(): number;
  setTimer(callback: () => void, ms: number): TimerId;
  clearTimer(timer: TimerId): void;
  /** From 0 up to but not including 1. Not for secrets. */
  random(): number;
  /** Random enough for secrets. */
  randomBytes(count: number): Uint8Array;
  readonly storage: KeyValueStorage;
  openSocket(events: SocketEvents): SocketLike;
  /** Posts JSON; `abort` ends it early. Rejects when there is no answer. */
  post(path: string, body: unknown, abort: AbortSignal): Promise<HttpAnswer>;
}

/** Reads JSON that an earlier visit stored; whatever is broken counts as absent. */
export function readStored(storage: KeyValueStorage, key: string): unknown {
  try {
    const text = storage.getItem(key);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** Stores JSON. Returns whether it was stored: private windows and full quotas refuse. */
export function writeStored(storage: KeyValueStorage, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
