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
  const left = pointsLeft(kind, marks, topics);
  return {
    kind,
    topics,
    state: answer.state,
    chosen: topics.filter((topic) => markOf(kind, marks, topic) > 0).length,
    left,
    mark: (topic) => markOf(kind, marks, topic),
    max: (topic) => markMax(kind, markOf(kind, marks, topic), left),
    set: (topic, mark) => {
      // Two taps may come before the next drawing: the bounds are those of the ballot as it is now.
      const now = participation.topicAnswer().choice ?? {};
      const max = markMax(kind, markOf(kind, now, topic), pointsLeft(kind, now, topics));
      const bounded = Math.max(0, Math.min(mark, max));
      participation.castTopicBallot(withMark(now, topic, bounded));
    },
  };
}

/** Keeps the order in which topics were first seen: a list never moves under the finger. */
export function keepOrder(before: readonly string[], now: readonly string[]): string[] {
  const there = new Set(now);
  return [...new Set([...before.filter((id) => there.has(id)), ...now])];
}
