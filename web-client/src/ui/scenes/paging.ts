// Which part of a long list the wall shows now. The page follows from the time, so it needs no memory and two
// projectors in one hall turn their pages together.
export interface Paged<T> {
  readonly items: readonly T[];
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

export const pageTurnMs = 9_000;

/** Pages are of equal size as far as possible: 9 of 8 become 5 and 4, not 8 and 1. */
export function pageAt<T>(all: readonly T[], perPageMax: number, now: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPageMax));
  const perPage = Math.ceil(all.length / pages);
  const start = (Math.floor(now / pageTurnMs) % pages) * perPage;
  const items = all.slice(start, start + perPage);
  return { items, from: start + 1, to: start + items.length, total: all.length };
}
