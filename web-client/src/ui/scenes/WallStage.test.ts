// The wall: never empty, nothing cut off, and only what the board has.
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../../core/documents';
import { startLanguage } from '../../i18n/i18n.svelte';
import { loaders } from '../../wall/locales';
import { pageAt, pageTurnMs } from './paging';
import WallStage from './WallStage.svelte';

const poll = {
  question: 'Mittag?',
  options: ['Suppe', 'Salat'].map((label, id) => ({ id, label })),
  kind: { kind: 'single' },
  results: 'on_reveal',
  phase: 'open',
  closes_at: null,
  order: 0,
};
const cafe = {
  code: 'K7MPQ2',
  title: 'Zukunftsmesse',
  title_en: '',
  date: '2019-09-17',
  venue: 'Neheim',
  time_zone: '',
  themes: [],
};
const stage = (wall: unknown) => ({
  slot: null,
  slot_began_at: null,
  slot_ends_at: null,
  wall,
  phones: wall,
});

function show(entries: Record<string, unknown>) {
  render(WallStage, {
    docs: documentsOf(new Map(Object.entries(entries))),
    join: { code: 'K7MPQ2', address: 'cafe.example/c/K7MPQ2', qr: '' },
    offset: 0,
  });
}
const scene = () => screen.getByTestId('wall-stage').dataset['scene'];

beforeAll(() => startLanguage({ ...loaders, en: loaders.de, 'de-leicht': loaders.de }));
afterEach(cleanup);

describe('the wall', () => {
  it('shows how to join before it knows anything', () => {
    show({});
    expect(scene()).toBe('blank');
    expect(screen.getByText('K7MPQ2')).toBeTruthy();
  });

  it('shows the blank picture instead of a poll that is gone', () => {
    show({ cafe, stage: stage({ kind: 'poll', poll: 'p' }) });
    expect(scene()).toBe('blank');
    expect(screen.getByRole('heading', { name: 'Zukunftsmesse' })).toBeTruthy();
  });

  it('says how many have answered while the counts are hidden', () => {
    show({
      cafe,
      stage: stage({ kind: 'poll', poll: 'p' }),
      'poll/p': poll,
      'turnout/p': { ballots: 312, joined: 340 },
    });
    expect(screen.getByTestId('turnout').textContent.trim()).toBe('312 von 340 haben abgestimmt');
    expect(screen.queryByTestId('bar-0')).toBeNull();
  });

  it('shows a bar with its count for every option when the board has them', () => {
    show({
      cafe,
      stage: stage({ kind: 'poll', poll: 'p' }),
      'poll/p': poll,
      'tally/p': { counts: [30, 10], ballots: 40 },
    });
    expect(screen.getByTestId('bar-0').dataset['count']).toBe('30');
    expect(screen.getByTestId('bar-1').textContent.replace(/\s+/g, '')).toContain('1025%');
  });

  it('ranks topics by support, equal ones with equal rank', () => {
    const topic = (title: string, order: number) => ({
      title,
      text: '',
      theme: null,
      hosting: 'not_offered',
      order,
      parts: [],
      standing: { kind: 'shown' },
    });
    show({
      cafe,
      stage: stage({ kind: 'topic_vote' }),
      topics: { proposals: 'closed', vote: 'revealed' },
      support: { counts: { b: 5, c: 2, a: 2 }, ballots: 6 },
      'topic/a': topic('A', 0),
      'topic/b': topic('B', 1),
      'topic/c': topic('C', 2),
    });
    const rows = screen
      .getAllByTestId(/^support-/)
      .map((row) => [row.dataset['testid'], row.querySelector('.rank')?.textContent]);
    expect(rows).toEqual([
      ['support-b', '1'],
      ['support-a', '2'],
      ['support-c', '2'],
    ]);
  });
});

describe('a long list', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => index);

  it('is turned page by page, in pages of nearly equal size, and begins again', () => {
    const pages = [0, 1, 2, 3].map((turn) => pageAt(twenty, 8, turn * pageTurnMs));
    expect(pages.map(({ from, to, total }) => [from, to, total])).toEqual([
      [1, 7, 20],
      [8, 14, 20],
      [15, 20, 20],
      [1, 7, 20],
    ]);
  });

  it('is one page when it fits, also when it is empty', () => {
    expect(pageAt(twenty, 20, 99 * pageTurnMs).items).toHaveLength(20);
    expect(pageAt([], 8, 0)).toEqual({ items: [], from: 1, to: 0, total: 0 });
  });
});
