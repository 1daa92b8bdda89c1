// Questions to the server that wait for an answer on the line they were asked on. A question is never kept or
// asked again: whoever asked decides whether the answer is still of use.
import type {
  CommandId,
  NextCards,
  Query,
  Rejection,
  SelectionPreview,
  SimilarPairs,
  SimilarTopics,
} from './protocol.gen';

/** What the answer to each query is. */
interface Answers {
  similar_topics: SimilarTopics;
  next_cards: NextCards;
  similar_pairs: SimilarPairs;
  preview_selection: SelectionPreview;
}

type NameOf<Q> = Q extends unknown ? keyof Q : never;
export type AnswerTo<Q extends Query> = Answers[NameOf<Q> & keyof Answers];

/** There will be no answer: the server said why, or there is no line (`why` is null). */
export class Unanswered extends Error {
  constructor(readonly why: Rejection | null) {
    super(why === null ? 'no line' : why.code);
  }
}

interface Asker {
  answered(answer: unknown): void;
  failed(reason: Unanswered): void;
}

export class Questions {
  #open = new Map<CommandId, Asker>();

  /** The server is trusted to answer with the type that the query names. */
  add<Q extends Query>(id: CommandId): Promise<AnswerTo<Q>> {
    const answered = new Promise<unknown>((resolve, reject) => {
      this.#open.set(id, { answered: resolve, failed: reject });
    });
    return answered as Promise<AnswerTo<Q>>;
  }

  answer(id: CommandId, answer: unknown): void {
    this.#take(id)?.answered(answer);
  }

  /** Returns whether it was a question. */
  refuse(id: CommandId, why: Rejection): boolean {
    const asker = this.#take(id);
    asker?.failed(new Unanswered(why));
    return asker !== undefined;
  }

  /** The line is gone, and with it every answer that was on its way. */
  drop(): void {
    for (const id of [...this.#open.keys()]) this.#take(id)?.failed(new Unanswered(null));
  }

  #take(id: CommandId): Asker | undefined {
    const asker = this.#open.get(id);
    this.#open.delete(id);
    return asker;
  }
}
