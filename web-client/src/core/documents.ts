// Typed access to the board's documents by key. The keys and their values are those of the protocol;
// who may see which document is the server's decision, not this file's.
import type {
  AdoptedDocument,
  CafeDocument,
  CrowdDocument,
  GlossaryDocument,
  MyBallotDocument,
  MyProfileDocument,
  MyTopicBallotDocument,
  MyTopicsDocument,
  OrganisationsDocument,
  PersonDocument,
  PollDocument,
  ProgrammeDocument,
  SelectionDocument,
  SelectionTermsDocument,
  StageDocument,
  SupportDocument,
  TallyDocument,
  TopicDocument,
  TopicsDocument,
  TurnoutDocument,
} from './protocol.gen';

interface SingleDocuments {
  cafe: CafeDocument;
  organisations: OrganisationsDocument;
  programme: ProgrammeDocument;
  stage: StageDocument;
  crowd: CrowdDocument;
  topics: TopicsDocument;
  support: SupportDocument;
  'topic-turnout': TurnoutDocument;
  'selection-terms': SelectionTermsDocument;
  selection: SelectionDocument;
  adopted: AdoptedDocument;
  glossary: GlossaryDocument;
  'me/profile': MyProfileDocument;
  'me/topic-ballot': MyTopicBallotDocument;
  'me/topics': MyTopicsDocument;
}

interface ListedDocuments {
  topic: TopicDocument;
  poll: PollDocument;
  tally: TallyDocument;
  turnout: TurnoutDocument;
  person: PersonDocument;
  'me/ballot': MyBallotDocument;
}

export type ListName = keyof ListedDocuments;
export type DocumentKey = keyof SingleDocuments | `${ListName}/${string}`;
export type DocumentFor<K extends DocumentKey> = K extends keyof SingleDocuments
  ? SingleDocuments[K]
  : K extends `me/ballot/${string}`
    ? MyBallotDocument
    : K extends `${infer L extends ListName}/${string}`
      ? ListedDocuments[L]
      : never;

export interface Listed<D> {
  readonly id: string;
  readonly doc: D;
}

/** Somewhere to read documents from: a live board, a stored picture, or a filtered view of either. */
export interface Documents {
  get<K extends DocumentKey>(key: K): DocumentFor<K> | undefined;
  list<L extends ListName>(name: L): Listed<ListedDocuments[L]>[];
}

/** Reads typed documents out of plain maps. The server is trusted to send what the key promises. */
export function documentsOf(...maps: ReadonlyMap<string, unknown>[]): Documents {
  return {
    get<K extends DocumentKey>(key: K) {
      for (const map of maps) {
        if (map.has(key)) return map.get(key) as DocumentFor<K>;
      }
      return undefined;
    },
    list<L extends ListName>(name: L) {
      const found: Listed<ListedDocuments[L]>[] = [];
      const prefix = `${name}/`;
      for (const map of maps) {
        for (const [key, doc] of map) {
          if (key.startsWith(prefix)) {
            found.push({ id: key.slice(prefix.length), doc: doc as ListedDocuments[L] });
          }
        }
      }
      return found;
    },
  };
}

/** Polls and topics in their one stable order. */
export function inOrder<D extends { order: number }>(listed: Listed<D>[]): Listed<D>[] {
  return listed.sort((a, b) => a.doc.order - b.doc.order || (a.id < b.id ? -1 : 1));
}
