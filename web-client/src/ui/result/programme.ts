// The programme of topics for those who voted: the adopted one where there is one, otherwise the one that follows
// from the ballots. What is said about it is the server's; this only puts both into one shape.
import type { Documents } from '../../core/documents';
import type {
  AdoptedDocument,
  Grounds,
  SelectionDocument,
  Served,
  SelectionRule,
  TopicId,
} from '../../core/protocol.gen';
import { markOf, type Marks } from '../../core/topic-marks';
import { ballotKind, shownTopics } from '../topics';

export interface Placed {
  readonly topic: TopicId;
  readonly grounds: Grounds;
  readonly supporters: number;
  readonly withNothingElse: number;
  readonly isByHand: boolean;
}

export interface Outside {
  readonly topic: TopicId;
  /** Null where that is not known of this programme. */
  readonly supporters: number | null;
  readonly lacks: number | null;
}

export interface Programme {
  readonly isAdopted: boolean;
  readonly rule: SelectionRule;
  readonly placed: readonly Placed[];
  /** In by the ballots alone, and taken out by hand. */
  readonly dropped: readonly TopicId[];
  readonly outside: readonly Outside[];
  readonly served: Served;
  readonly servedByMostVotes: Served;
}

function ofSelection(selection: SelectionDocument): Omit<Programme, 'outside'> {
  const alone = selection.by_ballots_alone?.topics ?? null;
  const elected = selection.elected.map(({ topic }) => topic);
  return {
    isAdopted: false,
    rule: selection.terms.rule,
    placed: selection.elected.map(({ topic, grounds, supporters, with_nothing_else: withNothingElse }) => ({
      topic,
      grounds,
      supporters,
      withNothingElse,
      isByHand: alone !== null && !alone.includes(topic),
    })),
    dropped: alone?.filter((topic) => !elected.includes(topic)) ?? [],
    served: selection.served,
    servedByMostVotes: selection.by_most_votes.served,
  };
}

function ofAdopted(adopted: AdoptedDocument): Omit<Programme, 'outside'> {
  return {
    isAdopted: true,
    rule: adopted.terms.rule,
    placed: adopted.topics.map(
      ({ topic, grounds, supporters, with_nothing_else: withNothingElse, is_by_hand: isByHand }) => ({
        topic,
        grounds,
        supporters,
        withNothingElse,
        isByHand,
      }),
    ),
    dropped: adopted.dropped,
    served: adopted.served,
    servedByMostVotes: adopted.served_by_most_votes,
  };
}

/** Topics without a place; what they lacked is said only of the selection that this programme is. */
function outsideOf(docs: Documents, programme: Omit<Programme, 'outside'>): Outside[] {
  const placed = new Set(programme.placed.map(({ topic }) => topic));
  const selection = docs.get('selection');
  const isSame =
    selection?.elected.length === placed.size && selection.elected.every(({ topic }) => placed.has(topic));
  const waiting: Outside[] = isSame
    ? selection.waiting.map(({ topic, supporters, lacks }) => ({ topic, supporters, lacks }))
    : shownTopics(docs).map(({ id }) => ({ topic: id, supporters: null, lacks: null }));
  return waiting.filter(({ topic }) => !placed.has(topic) && !programme.dropped.includes(topic));
}

export function programmeOf(docs: Documents): Programme | null {
  const adopted = docs.get('adopted');
  const selection = docs.get('selection');
  if (adopted === undefined && selection === undefined) return null;
  const programme = adopted !== undefined ? ofAdopted(adopted) : selection && ofSelection(selection);
  return programme === undefined ? null : { ...programme, outside: outsideOf(docs, programme) };
}

/** Whether somebody wants a topic, itself or as one of its parts. */
export function isWanted(docs: Documents, marks: Marks, topic: TopicId): boolean {
  const parts = docs.get(`topic/${topic}`)?.parts ?? [];
  return markOf(ballotKind(docs), marks, { id: topic, doc: { parts } }) > 0;
}
