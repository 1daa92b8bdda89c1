// Measures what a phone loads until its first vote can be cast: the page, its static imports, their styles and
// the largest locale, each compressed with brotli 11 as the server sends them. Fails above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const limitBytes = 40 * 1024;
const dist = new URL('../dist/', import.meta.url);

const brotli = (path) =>
  brotliCompressSync(readFileSync(new URL(path, dist)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

const html = readFileSync(new URL('phone.html', dist), 'utf8');
const needed = new Set(['phone.html']);
for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) needed.add(path);

const locales = readdirSync(new URL('assets/', dist)).filter((file) => file.startsWith('phone-locale-'));
const largest = locales.map((file) => `assets/${file}`).sort((a, b) => brotli(b) - brotli(a))[0];
if (largest === undefined) throw new Error('no phone locale was built');
needed.add(largest);

let total = 0;
for (const path of needed) {
  const bytes = brotli(path);
  total += bytes;
  console.log(`${String(bytes).padStart(7)}  ${path}`);
}
console.log(`${String(total).padStart(7)}  of ${limitBytes} bytes until the first vote`);
if (total > limitBytes) {
  console.error('The phone page is too large.');
  process.exit(1);
}
