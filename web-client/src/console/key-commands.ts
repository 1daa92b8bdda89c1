// What the one-key shortcuts do with the stage as it is now. Opening, closing and revealing act on what is shown there:
// a poll, or the topic vote.
import type { Command, Phase, PollId, Scene } from '../core/protocol.gen';
import { t } from '../i18n/i18n.svelte';
import type { Desk } from './desk.svelte';
import type { Shortcut } from './shortcuts';

type Votes = { readonly kind: 'poll'; readonly poll: PollId } | { readonly kind: 'topics' };

function votesOn(scene: Scene | undefined): Votes | null {
  if (scene?.kind === 'poll') return { kind: 'poll', poll: scene.poll };
  return scene?.kind === 'topic_vote' || scene?.kind === 'selection' ? { kind: 'topics' } : null;
}

export function keyCommand(key: Shortcut, desk: Desk): void {
  const docs = desk.live.documents;
  const stage = docs.get('stage');
  const votes = votesOn(stage?.wall) ?? votesOn(stage?.phones);

  switch (key) {
    case 'n':
      nextSlot(desk);
      return;
    case 'o':
      if (votes !== null) move(desk, votes, 'open');
      return;
    case 'c':
      if (votes !== null) move(desk, votes, 'closed');
      return;
    case 'r':
      if (votes !== null) move(desk, votes, 'revealed');
      return;
    case 'p':
      desk.show(
        'show-wall-selection',
        'wall',
        { kind: 'selection' },
        t('console-shown-wall', { title: t('console-scene-selection') }),
      );
      return;
    case 'b':
      desk.show(
        'show-wall-blank',
        'wall',
        { kind: 'blank' },
        t('console-shown-wall', { title: t('console-scene-blank') }),
      );
      return;
    case 'z':
      desk.undoLast();
      return;
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case 'w':
    case 's':
    case '/':
    case '?':
      return;
  }
}

function nextSlot(desk: Desk): void {
  const docs = desk.live.documents;
  const before = docs.get('stage')?.slot ?? null;
  const slots = docs.get('programme')?.slots ?? [];
  const next = slots[slots.findIndex(({ id }) => id === before) + 1];
  if (next === undefined) return;
  const undo = before === null ? [] : [{ enter_slot: { slot: before } }];
  desk.run(
    'next-slot',
    { enter_slot: { slot: next.id } },
    { text: t('console-slot-entered', { title: next.title }), undo },
  );
}

function move(desk: Desk, votes: Votes, phase: Exclude<Phase, 'draft'>): void {
  if (votes.kind === 'topics') {
    const undo: Command[] = phase === 'closed' ? [{ set_topic_vote: { phase: 'open' } }] : [];
    const command: Command = { set_topic_vote: { phase } };
    desk.run(`topic-vote-${phase}`, command, { text: t(`console-topic-vote-${phase}`), undo });
    return;
  }
  const { poll } = votes;
  switch (phase) {
    case 'open':
      desk.run(`open-${poll}`, { open_poll: { poll, seconds: null } }, { text: t('console-poll-opened') });
      return;
    case 'closed': {
      const undo = [{ open_poll: { poll, seconds: null } }];
      desk.run(`close-${poll}`, { close_poll: { poll } }, { text: t('console-poll-closed'), undo });
      return;
    }
    case 'revealed':
      desk.run(`reveal-${poll}`, { reveal_poll: { poll } }, { text: t('console-poll-revealed') });
      return;
  }
}
