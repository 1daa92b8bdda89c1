// The two transports: what they send first, how they end, and how commands travel.
import { describe, expect, it } from 'vitest';
import { last, World } from './fakes';
import { pollingTransport } from './polling-transport';
import type { ExchangeRequest, Hello, ServerMessage } from './protocol.gen';
import { socketTransport } from './socket-transport';
import type { TransportEnd } from './transport';

const hello = (): Hello => ({ protocol: 1, cafe: 'K7MPQ2', as: 'participant', token: 't', resume: null });

function record() {
  const messages: ServerMessage<unknown>[] = [];
  const ends: TransportEnd[] = [];
  return {
    messages,
    ends,
    events: {
      message: (m: ServerMessage<unknown>) => messages.push(m),
      end: (e: TransportEnd) => ends.push(e),
    },
  };
}
const settle = async () => {
  for (let i = 0; i < 12; i += 1) await Promise.resolve();
};

describe('the socket', () => {
  it('says hello first and passes messages on', () => {
    const env = new World();
    const { events, messages } = record();
    const line = socketTransport(env)(hello, events);
    last(env.sockets).events.opened();
    line.command({ id: 'a', do: { close_poll: { poll: 'p' } } });
    line.query({ id: 'b', ask: { next_cards: {} } });
    expect(last(env.sockets).sent.map((message) => Object.keys(message)[0])).toEqual([
      'hello',
      'command',
      'query',
    ]);
    last(env.sockets).events.received('{"ack":{"id":"a"}}');
    last(env.sockets).events.received('not json');
    expect(messages).toEqual([{ ack: { id: 'a' } }]);
  });

  it('is lost when it never opens', () => {
    const env = new World();
    const { events, ends } = record();
    socketTransport(env)(hello, events);
    env.pass(8_000);
    expect(ends).toEqual([{ kind: 'lost' }]);
  });

  it('is refused by the close codes that say so, and lost by all others', () => {
    const codes = [1006, 1012, 4400, 4401, 4404, 4408, 4429];
    const kinds = codes.map((code) => {
      const env = new World();
      const { events, ends } = record();
      socketTransport(env)(hello, events);
      last(env.sockets).events.closed(code);
      return last(ends).kind;
    });
    expect(kinds).toEqual(['lost', 'lost', 'refused', 'refused', 'refused', 'lost', 'lost']);
  });
});

describe('polling', () => {
  const welcome = { welcome: { role: 'participant', now: 500, commands_per_second: 5 } };

  function setUp(
    answer: (request: ExchangeRequest) => { status?: number; messages?: unknown[]; personal?: string } | null,
  ) {
    const env = new World();
    const requests: ExchangeRequest[] = [];
    env.onPost = (body) => {
      const request = body as ExchangeRequest;
      requests.push(request);
      const given = answer(request);
      if (given === null) return new Promise(() => undefined);
      return Promise.resolve({
        status: given.status ?? 200,
        json: () => Promise.resolve({ messages: given.messages ?? [welcome], personal: given.personal }),
      });
    };
    const recorded = record();
    const line = pollingTransport(env)(hello, recorded.events);
    return { env, requests, line, ...recorded };
  }

  it('asks once without waiting, then hangs, and echoes the tag of its own documents', async () => {
    const { requests, messages } = setUp(({ wait_ms: wait }) => (wait === 0 ? { personal: 'tag1' } : null));
    await settle();
    expect(messages).toEqual([welcome]);
    expect(requests.map(({ wait_ms: wait, personal }) => [wait, personal])).toEqual([
      [0, null],
      [25_000, 'tag1'],
    ]);
  });

  it('sends commands and queries of one moment together, at once, beside the hanging request', async () => {
    const { env, requests, line } = setUp(({ wait_ms: wait }) => (wait === 0 ? { personal: 'tag1' } : null));
    await settle();
    env.pass(250);
    await settle();
    expect(last(requests)).toMatchObject({ wait_ms: 25_000, personal: 'tag1' });
    line.command({ id: 'a', do: { close_poll: { poll: 'p' } } });
    line.command({ id: 'b', do: { close_poll: { poll: 'q' } } });
    line.query({ id: 'c', ask: { next_cards: {} } });
    await settle();
    expect(last(requests)).toMatchObject({
      wait_ms: 0,
      commands: [{ id: 'a' }, { id: 'b' }],
      queries: [{ id: 'c' }],
    });
  });

  it('answers the question for the time with the time of a welcome', async () => {
    const { line, messages } = setUp(({ wait_ms: wait }) => (wait === 0 ? {} : null));
    await settle();
    line.clock({ sent: 77 });
    await settle();
    expect(last(messages)).toEqual({ clock: { sent: 77, now: 500 } });
  });

  it('is refused or lost by what the server answers', async () => {
    const ends = await Promise.all(
      [401, 404, 400, 429, 503].map(async (status) => {
        const recorded = setUp(() => ({ status }));
        await settle();
        return last(recorded.ends);
      }),
    );
    expect(ends).toEqual([
      { kind: 'refused', code: 'bad_token' },
      { kind: 'refused', code: 'unknown_cafe' },
      { kind: 'refused', code: null },
      { kind: 'lost' },
      { kind: 'lost' },
    ]);
  });

  it('is lost when no answer comes in time', async () => {
    const { env, ends } = setUp(() => null);
    await settle();
    env.pass(10_000);
    expect(ends).toEqual([{ kind: 'lost' }]);
  });
});
