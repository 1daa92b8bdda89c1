// Bad networks: what is voted is never lost, never counted twice, and the line's state is told in words.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, hook, join, openHall, waitFor } from './hall.mjs';

let hall, desk, wall;

before(async () => {
  hall = await openHall();
  [desk, wall] = [await hall.console(), await hall.wall()];
  await hook(desk, 'tab-polls').click();
  await control(desk, 'open-poll-1').click();
  await waitFor(desk, 'poll-row-poll-1', 'data-phase', 'open');
  await control(desk, 'show-poll-1').click();
});

after(() => hall?.close());

test('a vote cast without a connection is kept, sent later, and counts once', async () => {
  const phone = await hall.phone();
  await join(phone);
  await hook(phone, 'option-0').tap();
  await waitFor(wall, 'bar-0', 'data-count', '1');

  await hall.server.kill();
  await phone.waitForSelector('[data-testid="line-state"]:not([data-state="live"])', { state: 'attached' });
  await hook(phone, 'option-4').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'saved');
  await phone.reload({ waitUntil: 'commit' }).catch(() => {});
  await hall.server.again();
  await phone.goto(hall.server.cafe.participant_url);

  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await waitFor(wall, 'bar-4', 'data-count', '1');
  await waitFor(wall, 'bar-0', 'data-count', '0');
  await waitFor(wall, 'turnout', 'data-count', '1');
  await phone.context().close();
});

test('the phone goes offline, votes, comes back, and the vote counts once', async () => {
  const phone = await hall.phone();
  await join(phone);
  await phone.context().setOffline(true);
  await phone.waitForSelector('[data-testid="line-state"]:not([data-state="live"])', { timeout: 60_000 });
  await hook(phone, 'option-3').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'saved');
  assert.equal(await hook(wall, 'bar-3').getAttribute('data-count'), '0');
  await phone.context().setOffline(false);
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await waitFor(wall, 'bar-3', 'data-count', '1');
  await waitFor(wall, 'turnout', 'data-count', '2');
  await phone.context().close();
});

test('the wall keeps its picture while the server is away, says so, and recovers alone', async () => {
  await hall.server.kill();
  await wall.waitForSelector('[data-testid="line-state"]:not([data-state="live"])', { state: 'attached' });
  assert.equal(await hook(wall, 'bar-4').getAttribute('data-count'), '1');
  await hall.server.again();
  await waitFor(wall, 'line-state', 'data-state', 'live');
  await waitFor(desk, 'line-state', 'data-state', 'live');
});

test('a network that breaks WebSockets still lets people vote', async () => {
  const phone = await hall.page('phone', 'about:blank');
  await phone.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      constructor() {
        super();
        setTimeout(() => {
          const event = new CloseEvent('close', { code: 1006 });
          this.onerror?.(new Event('error'));
          this.dispatchEvent(new Event('error'));
          this.onclose?.(event);
          this.dispatchEvent(event);
        }, 10);
      }
      send() {}
      close() {}
    };
  });
  await phone.goto(hall.server.cafe.participant_url);
  await join(phone);
  await hook(phone, 'option-1').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await waitFor(wall, 'bar-1', 'data-count', '1');
  await control(desk, 'close-poll-1').click();
  await waitFor(desk, 'poll-row-poll-1', 'data-phase', 'closed');
  await phone.waitForSelector('[data-testid="option-1"][disabled], [data-testid="option-1"][aria-disabled="true"], [data-testid="bar-1"]');
  assert.deepEqual(phone.frames, []);
});
