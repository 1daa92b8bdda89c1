// The topic vote as list and cards see it: what kind of ballot, what is on it, and how to change it.
import type { VoteState } from '../../core/ballots';
import type { Documents, Listed } from '../../core/documents';
import type { TopicBallotKind, TopicDocument } from '../../core/protocol.gen';
import { markMax, markOf, pointsLeft, withMark, type Marks } from '../../core/topic-marks';
import type { Participation } from '../participation';
import { ballotKind, shownTopics } from '../topics';

export type ShownTopic = Listed<TopicDocument>;

export interface Vote {
  readonly kind: TopicBallotKind;
  readonly topics: readonly ShownTopic[];
  readonly state: VoteState | null;
  /** Topics with a mark. */
  readonly chosen: number;
  /** Points that are not spread yet; null where there is no such number. */
  readonly left: number | null;
  mark(topic: ShownTopic): number;
  max(topic: ShownTopic): number;
  set(topic: ShownTopic, mark: number): void;
}

export function voteOf(docs: Documents, participation: Participation): Vote {
  const kind = ballotKind(docs);
  const topics = shownTopics(docs);
  const answer = participation.topicAnswer();
  const marks: Marks = answer.choice ?? {};
  return {
    kind,
    topics,
    state: answer.state,
    chosen: topics.filter((topic) => markOf(kind, marks, topic) > 0).length,
    left: pointsLeft(kind, marks, topics),
    mark: (topic) => markOf(kind, marks, topic),
    max: (topic) => markMax(kind, marks, topic, topics),
    set: (topic, mark) => {
      // Two taps may come before the next drawing: the bounds are those of the ballot as it is now.
      const now = participation.topicAnswer().choice ?? {};
      const bounded = Math.max(0, Math.min(mark, markMax(kind, now, topic, topics)));
      participation.castTopicBallot(withMark(now, topic, bounded));
    },
  };
}

/** Keeps the order in which topics were first seen: a list never moves under the finger. */
export function keepOrder(before: readonly string[], now: readonly string[]): string[] {
  const kept = before.filter((id) => now.includes(id));
  return [...kept, ...now.filter((id) => !kept.includes(id))];
}
