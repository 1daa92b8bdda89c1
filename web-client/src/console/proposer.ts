// Who proposed a topic, in words: a name if one was given.
import type { Documents } from '../core/documents';
import type { TopicDocument } from '../core/protocol.gen';
import { t } from '../i18n/i18n.svelte';

export function proposerText(docs: Documents, { proposer }: Pick<TopicDocument, 'proposer'>): string {
  if (proposer === undefined) return t('console-topic-prepared');
  const profile = docs.get(`person/${proposer}`)?.profile;
  const from = [profile?.name, profile?.organisation].filter(Boolean).join(', ');
  return from === '' ? t('console-topic-anonymous') : t('console-topic-from', { from });
}
