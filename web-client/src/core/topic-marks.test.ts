// Topic ballots: one map for all kinds, parts counted with their topic, points never more than there are.
import { describe, expect, it } from 'vitest';
import type { TopicBallotKind } from './protocol.gen';
import { markMax, markOf, marksOf, pointsLeft, sendable, withMark } from './topic-marks';

const approval: TopicBallotKind = { kind: 'approval' };
const points: TopicBallotKind = { kind: 'points', points: 5, cap: 3 };
const score: TopicBallotKind = { kind: 'score', max: 4 };
const bus = { id: 'bus', doc: { parts: ['train'] } };
const shop = { id: 'shop', doc: { parts: [] } };
const shown = [bus, shop];

describe('topic marks', () => {
  it('are read from both kinds of stored ballots', () => {
    expect(marksOf({ approve: ['bus'], revision: 1 })).toEqual({ bus: 1 });
    expect(marksOf({ approve: [], points: { shop: 2 }, revision: 1 })).toEqual({ shop: 2 });
  });

  it('count wishes for parts with the topic, as the server does', () => {
    expect(markOf(approval, { train: 1 }, bus)).toBe(1);
    expect(markOf(points, { bus: 2, train: 2 }, bus)).toBe(3);
    expect(markOf(score, { bus: 2, train: 4 }, bus)).toBe(4);
    expect(markOf(score, { bus: 2 }, shop)).toBe(0);
  });

  it('move from parts to the topic when it is marked', () => {
    expect(withMark({ train: 1, shop: 1 }, bus, 1)).toEqual({ bus: 1, shop: 1 });
    expect(withMark({ train: 1, bus: 1 }, bus, 0)).toEqual({});
  });

  it('leave points until all are spread, and no topic more than its cap', () => {
    expect(pointsLeft(approval, {}, shown)).toBeNull();
    expect(pointsLeft(points, { bus: 2 }, shown)).toBe(3);
    expect(markMax(points, 0, 3)).toBe(3);
    expect(markMax(points, 0, 2)).toBe(2);
    expect(markMax(points, 2, 0)).toBe(2);
    expect(markMax(points, 2, 3)).toBe(3);
    expect(markMax(score, 0, null)).toBe(4);
    expect(markMax(approval, 0, null)).toBe(1);
  });

  it('give points on topics that nobody sees back, and keep wishes for them', () => {
    expect(pointsLeft(points, { gone: 3, bus: 1 }, shown)).toBe(4);
    expect(sendable(points, { gone: 3, bus: 1 }, shown)).toEqual({ bus: 1 });
    expect(sendable(approval, { gone: 1, bus: 1 }, shown)).toEqual({ gone: 1, bus: 1 });
  });

  it('are never more than there are points, even if they once were', () => {
    expect(sendable(points, { bus: 3, train: 2, shop: 3 }, shown)).toEqual({ bus: 3, train: 2 });
  });
});
