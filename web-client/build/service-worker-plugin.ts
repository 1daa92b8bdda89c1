// Writes `sw.js` with the list of files that a phone needs to work without a line: its page, its code, its
// style and every language. Wall and console keep theirs as they load them.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Plugin, Rolldown } from 'vite';

function isChunk(output: Rolldown.OutputAsset | Rolldown.OutputChunk): output is Rolldown.OutputChunk {
  return output.type === 'chunk';
}

export function serviceWorkerPlugin(template: string): Plugin {
  return {
    name: 'tafelrunde-service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(isChunk);
      const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === 'phone');
      const needed = new Set<string>();
      const visit = (file: string) => {
        if (needed.has(file)) return;
        needed.add(file);
        const chunk = chunks.find((candidate) => candidate.fileName === file);
        if (chunk === undefined) return;
        for (const css of chunk.viteMetadata?.importedCss ?? []) needed.add(css);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
      };
      if (entry !== undefined) visit(entry.fileName);
      const files = [...needed].sort().map((file) => `/${file}`);
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      const source = (await readFile(template, 'utf8'))
        .replace('__VERSION__', version)
        .replace("['__FILES__']", JSON.stringify(files));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
