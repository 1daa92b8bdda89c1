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
    const socket = env.openSocket();
    const send = (message: ClientMessage) => {
      socket.send(JSON.stringify(message));
    };
    const finish = (end: TransportEnd) => {
      detach();
      events.end(end);
    };
    const detach = () => {
      env.clearTimer(opening);
      socket.onopen = socket.onmessage = socket.onclose = null;
    };
    const opening = env.setTimer(() => {
      finish({ kind: 'lost' });
      socket.close();
    }, openWithinMs);

    socket.onopen = () => {
      env.clearTimer(opening);
      send({ hello: hello() });
    };
    socket.onmessage = (event) => {
      const message = parse(event.data);
      if (message !== null) events.message(message);
    };
    socket.onclose = (event) => {
      finish(endFor(event.code));
    };

    return {
      kind: 'socket',
      command: (command) => {
        send({ command });
      },
      clock: (clock) => {
        send({ clock });
      },
      close: () => {
        detach();
        socket.close(1000);
      },
    };
  };
}
