// Pairs of topics that look alike, as a list that keeps still: what is shown stays where it is, what is new comes
// at the end, what is settled goes.
import type { Documents } from '../core/documents';
import type { SimilarPair } from '../core/protocol.gen';

export function pairKey({ first, second }: Pick<SimilarPair, 'first' | 'second'>): string {
  return `${first}/${second}`;
}

/** The found pairs in the order in which they are shown already. */
export function keptInPlace(
  shown: readonly SimilarPair[],
  found: readonly SimilarPair[],
): readonly SimilarPair[] {
  const fresh = new Map(found.map((pair) => [pairKey(pair), pair]));
  const kept = shown.map((pair) => fresh.get(pairKey(pair))).filter((pair) => pair !== undefined);
  const known = new Set(kept.map(pairKey));
  return [...kept, ...found.filter((pair) => !known.has(pairKey(pair)))];
}

/** Pairs of which both topics still stand for themselves, without those that somebody has just told apart. */
export function openPairs(
  docs: Documents,
  pairs: readonly SimilarPair[],
  apart: ReadonlySet<string>,
): SimilarPair[] {
  const stands = (id: string) => {
    const kind = docs.get(`topic/${id}`)?.standing.kind;
    return kind === 'shown' || kind === 'held';
  };
  return pairs.filter((pair) => stands(pair.first) && stands(pair.second) && !apart.has(pairKey(pair)));
}

/** Whether two topics are alike in words that people use; from 450 thousandths on they are shown at all. */
export function likeness(similarity: number): 'same' | 'very' | 'some' {
  if (similarity >= 850) return 'same';
  return similarity >= 650 ? 'very' : 'some';
}
