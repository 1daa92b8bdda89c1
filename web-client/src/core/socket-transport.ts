// The line over a WebSocket: one JSON message per text frame, the hello first.
import type { ClientMessage, ErrorCode, ServerMessage } from './protocol.gen';
import type { Environment } from './environment';
import type { OpenTransport, TransportEnd } from './transport';

/** Proxies that swallow the upgrade leave the socket hanging without an error. */
const openWithinMs = 8_000;

function endFor(code: number): TransportEnd {
  const refusals: Partial<Record<number, ErrorCode | null>> = {
    4400: null,
    4401: 'bad_token',
    4404: 'unknown_cafe',
  };
  const refusal = refusals[code];
  return refusal === undefined ? { kind: 'lost' } : { kind: 'refused', code: refusal };
}

function parse(text: unknown): ServerMessage<unknown> | null {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text) as ServerMessage<unknown>;
  } catch {
    return null;
  }
}

export function socketTransport(env: Environment): OpenTransport {
  return (hello, events) => {
    let over = false;
    const send = (message: ClientMessage) => {
      socket.send(JSON.stringify(message));
    };
    const finish = (end: TransportEnd) => {
      if (over) return;
      over = true;
      env.clearTimer(opening);
      events.end(end);
    };
    const socket = env.openSocket({
      opened: () => {
        env.clearTimer(opening);
        if (!over) send({ hello: hello() });
      },
      received: (text) => {
        const message = parse(text);
        if (message !== null && !over) events.message(message);
      },
      closed: (code) => {
        finish(endFor(code));
      },
    });
    const opening = env.setTimer(() => {
      finish({ kind: 'lost' });
      socket.close();
    }, openWithinMs);

    return {
      kind: 'socket',
      command: (command) => {
        send({ command });
      },
      query: (query) => {
        send({ query });
      },
      clock: (clock) => {
        send({ clock });
      },
      close: () => {
        over = true;
        env.clearTimer(opening);
        socket.close(1000);
      },
    };
  };
}
