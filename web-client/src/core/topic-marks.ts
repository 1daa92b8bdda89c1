// What a topic ballot says, as one map for all kinds of ballots: 1 for a wish, points, or a score. Wishes for
// parts of a topic are wishes for the topic, counted as the server counts them.
import type { MyTopicBallotDocument, TopicBallotKind, TopicDocument, TopicId } from './protocol.gen';

/** None of them is zero. */
export type Marks = Readonly<Record<TopicId, number>>;

export interface MarkedTopic {
  readonly id: TopicId;
  readonly doc: Pick<TopicDocument, 'parts'>;
}

export function marksOf(ballot: MyTopicBallotDocument): Marks {
  return { ...Object.fromEntries(ballot.approve.map((topic) => [topic, 1])), ...ballot.points };
}

export function markOf(kind: TopicBallotKind, marks: Marks, { id, doc }: MarkedTopic): number {
  const all = [id, ...doc.parts].map((topic) => marks[topic] ?? 0);
  switch (kind.kind) {
    case 'approval':
    case 'score':
      return Math.max(...all);
    case 'points':
      return Math.min(
        kind.cap,
        all.reduce((sum, mark) => sum + mark, 0),
      );
  }
}

/** The marks with this one for the topic; those for its parts go into it. */
export function withMark(marks: Marks, { id, doc }: MarkedTopic, mark: number): Marks {
  const gone = new Set([id, ...doc.parts]);
  const others = Object.entries(marks).filter(([topic]) => !gone.has(topic));
  return Object.fromEntries(mark > 0 ? [...others, [id, mark]] : others);
}

/** Points that are not spread yet; null where there is no such number. Topics that nobody sees hold none. */
export function pointsLeft(
  kind: TopicBallotKind,
  marks: Marks,
  shown: readonly MarkedTopic[],
): number | null {
  if (kind.kind !== 'points') return null;
  const spent = shown.reduce((sum, topic) => sum + markOf(kind, marks, topic), 0);
  return Math.max(0, kind.points - spent);
}

/** The most that a topic with this mark may have while so many points are left. */
export function markMax(kind: TopicBallotKind, mark: number, left: number | null): number {
  switch (kind.kind) {
    case 'approval':
      return 1;
    case 'score':
      return kind.max;
    case 'points':
      return Math.min(kind.cap, mark + (left ?? 0));
  }
}

/**
 * The marks that can be sent. Points on topics that nobody sees any more are free again, and would otherwise be
 * too many together with those that were spread instead.
 */
export function sendable(kind: TopicBallotKind, marks: Marks, shown: readonly MarkedTopic[]): Marks {
  if (kind.kind !== 'points') return marks;
  let free = kind.points;
  const kept: [TopicId, number][] = [];
  for (const id of shown.flatMap(({ id, doc }) => [id, ...doc.parts])) {
    const mark = Math.min(marks[id] ?? 0, kind.cap, free);
    free -= mark;
    if (mark > 0) kept.push([id, mark]);
  }
  return Object.fromEntries(kept);
}
