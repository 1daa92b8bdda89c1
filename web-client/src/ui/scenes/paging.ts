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
  const pages = pagesOf(all, perPageMax);
  return page(all, Math.ceil(all.length / pages), Math.floor(now / pageTurnMs) % pages);
}

/** The page on which the item with this index stands. */
export function pageOf<T>(all: readonly T[], perPageMax: number, index: number): Paged<T> {
  const perPage = Math.ceil(all.length / pagesOf(all, perPageMax));
  return page(all, perPage, Math.floor(index / Math.max(1, perPage)));
}

function pagesOf(all: readonly unknown[], perPageMax: number): number {
  return Math.max(1, Math.ceil(all.length / perPageMax));
}

function page<T>(all: readonly T[], perPage: number, number: number): Paged<T> {
  const start = number * perPage;
  const items = all.slice(start, start + perPage);
  return { items, from: start + 1, to: start + items.length, total: all.length };
}
