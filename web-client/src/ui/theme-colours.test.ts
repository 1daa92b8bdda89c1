// The colours of themes: visible on every surface that they stand on, in light and dark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');

function colours(part: string, names: RegExp): string[] {
  return [...part.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)]
    .filter(([, name = '']) => names.test(name))
    .map(([, , colour = '']) => colour);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours of themes', (_, part) => {
  const themes = colours(part, /^theme-\d$/);
  const surfaces = colours(part, /^(ground|surface|sunken|primary-soft|accent-soft)$/);

  it('are eight different ones', () => {
    expect(new Set(themes).size).toBe(8);
    expect(surfaces).toHaveLength(5);
  });

  it('have a contrast of at least 3:1 on every surface', () => {
    for (const theme of themes) {
      for (const surface of surfaces) expect(contrast(theme, surface)).toBeGreaterThanOrEqual(3);
    }
  });
});
