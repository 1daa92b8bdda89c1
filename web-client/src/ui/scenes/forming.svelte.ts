// The programme forms before everybody's eyes: which topics are on the wall by now. Only the showing takes time,
// the programme itself is complete from the beginning.
const stepMsMax = 1_200;
/** All topics together, without the rests: many come faster. */
const togetherMs = 15_000;
/** A full picture stays so long before the next one begins. */
export const restMs = 2_500;

export function stepMs(total: number): number {
  return Math.min(stepMsMax, togetherMs / Math.max(1, total));
}

export interface Length {
  readonly total: number;
  readonly perPage: number;
}

export class Forming {
  /** So many topics are shown; null: all of them. */
  shown = $state<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins with empty places. The length is asked at every step, because updates may change it. */
  start(length: () => Length): void {
    this.stop();
    this.shown = 0;
    this.#wait(length);
  }

  /** Shows everything at once. */
  stop(): void {
    clearTimeout(this.#timer);
    this.shown = null;
  }

  #wait(length: () => Length): void {
    const shown = this.shown ?? 0;
    const { total, perPage } = length();
    const rests = shown > 0 && (shown % perPage === 0 || shown >= total);
    this.#timer = setTimeout(
      () => {
        if (shown >= length().total) {
          this.stop();
          return;
        }
        this.shown = shown + 1;
        this.#wait(length);
      },
      rests ? restMs : stepMs(total),
    );
  }
}
