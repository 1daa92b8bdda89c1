// The programme of topics as the wall shows it: the adopted one, or else the one that the ballots give. It draws
// nothing and counts nothing; every number is the server's.
import type { Documents } from '../../core/documents';
import type { Grounds, Served, TopicId } from '../../core/protocol.gen';
import { themeOf, type Theme } from '../topics';

export interface PlacedTopic {
  readonly id: TopicId;
  readonly title: string;
  readonly theme: Theme | undefined;
  readonly supporters: number;
  readonly withNothingElse: number;
  /** People with one of the topics up to this one. */
  readonly reached: number;
  readonly grounds: Grounds;
  /** The ballots alone would not have given it a place. */
  readonly byHand: boolean;
}

export interface Programme {
  /** `running`: ballots still change it, or nobody has revealed it yet. */
  readonly state: 'running' | 'revealed' | 'adopted';
  /** In the order of election. */
  readonly topics: readonly PlacedTopic[];
  /** Titles of topics that would be in by the ballots alone. */
  readonly dropped: readonly string[];
  readonly served: Served;
  /** Whom most votes would serve; null where most votes is the rule. */
  readonly byMostVotes: Served | null;
}

type Elected = Omit<PlacedTopic, 'title' | 'theme'>;

function programmeWith(
  docs: Documents,
  parts: Omit<Programme, 'topics' | 'dropped'>,
  elected: readonly Elected[],
  dropped: readonly TopicId[],
): Programme {
  return {
    ...parts,
    // A topic that was taken off the board afterwards has no name any more.
    topics: elected.flatMap((one) => {
      const topic = docs.get(`topic/${one.id}`);
      if (topic === undefined) return [];
      return [{ ...one, title: topic.title, theme: themeOf(docs, topic.theme) }];
    }),
    dropped: dropped.flatMap((id) => docs.get(`topic/${id}`)?.title ?? []),
  };
}

/** Nothing while it is secret, and while nobody has voted: the lot alone is no programme. */
export function programmeOf(docs: Documents): Programme | undefined {
  const adopted = docs.get('adopted');
  if (adopted !== undefined) {
    const { terms, served, served_by_most_votes: other } = adopted;
    const byMostVotes = terms.rule === 'most_votes' ? null : other;
    return programmeWith(
      docs,
      { state: 'adopted', served, byMostVotes },
      adopted.topics.map((one) => ({
        id: one.topic,
        supporters: one.supporters,
        withNothingElse: one.with_nothing_else,
        reached: one.reached,
        grounds: one.grounds,
        byHand: one.is_by_hand,
      })),
      adopted.dropped,
    );
  }
  const selection = docs.get('selection');
  if (selection === undefined || selection.served.voters === 0) return undefined;
  const { terms, served, by_most_votes: other, by_ballots_alone: alone, elected } = selection;
  const inside = new Set(elected.map(({ topic }) => topic));
  return programmeWith(
    docs,
    {
      state: docs.get('topics')?.vote === 'revealed' ? 'revealed' : 'running',
      served,
      byMostVotes: terms.rule === 'most_votes' ? null : other.served,
    },
    elected.map((one) => ({
      id: one.topic,
      supporters: one.supporters,
      withNothingElse: one.with_nothing_else,
      reached: one.reached,
      grounds: one.grounds,
      byHand: alone !== null && !alone.topics.includes(one.topic),
    })),
    alone === null ? [] : alone.topics.filter((topic) => !inside.has(topic)),
  );
}

/** How many topics stand on one picture: few in one column, more in two, fewer where titles are long. */
export function perPageMax(topics: readonly PlacedTopic[]): number {
  if (topics.length <= 5) return 5;
  return topics.some(({ title }) => title.length > 84) ? 6 : 8;
}

/** The share of people; full only when nobody is missing. */
export function shareOf(people: number, served: Served): number {
  if (served.voters === 0) return 0;
  const share = people / served.voters;
  return share < 1 ? Math.min(share, 0.99) : 1;
}
