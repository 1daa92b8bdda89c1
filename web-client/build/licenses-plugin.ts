// Writes `licenses.txt`: the licences of everything that reaches a browser, as those licences ask for.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const bundled = ['svelte', '@fluent/bundle', '@fontsource-variable/atkinson-hyperlegible-next'];
/** Fluent's package names its licence without carrying its text. */
const named: Record<string, string> = {
  '@fluent/bundle': 'Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0',
};

async function licenseOf(name: string): Promise<string> {
  const folder = join('node_modules', name);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const file = (await readdir(folder)).find((candidate) => /^licen[cs]e/i.test(candidate));
  const text = file === undefined ? named[name] : await readFile(join(folder, file), 'utf8');
  if (text === undefined) throw new Error(`${name} has no licence text`);
  return `${name} ${version}\n\n${text.trim()}\n`;
}

export function licensesPlugin(): Plugin {
  return {
    name: 'tafelrunde-licenses',
    apply: 'build',
    async generateBundle() {
      const texts = await Promise.all(bundled.map(licenseOf));
      this.emitFile({
        type: 'asset',
        fileName: 'licenses.txt',
        source: texts.join(`\n${'-'.repeat(78)}\n\n`),
      });
    },
  };
}
