// What a phone's scenes may ask for and read of the person's own answers. The phone implements it with a
// client; the console's preview with somebody who only watches.
import type { Answer } from '../core/ballots';
import type { OptionId, PollId, TopicDraft, TopicId } from '../core/protocol.gen';

/** A proposal that is not yet confirmed. */
export interface PendingTopic {
  readonly id: TopicId;
  readonly draft: TopicDraft;
  readonly state: 'saved' | 'sending';
}

export interface Participation {
  answer(poll: PollId): Answer<readonly OptionId[]>;
  topicAnswer(): Answer<readonly TopicId[]>;
  ownTopics(): readonly TopicId[];
  pendingTopics(): readonly PendingTopic[];
  castBallot(poll: PollId, choices: readonly OptionId[]): void;
  withdrawBallot(poll: PollId): void;
  castTopicBallot(approve: readonly TopicId[]): void;
  propose(draft: TopicDraft): void;
  /** A proposal that was begun and not sent, kept across reloads. */
  readonly draft: TopicDraft;
  keepDraft(draft: TopicDraft): void;
}

export const emptyTopicDraft: TopicDraft = { title: '', text: '', theme: null, hosting: 'not_offered' };

const nothing = () => undefined;

export const onlooker: Participation = {
  answer: () => ({ choice: null, state: null }),
  topicAnswer: () => ({ choice: null, state: null }),
  ownTopics: () => [],
  pendingTopics: () => [],
  castBallot: nothing,
  withdrawBallot: nothing,
  castTopicBallot: nothing,
  propose: nothing,
  draft: emptyTopicDraft,
  keepDraft: nothing,
};
