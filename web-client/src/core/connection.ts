// Keeps a line to the server: hello, heartbeat, reconnecting, and the choice between WebSocket and polling.
// It passes messages on and knows nothing of boards, ballots or the outbox.
import { askedMs, backoffMs } from './backoff';
import type { Environment, TimerId } from './environment';
import type {
  Bye,
  ByeReason,
  CommandMessage,
  ErrorCode,
  Hello,
  QueryMessage,
  ServerMessage,
} from './protocol.gen';
import type { OpenTransport, Transport, TransportEnd, TransportKind } from './transport';

export type ConnectionState =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'connecting'; readonly failures: number }
  | { readonly kind: 'live'; readonly via: TransportKind }
  | { readonly kind: 'waiting'; readonly failures: number; readonly until: number }
  /** The server said no and will say no again: only a person can mend it. */
  | { readonly kind: 'refused'; readonly code: ErrorCode | null };

export interface ConnectionOptions {
  readonly env: Environment;
  readonly socket: OpenTransport;
  readonly polling: OpenTransport;
  hello(): Hello;
  /** Every message, in order; `welcome` comes after the state is `live`. */
  onMessage(message: ServerMessage<unknown>): void;
  onState(state: ConnectionState): void;
}

const heartbeatEveryMs = 15_000;
const answerWithinMs = 10_000;
/** After waking up or a change of networks a line is probably dead: do not let people wait for the truth. */
const answerWithinDoubtedMs = 3_000;
/** Two sockets in a row that never reached a welcome: this network probably breaks WebSockets. */
const socketFailuresMax = 2;
const probeSocketEveryMs = 120_000;

export class Connection {
  #state: ConnectionState = { kind: 'stopped' };
  #line: Transport | null = null;
  #probe: Transport | null = null;
  #failures = 0;
  #socketFailures = 0;
  #lastError: ErrorCode | null = null;
  #retryMs: number | null = null;
  #goodbye: ByeReason | null = null;
  #waiting: TimerId | null = null;
  #heartbeat: TimerId | null = null;
  #silence: TimerId | null = null;
  #probing: TimerId | null = null;

  constructor(private readonly options: ConnectionOptions) {}

  get state(): ConnectionState {
    return this.#state;
  }

  /** Why the server ended the line last; null once there is a line again. */
  get goodbye(): ByeReason | null {
    return this.#goodbye;
  }

  start(): void {
    if (this.#state.kind === 'stopped') this.#open();
  }

  stop(): void {
    this.#drop();
    this.#become({ kind: 'stopped' });
  }

  /** Gives the line up and opens another at once, for example to ask for the whole board. */
  restart(): void {
    this.#drop();
    this.#open();
  }

  /** The device woke up or found a network: do not wait any longer, and do not trust a line that only looks alive. */
  nudge(): void {
    if (this.#state.kind === 'waiting') this.restart();
    else if (this.#state.kind === 'live') {
      this.#clear('silence');
      this.#ask(answerWithinDoubtedMs);
    }
  }

  command(message: CommandMessage): void {
    this.#line?.command(message);
  }

  query(message: QueryMessage): void {
    this.#line?.query(message);
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.options.onState(state);
  }

  #open(): void {
    const kind: TransportKind = this.#socketFailures >= socketFailuresMax ? 'polling' : 'socket';
    this.#lastError = null;
    this.#retryMs = null;
    this.#become({ kind: 'connecting', failures: this.#failures });
    const open = kind === 'socket' ? this.options.socket : this.options.polling;
    const line: Transport = open(this.options.hello, {
      message: (message) => {
        if (this.#line === line) this.#take(line, message);
      },
      end: (end) => {
        if (this.#line === line) this.#ended(kind, end);
      },
    });
    this.#line = line;
  }

  #take(line: Transport, message: ServerMessage<unknown>): void {
    this.#heard();
    if ('error' in message) this.#lastError = message.error.code;
    if ('bye' in message) {
      this.#bye(line.kind, message.bye);
      this.options.onMessage(message);
      return;
    }
    // On the polling line every answer begins with a welcome: only the first one changes the state.
    if ('welcome' in message && this.#state.kind !== 'live') this.#welcomed(line);
    this.options.onMessage(message);
  }

  #welcomed(line: Transport): void {
    this.#failures = 0;
    this.#goodbye = null;
    if (line.kind === 'socket') this.#socketFailures = 0;
    else this.#probeLater();
    this.#become({ kind: 'live', via: line.kind });
    this.#ask();
  }

  #bye(kind: TransportKind, bye: Bye): void {
    this.#goodbye = bye.reason;
    if (bye.retry_ms === undefined) {
      this.#refused(this.#lastError);
      return;
    }
    this.#retryMs = bye.retry_ms;
    this.#ended(kind, { kind: 'lost' });
  }

  #refused(code: ErrorCode | null): void {
    this.#drop();
    this.#become({ kind: 'refused', code });
  }

