// The programme on the wall: forms once and in order, never again by itself, and is complete at once where nothing
// may move.
import { cleanup, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentsOf, type Documents } from '../../core/documents';
import { startLanguage } from '../../i18n/i18n.svelte';
import { loaders } from '../../wall/locales';
import { restMs, stepMs } from './forming.svelte';
import { beatMs, type Motion } from './motion';
import { pageAt, pageOf } from './paging';
import { perPageMax, programmeOf, shareOf } from './programme';
import WallStage from './WallStage.svelte';

type Entries = Record<string, unknown>;

const served = (one: number) => ({ voters: 50, with_one: one, with_two: 20, with_three: 0 });
const terms = { rule: 'sequential_phragmen', places: 3, wild_card: false };
const elected = (topic: string, reached: number, grounds = 'ballots') => ({
  topic,
  grounds,
  supporters: 23,
  with_nothing_else: 14,
  reached,
  paid: [],
});
const selection = (topics: string[], alone: string[] | null = null) => ({
  terms,
  elected: topics.map((topic, index) => elected(topic, 10 * (index + 1))),
  served: served(46),
  by_most_votes: { topics: [], served: served(35) },
  by_ballots_alone: alone === null ? null : { topics: alone, served: served(40) },
});
const stage = (kind: string) => ({ slot: null, wall: { kind }, phones: { kind } });
const names = ['a', 'b', 'c', 'd'];
const topicDocs = Object.fromEntries(
  names.map((name, order): [string, unknown] => [
    `topic/${name}`,
    {
      title: `Thema ${name}`,
      text: '',
      theme: name === 'a' ? 'klima' : null,
      order,
      standing: { kind: 'shown' },
    },
  ]),
);

function board(vote: string, more: Entries = {}): Entries {
  return {
    cafe: { title: 'Tag', title_en: '', themes: [{ id: 'klima', title: 'Klima' }] },
    stage: stage('selection'),
    topics: { proposals: 'closed', vote, rules: { counts: 'on_reveal' } },
    'topic-turnout': { ballots: 50, joined: 60 },
    'selection-terms': { terms, hands: {} },
    ...topicDocs,
    ...more,
  };
}
const docsOf = (entries: Entries): Documents => documentsOf(new Map(Object.entries(entries)));
const revealed = (topics = ['c', 'a', 'b']) => board('revealed', { selection: selection(topics) });

function show(entries: Entries, motion: Motion = 'full') {
  const join = { code: 'K7MPQ2', address: 'cafe.example/c/K7MPQ2', qr: '' };
  const { rerender } = render(WallStage, { docs: docsOf(entries), join, offset: 0, motion });
  flushSync();
  return (next: Entries) => rerender({ docs: docsOf(next) });
}

const placed = () => screen.queryAllByTestId(/^placed-/).map((row) => row.dataset['testid']?.slice(7));
const isForming = () => screen.getByTestId('programme').dataset['forming'] !== 'done';
const reached = () => screen.getByTestId('coverage').dataset['reached'];
const said = () => screen.getByTestId('programme-said').textContent;

function wait(ms: number): void {
  vi.advanceTimersByTime(ms);
  flushSync();
}

function lessMotion(matches: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches }));
}

