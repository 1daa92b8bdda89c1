// The one line that a scene is about, to be announced when the stage moves on. Scenes without news have none.
import type { Documents } from '../core/documents';
import type { Scene } from '../core/protocol.gen';
import { t } from '../i18n/i18n.svelte';

export function sceneTitle(docs: Documents, scene: Scene | undefined): string {
  switch (scene?.kind) {
    case 'poll':
      return docs.get(`poll/${scene.poll}`)?.question ?? '';
    case 'slot':
      return docs.get('programme')?.slots.find(({ id }) => id === scene.slot)?.title ?? '';
    case 'notice':
      return scene.text;
    case 'topics':
      return t('topics-title');
    case 'topic_vote':
      return t('topic-vote-title');
    case 'selection':
      return t('selection-title');
    case 'lobby':
    case 'blank':
    case undefined:
      return '';
  }
}
