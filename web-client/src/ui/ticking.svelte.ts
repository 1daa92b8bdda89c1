// The present, once a second, for whoever draws a countdown. It ticks only while somebody looks.
import { createSubscriber } from 'svelte/reactivity';

const everyMs = 1_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, everyMs);
  return () => {
    clearInterval(timer);
  };
});

/** The device's clock; read inside an effect or template it keeps itself up to date. */
export function now(): number {
  subscribe();
  return Date.now();
}
