// Learns how far the server's clock is from ours, from question and answer pairs. It asks nothing itself.
import type { Clock } from './protocol.gen';

const samplesKept = 8;

interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
}

export class ServerClock {
  #samples: Sample[] = [];

  /** A first guess from the welcome, good until a measured answer comes. */
  guess(serverNow: number, received: number): void {
    if (this.#samples.length === 0) this.#samples.push({ offset: serverNow - received, roundTrip: Infinity });
  }

  take(answer: Clock, received: number): void {
    const roundTrip = received - answer.sent;
    // The phone's own clock was set while the question was under way: nothing can be learned from it.
    if (roundTrip < 0) return;
    const offset = answer.now - (answer.sent + received) / 2;
    this.#samples = [...this.#samples, { offset, roundTrip }].slice(-samplesKept);
  }

  /** Add this to the local time to get the server's. The quickest recent answer is the most exact one. */
  get offset(): number {
    let best: Sample | null = null;
    for (const sample of this.#samples) {
      if (best === null || sample.roundTrip <= best.roundTrip) best = sample;
    }
    return best?.offset ?? 0;
  }
}
