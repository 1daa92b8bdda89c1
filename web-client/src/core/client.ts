// One client of one café: puts connection, board, outbox and clock together. Pages subscribe to it and send
// commands; it draws nothing and knows no page.
import { apply, withoutCursor, type Board } from './board';
import { BoardKeeper } from './board-keeper';
import { ServerClock } from './clock';
import { Connection } from './connection';
import { documentsOf, type Documents } from './documents';
import type { Environment, TimerId } from './environment';
import { newId } from './ids';
import { isRetryable, Outbox, type EntryState } from './outbox';
import { pollingTransport } from './polling-transport';
import { Questions, Unanswered, type AnswerTo } from './questions';
import {
  limits,
  type Command,
  type CommandId,
  type Query,
  type Rejection,
  type Role,
  type ServerMessage,
} from './protocol.gen';
import { socketTransport } from './socket-transport';
import type { OpenTransport } from './transport';

export interface Seat {
  readonly cafe: string;
  readonly role: Role;
  readonly token: string;
}

/** What became of a command; `why` is null when it is stored. */
export interface Outcome {
  readonly id: CommandId;
  readonly command: Command;
  readonly why: Rejection | null;
}

export interface Transports {
  readonly socket: OpenTransport;
  readonly polling: OpenTransport;
}

const retryDelayMs = { storage: 5_000, too_fast: 1_000, try_again: 500 };

export class Client {
  readonly clock = new ServerClock();
  readonly outbox: Outbox;
  readonly keeper: BoardKeeper;
  readonly connection: Connection;
  #questions = new Questions();
  #board: Board;
  #documents: Documents;
  #lastHeard: number | null;
  #pause: TimerId | null = null;
  #listeners = new Set<() => void>();
  #outcomes = new Set<(outcome: Outcome) => void>();

  constructor(
    private readonly env: Environment,
    private seat: Seat,
    transports: Transports = { socket: socketTransport(env), polling: pollingTransport(env) },
  ) {
    const place = `${seat.cafe}/${seat.role}`;
    this.keeper = new BoardKeeper(env, `tafelrunde/board/${place}`);
    this.outbox = new Outbox(env.storage, `tafelrunde/outbox/${place}`);
    this.#board = this.keeper.found;
    this.#lastHeard = this.keeper.foundAt;
    this.#documents = documentsOf(this.#board.shared, this.#board.mine);
    this.connection = new Connection({
      env,
      ...transports,
      hello: () => ({
        protocol: limits.protocol,
        cafe: this.seat.cafe,
        as: this.seat.role,
        token: this.seat.token,
        resume: this.#board.cursor,
      }),
      onMessage: (message) => {
        this.#take(message);
      },
      onState: () => {
        this.#lineChanged();
      },
    });
  }

  get documents(): Documents {
    return this.#documents;
  }

  /** When the board was last known to be right; null: never. */
  get lastHeard(): number | null {
    return this.#lastHeard;
  }

  progress(id: CommandId): EntryState | null {
    return this.outbox.state(id);
  }

  /** Keeps the command until it is answered, and sends it as soon as there is a line. */
  send(command: Command): CommandId {
    const id = newId(this.env);
    this.outbox.add({ id, do: command });
    this.#sendWaiting();
    this.#changed();
    return id;
  }

  /**
   * Asks once, on the line that is there. Rejects with `Unanswered` when there is none, when it breaks before
   * the answer, or when the server refuses.
   */
  ask<const Q extends Query>(query: Q): Promise<AnswerTo<Q>> {
    if (this.connection.state.kind !== 'live') return Promise.reject(new Unanswered(null));
    const id = newId(this.env);
    const answer = this.#questions.add<Q>(id);
    this.connection.query({ id, ask: query });
    return answer;
  }

  /** Takes another seat: the server knows nothing of this one, and what waits is sent from it. */
  changeSeat(token: string): void {
    this.seat = { ...this.seat, token };
    this.connection.restart();
  }

  /** Called after every change of documents, connection or outbox. Returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onOutcome(listener: (outcome: Outcome) => void): () => void {
    this.#outcomes.add(listener);
    return () => this.#outcomes.delete(listener);
  }

  #lineChanged(): void {
    // Also where a socket takes over from polling: what was under way on the old line may never be answered.
    this.outbox.land();
    this.#questions.drop();
    this.#changed();
  }

  #take(message: ServerMessage<unknown>): void {
    this.#lastHeard = this.env.now();
    if ('welcome' in message) {
      this.clock.guess(message.welcome.now, this.env.now());
      this.#sendWaiting();
    } else if ('clock' in message) {
      this.clock.take(message.clock, this.env.now());
    } else if ('ack' in message) {
      this.#answered(message.ack.id, null);
    } else if ('answer' in message) {
      this.#questions.answer(message.answer.id, message.answer.answer);
    } else if ('rejected' in message) {
      this.#rejected(message.rejected.id, message.rejected.why);
    } else {
      this.#apply(message);
    }
    this.#changed();
  }

  #apply(message: ServerMessage<unknown>): void {
    const applied = apply(message, this.#board);
    switch (applied.kind) {
      case 'same':
        return;
      case 'gap':
        this.#board = withoutCursor(this.#board);
        this.connection.restart();
        return;
      case 'changed':
        this.#board = applied.board;
        this.#documents = documentsOf(applied.board.shared, applied.board.mine);
        this.keeper.keep(applied.board);
        return;
    }
  }

  #rejected(id: CommandId, why: Rejection): void {
    if (this.#questions.refuse(id, why)) return;
    if (!isRetryable(why)) {
      this.#answered(id, why);
      return;
    }
    this.outbox.putBack(id);
    const wanted =
      why.code === 'storage' || why.code === 'too_fast' ? retryDelayMs[why.code] : retryDelayMs.try_again;
    // Half fixed, half chance: a whole hall was refused in the same moment.
    this.#pause ??= this.env.setTimer(
      () => {
        this.#pause = null;
        this.#sendWaiting();
        this.#changed();
      },
      wanted / 2 + this.env.random() * wanted,
    );
  }

  #answered(id: CommandId, why: Rejection | null): void {
    const command = this.outbox.remove(id);
    if (command === null) return;
    for (const listener of this.#outcomes) listener({ id, command, why });
    this.#sendWaiting();
  }

  #sendWaiting(): void {
    if (this.#pause !== null || this.connection.state.kind !== 'live') return;
    for (const message of this.outbox.takeOff()) this.connection.command(message);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
