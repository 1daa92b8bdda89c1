// Puts into words what two topics have in common. Which topics are alike is the server's decision.
import type { Shared } from '../../core/protocol.gen';
import { t } from '../../i18n/i18n.svelte';

const namedMax = 4;

function word(shared: Shared): string {
  switch (shared.kind) {
    case 'word':
      return shared.word;
    case 'meaning':
    case 'spelling':
    case 'field':
      return t('propose-similar-pair', { here: shared.here, there: shared.there });
  }
}

export function sharedText(shared: readonly Shared[]): string {
  const words = [...new Set(shared.map(word))].slice(0, namedMax).join(', ');
  return words === '' ? '' : t('propose-similar-words', { words });
}
