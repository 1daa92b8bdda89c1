// What a line to the server must be able to do. There are two: a WebSocket and long polling.
// A transport carries messages; it knows no board, no outbox and no waiting times between attempts.
import type {
  ClockRequest,
  CommandMessage,
  ErrorCode,
  Hello,
  QueryMessage,
  ServerMessage,
} from './protocol.gen';

export type TransportKind = 'socket' | 'polling';

export type TransportEnd =
  /** The line broke or could not be opened. */
  | { readonly kind: 'lost' }
  /** The server said no; the same hello would be refused again. */
  | { readonly kind: 'refused'; readonly code: ErrorCode | null };

export interface TransportEvents {
  message(message: ServerMessage<unknown>): void;
  /** Comes once; nothing comes after it. */
  end(end: TransportEnd): void;
}

export interface Transport {
  readonly kind: TransportKind;
  command(message: CommandMessage): void;
  query(message: QueryMessage): void;
  clock(request: ClockRequest): void;
  /** Ends the line without an `end` event. */
  close(): void;
}

/** `hello` is asked again whenever it is sent, because the cursor in it moves. */
export type OpenTransport = (hello: () => Hello, events: TransportEvents) => Transport;
