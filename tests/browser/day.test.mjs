// Phone, console and wall at once: what one does, the others see.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, hook, join, openHall, waitFor } from './hall.mjs';

let hall, phone, desk, wall;

before(async () => {
  hall = await openHall();
  [phone, desk, wall] = [await hall.phone(), await hall.console(), await hall.wall()];
  await waitFor(desk, 'line-state', 'data-state', 'live');
});

after(() => hall?.close());

test('the wall shows how to join before anything happens', async () => {
  await waitFor(wall, 'wall-stage', 'data-scene', 'lobby');
  await wall.getByText(hall.server.cafe.code).first().waitFor();
  const drawn = await wall.locator('[data-testid="join-plate"] img, main img').first().evaluate((image) => image.naturalWidth);
  assert.ok(drawn > 0, 'the QR code is drawn');
});

test('scan, join, vote: two taps, and the wall moves', async () => {
  await hook(desk, 'tab-polls').click();
  await control(desk, 'open-poll-1').click();
  await waitFor(desk, 'poll-row-poll-1', 'data-phase', 'open');
  await control(desk, 'show-poll-1').click();
  await waitFor(wall, 'wall-stage', 'data-scene', 'poll');

  await hook(phone, 'join').tap();
  await hook(phone, 'option-2').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await waitFor(wall, 'bar-2', 'data-count', '1');

  await hook(phone, 'option-0').tap();
  await waitFor(wall, 'bar-0', 'data-count', '1');
  await waitFor(wall, 'bar-2', 'data-count', '0');
});

test('a reload keeps the identity and the vote', async () => {
  await phone.reload();
  await hook(phone, 'option-0').waitFor();
  assert.equal(await hook(phone, 'option-0').getAttribute('aria-pressed'), 'true');
  await hook(phone, 'option-1').tap();
  await waitFor(wall, 'bar-1', 'data-count', '1');
  await waitFor(wall, 'bar-0', 'data-count', '0');
  await waitFor(wall, 'turnout', 'data-count', '1');
});

test('hidden results are in no frame that the phone or the wall received', async () => {
  await control(desk, 'open-poll-3').click();
  await waitFor(desk, 'poll-row-poll-3', 'data-phase', 'open');
  await control(desk, 'show-poll-3').click();
  await hook(phone, 'poll-poll-3').waitFor();
  await hook(phone, 'option-3').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await waitFor(wall, 'turnout', 'data-count', '1');
  await control(desk, 'close-poll-3').click();
  await waitFor(desk, 'poll-row-poll-3', 'data-phase', 'closed');
  for (const page of [phone, wall]) {
    const seen = page.frames.join('\n');
    assert.ok(seen.includes('"poll/poll-3"'), 'the poll itself came');
    assert.ok(!seen.includes('"tally/poll-3"'), 'its tally did not');
  }
  await control(desk, 'reveal-poll-3').click();
  await waitFor(wall, 'bar-3', 'data-count', '1');
  await waitFor(phone, 'bar-3', 'data-count', '1');
});

test('a topic proposed on the phone appears on console and wall, and goes when it is hidden', async () => {
  await hook(desk, 'tab-topics').click();
  await control(desk, 'open-proposals').click();
  await hook(desk, 'tab-stage').click();
  await control(desk, 'show-topics').click();
  await hook(phone, 'propose-title').fill('Bürgerrat <b>auf</b> dem Dorfplatz');
  await hook(phone, 'propose-submit').tap();
  await phone.getByText('Bürgerrat <b>auf</b> dem Dorfplatz').first().waitFor();

  await hook(desk, 'tab-topics').click();
  await control(desk, 'topic-search').fill('Dorfplatz');
  const row = desk.locator('#panel [data-testid^="topic-row-"]');
  await row.first().waitFor();
  const id = (await row.first().getAttribute('data-testid')).replace('topic-row-', '');
  // The wall pages through what does not fit at once.
  await wall.waitForSelector(`[data-testid="topic-${id}"]`, { timeout: 120_000 });

  await control(desk, `hide-${id}`).click();
  await phone.waitForSelector(`[data-testid="topic-${id}"]`, { state: 'detached' });
  await desk.locator('[data-testid="undo"]').last().click();
  await phone.waitForSelector(`[data-testid="topic-${id}"]`);
});

test('approvals are counted, merged without counting anybody twice, and revealed', async () => {
  await control(desk, 'topic-search').fill('');
  await control(desk, 'open-topic-vote').click();
  await hook(desk, 'tab-stage').click();
  await control(desk, 'show-topic-vote').click();
  await hook(phone, 'mode-list').tap();
  await hook(phone, 'approve-topic-16').tap();
  await hook(phone, 'approve-topic-17').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await waitFor(wall, 'turnout', 'data-count', '1');

  await hook(desk, 'tab-topics').click();
  await control(desk, 'merge-topic-17').click();
  await hook(desk, 'merge-into').selectOption('topic-16');
  await hook(desk, 'confirm-merge').click();
  await waitFor(desk, 'topic-row-topic-17', 'data-standing', 'merged');
  await control(desk, 'reveal-topic-vote').click();
  await waitFor(wall, 'support-topic-16', 'data-count', '1');
});

test('nobody asked another host, and no page failed', () => {
  assert.deepEqual(hall.problems, []);
});
