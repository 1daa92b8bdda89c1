// The versions of a topic as people read them: each with who wrote it and when. The wire says instead who
// replaced each version, so author and time stand one entry earlier there.
import type { Timestamp, TopicDocument, TopicDraft, TopicEditor } from '../core/protocol.gen';

export interface WrittenVersion {
  readonly draft: TopicDraft;
  /** Null: the one who proposed it, or the template. */
  readonly by: TopicEditor | null;
  readonly at: Timestamp | null;
  readonly isPresent: boolean;
}

/** Newest first; the present one is always there. */
export function writtenVersions(doc: TopicDocument): WrittenVersion[] {
  const history = doc.history ?? [];
  const { title, text, theme, hosting } = doc;
  const drafts = [...history.map(({ draft }) => draft), { title, text, theme, hosting }];
  return drafts
    .map((draft, index) => {
      const written = history[index - 1];
      return {
        draft,
        by: written?.replaced_by ?? null,
        at: written?.replaced_at ?? null,
        isPresent: index === history.length,
      };
    })
    .reverse();
}
