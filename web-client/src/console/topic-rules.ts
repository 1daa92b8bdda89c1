// The rules of proposing and voting as a form holds them, with the numbers of every kind of ballot at once, so that
// trying another kind loses nothing.
import {
  limits,
  type Results,
  type Review,
  type TopicBallotKind,
  type TopicRules,
} from '../core/protocol.gen';

export interface RulesDraft {
  perPerson: number;
  review: Review;
  kind: TopicBallotKind['kind'];
  points: number;
  cap: number;
  max: number;
  counts: Results;
}

/** What is wrong with which field. */
export type RulesFault = 'perPerson' | 'points' | 'cap' | 'max';

export function rulesDraft(rules: TopicRules): RulesDraft {
  const { ballot } = rules;
  return {
    perPerson: rules.per_person,
    review: rules.review,
    kind: ballot.kind,
    points: ballot.kind === 'points' ? ballot.points : 5,
    cap: ballot.kind === 'points' ? ballot.cap : 3,
    max: ballot.kind === 'score' ? ballot.max : 5,
    counts: rules.counts,
  };
}

export function rulesOf(draft: RulesDraft): TopicRules {
  return {
    per_person: draft.perPerson,
    review: draft.review,
    ballot: ballotOf(draft),
    counts: draft.counts,
  };
}

function ballotOf({ kind, points, cap, max }: RulesDraft): TopicBallotKind {
  switch (kind) {
    case 'approval':
      return { kind };
    case 'points':
      return { kind, points, cap };
    case 'score':
      return { kind, max };
  }
}

/** The bounds of the server, so that a fault is said beside its field before anything is sent. */
export function rulesFault(draft: RulesDraft): RulesFault | null {
  const within = (value: number, min: number, max: number) =>
    Number.isInteger(value) && min <= value && value <= max;
  if (!within(draft.perPerson, 1, limits.topicsPerPersonMax)) return 'perPerson';
  if (draft.kind === 'points' && !within(draft.points, 1, limits.pointsMax)) return 'points';
  if (draft.kind === 'points' && !within(draft.cap, 1, draft.points)) return 'cap';
  if (draft.kind === 'score' && !within(draft.max, 2, limits.scoreMax)) return 'max';
  return null;
}
