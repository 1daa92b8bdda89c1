// Commands that wait for their acknowledgement. They survive a reload, are sent in order, and may be sent
// again: the server recognises their ids. The outbox opens no line; the client tells it when one is there.
import { readStored, writeStored, type KeyValueStorage } from './environment';
import { limits, type Command, type CommandId, type CommandMessage, type Rejection } from './protocol.gen';

export type EntryState = 'waiting' | 'flying';

interface Entry {
  readonly message: CommandMessage;
  state: EntryState;
}

/** Commands with the same key replace each other while they wait: only the last ballot or text matters. */
function replaceKey(command: Command): string | null {
  if ('cast_ballot' in command) return `ballot/${command.cast_ballot.poll}`;
  if ('withdraw_ballot' in command) return `ballot/${command.withdraw_ballot.poll}`;
  if ('cast_topic_ballot' in command) return 'topic-ballot';
  if ('edit_topic' in command) return `topic/${command.edit_topic.topic}`;
  if ('join' in command) return 'join';
  return null;
}

/** Whether the same command may succeed later without anybody doing anything. */
export function isRetryable(why: Rejection): boolean {
  return why.code === 'storage' || why.code === 'too_fast' || why.code === 'try_again';
}

function isMessage(value: unknown): value is CommandMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'do' in value &&
    typeof value.do === 'object' &&
    value.do !== null
  );
}

export class Outbox {
  #entries: Entry[];

  constructor(
    private readonly storage: KeyValueStorage,
    private readonly key: string,
  ) {
    this.#entries = this.#stored().map((message) => ({ message, state: 'waiting' }));
  }

  get size(): number {
    return this.#entries.length;
  }

  state(id: CommandId): EntryState | null {
    return this.#entries.find((entry) => entry.message.id === id)?.state ?? null;
  }

  commands(): readonly CommandMessage[] {
    return this.#entries.map((entry) => entry.message);
  }

  /** Keeps a command. Returns the ids of older ones that it made superfluous. */
  add(message: CommandMessage): CommandId[] {
    const key = replaceKey(message.do);
    const replaced = this.#entries.filter(
      (entry) => key !== null && entry.state === 'waiting' && replaceKey(entry.message.do) === key,
    );
    const gone = replaced.map((entry) => entry.message.id);
    this.#entries = this.#entries.filter((entry) => !replaced.includes(entry));
    this.#entries.push({ message, state: 'waiting' });
    this.#store(gone);
    return gone;
  }

  /** The next commands to send, in order; they count as under way from now on. */
  takeOff(): CommandMessage[] {
    const flying = this.#entries.filter((entry) => entry.state === 'flying').length;
    const next = this.#entries
      .filter((entry) => entry.state === 'waiting')
      .slice(0, Math.max(0, limits.inFlightMax - flying));
    for (const entry of next) entry.state = 'flying';
    return next.map((entry) => entry.message);
  }

  /** Acknowledged or finally rejected. Returns the command, or null when it is not ours. */
  remove(id: CommandId): Command | null {
    const entry = this.#entries.find(({ message }) => message.id === id);
    if (entry === undefined) return null;
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.#store([id]);
    return entry.message.do;
  }

  /** To be sent again later, at its old place; unless a newer command has replaced it meanwhile. */
  putBack(id: CommandId): void {
    const entry = this.#entries.find(({ message }) => message.id === id);
    if (entry === undefined) return;
    const key = replaceKey(entry.message.do);
    const replaced =
      key !== null && this.#entries.some((other) => other !== entry && replaceKey(other.message.do) === key);
    if (replaced) this.remove(id);
    else entry.state = 'waiting';
  }

  /** The line is gone: nobody knows what arrived, so everything is sent again. */
  land(): void {
    for (const entry of this.#entries) entry.state = 'waiting';
  }

  #stored(): CommandMessage[] {
    const stored = readStored(this.storage, this.key);
    return Array.isArray(stored) ? stored.filter(isMessage) : [];
  }

  // Another tab of the same café may keep commands under the same key: its entries are left alone.
  #store(gone: CommandId[]): void {
    const own = new Set(this.#entries.map((entry) => entry.message.id));
    const others = this.#stored().filter(({ id }) => !own.has(id) && !gone.includes(id));
    writeStored(this.storage, this.key, [...others, ...this.commands()]);
  }
}
