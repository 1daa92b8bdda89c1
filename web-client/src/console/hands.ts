// Changes by hand to the programme, and what takes them back. They know nothing of buttons or of the server.
import type { Hand, TopicId } from '../core/protocol.gen';

/** As `set_hands` takes them: null leaves the topic to the ballots again. */
export type HandsChange = Record<TopicId, Hand | null>;

/** What makes these topics what they are now. */
export function handsBefore(now: Readonly<Record<TopicId, Hand>>, change: HandsChange): HandsChange {
  return Object.fromEntries(Object.keys(change).map((topic) => [topic, now[topic] ?? null]));
}

/** One topic goes for another. */
export function swap(out: TopicId, into: TopicId): HandsChange {
  return { [out]: 'excluded', [into]: 'pinned' };
}

/** What somebody can ask for beside a topic. */
export type HandAct = 'pin' | 'exclude' | 'release' | 'swap';

export function changeFor(act: Exclude<HandAct, 'swap'>, topic: TopicId): HandsChange {
  switch (act) {
    case 'pin':
      return { [topic]: 'pinned' };
    case 'exclude':
      return { [topic]: 'excluded' };
    case 'release':
      return { [topic]: null };
  }
}