  #ended(kind: TransportKind, end: TransportEnd): void {
    if (end.kind === 'refused') {
      this.#refused(end.code ?? this.#lastError);
      return;
    }
    const asked = this.#retryMs;
    if (this.#state.kind === 'connecting' && asked === null) {
      if (kind === 'socket') this.#socketFailures += 1;
      // Polling failed too, so the network is down rather than hostile: give the socket its turn again.
      else this.#socketFailures = socketFailuresMax - 1;
    }
    this.#failures += 1;
    this.#drop();
    const { env } = this.options;
    const random = () => env.random();
    const ms = asked === null ? backoffMs(this.#failures, random) : askedMs(asked, random);
    this.#waiting = env.setTimer(() => {
      this.#waiting = null;
      this.#open();
    }, ms);
    this.#become({ kind: 'waiting', failures: this.#failures, until: env.now() + ms });
  }

  /** Asks for the time: the answer shows that the line is alive. */
  #ask(withinMs = answerWithinMs): void {
    const { env } = this.options;
    this.#clear('heartbeat');
    this.#line?.clock({ sent: env.now() });
    this.#heartbeat = env.setTimer(() => {
      this.#ask();
    }, heartbeatEveryMs);
    this.#silence ??= env.setTimer(() => {
      this.#silence = null;
      if (this.#line !== null) this.#ended(this.#line.kind, { kind: 'lost' });
    }, withinMs);
  }

  /** Anything that arrives proves the line, not only the answer: a long snapshot may stand before it. */
  #heard(): void {
    this.#clear('silence');
  }

  /** Tries a WebSocket beside the polling line, and changes over only when it has been welcomed. */
  #probeLater(): void {
    const { env } = this.options;
    this.#clear('probing');
    this.#probing = env.setTimer(() => {
      this.#probing = null;
      const probe: Transport = this.options.socket(this.options.hello, {
        message: (message) => {
          if (this.#line === probe) this.#take(probe, message);
          else if (this.#probe === probe && 'welcome' in message) this.#changeOver(probe, message);
        },
        end: (end) => {
          if (this.#line === probe) this.#ended('socket', end);
          else if (this.#probe === probe) {
            this.#probe = null;
            this.#probeLater();
          }
        },
      });
      this.#probe = probe;
    }, probeSocketEveryMs);
  }

  #changeOver(probe: Transport, welcome: ServerMessage<unknown>): void {
    this.#line?.close();
    this.#probe = null;
    this.#line = probe;
    this.#socketFailures = 0;
    this.#become({ kind: 'live', via: 'socket' });
    this.options.onMessage(welcome);
    this.#ask();
  }

  #clear(which: 'waiting' | 'heartbeat' | 'silence' | 'probing'): void {
    const { env } = this.options;
    switch (which) {
      case 'waiting':
        if (this.#waiting !== null) env.clearTimer(this.#waiting);
        this.#waiting = null;
        return;
      case 'heartbeat':
        if (this.#heartbeat !== null) env.clearTimer(this.#heartbeat);
        this.#heartbeat = null;
        return;
      case 'silence':
        if (this.#silence !== null) env.clearTimer(this.#silence);
        this.#silence = null;
        return;
      case 'probing':
        if (this.#probing !== null) env.clearTimer(this.#probing);
        this.#probing = null;
        return;
    }
  }

  #drop(): void {
    for (const timer of ['waiting', 'heartbeat', 'silence', 'probing'] as const) this.#clear(timer);
    this.#line?.close();
    this.#probe?.close();
    this.#line = null;
    this.#probe = null;
  }
}
