// The deck: no card twice, the way back, and cards without anybody to ask.
import { describe, expect, it, vi } from 'vitest';
import { Deck } from './deck.svelte';

const settle = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve();
};

function setUp(topics: string[], next: (open: string[]) => Promise<string[]>) {
  const judged = new Set<string>();
  const open = () => topics.filter((topic) => !judged.has(topic));
  const asked = vi.fn(() => next(open()));
  const deck = new Deck({ open, next: asked });
  const judge = async (as: 'wanted' | 'skipped' = 'skipped') => {
    if (deck.top !== null) judged.add(deck.top);
    deck.judged(as);
    await settle();
  };
  return { deck, judge, judged, asked };
}

describe('a deck', () => {
  it('deals what the server says, in its order', async () => {
    const { deck, judge } = setUp(['a', 'b', 'c'], () => Promise.resolve(['c', 'a', 'b']));
    deck.turn();
    await settle();
    const seen: (string | null)[] = [];
    for (let i = 0; i < 4; i += 1) {
      seen.push(deck.top);
      await judge();
    }
    expect(seen).toEqual(['c', 'a', 'b', null]);
  });

  it('asks again before the last card is on top, and deals no card twice', async () => {
    const topics = Array.from({ length: 12 }, (_, index) => `t${String(index)}`);
    const { deck, judge, asked } = setUp(topics, (open) => Promise.resolve(open.slice(0, 5)));
    deck.turn();
    await settle();
    const seen: string[] = [];
    while (deck.top !== null) {
      seen.push(deck.top);
      await judge();
    }
    expect([...seen].sort()).toEqual([...topics].sort());
    expect(asked.mock.calls.length).toBeGreaterThan(1);
  });

  it('deals all cards when nobody answers', async () => {
    const { deck, judge } = setUp(['a', 'b', 'c'], () => Promise.reject(new Error('no line')));
    deck.turn();
    await settle();
    const seen = new Set<string>();
    while (deck.top !== null) {
      seen.add(deck.top);
      await judge();
    }
    expect([...seen].sort()).toEqual(['a', 'b', 'c']);
  });

  it('brings the last card back and goes on with the one that was there', async () => {
    const { deck, judge, judged } = setUp(['a', 'b', 'c'], () => Promise.resolve(['a', 'b', 'c']));
    deck.turn();
    await settle();
    await judge('wanted');
    expect(deck.top).toBe('b');
    expect(deck.back()).toEqual({ topic: 'a', as: 'wanted' });
    judged.delete('a');
    expect([deck.top, deck.canGoBack]).toEqual(['a', false]);
    await judge('skipped');
    expect(deck.top).toBe('b');
  });

  it('lets a card go that was taken away', async () => {
    const { deck, judged } = setUp(['a', 'b'], () => Promise.resolve(['a', 'b']));
    deck.turn();
    await settle();
    judged.add('a');
    deck.turn();
    expect(deck.top).toBe('b');
  });
});
