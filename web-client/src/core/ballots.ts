// The participant's own answers as the phone knows them: what was chosen here, with which revision, and how
// far it got. The phone believes its own newer answer until the server's `me/…` document catches up.
import { readStored, writeStored, type KeyValueStorage } from './environment';
import type { CommandId, Revision } from './protocol.gen';

/** Saved here; on its way; counted. Nothing chosen has no state. */
export type VoteState = 'saved' | 'sending' | 'counted';

/** What was chosen: options of a poll, or marks by topic; null: withdrawn. */
export type Choice = readonly number[] | Readonly<Record<string, number>> | null;

interface LocalBallot {
  readonly choice: Choice;
  readonly revision: Revision;
  readonly command: CommandId;
  /** Refused for good: only the revision still matters. */
  readonly refused: boolean;
}

export interface Answer<C> {
  readonly choice: C | null;
  readonly state: VoteState | null;
}

function isLocalBallot(value: unknown): value is LocalBallot {
  return typeof value === 'object' && value !== null && 'revision' in value && 'command' in value;
}

export class Ballots {
  #local = new Map<string, LocalBallot>();

  constructor(
    private readonly storage: KeyValueStorage,
    private readonly key: string,
  ) {
    const stored = readStored(storage, key);
    if (typeof stored !== 'object' || stored === null) return;
    for (const [name, ballot] of Object.entries(stored)) {
      if (isLocalBallot(ballot)) this.#local.set(name, ballot);
    }
  }

  /** Larger than everything that this phone or the server has seen for this ballot. */
  nextRevision(name: string, counted: Revision | undefined): Revision {
    return Math.max(counted ?? 0, this.#local.get(name)?.revision ?? 0) + 1;
  }

  set(name: string, ballot: { choice: Choice; revision: Revision; command: CommandId }): void {
    this.#local.set(name, { ...ballot, refused: false });
    this.#store();
  }

  refuse(command: CommandId): void {
    for (const [name, ballot] of this.#local) {
      if (ballot.command === command) this.#local.set(name, { ...ballot, refused: true });
    }
    this.#store();
  }

  /**
   * The answer to show. `counted` is the server's document; `progress` says where a command of ours is:
   * null when it has left the outbox, which means that it was acknowledged.
   */
  answer<C extends Choice>(
    name: string,
    counted: { choice: C; revision: Revision } | null,
    progress: (command: CommandId) => 'waiting' | 'flying' | null,
  ): Answer<NonNullable<C>> {
    const local = this.#local.get(name);
    if (local === undefined || local.refused || (counted !== null && counted.revision >= local.revision)) {
      const choice = counted?.choice ?? null;
      return { choice, state: choice === null ? null : 'counted' };
    }
    const at = progress(local.command);
    const state = at === 'waiting' ? 'saved' : at === 'flying' ? 'sending' : 'counted';
    const choice = local.choice as NonNullable<C> | null;
    return { choice, state: choice === null && state === 'counted' ? null : state };
  }

  #store(): void {
    writeStored(this.storage, this.key, Object.fromEntries(this.#local));
  }
}
