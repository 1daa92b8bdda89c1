// The small parts of the core: clock, ids, ballots, line words, what everybody may see.
import { describe, expect, it } from 'vitest';
import { seenBy } from './audience';
import { askedMs, backoffMs } from './backoff';
import { Ballots } from './ballots';
import { ServerClock } from './clock';
import { documentsOf } from './documents';
import { memoryStorage, World } from './fakes';
import { base64url, newToken, parseCode } from './ids';
import { lineOf } from './line';

describe('the clock', () => {
  it('takes the middle of question and answer as the moment of the server', () => {
    const clock = new ServerClock();
    clock.take({ sent: 1_000, now: 6_100 }, 1_200);
    expect(clock.offset).toBe(5_000);
  });

  it('trusts the quickest answer most', () => {
    const clock = new ServerClock();
    clock.guess(9_000, 1_000);
    expect(clock.offset).toBe(8_000);
    clock.take({ sent: 1_000, now: 6_020 }, 1_040);
    clock.take({ sent: 2_000, now: 9_000 }, 4_000);
    expect(clock.offset).toBe(5_000);
  });

  it('learns nothing while the own clock was set back', () => {
    const clock = new ServerClock();
    clock.take({ sent: 5_000, now: 6_000 }, 1_000);
    expect(clock.offset).toBe(0);
  });
});

describe('ids', () => {
  it('are base64url without padding', () => {
    expect(base64url(new Uint8Array([251, 255, 0]))).toBe('-_8A');
    expect(base64url(new Uint8Array([1]))).toBe('AQ');
    expect(newToken(new World())).toMatch(/^[\w-]{43}$/);
  });

  it('read café codes as people type them', () => {
    expect(parseCode(' k7m-pq2 ')).toBe('K7MPQ2');
    expect(parseCode('K7MPQ')).toBeNull();
    expect(parseCode('K7MPQ0')).toBeNull();
  });
});

describe('waiting times', () => {
  it('grow to ten seconds and are spread by chance', () => {
    expect(backoffMs(1, () => 0)).toBe(500);
    expect(backoffMs(1, () => 1)).toBe(1_000);
    expect(backoffMs(50, () => 1)).toBe(10_000);
    expect(askedMs(3_000, () => 0)).toBe(1_500);
    expect(askedMs(3_000, () => 1)).toBe(3_000);
  });
});

describe('own ballots', () => {
  const counted = { choice: [0], revision: 3 };

  it('get a revision above everything that phone or server has seen, also after a reload', () => {
    const storage = memoryStorage();
    const ballots = new Ballots(storage, 'b');
    expect(ballots.nextRevision('p', 3)).toBe(4);
    ballots.set('p', { choice: [1], revision: 9, command: 'c' });
    expect(new Ballots(storage, 'b').nextRevision('p', 3)).toBe(10);
  });

  it('are saved, then on their way, then counted', () => {
    const ballots = new Ballots(memoryStorage(), 'b');
    ballots.set('p', { choice: [1], revision: 4, command: 'c' });
    expect(ballots.answer('p', counted, () => 'waiting')).toEqual({ choice: [1], state: 'saved' });
    expect(ballots.answer('p', counted, () => 'flying')).toEqual({ choice: [1], state: 'sending' });
    expect(ballots.answer('p', counted, () => null)).toEqual({ choice: [1], state: 'counted' });
  });

  it('give way to what the server counts once it has caught up or another device is ahead', () => {
    const ballots = new Ballots(memoryStorage(), 'b');
    ballots.set('p', { choice: [1], revision: 3, command: 'c' });
    expect(ballots.answer('p', counted, () => 'flying')).toEqual({ choice: [0], state: 'counted' });
  });

  it('fall back to what the server counts when they are refused', () => {
    const ballots = new Ballots(memoryStorage(), 'b');
    ballots.set('p', { choice: [1], revision: 4, command: 'c' });
    ballots.refuse('c');
    expect(ballots.answer('p', counted, () => null)).toEqual({ choice: [0], state: 'counted' });
    expect(ballots.nextRevision('p', 3)).toBe(5);
  });

  it('have no state when nothing is chosen', () => {
    const ballots = new Ballots(memoryStorage(), 'b');
    expect(ballots.answer('p', null, () => null)).toEqual({ choice: null, state: null });
    ballots.set('p', { choice: null, revision: 4, command: 'c' });
    expect(ballots.answer('p', counted, () => 'flying')).toEqual({ choice: null, state: 'sending' });
    expect(ballots.answer('p', counted, () => null)).toEqual({ choice: null, state: null });
  });
});

describe('the line in words', () => {
  it('is offline when the device says so or several attempts failed', () => {
    expect(lineOf({ kind: 'live', via: 'polling' }, true)).toBe('live');
    expect(lineOf({ kind: 'connecting', failures: 0 }, true)).toBe('reconnecting');
    expect(lineOf({ kind: 'waiting', failures: 1, until: 0 }, false)).toBe('offline');
    expect(lineOf({ kind: 'waiting', failures: 3, until: 0 }, true)).toBe('offline');
    expect(lineOf({ kind: 'refused', code: null }, true)).toBe('offline');
  });
});

describe('a preview', () => {
  const poll = (phase: string, results: string) => ({ phase, results });
  const docs = documentsOf(
    new Map<string, unknown>([
      ['poll/draft', poll('draft', 'live')],
      ['poll/open', poll('open', 'on_reveal')],
      ['poll/live', poll('open', 'live')],
      ['poll/shown', poll('revealed', 'on_reveal')],
      ...['draft', 'open', 'live', 'shown'].map((id): [string, unknown] => [`tally/${id}`, { counts: [] }]),
      ['topic/a', { standing: { kind: 'shown' } }],
      ['topic/b', { standing: { kind: 'hidden' } }],
      ['topic/c', { standing: { kind: 'held' } }],
      ['topics', { vote: 'open', rules: { counts: 'live' } }],
      ['support', { counts: {} }],
      ['selection', {}],
      ['glossary', {}],
      ['person/x', {}],
    ]),
  );

  it('shows nothing that participants may not see', () => {
    const seen = seenBy(docs, 'phones');
    expect(seen.list('poll').map(({ id }) => id)).toEqual(['open', 'live', 'shown']);
    expect(seen.list('tally').map(({ id }) => id)).toEqual(['live', 'shown']);
    expect(seen.list('topic').map(({ id }) => id)).toEqual(['a']);
    expect(seen.list('person')).toEqual([]);
    expect(seen.get('support')).toBeUndefined();
    expect(seen.get('selection')).toBeUndefined();
    expect(seen.get('glossary')).toBeUndefined();
  });

  it('shows the wall counts that run along', () => {
    const seen = seenBy(docs, 'wall');
    expect(seen.get('support')).toBeDefined();
    expect(seen.get('selection')).toBeDefined();
  });
});
