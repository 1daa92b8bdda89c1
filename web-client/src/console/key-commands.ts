// What the one-key shortcuts do with the stage as it is now. Opening and closing act on the poll that is shown.
import { t } from '../i18n/i18n.svelte';
import type { Desk } from './desk.svelte';
import type { Shortcut } from './shortcuts';

export function keyCommand(key: Shortcut, desk: Desk): void {
  const docs = desk.live.documents;
  const stage = docs.get('stage');
  const shown = [stage?.wall, stage?.phones].find((scene) => scene?.kind === 'poll');
  const poll = shown?.kind === 'poll' ? shown.poll : null;

  switch (key) {
    case 'n': {
      const slots = docs.get('programme')?.slots ?? [];
      const next = slots[slots.findIndex(({ id }) => id === stage?.slot) + 1];
      if (next === undefined) return;
      const before = stage?.slot ?? null;
      const undo = before === null ? [] : [{ enter_slot: { slot: before } }];
      desk.run(
        'next-slot',
        { enter_slot: { slot: next.id } },
        { text: t('console-slot-entered', { title: next.title }), undo },
      );
      return;
    }
    case 'o':
      if (poll !== null) {
        desk.run(`open-${poll}`, { open_poll: { poll, seconds: null } }, { text: t('console-poll-opened') });
      }
      return;
    case 'c':
      if (poll !== null) {
        const undo = [{ open_poll: { poll, seconds: null } }];
        desk.run(`close-${poll}`, { close_poll: { poll } }, { text: t('console-poll-closed'), undo });
      }
      return;
    case 'r':
      if (poll !== null) {
        desk.run(`reveal-${poll}`, { reveal_poll: { poll } }, { text: t('console-poll-revealed') });
      }
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
    case '/':
    case '?':
      return;
  }
}
