// Rules as a form holds them, versions as people read them, pairs that keep still.
import { describe, expect, it } from 'vitest';
import { documentsOf } from '../core/documents';
import type { SimilarPair, TopicDocument, TopicDraft, TopicRules } from '../core/protocol.gen';
import { keptInPlace, likeness, openPairs, pairKey } from './topic-pairs';
import { rulesDraft, rulesFault, rulesOf } from './topic-rules';
import { writtenVersions } from './topic-versions';

const rules: TopicRules = {
  per_person: 5,
  review: 'after',
  ballot: { kind: 'points', points: 10, cap: 4 },
  counts: 'live',
};

describe('rules in a form', () => {
  it('come out as they went in', () => {
    expect(rulesOf(rulesDraft(rules))).toEqual(rules);
  });

  it('keep the numbers of a kind that is not chosen', () => {
    const draft = { ...rulesDraft(rules), kind: 'score' as const };
    expect(rulesOf(draft).ballot).toEqual({ kind: 'score', max: 5 });
    expect(rulesOf({ ...draft, kind: 'points' }).ballot).toEqual(rules.ballot);
  });

  it('name the field that is wrong, and only where it matters', () => {
    const draft = rulesDraft(rules);
    expect(rulesFault(draft)).toBeNull();
    expect(rulesFault({ ...draft, cap: 11 })).toBe('cap');
    expect(rulesFault({ ...draft, cap: 11, kind: 'approval' })).toBeNull();
    expect(rulesFault({ ...draft, perPerson: 0 })).toBe('perPerson');
    expect(rulesFault({ ...draft, points: 1.5 })).toBe('points');
    expect(rulesFault({ ...draft, kind: 'score', max: 1 })).toBe('max');
  });
});

describe('versions of a topic', () => {
  const draft = (title: string): TopicDraft => ({ title, text: '', theme: null, hosting: 'not_offered' });
  const doc: TopicDocument = {
    ...draft('third'),
    order: 0,
    parts: [],
    standing: { kind: 'shown' },
    history: [
      { draft: draft('first'), replaced_by: 'proposer', replaced_at: 10 },
      { draft: draft('second'), replaced_by: 'moderator', replaced_at: 20 },
    ],
  };

  it('stand with who wrote them, newest first', () => {
    expect(writtenVersions(doc).map(({ draft: { title }, by, at }) => [title, by, at])).toEqual([
      ['third', 'moderator', 20],
      ['second', 'proposer', 10],
      ['first', null, null],
    ]);
    expect(writtenVersions(doc).map(({ isPresent }) => isPresent)).toEqual([true, false, false]);
  });
});

describe('pairs of similar topics', () => {
  const pair = (first: string, second: string, similarity = 500): SimilarPair => ({
    first,
    second,
    similarity,
    shared: [],
  });

  it('keep their places when new ones come and settled ones go', () => {
    const shown = [pair('a', 'b'), pair('c', 'd'), pair('e', 'f')];
    const found = [pair('g', 'h', 900), pair('e', 'f'), pair('a', 'b', 700)];
    const kept = keptInPlace(shown, found);
    expect(kept.map(pairKey)).toEqual(['a/b', 'e/f', 'g/h']);
    expect(kept[0]?.similarity).toBe(700);
  });

  it('go as soon as one of them no longer stands for itself, or they were told apart', () => {
    const docs = documentsOf(
      new Map<string, unknown>([
        ['topic/a', { standing: { kind: 'shown' } }],
        ['topic/b', { standing: { kind: 'shown' } }],
        ['topic/c', { standing: { kind: 'merged', into: 'a' } }],
      ]),
    );
    const pairs = [pair('a', 'b'), pair('a', 'c')];
    expect(openPairs(docs, pairs, new Set()).map(pairKey)).toEqual(['a/b']);
    expect(openPairs(docs, pairs, new Set(['a/b']))).toEqual([]);
  });

  it('are alike in words', () => {
    expect([450, 650, 850].map(likeness)).toEqual(['some', 'very', 'same']);
  });
});
