// Names a scene in words, for previews and notes.
import type { Documents } from '../core/documents';
import type { Scene } from '../core/protocol.gen';
import { t } from '../i18n/i18n.svelte';

export function sceneText(docs: Documents, scene: Scene): string {
  switch (scene.kind) {
    case 'lobby':
    case 'topics':
    case 'topic_vote':
    case 'selection':
    case 'blank':
      return t(`console-scene-${scene.kind.replace('_', '-')}`);
    case 'poll':
      return docs.get(`poll/${scene.poll}`)?.question ?? t('poll-gone');
    case 'slot':
      return (
        docs.get('programme')?.slots.find(({ id }) => id === scene.slot)?.title ?? t('console-scene-slot')
      );
    case 'notice':
      return t('console-scene-notice', { text: scene.text });
  }
}

export function sameScene(a: Scene | undefined, b: Scene): boolean {
  if (a === undefined || a.kind !== b.kind) return false;
  if (a.kind === 'poll' && b.kind === 'poll') return a.poll === b.poll;
  if (a.kind === 'slot' && b.kind === 'slot') return a.slot === b.slot;
  if (a.kind === 'notice' && b.kind === 'notice') return a.text === b.text;
  return true;
}
