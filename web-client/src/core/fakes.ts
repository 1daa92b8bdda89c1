// A world for tests of the core: a clock that moves by hand, a storage in memory, transports that are played.
// It is imported by tests only.
import type { Environment, HttpAnswer, KeyValueStorage, SocketEvents, SocketLike } from './environment';
import type { ClientMessage, CommandMessage, Hello, QueryMessage, ServerMessage } from './protocol.gen';
import type { OpenTransport, TransportEvents, TransportKind } from './transport';

export function memoryStorage(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

export class FakeSocket implements SocketLike {
  readonly sent: ClientMessage[] = [];
  closedWith: number | undefined;

  constructor(readonly events: SocketEvents) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }

  close(code?: number): void {
    this.closedWith = code ?? 1000;
  }
}

export class World implements Environment {
  storage: KeyValueStorage = memoryStorage();
  readonly sockets: FakeSocket[] = [];
  /** How `post` answers; it hangs by default. */
  onPost: (body: unknown) => Promise<HttpAnswer> = () => new Promise(() => undefined);
  #now = 1_000_000;
  #timers: { id: number; at: number; callback: () => void }[] = [];
  #lastTimer = 0;
  #counter = 0;

  now(): number {
    return this.#now;
  }

  setTimer(callback: () => void, ms: number): number {
    this.#timers.push({ id: ++this.#lastTimer, at: this.#now + ms, callback });
    return this.#lastTimer;
  }

  clearTimer(timer: number): void {
    this.#timers = this.#timers.filter(({ id }) => id !== timer);
  }

  random(): number {
    return 0.5;
  }

  randomBytes(count: number): Uint8Array {
    this.#counter += 1;
    return new Uint8Array(count).fill(this.#counter);
  }

  openSocket(events: SocketEvents): SocketLike {
    const socket = new FakeSocket(events);
    this.sockets.push(socket);
    return socket;
  }

  post(_: string, body: unknown): Promise<HttpAnswer> {
    return this.onPost(body);
  }

  /** Lets time pass and everything happen that was due. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#now = Math.max(this.#now, due.at);
      this.clearTimer(due.id);
      due.callback();
    }
    this.#now = end;
  }
}

/** One line that a test plays the server of. */
export class PlayedLine {
  readonly commands: CommandMessage[] = [];
  readonly queries: QueryMessage[] = [];
  readonly clocks: number[] = [];
  closed = false;

  constructor(
    readonly kind: TransportKind,
    readonly hello: () => Hello,
    readonly events: TransportEvents,
  ) {}

  says(message: ServerMessage<unknown>): void {
    this.events.message(message);
  }

  welcomes(): void {
    this.says({ welcome: { role: 'participant', now: 0, commands_per_second: 5 } });
  }

  breaks(): void {
    this.events.end({ kind: 'lost' });
  }
}

/** Transports that open nothing and write down what happens. */
export function playedTransports(): { lines: PlayedLine[]; socket: OpenTransport; polling: OpenTransport } {
  const lines: PlayedLine[] = [];
  const open =
    (kind: TransportKind): OpenTransport =>
    (hello, events) => {
      const line = new PlayedLine(kind, hello, events);
      lines.push(line);
      return {
        kind,
        command: (message) => {
          line.commands.push(message);
        },
        query: (message) => {
          line.queries.push(message);
        },
        clock: ({ sent }) => {
          line.clocks.push(sent);
        },
        close: () => {
          line.closed = true;
        },
      };
    };
  return { lines, socket: open('socket'), polling: open('polling') };
}

/** The newest one, which must exist. */
export function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error('there is none');
  return item;
}
