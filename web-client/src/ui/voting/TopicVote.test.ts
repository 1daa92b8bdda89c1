// The topic vote on a phone: points never exceed, the list stands still, cards are dealt without own topics.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentsOf } from '../../core/documents';
import type { TopicBallotKind } from '../../core/protocol.gen';
import type { Marks } from '../../core/topic-marks';
import { onlooker, type Participation } from '../participation';
import { germanTexts } from '../testing';
import TopicVote from './TopicVote.svelte';

function docsOf(ids: string[], ballot: TopicBallotKind, order = (index: number) => index) {
  const topic = (id: string, index: number): [string, unknown] => [
    `topic/${id}`,
    {
      title: `Thema ${id}`,
      text: '',
      theme: null,
      hosting: 'not_offered',
      order: order(index),
      parts: [],
      standing: { kind: 'shown' },
    },
  ];
  const rules = { per_person: 5, review: 'after', ballot, counts: 'on_reveal' };
  return documentsOf(
    new Map<string, unknown>([['topics', { proposals: 'closed', vote: 'open', rules }], ...ids.map(topic)]),
  );
}

function seat(marks: Marks, more: Partial<Participation> = {}) {
  const cast = vi.fn();
  const participation: Participation = {
    ...onlooker,
    topicAnswer: () => ({ choice: marks, state: 'counted' }),
    castTopicBallot: cast,
    ...more,
  };
  return { cast, participation };
}

beforeAll(germanTexts);
afterEach(cleanup);

describe('the list', () => {
  const points: TopicBallotKind = { kind: 'points', points: 5, cap: 3 };

  it('gives a topic its points up to the cap and up to what is left', async () => {
    const { cast, participation } = seat({ a: 3, b: 1 });
    render(TopicVote, { docs: docsOf(['a', 'b', 'c'], points), participation });
    await fireEvent.click(screen.getByTestId('more-a'));
    expect(cast).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByTestId('more-c'));
    expect(cast).toHaveBeenLastCalledWith({ a: 3, b: 1, c: 1 });
    await fireEvent.click(screen.getByTestId('less-b'));
    expect(cast).toHaveBeenLastCalledWith({ a: 3 });
    expect(screen.getByTestId('approved-count').dataset['left']).toBe('1');
  });

  it('takes no point more when all are spread', async () => {
    const { cast, participation } = seat({ a: 3, b: 2 });
    render(TopicVote, { docs: docsOf(['a', 'b', 'c'], points), participation });
    await fireEvent.click(screen.getByTestId('more-c'));
    expect(cast).not.toHaveBeenCalled();
    expect(screen.getByTestId('more-c').getAttribute('aria-disabled')).toBe('true');
  });

  it('stands still when topics come in between', async () => {
    const { participation } = seat({});
    const approval: TopicBallotKind = { kind: 'approval' };
    const { rerender } = render(TopicVote, { docs: docsOf(['a', 'b'], approval), participation });
    const shown = () => screen.getAllByRole('heading').map(({ textContent }) => textContent);
    const docs = docsOf(['a', 'new', 'b'], approval);
    await rerender({ docs, participation });
    expect(shown()).toEqual(['Thema a', 'Thema b', 'Thema new']);
  });
});

describe('the cards', () => {
  const ids = Array.from({ length: 10 }, (_, index) => `t${String(index)}`);
  const approval: TopicBallotKind = { kind: 'approval' };

  it('are offered first when there are many topics, without own ones', async () => {
    const nextCards = () => Promise.resolve({ topics: ['t4', 't7', 't1'], left: 9 });
    const { cast, participation } = seat({}, { nextCards, ownTopics: () => ['t0'] });
    render(TopicVote, { docs: docsOf(ids, approval), participation });
    await screen.findByTestId('card-t4');
    expect(screen.getByTestId('cards-seen').textContent).toBe('0 von 9 gesehen');
    await fireEvent.click(screen.getByTestId('card-want'));
    expect(cast).toHaveBeenCalledWith({ t4: 1 });
  });

  it('tell the server what was not wanted, with the arrow keys too', async () => {
    const skipTopic = vi.fn();
    const nextCards = () => Promise.resolve({ topics: ['t4', 't7', 't1'], left: 10 });
    const { participation } = seat({}, { nextCards, skipTopic });
    render(TopicVote, { docs: docsOf(ids, approval), participation });
    await screen.findByTestId('card-t4');
    await fireEvent.keyDown(screen.getByTestId('card-want'), { key: 'ArrowLeft' });
    expect(skipTopic).toHaveBeenCalledWith('t4');
    await screen.findByTestId('card-t7');
  });

  it('come with the points that the card is worth', async () => {
    const nextCards = () => Promise.resolve({ topics: ['t4'], left: 10 });
    const { cast, participation } = seat({ t1: 2 }, { nextCards });
    render(TopicVote, { docs: docsOf(ids, { kind: 'score', max: 4 }), participation });
    await screen.findByTestId('card-t4');
    await fireEvent.click(screen.getByTestId('more-t4'));
    expect(cast).toHaveBeenCalledWith({ t1: 2, t4: 1 });
  });
});
