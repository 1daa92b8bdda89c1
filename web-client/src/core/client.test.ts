// The client as a whole: commands through broken lines, gaps, pictures that survive a reload.
import { describe, expect, it } from 'vitest';
import { Client, type Outcome } from './client';
import { last, playedTransports, World } from './fakes';
import type { Command } from './protocol.gen';

const join: Command = { join: { name: 'Mia', organisation: '', role: null } };
const vote = (revision: number): Command => ({ cast_ballot: { poll: 'p', choices: [1], revision } });

function setUp(env = new World()) {
  const played = playedTransports();
  const client = new Client(env, { cafe: 'K7MPQ2', role: 'participant', token: 't' }, played);
  const outcomes: Outcome[] = [];
  client.onOutcome((outcome) => outcomes.push(outcome));
  client.connection.start();
  return { env, client, outcomes, ...played };
}

describe('a client', () => {
  it('sends what was asked for without a line as soon as there is one', () => {
    const { client, lines } = setUp();
    const id = client.send(join);
    expect(client.progress(id)).toBe('waiting');
    last(lines).welcomes();
    expect(last(lines).commands).toEqual([{ id, do: join }]);
    expect(client.progress(id)).toBe('flying');
    last(lines).says({ ack: { id } });
    expect(client.progress(id)).toBeNull();
  });

  it('sends an unanswered command again with the same id after the line broke', () => {
    const { env, client, lines, outcomes } = setUp();
    last(lines).welcomes();
    const id = client.send(join);
    last(lines).breaks();
    expect(client.progress(id)).toBe('waiting');
    env.pass(10_000);
    last(lines).welcomes();
    expect(last(lines).commands).toEqual([{ id, do: join }]);
    last(lines).says({ ack: { id } });
    expect(outcomes).toEqual([{ id, command: join, why: null }]);
  });

  it('sends an unanswered command again when a socket takes over from polling', () => {
    const { env, client, lines } = setUp();
    for (let i = 0; i < 2; i += 1) {
      last(lines).breaks();
      env.pass(10_000);
    }
    const polling = last(lines);
    polling.welcomes();
    for (let waited = 0; waited < 120_000; waited += 5_000) {
      env.pass(5_000);
      polling.says({ clock: { sent: 0, now: 0 } });
    }
    const id = client.send(vote(1));
    expect(polling.commands).toEqual([{ id, do: vote(1) }]);
    last(lines).welcomes();
    expect(last(lines).kind).toBe('socket');
    expect(last(lines).commands).toEqual([{ id, do: vote(1) }]);
  });

  it('sends an unanswered command again after a reload', () => {
    const { env, client } = setUp();
    const id = client.send(vote(1));
    client.connection.stop();
    const again = setUp(env);
    last(again.lines).welcomes();
    expect(last(again.lines).commands).toEqual([{ id, do: vote(1) }]);
  });

  it('keeps a command that the server cannot store now, and tries again with delay', () => {
    const { env, client, lines, outcomes } = setUp();
    last(lines).welcomes();
    const id = client.send(vote(1));
    last(lines).says({ rejected: { id, why: { code: 'storage' } } });
    expect(client.progress(id)).toBe('waiting');
    expect(last(lines).commands).toHaveLength(1);
    last(lines).says({ clock: { sent: env.now(), now: 0 } });
    env.pass(5_000);
    expect(last(lines).commands).toHaveLength(2);
    expect(outcomes).toEqual([]);
  });

  it('tells what was rejected for good, and forgets it', () => {
    const { client, lines, outcomes } = setUp();
    last(lines).welcomes();
    const id = client.send(vote(1));
    const why = { code: 'poll_not_open', phase: 'closed' } as const;
    last(lines).says({ rejected: { id, why } });
    expect(client.progress(id)).toBeNull();
    expect(outcomes).toEqual([{ id, command: vote(1), why }]);
  });

  it('comes back without a cursor after a gap, and keeps its picture until then', () => {
    const { client, lines } = setUp();
    last(lines).welcomes();
    last(lines).says({ snapshot: { epoch: 'a', version: 1, docs: { topics: { vote: 'open' } } } });
    expect(last(lines).hello().resume).toEqual({ epoch: 'a', version: 1 });
    last(lines).says({ update: { from: 5, version: 6, docs: {} } });
    expect(lines).toHaveLength(2);
    expect(last(lines).hello().resume).toBeNull();
    expect(client.documents.get('topics')).toEqual({ vote: 'open' });
  });

  it('has the last picture and its cursor after a reload', () => {
    const { env, client, lines } = setUp();
    last(lines).welcomes();
    last(lines).says({ snapshot: { epoch: 'a', version: 7, docs: { topics: { vote: 'open' } } } });
    const at = env.now();
    client.keeper.flush();
    env.pass(60_000);
    const again = setUp(env);
    expect(again.client.documents.get('topics')).toEqual({ vote: 'open' });
    expect(again.client.lastHeard).toBe(at);
    expect(last(again.lines).hello().resume).toEqual({ epoch: 'a', version: 7 });
  });

  it('answers a question with what the server says', async () => {
    const { client, lines } = setUp();
    last(lines).welcomes();
    const asked = client.ask({ similar_topics: { title: 'Buses' } });
    const id = last(last(lines).queries).id;
    expect(last(lines).queries).toEqual([{ id, ask: { similar_topics: { title: 'Buses' } } }]);
    last(lines).says({ answer: { id, answer: { topics: [] } } });
    expect((await asked).topics).toEqual([]);
  });

  it('leaves a question unanswered when it is refused, or its line breaks', async () => {
    const { client, lines, outcomes } = setUp();
    await expect(client.ask({ next_cards: {} })).rejects.toMatchObject({ why: null });
    last(lines).welcomes();
    const refused = client.ask({ next_cards: {} });
    const why = { code: 'not_joined' } as const;
    last(lines).says({ rejected: { id: last(last(lines).queries).id, why } });
    await expect(refused).rejects.toMatchObject({ why });
    const lost = client.ask({ next_cards: {} });
    last(lines).breaks();
    await expect(lost).rejects.toMatchObject({ why: null });
    expect(outcomes).toEqual([]);
  });

  it('lists documents by their kind', () => {
    const { client, lines } = setUp();
    last(lines).welcomes();
    const docs = { 'poll/a': { order: 2 }, 'poll/b': { order: 1 }, 'tally/a': {} };
    last(lines).says({ snapshot: { epoch: 'a', version: 1, docs } });
    expect(client.documents.list('poll').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
