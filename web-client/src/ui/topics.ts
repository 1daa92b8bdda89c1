// Small questions about topics that several views ask: which are shown, in which order, under which theme.
import { inOrder, type Documents, type Listed } from '../core/documents';
import type { ThemeId, TopicBallotKind, TopicDocument, TopicRules } from '../core/protocol.gen';

export function shownTopics(docs: Documents): Listed<TopicDocument>[] {
  return inOrder(docs.list('topic').filter(({ doc }) => doc.standing.kind === 'shown'));
}

export interface Theme {
  readonly title: string;
  /** Its place among the café's themes, from 0: decides its sign. */
  readonly place: number;
}

export function themeOf(docs: Documents, theme: ThemeId | null): Theme | undefined {
  const themes = docs.get('cafe')?.themes ?? [];
  const place = themes.findIndex(({ id }) => id === theme);
  const found = themes[place];
  return found && { title: found.title, place };
}

export function themeTitle(docs: Documents, theme: ThemeId | null): string {
  return themeOf(docs, theme)?.title ?? '';
}

const defaultRules: TopicRules = {
  per_person: 5,
  review: 'after',
  ballot: { kind: 'approval' },
  counts: 'on_reveal',
};

/** A picture that an older version of this page stored has no rules. */
export function topicRules(docs: Documents): TopicRules {
  const rules: TopicRules | undefined = docs.get('topics')?.rules;
  return rules ?? defaultRules;
}

export function ballotKind(docs: Documents): TopicBallotKind {
  return topicRules(docs).ballot;
}

export interface RankedTopic extends Listed<TopicDocument> {
  /** People. */
  readonly support: number;
  /** Only where ballots have points. */
  readonly points: number | undefined;
}

/** Best first, by points where there are any; equal ones in the order of proposing, so that nothing jumps without
    a reason. */
export function rankedTopics(docs: Documents): RankedTopic[] {
  const { counts = {}, points } = docs.get('support') ?? {};
  return shownTopics(docs)
    .map((topic) => ({
      ...topic,
      support: counts[topic.id] ?? 0,
      points: points && (points[topic.id] ?? 0),
    }))
    .sort((a, b) => (b.points ?? 0) - (a.points ?? 0) || b.support - a.support || a.doc.order - b.doc.order);
}
