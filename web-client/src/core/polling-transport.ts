// The line over plain requests, for networks that break WebSockets: one hanging request brings what is new,
// separate ones carry commands and queries at once. The messages are the same as on a socket.
import type {
  CommandMessage,
  ErrorCode,
  ExchangeRequest,
  ExchangeResponse,
  QueryMessage,
  ServerMessage,
} from './protocol.gen';
import type { Environment, HttpAnswer } from './environment';
import type { OpenTransport, TransportEnd } from './transport';

/** What is sent in the same moment travels in one request. */
interface Parcel {
  commands: CommandMessage[];
  queries: QueryMessage[];
}

const path = '/api/v1/exchange';
const hangMs = 25_000;
/** How long beyond the agreed waiting an answer may take before the line counts as lost. */
const graceMs = 10_000;

function refusalFor(status: number): ErrorCode | null | undefined {
  if (status === 401 || status === 403) return 'bad_token';
  if (status === 404) return 'unknown_cafe';
  if (status === 400 || status === 422) return null;
  return undefined;
}

export function pollingTransport(env: Environment): OpenTransport {
  return (hello, events) => {
    const abort = new AbortController();
    let ended = false;
    let personal: string | null = null;
    let queued: Parcel | null = null;

    const finish = (end: TransportEnd) => {
      if (ended) return;
      ended = true;
      abort.abort();
      events.end(end);
    };

    const post = async (request: ExchangeRequest): Promise<HttpAnswer> => {
      const tooLate = env.setTimer(() => {
        finish({ kind: 'lost' });
      }, request.wait_ms + graceMs);
      try {
        return await env.post(path, request, abort.signal);
      } finally {
        env.clearTimer(tooLate);
      }
    };

    const deliver = (request: ExchangeRequest, messages: ServerMessage<unknown>[]) => {
      for (const message of messages) {
        if (ended) return;
        // An answer to an older life of the board may come in late; its updates belong nowhere.
        const stale = 'update' in message && request.hello.resume?.epoch !== hello().resume?.epoch;
        if (!stale) events.message(message);
      }
    };

    const exchange = async (waitMs: number, parcel?: Parcel): Promise<number | null> => {
      const request: ExchangeRequest = { hello: hello(), commands: [], ...parcel, wait_ms: waitMs, personal };
      try {
        const answer = await post(request);
        if (ended) return null;
        const refusal = refusalFor(answer.status);
        if (refusal !== undefined) finish({ kind: 'refused', code: refusal });
        else if (answer.status !== 200) finish({ kind: 'lost' });
        if (ended) return null;
        const { messages, personal: tag } = (await answer.json()) as ExchangeResponse<unknown>;
        if (tag !== undefined) personal = tag;
        deliver(request, messages);
        const welcome = messages.find((message) => 'welcome' in message);
        return welcome !== undefined && 'welcome' in welcome ? welcome.welcome.now : null;
      } catch {
        finish({ kind: 'lost' });
        return null;
      }
    };

    const hang = async () => {
      // The first request does not wait: its welcome says that the line works.
      await exchange(0);
      while (!ended) {
        const before = env.now();
        await exchange(hangMs);
        // A server that answers at once without end must not be asked without end.
        if (env.now() - before < 100) await new Promise<void>((go) => env.setTimer(go, 250));
      }
    };
    void hang();

    const parcel = (): Parcel => {
      if (queued !== null) return queued;
      const next: Parcel = { commands: [], queries: [] };
      queueMicrotask(() => {
        queued = null;
        if (!ended) void exchange(0, next);
      });
      queued = next;
      return next;
    };

    return {
      kind: 'polling',
      command: (message) => {
        parcel().commands.push(message);
      },
      query: (message) => {
        parcel().queries.push(message);
      },
      clock: ({ sent }) => {
        void exchange(0).then((now) => {
          if (now !== null && !ended) events.message({ clock: { sent, now } });
        });
      },
      close: () => {
        ended = true;
        abort.abort();
      },
    };
  };
}
