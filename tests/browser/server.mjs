// A real server with one café, in a data directory of its own. Knows no browser.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = process.env.TAFELRUNDE_PROGRAM ?? new URL('../../target/debug/tafelrunde', import.meta.url).pathname;

/** Starts a server with the sample day; `stop` ends it and removes everything. */
export async function startServer() {
  const data = mkdtempSync(join(tmpdir(), 'tafelrunde-browser-'));
  let running = await serve(data, '127.0.0.1:0');
  const address = running.address;
  const cafe = newCafe(data, address);
  return {
    cafe,
    address,
    /** Kills the server without a warning. */
    async kill() {
      await end(running.child, 'SIGKILL');
    },
    /** Starts it again on the same port and data. */
    async again() {
      running = await serve(data, address);
    },
    async stop() {
      await end(running.child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function serve(data, listen) {
  const child = spawn(program, ['serve', '--data', data, '--listen', listen], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, address: line.replace('listening on http://', '') };
}

function newCafe(data, address) {
  const options = ['new', '--json', '--template', 'zukunftsmesse', '--data', data];
  return JSON.parse(execFileSync(program, [...options, '--public-url', `http://${address}`], { encoding: 'utf8' }));
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
