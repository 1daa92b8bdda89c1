// The signs of themes: as many as a café can have, each different without its colour.
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import ThemeMark from './ThemeMark.svelte';

const themesMax = 30;

function drawn(place: number, name?: string): SVGElement | null {
  return render(ThemeMark, name === undefined ? { place } : { place, name }).container.querySelector('svg');
}

describe('the signs of themes', () => {
  afterEach(cleanup);

  it('differ in shape for every theme that a café can have', () => {
    const shapes = Array.from({ length: themesMax }, (_, place) => drawn(place)?.innerHTML);
    expect(new Set(shapes).size).toBe(themesMax);
  });

  it('are silent beside a name and speak where they stand alone', () => {
    expect(drawn(0)?.getAttribute('aria-hidden')).toBe('true');
    expect(drawn(0, 'Klima')?.getAttribute('aria-label')).toBe('Klima');
  });
});
