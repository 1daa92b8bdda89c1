// Turns `de.ftl?phone` into the parsed patterns of only those messages that this page can show. Parsing happens
// here, so that no phone has to load a parser.
// A message belongs to a page by the beginning of its id; ids without such a beginning belong to all. What the
// phone does not need for the first vote in a poll is a part of its own, `?phone-later`.
import { readFile } from 'node:fs/promises';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

export type Page = 'phone' | 'phone-later' | 'wall' | 'console';

// The title of the vote is news of the stage.
const later = '(?!topic-vote-title)(topic|propose|cards|chosen|phone-(landing|profile|stored|forget))-';

const foreign: Record<Page, RegExp> = {
  phone: new RegExp(`^((console|wall)-|${later})`),
  'phone-later': new RegExp(`^(?!${later})`),
  wall: /^(console|phone|rejection|field|propose|cards|chosen)-/,
  // The console shows previews of both other pages.
  console: /^$/,
};

export function messagesFor(page: Page, source: string): string {
  const kept: string[] = [];
  let keeping = false;
  for (const line of source.split('\n')) {
    const id = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1];
    if (id !== undefined) keeping = !foreign[page].test(id);
    else if (line.startsWith('#') || line.trim() === '') keeping = false;
    if (keeping) kept.push(line.trimEnd());
  }
  return kept.join('\n') + '\n';
}

export function localePlugin(): Plugin {
  return {
    name: 'tafelrunde-locales',
    enforce: 'pre',
    async load(id) {
      const match = /^(.*\.ftl)\?(phone|phone-later|wall|console)$/.exec(id);
      if (match === null) return null;
      const [, file = '', page] = match;
      this.addWatchFile(file);
      const source = await readFile(file, 'utf8');
      const { body } = new FluentResource(messagesFor(page as Page, source));
      const patterns = Object.fromEntries(body.map(({ id: name, value }) => [name, value]));
      return `export default ${JSON.stringify(patterns)};`;
    },
  };
}
