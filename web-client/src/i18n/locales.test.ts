// The locale files against each other and against the code: no text is missing, none is left over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FluentResource } from '@fluent/bundle';
import type { ByeReason, ErrorCode, Phase, Rejection } from '../core/protocol.gen';

const root = join(import.meta.dirname, '..');
const read = (language: string) => readFileSync(join(root, 'locales', `${language}.ftl`), 'utf8');
const ids = (language: string) =>
  [...read(language).matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id ?? '');
const others = ['en', 'de-leicht'] as const;

function sources(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(svelte|ts)$/.test(entry.name) && !/\.(test|gen)\.ts$/.test(entry.name)
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

const code = sources().join('\n');
const literal = new Set([...code.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map(([, id]) => id ?? ''));
// `cond ? t('a') : t('b')` is literal; `t(cond ? 'a' : 'b')` and tables of ids are found by their form.
for (const [, id] of code.matchAll(/'([a-z]+-[a-z0-9-]+)'/g)) if (id !== undefined) literal.add(id);
const prefixes = [...code.matchAll(/\bt\(\s*`([a-z-]+-)\$\{/g)].map(([, prefix]) => prefix ?? '');
for (const [, prefix] of code.matchAll(/`([a-z-]+-)\$\{/g)) if (prefix !== undefined) prefixes.push(prefix);

// Records, so that the compiler complains here when the protocol grows.
const rejections: Record<Rejection['code'], true> = {
  malformed: true,
  not_allowed: true,
  not_joined: true,
  cafe_full: true,
  seat_taken: true,
  unknown: true,
  id_taken: true,
  text_empty: true,
  text_too_long: true,
  too_few: true,
  too_many: true,
  out_of_range: true,
  duplicate: true,
  poll_not_open: true,
  topic_vote_not_open: true,
  wrong_phase: true,
  proposals_closed: true,
  superseded: true,
  ballots_cast: true,
  not_asked: true,
  selection_moved: true,
  cannot_merge: true,
  storage: true,
  too_fast: true,
  try_again: true,
};
const errors: Record<ErrorCode, true> = {
  malformed: true,
  message_too_large: true,
  unexpected_message: true,
  unsupported_protocol: true,
  unknown_cafe: true,
  bad_token: true,
  too_many_connections: true,
  hello_timeout: true,
  cafe_unavailable: true,
  too_fast: true,
};
const phases: Record<Phase, true> = { draft: true, open: true, closed: true, revealed: true };
const goodbyes: Record<ByeReason, true> = { restart: true, reload: true, storage: true, refused: true };
const dashed = (name: string) => name.replaceAll('_', '-');

describe('locales', () => {
  it.each(others)('have the same messages in German and %s', (language) => {
    expect(ids(language).sort()).toEqual(ids('de').sort());
  });

  it.each(['de', ...others])('name no message twice in %s', (language) => {
    const all = ids(language);
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  it.each(['de', ...others])('are read without loss in %s', (language) => {
    expect(new FluentResource(read(language)).body.map(({ id }) => id)).toEqual(ids(language));
  });

  it.each(others)('use the same values in German and %s', (language) => {
    const values = (source: string): Record<string, string[]> =>
      Object.fromEntries(
        source
          .split(/\n(?=[a-z])/)
          .map((message) => [
            message.split(' =')[0] ?? '',
            [...new Set([...message.matchAll(/\{ \$([a-z]+)/g)].map(([, name]) => name ?? ''))].sort(),
          ]),
      );
    const german = values(read('de'));
    const other = values(read(language));
    // A language may leave out the number that only chooses the plural, or add it; never a shown value.
    for (const [id, names] of Object.entries(german)) {
      const missing = names.filter((name) => !(other[id] ?? []).includes(name) && name !== 'count');
      expect({ id, missing }).toEqual({ id, missing: [] });
    }
  });

  it('contain every message that the code asks for', () => {
    const known = new Set(ids('de'));
    const asked = [...code.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map(([, id]) => id ?? '');
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
  });

  it('contain no message that nobody asks for', () => {
    const unused = ids('de').filter(
      (id) => !literal.has(id) && !prefixes.some((prefix) => id.startsWith(prefix)),
    );
    expect(unused.filter((id) => !/^(language|cancel)$/.test(id))).toEqual([]);
  });

  it('put every rejection, error, goodbye and phase into words', () => {
    const known = new Set(ids('de'));
    const wanted = [
      ...Object.keys(rejections).map((name) => `rejection-${dashed(name)}`),
      ...Object.keys(errors).map((name) => `refused-${dashed(name)}`),
      ...Object.keys(goodbyes).map((name) => `bye-${name}`),
      ...Object.keys(phases).map((name) => `phase-${name}`),
    ];
    expect(wanted.filter((id) => !known.has(id))).toEqual([]);
  });
});
