// The programme in one shape: adopted before forming, what hands did, and what the others lacked.
import { describe, expect, it } from 'vitest';
import { documentsOf } from '../../core/documents';
import { programmeOf } from './programme';

const served = { voters: 10, with_one: 9, with_two: 5, with_three: 1 };
const terms = { rule: 'sequential_phragmen', places: 2, wild_card: false };
const placed = (topic: string, grounds = 'ballots') => ({
  topic,
  grounds,
  supporters: 4,
  with_nothing_else: 1,
});
const selection = {
  terms,
  elected: [placed('a', 'pinned'), placed('b')],
  waiting: [{ topic: 'c', supporters: 3, lacks: 2 }],
  served,
  by_most_votes: { topics: ['b', 'c'], served },
  by_ballots_alone: { topics: ['b', 'd'], served },
};
const adopted = {
  terms,
  topics: [{ ...placed('b'), is_by_hand: false }],
  dropped: ['d'],
  served,
  served_by_most_votes: served,
};
const topic = (order: number) => ({ order, parts: [], standing: { kind: 'shown' } });
const docs = (documents: Record<string, unknown>) =>
  documentsOf(
    new Map(Object.entries({ 'topic/a': topic(0), 'topic/b': topic(1), 'topic/c': topic(2), ...documents })),
  );

describe('the programme', () => {
  it('is not there before it is shown', () => {
    expect(programmeOf(docs({}))).toBeNull();
  });

  it('says what was put in and taken out by hand, and what the others lacked', () => {
    const programme = programmeOf(docs({ selection }));
    expect(programme?.placed.map(({ topic: id, isByHand }) => [id, isByHand])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(programme?.dropped).toEqual(['d']);
    expect(programme?.outside).toEqual([{ topic: 'c', supporters: 3, lacks: 2 }]);
  });

  it('is the adopted one where there is one; a selection that has moved on says nothing of it', () => {
    const programme = programmeOf(docs({ selection, adopted }));
    expect(programme?.isAdopted).toBe(true);
    expect(programme?.placed.map(({ topic: id }) => id)).toEqual(['b']);
    expect(programme?.outside).toEqual([
      { topic: 'a', supporters: null, lacks: null },
      { topic: 'c', supporters: null, lacks: null },
    ]);
  });
});
