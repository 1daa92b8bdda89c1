// Puts what the server says about a selection into sentences: why a topic is in, what another one lacks, whom the
// programme serves, and whether it is fair to every group.
import type { Documents } from '../core/documents';
import type {
  Certificate,
  ElectedTopic,
  Grounds,
  Paid,
  Rejection,
  SelectionRule,
  Shared,
  TopicId,
  WaitingTopic,
} from '../core/protocol.gen';
import { formatNumber, languageTag, t } from '../i18n/i18n.svelte';
import { rejectionText } from '../ui/rejection';

export const rules: readonly SelectionRule[] = [
  'sequential_phragmen',
  'equal_shares',
  'most_votes',
  'sequential_pav',
  'additive_equal_shares',
];

export function ruleName(rule: SelectionRule): string {
  return t(`console-rule-${rule.replaceAll('_', '-')}`);
}

export function topicTitle(docs: Documents, topic: TopicId): string {
  return docs.get(`topic/${topic}`)?.title ?? '…';
}

export function titles(docs: Documents, topics: readonly TopicId[]): string {
  const names = topics.map((topic) => t('console-quoted', { title: topicTitle(docs, topic) }));
  return new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(names);
}

/** Whoever put it there: "carried by 23 people, 14 of them with nothing else". */
export function carriedText({
  supporters,
  with_nothing_else: alone,
}: Pick<ElectedTopic, 'supporters' | 'with_nothing_else'>): string {
  const carried = t('console-carried', { count: supporters, shown: formatNumber(supporters) });
  if (supporters === 0) return carried;
  return `${carried}, ${t('console-carried-alone', { count: alone, shown: formatNumber(alone) })}`;
}

/** Null: nothing needs to be said, because the ballots brought it in. */
export function groundsText(grounds: Grounds): string | null {
  return grounds === 'ballots' ? null : t(`console-grounds-${grounds.replace('_', '-')}`);
}

export function percent(thousandths: number): string {
  const digits = { style: 'percent', maximumFractionDigits: thousandths < 100 ? 1 : 0 } as const;
  return new Intl.NumberFormat(languageTag(), digits).format(thousandths / 1_000);
}

/** Groups of people who paid alike that are named; all others paid less than these. */
const paidGroupsMax = 3;

/** "20 people paid 5 % each". Only where everybody starts with the same amount do shares of the price say anything. */
export function paidText(rule: SelectionRule, paid: readonly Paid[]): string {
  if (rule !== 'equal_shares' && rule !== 'additive_equal_shares') return '';
  const payers = paid.filter(({ thousandths }) => thousandths > 0);
  const named = payers.length > paidGroupsMax ? payers.slice(0, paidGroupsMax - 1) : payers;
  const others = payers.slice(named.length).reduce((sum, { people }) => sum + people, 0);
  const parts = named.map(({ people, thousandths }) =>
    t('console-paid-part', { count: people, shown: formatNumber(people), share: percent(thousandths) }),
  );
  if (others > 0) parts.push(t('console-paid-others', { count: others, shown: formatNumber(others) }));
  if (parts.length === 0) return '';
  return t('console-paid', { parts: new Intl.ListFormat(languageTag()).format(parts) });
}

export function lacksText({ lacks }: Pick<WaitingTopic, 'lacks'>): string {
  if (lacks === null) return t('console-lacks-place');
  return t('console-lacks', { count: lacks, shown: formatNumber(lacks) });
}

export interface Verdict {
  readonly kind: 'fair' | 'short' | 'nothing';
  readonly text: string;
  /** The group that could complain, or comes nearest to it. */
  readonly example: string;
}

export function verdict(docs: Documents, certificate: Certificate): Verdict {
  const { is_justified: isJustified, is_proportional: isProportional, worst } = certificate;
  const kind = isProportional ? 'fair' : isJustified ? 'short' : 'nothing';
  const level = worst?.level === 1 ? 'first' : 'more';
  const example =
    worst === null
      ? ''
      : t(`console-fair-example-${isProportional ? 'near' : 'wrong'}-${level}`, {
          count: worst.people,
          people: formatNumber(worst.people),
          title: topicTitle(docs, worst.topic),
          level: formatNumber(worst.level),
          needed: formatNumber(worst.needed),
        });
  return { kind, text: t(`console-fair-${kind}`), example };
}

export function sharedText(shared: Shared): string {
  if (shared.kind === 'word') return t('console-shared-word', { word: shared.word });
  return t(`console-shared-${shared.kind}`, { here: shared.here, there: shared.there });
}

/** Why there is no price: no line, or what the server said. */
export function unpricedText(why: Rejection | null): string {
  if (why === null) return t('console-price-no-line');
  const isPlaces = why.code === 'too_many' || (why.code === 'out_of_range' && why.field === 'places');
  return isPlaces ? t('console-price-places') : rejectionText(why);
}

/** Who came in and who went out, for those who listen instead of looking; empty if nothing changed. */
export function changeText(docs: Documents, before: readonly TopicId[], now: readonly TopicId[]): string {
  const came = now.filter((topic) => !before.includes(topic));
  const gone = before.filter((topic) => !now.includes(topic));
  const parts = [];
  if (came.length > 0) parts.push(t('console-came-in', { titles: titles(docs, came) }));
  if (gone.length > 0) parts.push(t('console-went-out', { titles: titles(docs, gone) }));
  return parts.join(' ');
}
