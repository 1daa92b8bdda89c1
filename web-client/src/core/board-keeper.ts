// Keeps the last good picture of a board across reloads, so that a wall is never empty and a phone can be
// read without a line. It stores at most every few seconds: localStorage is synchronous.
import { emptyBoard, type Board } from './board';
import { readStored, writeStored, type Environment, type TimerId } from './environment';

const storeEveryMs = 3_000;

interface StoredBoard {
  cursor: Board['cursor'];
  shared: Record<string, unknown>;
  mine: Record<string, unknown>;
  at: number;
}

function isStoredBoard(value: unknown): value is StoredBoard {
  return (
    typeof value === 'object' &&
    value !== null &&
    'shared' in value &&
    'mine' in value &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

export class BoardKeeper {
  #timer: TimerId | null = null;
  #latest: Board = emptyBoard;
  /** When the picture that was found in storage had been stored; null: there was none. */
  readonly foundAt: number | null = null;
  readonly found: Board = emptyBoard;

  constructor(
    private readonly env: Environment,
    private readonly key: string,
  ) {
    const stored = readStored(env.storage, key);
    if (isStoredBoard(stored)) {
      this.foundAt = stored.at;
      this.found = {
        cursor: stored.cursor,
        shared: new Map(Object.entries(stored.shared)),
        mine: new Map(Object.entries(stored.mine)),
      };
    }
  }

  keep(board: Board): void {
    this.#latest = board;
    this.#timer ??= this.env.setTimer(() => {
      this.flush();
    }, storeEveryMs);
  }

  /** Stores at once what waits: pages call it before they are put away. */
  flush(): void {
    if (this.#timer === null) return;
    this.env.clearTimer(this.#timer);
    this.#timer = null;
    const board = this.#latest;
    const stored: StoredBoard = {
      cursor: board.cursor,
      shared: Object.fromEntries(board.shared),
      mine: Object.fromEntries(board.mine),
      at: this.env.now(),
    };
    writeStored(this.env.storage, this.key, stored);
  }
}
