// The board as one client knows it, and the pure function that takes a server message into it.
// It keeps no connection, writes no storage and draws nothing.
import type { Cursor, ServerMessage } from './protocol.gen';

export interface Board {
  /** Everything up to here is known; null: ask for all of it. */
  readonly cursor: Cursor | null;
  /** Documents that everybody of this role sees. */
  readonly shared: ReadonlyMap<string, unknown>;
  /** Documents of this person alone (`me/…`). */
  readonly mine: ReadonlyMap<string, unknown>;
}

export const emptyBoard: Board = { cursor: null, shared: new Map(), mine: new Map() };

export type Applied =
  | { readonly kind: 'changed'; readonly board: Board }
  | { readonly kind: 'same' }
  /** Something between is missing: come back without a cursor. */
  | { readonly kind: 'gap' };

type Changes = { [key in string]: unknown };

function withChanges(before: ReadonlyMap<string, unknown>, docs: Changes): Map<string, unknown> {
  const after = new Map(before);
  for (const [key, doc] of Object.entries(docs)) {
    if (doc === null) after.delete(key);
    else after.set(key, doc);
  }
  return after;
}

/** Takes one message into the board. Messages that carry no documents leave it the same. */
export function apply(message: ServerMessage<unknown>, board: Board): Applied {
  if ('snapshot' in message) {
    const { epoch, version, docs } = message.snapshot;
    const { cursor } = board;
    // Two answers of the long-polling transport may overtake each other: the older one brings nothing new.
    if (cursor !== null && cursor.epoch === epoch && version < cursor.version) {
      return { kind: 'same' };
    }
    const shared = new Map(Object.entries(docs));
    return { kind: 'changed', board: { ...board, cursor: { epoch, version }, shared } };
  }
  if ('update' in message) {
    const { from, version, docs } = message.update;
    const { cursor } = board;
    if (cursor === null || from > cursor.version) return { kind: 'gap' };
    // Documents are whole values, so an update that begins earlier than our cursor may be taken;
    // one that also ends earlier would take us back.
    if (version <= cursor.version) return { kind: 'same' };
    const shared = withChanges(board.shared, docs);
    return { kind: 'changed', board: { ...board, cursor: { ...cursor, version }, shared } };
  }
  if ('personal' in message) {
    const { docs, all } = message.personal;
    const mine = withChanges(all === true ? new Map() : board.mine, docs);
    return { kind: 'changed', board: { ...board, mine } };
  }
  return { kind: 'same' };
}

/** The board without its place: the next hello asks for everything, the old picture stays until then. */
export function withoutCursor(board: Board): Board {
  return { ...board, cursor: null };
}
