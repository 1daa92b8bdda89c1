// What a phone's scenes may ask for and read of the person's own answers. The phone implements it with a
// client; the console's preview with somebody who only watches.
import type { Answer } from '../core/ballots';
import type { NextCards, OptionId, PollId, SimilarTopics, TopicDraft, TopicId } from '../core/protocol.gen';
import type { Marks } from '../core/topic-marks';

/** A proposal, or a new text of one, that is not yet confirmed. */
export interface PendingTopic {
  readonly id: TopicId;
  readonly draft: TopicDraft;
  readonly state: 'saved' | 'sending';
}

/** How somebody goes through the topics. */
export type TopicMode = 'cards' | 'list';

export interface TopicEdit {
  readonly topic: TopicId;
  readonly draft: TopicDraft;
}

export interface Participation {
  answer(poll: PollId): Answer<readonly OptionId[]>;
  topicAnswer(): Answer<Marks>;
  /** Topics that were seen and not wanted, also those that the server does not know of yet. */
  skippedTopics(): ReadonlySet<TopicId>;
  ownTopics(): readonly TopicId[];
  pendingTopics(): readonly PendingTopic[];
  pendingEdits(): readonly PendingTopic[];
  castBallot(poll: PollId, choices: readonly OptionId[]): void;
  withdrawBallot(poll: PollId): void;
  castTopicBallot(marks: Marks): void;
  skipTopic(topic: TopicId): void;
  /** Rejects when nobody answers. */
  nextCards(): Promise<NextCards>;
  similarTopics(title: string): Promise<SimilarTopics>;
  propose(draft: TopicDraft): void;
  editTopic(topic: TopicId, draft: TopicDraft): void;
  /** A proposal that was begun and not sent, kept across reloads. */
  readonly draft: TopicDraft;
  keepDraft(draft: TopicDraft): void;
  /** A new text for an own topic, kept until it is stored. */
  readonly edit: TopicEdit | null;
  keepEdit(edit: TopicEdit | null): void;
  /** As chosen on this device. */
  readonly topicMode: TopicMode | null;
  keepTopicMode(mode: TopicMode): void;
}

export const emptyTopicDraft: TopicDraft = { title: '', text: '', theme: null, hosting: 'not_offered' };

const nothing = () => undefined;
const nobody = () => Promise.reject(new Error('nobody is asked'));

export const onlooker: Participation = {
  answer: () => ({ choice: null, state: null }),
  topicAnswer: () => ({ choice: null, state: null }),
  skippedTopics: () => new Set(),
  ownTopics: () => [],
  pendingTopics: () => [],
  pendingEdits: () => [],
  castBallot: nothing,
  withdrawBallot: nothing,
  castTopicBallot: nothing,
  skipTopic: nothing,
  nextCards: nobody,
  similarTopics: nobody,
  propose: nothing,
  editTopic: nothing,
  draft: emptyTopicDraft,
  keepDraft: nothing,
  edit: null,
  keepEdit: nothing,
  topicMode: null,
  keepTopicMode: nothing,
};
