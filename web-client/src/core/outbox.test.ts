// The outbox: nothing is lost by a reload, only the last waiting ballot is sent, order stays.
import { describe, expect, it } from 'vitest';
import { memoryStorage } from './fakes';
import { isRetryable, Outbox } from './outbox';
import { limits, type Command } from './protocol.gen';

const ballot = (poll: string, choice: number, revision: number): Command => ({
  cast_ballot: { poll, choices: [choice], revision },
});
const withdraw = (poll: string, revision: number): Command => ({ withdraw_ballot: { poll, revision } });
const join: Command = { join: { name: '', organisation: '', role: null } };

function setUp() {
  const storage = memoryStorage();
  return { storage, outbox: new Outbox(storage, 'k') };
}
const ids = (outbox: Outbox) => outbox.commands().map(({ id }) => id);

describe('an outbox', () => {
  it('has its commands again after a reload, to be sent anew', () => {
    const { storage, outbox } = setUp();
    outbox.add({ id: 'a', do: join });
    outbox.takeOff();
    const reloaded = new Outbox(storage, 'k');
    expect(reloaded.takeOff()).toEqual([{ id: 'a', do: join }]);
  });

  it('forgets an answered command for good', () => {
    const { storage, outbox } = setUp();
    outbox.add({ id: 'a', do: join });
    expect(outbox.remove('a')).toEqual(join);
    expect(outbox.remove('a')).toBeNull();
    expect(new Outbox(storage, 'k').size).toBe(0);
  });

  it('keeps only the newest waiting ballot of a poll, at the end of the line', () => {
    const { outbox } = setUp();
    outbox.add({ id: 'a', do: ballot('p', 0, 1) });
    outbox.add({ id: 'b', do: ballot('q', 0, 1) });
    expect(outbox.add({ id: 'c', do: ballot('p', 1, 2) })).toEqual(['a']);
    expect(ids(outbox)).toEqual(['b', 'c']);
    outbox.add({ id: 'd', do: withdraw('p', 3) });
    expect(ids(outbox)).toEqual(['b', 'd']);
  });

  it('does not replace a ballot that is already under way', () => {
    const { outbox } = setUp();
    outbox.add({ id: 'a', do: ballot('p', 0, 1) });
    outbox.takeOff();
    outbox.add({ id: 'b', do: ballot('p', 1, 2) });
    expect(ids(outbox)).toEqual(['a', 'b']);
    expect(outbox.takeOff().map(({ id }) => id)).toEqual(['b']);
  });

  it('replaces topic ballots by each other, and never proposals', () => {
    const { outbox } = setUp();
    const draft = { title: 'T', text: '', theme: null, hosting: 'not_offered' } as const;
    outbox.add({ id: 'a', do: { cast_topic_ballot: { approve: ['x'], revision: 1 } } });
    outbox.add({ id: 'b', do: { propose_topic: { topic: 't1', draft } } });
    outbox.add({ id: 'c', do: { propose_topic: { topic: 't2', draft } } });
    outbox.add({ id: 'd', do: { cast_topic_ballot: { approve: [], revision: 2 } } });
    expect(ids(outbox)).toEqual(['b', 'c', 'd']);
  });

  it('sends everything again when the line is lost, in the same order', () => {
    const { outbox } = setUp();
    outbox.add({ id: 'a', do: join });
    outbox.add({ id: 'b', do: ballot('p', 0, 1) });
    outbox.takeOff();
    outbox.land();
    expect(outbox.takeOff().map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('puts a command back at its old place, unless a newer one has replaced it', () => {
    const { outbox } = setUp();
    outbox.add({ id: 'a', do: ballot('p', 0, 1) });
    outbox.add({ id: 'b', do: ballot('q', 0, 1) });
    outbox.takeOff();
    outbox.putBack('a');
    expect(ids(outbox)).toEqual(['a', 'b']);
    expect(outbox.state('a')).toBe('waiting');
    outbox.add({ id: 'c', do: ballot('q', 1, 2) });
    outbox.putBack('b');
    expect(ids(outbox)).toEqual(['a', 'c']);
  });

  it('has never more under way than the server reads', () => {
    const { outbox } = setUp();
    for (let i = 0; i < limits.inFlightMax + 5; i += 1)
      outbox.add({ id: `c${String(i)}`, do: ballot(`p${String(i)}`, 0, 1) });
    expect(outbox.takeOff()).toHaveLength(limits.inFlightMax);
    expect(outbox.takeOff()).toHaveLength(0);
    outbox.remove('c0');
    expect(outbox.takeOff().map(({ id }) => id)).toEqual([`c${String(limits.inFlightMax)}`]);
  });

  it('leaves the commands of another tab alone', () => {
    const { storage, outbox } = setUp();
    const other = new Outbox(storage, 'k');
    outbox.add({ id: 'a', do: ballot('p', 0, 1) });
    other.add({ id: 'b', do: ballot('q', 0, 1) });
    other.remove('b');
    expect(ids(new Outbox(storage, 'k'))).toEqual(['a']);
  });

  it('starts empty when what was stored is broken', () => {
    const { storage } = setUp();
    storage.setItem('k', '{"no":1}');
    expect(new Outbox(storage, 'k').size).toBe(0);
    storage.setItem('k', '[{"id":1},{"id":"a","do":{"join":{}}}]');
    expect(ids(new Outbox(storage, 'k'))).toEqual(['a']);
  });
});

describe('a rejection', () => {
  it('is tried again only when time may mend it', () => {
    expect(isRetryable({ code: 'storage' })).toBe(true);
    expect(isRetryable({ code: 'too_fast', limit: 5 })).toBe(true);
    expect(isRetryable({ code: 'try_again' })).toBe(true);
    expect(isRetryable({ code: 'poll_not_open', phase: 'closed' })).toBe(false);
    expect(isRetryable({ code: 'superseded' })).toBe(false);
  });
});
