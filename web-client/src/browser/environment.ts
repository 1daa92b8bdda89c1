// The browser as the core's environment. Nothing else in the client opens sockets or sends requests for it.
import type { Environment, KeyValueStorage } from '../core/environment';

/** Keeps things for this visit when the browser refuses storage (private windows, blocked cookies). */
function visitStorage(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function pageStorage(): KeyValueStorage {
  try {
    const probe = 'tafelrunde/probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return visitStorage();
  }
}

export const environment: Environment = {
  now: () => Date.now(),
  setTimer: (callback, ms) => window.setTimeout(callback, ms),
  clearTimer: (timer) => {
    window.clearTimeout(timer);
  },
  random: () => Math.random(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  storage: pageStorage(),
  openSocket: (events) => {
    const url = new URL('/ws', location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    socket.onopen = events.opened;
    socket.onmessage = ({ data }) => {
      events.received(data);
    };
    socket.onclose = ({ code }) => {
      events.closed(code);
    };
    return socket;
  },
  post: (path, body, abort) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: abort,
    }),
};