beforeAll(() => startLanguage({ ...loaders, en: loaders.de, 'de-leicht': loaders.de }));
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  lessMotion(false);
  // Leaving rows fade in a browser; here they are gone.
  Element.prototype.animate = vi.fn(() => {
    const animation = { onfinish: null as (() => void) | null, cancel: vi.fn(), currentTime: 0 };
    queueMicrotask(() => animation.onfinish?.());
    return animation as unknown as Animation;
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the programme on the wall', () => {
  it('says how many have voted and what comes, as long as it is secret', () => {
    show(board('closed'));
    expect(screen.getByTestId('turnout').textContent.trim()).toBe('50 von 60 haben abgestimmt');
    expect(screen.getByText(/3 Plätze im Programm/)).toBeTruthy();
    expect(screen.queryByTestId('coverage')).toBeNull();
  });

  it('forms in the order of election when it is revealed, and is announced once it is complete', async () => {
    const next = show(board('closed'));
    await next(revealed());
    expect(placed()).toEqual([]);
    wait(stepMs(3));
    expect([placed(), reached()]).toEqual([['c'], '10']);
    wait(stepMs(3));
    expect([placed(), reached()]).toEqual([['c', 'a'], '20']);
    expect(said()).toBe('');
    wait(stepMs(3) + restMs);
    expect([placed(), reached(), isForming()]).toEqual([['c', 'a', 'b'], '46', false]);
    expect(said()?.replace(/\s/g, ' ')).toMatch(
      /^Das Programm steht. Thema c; Thema a; Thema b. 92 ?% finden mindestens eines ihrer Themen.$/,
    );
    expect(screen.getByTestId('coverage-most-votes').textContent).toContain('70');
  });

  it('does not begin again when something changes, or when it is adopted', async () => {
    const next = show(board('closed'));
    await next(revealed());
    wait(3 * stepMs(3) + restMs);
    await next({ ...revealed(), crowd: { joined: 61 } });
    expect(isForming()).toBe(false);
    const adopted = {
      terms,
      topics: selection(['c', 'a', 'b']).elected.map((one) => ({ ...one, is_by_hand: false })),
      dropped: [],
      served: served(46),
      served_by_most_votes: served(35),
    };
    await next({ ...revealed(), adopted });
    expect(isForming()).toBe(false);
    expect(screen.getByRole('heading', { name: 'Ihr Programm' })).toBeTruthy();
  });

  it('stays while a server that has started again makes the selection anew', async () => {
    const next = show(revealed());
    await next(board('revealed'));
    expect(placed()).toEqual(['c', 'a', 'b']);
    await next(revealed(['c', 'b', 'a']));
    expect([placed(), isForming()]).toEqual([['c', 'b', 'a'], false]);
    await next(board('open'));
    expect(screen.queryByTestId('programme')).toBeNull();
  });

  it('goes on where it was when an update comes while it forms', async () => {
    const next = show(board('closed'));
    await next(revealed());
    wait(stepMs(3));
    await next({ ...revealed(), crowd: { joined: 61 } });
    expect(placed()).toEqual(['c']);
    wait(stepMs(3));
    expect(placed()).toEqual(['c', 'a']);
  });

  it('is complete at once when the page is loaded after the revealing', () => {
    show(revealed());
    expect([placed(), isForming()]).toEqual([['c', 'a', 'b'], false]);
  });

  it('forms anew when the moderator shows it anew', async () => {
    const next = show(revealed());
    await next({ ...revealed(), stage: stage('blank') });
    await next(revealed());
    expect([placed(), isForming()]).toEqual([[], true]);
  });

  it.each([
    ['for people who asked for less motion', true, 'full'],
    ['in a preview', false, 'none'],
  ] as const)('is complete at once %s', async (_, less, motion) => {
    lessMotion(less);
    const next = show(board('closed'), motion);
    await next(revealed());
    expect([placed(), isForming(), reached()]).toEqual([['c', 'a', 'b'], false, '46']);
  });

  it('follows running counts without forming, but not more often than the beat', async () => {
    const running = (topics: string[]) => board('open', { selection: selection(topics) });
    const next = show(running(['a', 'b']));
    expect(placed()).toEqual(['a', 'b']);
    await next(running(['b', 'a']));
    expect(placed()).toEqual(['a', 'b']);
    wait(beatMs);
    expect(placed()).toEqual(['b', 'a']);
    expect([isForming(), said()]).toEqual([false, '']);
  });

  it('marks what was done by hand, and names what was taken out', () => {
    const pinned = {
      ...selection(['a', 'b', 'c'], ['b', 'd']),
      elected: [elected('a', 10, 'pinned'), elected('b', 20), elected('c', 30, 'wild_card')],
    };
    show(board('revealed', { selection: pinned }));
    const marks = screen.getAllByTestId('by-hand').map((mark) => mark.textContent.trim());
    expect(marks).toEqual(['von Hand gesetzt', 'nachgerückt']);
    expect(screen.getByTestId('wild-card').textContent.trim()).toBe('Wildcard');
    expect(screen.getByTestId('dropped').textContent.trim()).toBe('Von Hand herausgenommen: Thema d');
    expect(screen.getByTestId('placed-a').textContent).toContain(
      'Von 23 Personen getragen, für 14 das einzige Thema',
    );
    expect(screen.getByTestId('placed-a').textContent).toContain('Klima');
  });
});

describe('the programme as data', () => {
  it('is nothing before anybody has voted', () => {
    const empty = { ...selection(['a']), served: { voters: 0, with_one: 0, with_two: 0, with_three: 0 } };
    expect(programmeOf(docsOf(board('open', { selection: empty })))).toBeUndefined();
  });

  it('leaves out the comparison where most votes is the rule', () => {
    const plain = { ...selection(['a']), terms: { ...terms, rule: 'most_votes' } };
    expect(programmeOf(docsOf(board('revealed', { selection: plain })))?.byMostVotes).toBeNull();
  });

  it('never claims everybody while one person is missing', () => {
    expect(shareOf(999, { voters: 1000, with_one: 0, with_two: 0, with_three: 0 })).toBe(0.99);
    expect(shareOf(50, served(50))).toBe(1);
  });

  it('is paged: few rows large, many in two columns, long titles with more room', () => {
    const all = (count: number, title: string) =>
      Array.from({ length: count }, () => ({
        ...programmeOf(docsOf(revealed()))?.topics[0],
        title,
      })) as never;
    expect([perPageMax(all(5, 'kurz')), perPageMax(all(20, 'kurz'))]).toEqual([5, 8]);
    expect(perPageMax(all(20, 'x'.repeat(120)))).toBe(6);
  });
});

describe('pages while the programme forms', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => index);

  it('follow the topic that came last, and are the same pages as afterwards', () => {
    expect([0, 6, 7, 19].map((index) => pageOf(twenty, 8, index).from)).toEqual([1, 1, 8, 15]);
    expect(pageOf(twenty, 8, 0)).toEqual(pageAt(twenty, 8, 0));
  });

  it('come faster where there are many', () => {
    expect([stepMs(3), stepMs(20)]).toEqual([1_200, 750]);
  });
});
