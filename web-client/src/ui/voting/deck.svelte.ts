// The cards that one person goes through: which is on top, which come next, and the way back. The server says
// which topics need looking at most; without it the deck is shuffled here. It draws nothing and sends nothing.
import type { TopicId } from '../../core/protocol.gen';

export interface Judged {
  readonly topic: TopicId;
  readonly as: 'wanted' | 'skipped';
}

export interface DeckSource {
  /** Topics that this person has not judged, in any order. */
  open(): readonly TopicId[];
  /** Some of them, in the order in which they should be looked at. Rejects when nobody answers. */
  next(): Promise<readonly TopicId[]>;
}

/** New cards are asked for before the last one is on top. */
const askBelow = 3;
/** On a slow line people rather look at any card than at none. */
const patienceMs = 2_500;

function shuffled(topics: readonly TopicId[]): TopicId[] {
  return topics
    .map((topic) => ({ topic, chance: Math.random() }))
    .sort((a, b) => a.chance - b.chance)
    .map(({ topic }) => topic);
}

export class Deck {
  top = $state<TopicId | null>(null);
  /** Nobody knows yet what comes next. */
  asking = $state(false);
  #past = $state.raw<readonly Judged[]>([]);
  #coming: readonly TopicId[] = [];

  constructor(private readonly source: DeckSource) {}

  get canGoBack(): boolean {
    return this.#past.length > 0;
  }

  /** The card on top was judged: the next one comes. */
  judged(as: Judged['as']): void {
    if (this.top === null) return;
    this.#past = [...this.#past, { topic: this.top, as }];
    this.#turn(this.top);
  }

  /** The card on top is gone, or there was none. */
  turn(): void {
    this.#turn(this.top);
  }

  /** Brings the last card back and says how it was judged. */
  back(): Judged | null {
    const last = this.#past.at(-1);
    if (last === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    if (this.top !== null) this.#coming = [this.top, ...this.#coming];
    this.top = last.topic;
    return last;
  }

  #turn(gone: TopicId | null): void {
    const open = this.source.open();
    this.#coming = this.#coming.filter((topic) => topic !== gone && open.includes(topic));
    this.top = this.#coming[0] ?? null;
    this.#coming = this.#coming.slice(1);
    const known = this.#coming.length + (this.top === null ? 0 : 1);
    const unknown = open.filter((topic) => topic !== gone).length - known;
    if (unknown > 0 && this.#coming.length < askBelow && !this.asking) void this.#ask(gone);
  }

  async #ask(gone: TopicId | null): Promise<void> {
    this.asking = true;
    let dealt: readonly TopicId[] = [];
    try {
      dealt = await Promise.race([this.source.next(), this.#impatience()]);
    } catch {
      // Without an answer the rest is dealt from here.
    }
    this.asking = false;
    const open = this.source.open().filter((topic) => topic !== gone && topic !== this.top);
    const fresh = dealt.filter((topic) => open.includes(topic));
    // The server may count a topic as judged that is open here, after a step back.
    const added = fresh.length > 0 ? fresh : shuffled(open);
    this.#coming = [...this.#coming, ...added.filter((topic) => !this.#coming.includes(topic))];
    if (this.top === null) this.#turn(gone);
  }

  #impatience(): Promise<never> {
    return new Promise((_, reject) => {
      setTimeout(() => {
        reject(new Error('nobody answers'));
      }, patienceMs);
    });
  }
}
