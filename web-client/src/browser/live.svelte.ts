// Makes a core client observable for components, and tells it what the device notices: network, waking up,
// going away. It adds no behaviour of its own.
import { untrack } from 'svelte';
import type { Client } from '../core/client';
import type { Documents } from '../core/documents';
import { lineOf, type Line } from '../core/line';
import type { ConnectionState } from '../core/connection';
import type { ByeReason } from '../core/protocol.gen';

/** Breaks shorter than this are not mentioned. */
const quietMs = 1_500;

export class Live {
  #changes = $state(0);
  #line = $state<Line>('reconnecting');
  #lineTimer: number | undefined;

  constructor(readonly client: Client) {}

  /** Starts the line. Returns the way to end it. */
  start(): () => void {
    // Whoever starts the line in an effect must not start it again with every change of the line.
    return untrack(() => this.#start());
  }

  #start(): () => void {
    const { client } = this;
    const unsubscribe = client.subscribe(() => {
      this.#changes += 1;
      this.#lineChanged();
    });
    const listeners = new AbortController();
    const { signal } = listeners;
    const awake = () => {
      if (document.visibilityState === 'visible') client.connection.nudge();
      else client.keeper.flush();
    };
    const network = () => {
      client.connection.nudge();
      this.#lineChanged();
    };
    document.addEventListener('visibilitychange', awake, { signal });
    window.addEventListener('online', network, { signal });
    window.addEventListener('offline', network, { signal });
    window.addEventListener(
      'pagehide',
      () => {
        client.keeper.flush();
      },
      { signal },
    );
    client.connection.start();
    return () => {
      listeners.abort();
      unsubscribe();
      client.connection.stop();
    };
  }

  get documents(): Documents {
    void this.#changes;
    return this.client.documents;
  }

  get state(): ConnectionState {
    void this.#changes;
    return this.client.connection.state;
  }

  get line(): Line {
    return this.#line;
  }

  get goodbye(): ByeReason | null {
    void this.#changes;
    return this.client.connection.goodbye;
  }

  get offset(): number {
    void this.#changes;
    return this.client.clock.offset;
  }

  get lastHeard(): number | null {
    void this.#changes;
    return this.client.lastHeard;
  }

  /** To read what the core keeps outside the board, such as the outbox, and be told when it changes. */
  watch(): void {
    void this.#changes;
  }

  #lineChanged(): void {
    const line = lineOf(this.client.connection.state, navigator.onLine);
    if (line === 'live') {
      window.clearTimeout(this.#lineTimer);
      this.#lineTimer = undefined;
      this.#line = line;
      return;
    }
    this.#lineTimer ??= window.setTimeout(() => {
      this.#lineTimer = undefined;
      this.#line = lineOf(this.client.connection.state, navigator.onLine);
    }, quietMs);
  }
}
