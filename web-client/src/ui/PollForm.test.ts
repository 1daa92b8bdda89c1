// The poll form: a tap counts, a collected choice is nobody else's business, and the state is said in words.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../core/ballots';
import type { PollDocument, PollKind } from '../core/protocol.gen';
import PollForm from './PollForm.svelte';
import { germanTexts } from './testing';

const nothing: Answer<readonly number[]> = { choice: null, state: null };

function poll(kind: PollKind): PollDocument {
  const options = ['Suppe', 'Salat', 'Brot'].map((label, id) => ({ id, label }));
  return {
    question: 'Mittag?',
    options,
    kind,
    results: 'on_reveal',
    phase: 'open',
    closes_at: null,
    order: 0,
  };
}

function show(kind: PollKind, answer = nothing) {
  const oncast = vi.fn();
  const onwithdraw = vi.fn();
  const props = { poll: poll(kind), answer, labelledby: 'q', oncast, onwithdraw };
  const { rerender } = render(PollForm, props);
  const again = (changed: Partial<typeof props>) => rerender({ ...props, ...changed });
  return { oncast, onwithdraw, again };
}
const option = (id: number) => screen.getByTestId(`option-${String(id)}`);
const checked = () => [0, 1, 2].filter((id) => option(id).getAttribute('aria-checked') === 'true');

beforeAll(germanTexts);
afterEach(cleanup);

describe('a single choice', () => {
  it('is cast with the tap, and once', async () => {
    const { oncast, again } = show({ kind: 'single' });
    await fireEvent.click(option(1));
    expect(oncast).toHaveBeenCalledExactlyOnceWith([1]);
    await again({ answer: { choice: [1], state: 'sending' } });
    await fireEvent.click(option(1));
    expect(oncast).toHaveBeenCalledOnce();
  });

  it('can be changed and taken back', async () => {
    const { oncast, onwithdraw } = show({ kind: 'single' }, { choice: [0], state: 'counted' });
    expect(option(0).getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(option(2));
    expect(oncast).toHaveBeenCalledWith([2]);
    await fireEvent.click(screen.getByRole('button', { name: 'Antwort zurücknehmen' }));
    expect(onwithdraw).toHaveBeenCalledOnce();
  });
});

describe('a multiple choice', () => {
  it('is collected and sent only with the button', async () => {
    const { oncast } = show({ kind: 'multiple', min: 1, max: 2 });
    await fireEvent.click(option(0));
    await fireEvent.click(option(2));
    expect(oncast).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByTestId('send-ballot'));
    expect(oncast).toHaveBeenCalledExactlyOnceWith([0, 2]);
  });

  it('is not disturbed half-filled by whatever comes from the board', async () => {
    const { again } = show({ kind: 'multiple', min: 1, max: 3 });
    await fireEvent.click(option(0));
    await fireEvent.click(option(2));
    await again({
      poll: poll({ kind: 'multiple', min: 1, max: 3 }),
      answer: { choice: [1], state: 'counted' },
    });
    expect(checked()).toEqual([0, 2]);
    expect(screen.getByText('Noch nicht abgesendet.')).toBeTruthy();
  });

  it('says in words when there are too many or too few', async () => {
    const { oncast } = show({ kind: 'multiple', min: 2, max: 2 });
    await fireEvent.click(option(0));
    await fireEvent.click(screen.getByTestId('send-ballot'));
    expect(screen.getByRole('alert').textContent).toBe('Wählen Sie mindestens 2 Antworten.');
    await fireEvent.click(option(1));
    await fireEvent.click(option(2));
    expect(screen.getByRole('alert').textContent).toBe(
      'Mehr als 2 geht nicht. Nehmen Sie zuerst eine Auswahl heraus.',
    );
    expect(checked()).toEqual([0, 1]);
    expect(oncast).not.toHaveBeenCalled();
  });
});

describe('the state of a vote', () => {
  it.each([
    ['saved', 'Auf diesem Gerät gespeichert'],
    ['sending', 'Wird übertragen'],
    ['counted', 'Gezählt'],
  ] as const)('is said in words when it is %s', (state, words) => {
    show({ kind: 'single' }, { choice: [0], state });
    const region = screen.getByRole('status');
    expect(region.textContent.trim()).toBe(words);
    expect(region.dataset['state']).toBe(state);
  });

  it('is silent while nothing is chosen, in a region that is already there', () => {
    show({ kind: 'single' });
    expect(screen.getByRole('status').textContent.trim()).toBe('');
  });
});
