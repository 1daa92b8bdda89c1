// What the wall or the phones may see of a moderator's board: used for honest previews in the console.
// It repeats the server's rule for display only; it protects nothing, the server never sends the rest.
import type { DocumentFor, DocumentKey, Documents, ListName } from './documents';

export type Onlookers = 'wall' | 'phones';

function visible(documents: Documents, on: Onlookers, key: string): boolean {
  const [name, id = ''] = key.split('/');
  if (name === 'topic') {
    return documents.get(`topic/${id}`)?.standing.kind === 'shown';
  }
  if (name === 'poll') return documents.get(`poll/${id}`)?.phase !== 'draft';
  if (name === 'tally') {
    const poll = documents.get(`poll/${id}`);
    if (poll === undefined || poll.phase === 'draft') return false;
    return poll.phase === 'revealed' || poll.results === 'live';
  }
  if (name === 'support' || name === 'selection') {
    const topics = documents.get('topics');
    return topics?.vote === 'revealed' || (on === 'wall' && topics?.rules.counts === 'live');
  }
  return name !== 'person' && name !== 'glossary';
}

export function seenBy(documents: Documents, on: Onlookers): Documents {
  return {
    get<K extends DocumentKey>(key: K): DocumentFor<K> | undefined {
      return visible(documents, on, key) ? documents.get(key) : undefined;
    },
    list<L extends ListName>(name: L) {
      return documents.list(name).filter((listed) => visible(documents, on, `${name}/${listed.id}`));
    },
  };
}
