// How much may move. The preview in the console never moves; on the wall the device's setting decides.
export type Motion = 'full' | 'none';

export function allowedMotion(wanted: Motion): Motion {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : wanted;
}

/** What changes with every ballot is drawn anew at most so often: readers need rest. */
export const beatMs = 2_000;
