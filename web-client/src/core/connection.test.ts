// The connection: states, heartbeat, waiting times, refusals, and the change between socket and polling.
import { describe, expect, it } from 'vitest';
import { Connection } from './connection';
import { last, playedTransports, World } from './fakes';
import type { ServerMessage } from './protocol.gen';

function setUp() {
  const env = new World();
  const played = playedTransports();
  const states: string[] = [];
  const messages: ServerMessage<unknown>[] = [];
  const connection = new Connection({
    env,
    ...played,
    hello: () => ({ protocol: 1, cafe: 'K7MPQ2', as: 'participant', token: 't', resume: null }),
    onMessage: (message) => messages.push(message),
    onState: ({ kind }) => states.push(kind),
  });
  connection.start();
  return { env, ...played, states, messages, connection };
}

describe('a connection', () => {
  it('is live with the welcome, not before', () => {
    const { lines, connection } = setUp();
    expect(connection.state).toEqual({ kind: 'connecting', failures: 0 });
    last(lines).welcomes();
    expect(connection.state).toEqual({ kind: 'live', via: 'socket' });
  });

  it('comes back by itself, later after every failure', () => {
    const { env, lines, connection } = setUp();
    last(lines).welcomes();
    const waits: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      last(lines).breaks();
      const { state } = connection;
      if (state.kind !== 'waiting') throw new Error(state.kind);
      waits.push(state.until - env.now());
      env.pass(state.until - env.now());
    }
    expect(waits).toEqual([750, 1250, 2250, 4250, 5250, 5250]);
  });

  it('asks for the time every 15 s and gives a silent line up after 10 s', () => {
    const { env, lines, connection } = setUp();
    last(lines).welcomes();
    expect(last(lines).clocks).toHaveLength(1);
    last(lines).says({ clock: { sent: 0, now: 0 } });
    env.pass(15_000);
    expect(last(lines).clocks).toHaveLength(2);
    env.pass(9_999);
    expect(connection.state.kind).toBe('live');
    env.pass(1);
    expect(connection.state.kind).toBe('waiting');
    expect(lines[0]?.closed).toBe(true);
  });

  it('takes any message as a sign of life', () => {
    const { env, lines, connection } = setUp();
    last(lines).welcomes();
    env.pass(9_000);
    last(lines).says({ update: { from: 1, version: 2, docs: {} } });
    env.pass(5_000);
    expect(connection.state.kind).toBe('live');
  });

  it('comes back when the server asked for it, between half of the time and the time', () => {
    const { env, lines, connection } = setUp();
    last(lines).welcomes();
    last(lines).says({ bye: { reason: 'restart', retry_ms: 2_000 } });
    expect(connection.state).toEqual({ kind: 'waiting', failures: 1, until: env.now() + 1_500 });
    expect(connection.goodbye).toBe('restart');
    env.pass(1_500);
    last(lines).welcomes();
    expect(connection.goodbye).toBeNull();
  });

  it('does not come back after a goodbye for good, and knows why', () => {
    const { env, lines, connection } = setUp();
    last(lines).says({ error: { code: 'bad_token', field: 'token', reason: '' } });
    last(lines).says({ bye: { reason: 'refused' } });
    expect(connection.state).toEqual({ kind: 'refused', code: 'bad_token' });
    env.pass(600_000);
    expect(lines).toHaveLength(1);
  });

  it('does not come back after a close code that refuses', () => {
    const { lines, connection } = setUp();
    last(lines).events.end({ kind: 'refused', code: 'unknown_cafe' });
    expect(connection.state).toEqual({ kind: 'refused', code: 'unknown_cafe' });
  });

  it('tries at once when the device wakes up or finds a network', () => {
    const { lines, connection } = setUp();
    last(lines).breaks();
    connection.nudge();
    expect(lines).toHaveLength(2);
    last(lines).welcomes();
    connection.nudge();
    expect(last(lines).clocks).toHaveLength(2);
  });

  it('does not trust a line for long after the device woke up', () => {
    const { env, lines, connection } = setUp();
    last(lines).welcomes();
    connection.nudge();
    env.pass(3_000);
    expect(connection.state.kind).toBe('waiting');
  });

  it('falls back to polling after two sockets that never were welcomed', () => {
    const { env, lines, connection } = setUp();
    last(lines).breaks();
    env.pass(10_000);
    last(lines).breaks();
    env.pass(10_000);
    expect(lines.map(({ kind }) => kind)).toEqual(['socket', 'socket', 'polling']);
    last(lines).welcomes();
    expect(connection.state).toEqual({ kind: 'live', via: 'polling' });
  });

  it('stays with the socket when one that worked breaks', () => {
    const { env, lines } = setUp();
    for (let i = 0; i < 4; i += 1) {
      last(lines).welcomes();
      last(lines).breaks();
      env.pass(10_000);
    }
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['socket']));
  });

  it('gives the socket its turn again when polling fails too', () => {
    const { env, lines } = setUp();
    for (let i = 0; i < 5; i += 1) {
      last(lines).breaks();
      env.pass(10_000);
    }
    expect(lines.map(({ kind }) => kind)).toEqual([
      'socket',
      'socket',
      'polling',
      'socket',
      'polling',
      'socket',
    ]);
  });

  it('changes from polling to a socket only when that has been welcomed', () => {
    const { env, lines, connection, states } = setUp();
    last(lines).breaks();
    env.pass(10_000);
    last(lines).breaks();
    env.pass(10_000);
    const polling = last(lines);
    polling.welcomes();
    for (let waited = 0; waited < 120_000; waited += 5_000) {
      env.pass(5_000);
      polling.says({ clock: { sent: 0, now: 0 } });
    }
    const probe = last(lines);
    expect(probe.kind).toBe('socket');
    expect(polling.closed).toBe(false);
    probe.welcomes();
    expect(polling.closed).toBe(true);
    expect(connection.state).toEqual({ kind: 'live', via: 'socket' });
    expect(states.slice(-2)).toEqual(['live', 'live']);
  });

  it('hears nothing any more from a line that it gave up', () => {
    const { lines, messages, connection } = setUp();
    const first = last(lines);
    first.breaks();
    connection.nudge();
    first.welcomes();
    expect(connection.state.kind).toBe('connecting');
    expect(messages).toEqual([]);
  });
});
