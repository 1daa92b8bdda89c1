// Puts rejections, errors and goodbyes into words: what happened, which field, which limit.
import type { ErrorCode, Rejection } from '../core/protocol.gen';
import { t } from '../i18n/i18n.svelte';

const namedFields = [
  'name',
  'organisation',
  'title',
  'text',
  'theme',
  'topic',
  'topics',
  'poll',
  'question',
  'options',
  'choices',
  'approve',
  'points',
  'per_person',
  'places',
  'ballot',
  'slot',
  'seconds',
  'min',
  'max',
  'into',
];

/** `draft.options.3` is about the options. A field that nobody has named is "this entry". */
function fieldName(path: string): string {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '' && !/^\d+$/.test(part));
  const named = parts.reverse().find((part) => namedFields.includes(part));
  return t(named === undefined ? 'field-other' : `field-${named.replaceAll('_', '-')}`);
}

export function rejectionText(why: Rejection): string {
  switch (why.code) {
    case 'malformed':
      return t('rejection-malformed', { field: fieldName(why.field), reason: why.reason });
    case 'unknown':
    case 'id_taken':
    case 'text_empty':
    case 'duplicate':
    case 'not_asked':
      return t(`rejection-${why.code.replaceAll('_', '-')}`, { field: fieldName(why.field) });
    case 'text_too_long':
    case 'too_few':
    case 'too_many':
      return t(`rejection-${why.code.replaceAll('_', '-')}`, {
        field: fieldName(why.field),
        limit: why.limit,
      });
    case 'out_of_range':
      return t('rejection-out-of-range', { field: fieldName(why.field), min: why.min, max: why.max });
    case 'cafe_full':
    case 'too_fast':
      return t(`rejection-${why.code.replaceAll('_', '-')}`, { limit: why.limit });
    case 'poll_not_open':
    case 'topic_vote_not_open':
    case 'wrong_phase':
      return t(`rejection-${why.code.replaceAll('_', '-')}`, { phase: t(`phase-${why.phase}`) });
    case 'not_allowed':
    case 'not_joined':
    case 'seat_taken':
    case 'proposals_closed':
    case 'superseded':
    case 'ballots_cast':
    case 'selection_moved':
    case 'cannot_merge':
    case 'storage':
    case 'try_again':
      return t(`rejection-${why.code.replaceAll('_', '-')}`);
  }
}

/** Why the server refused the connection; null when it gave no reason. */
export function refusalText(code: ErrorCode | null): string {
  return t(`refused-${code === null ? 'other' : code.replaceAll('_', '-')}`);
}
