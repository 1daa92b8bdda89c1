// How long to wait before the next attempt. Full jitter (M. Brooker, "Exponential Backoff and Jitter", 2015):
// a hall of phones that lost the server together must not come back together.

const firstMs = 500;
const longestMs = 10_000;

/** Waiting time after so many failed attempts in a row (1 or more). */
export function backoffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
  return firstMs + random() * (ceiling - firstMs);
}

/** Waiting time that a server asked for: between half of it and it. */
export function askedMs(retryMs: number, random: () => number): number {
  return retryMs / 2 + random() * (retryMs / 2);
}
