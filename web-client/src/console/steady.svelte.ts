// Holds a list still while somebody points at it: rows that move under the pointer lead to the wrong button. It lets
// go some seconds after the last movement, so that nothing old stays for long.
const restMs = 4_000;
/** After an own action its effect is to be seen, whatever the pointer does. */
const openMs = 2_000;

export class Steady<T> {
  #held = $state.raw<T | undefined>(undefined);
  #resting: ReturnType<typeof setTimeout> | undefined;
  #openUntil = 0;

  constructor(private readonly latest: () => T | undefined) {}

  get value(): T | undefined {
    return this.#held ?? this.latest();
  }

  /** Whether there is something newer than what is shown. */
  get isBehind(): boolean {
    return this.#held !== undefined && this.#held !== this.latest();
  }

  /** Somebody points at the list, or moves in it with the keyboard. */
  touch(): void {
    if (Date.now() < this.#openUntil) return;
    this.#held ??= this.latest();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#held = undefined;
    }, restMs);
  }

  letGo(): void {
    clearTimeout(this.#resting);
    this.#held = undefined;
    this.#openUntil = Date.now() + openMs;
  }
}
