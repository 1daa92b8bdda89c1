// From a proposal to the programme: what a phone proposes, the console merges, people vote, the moderator swaps one
// topic knowing the price, adopts, and wall and phones show it. Details have tests of their own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, hook, join, openHall, waitFor } from './hall.mjs';
import { approval, moderator, participant } from './protocol.mjs';

const majority = 7;
const minority = 3;

let hall, phone, desk, wall, own;

before(async () => {
  hall = await openHall();
  [phone, desk, wall] = [await hall.phone(), await hall.console(), await hall.wall()];
  await waitFor(desk, 'line-state', 'data-state', 'live');
});

after(() => hall?.close());

test('a phone proposes what nobody has proposed in these words', async () => {
  await hook(desk, 'tab-topics').click();
  await control(desk, 'open-proposals').click();
  await control(desk, 'close-proposals').waitFor();
  await join(phone);
  await hook(phone, 'place-topics').tap();
  await phone.getByText('Eigenes Thema vorschlagen').tap();
  await hook(phone, 'propose-title').fill('Hofladen am Bahnhof');
  await hook(phone, 'propose-submit').tap();
  const row = phone.locator('[data-testid^="own-"][data-standing]').first();
  await row.waitFor();
  own = (await row.getAttribute('data-testid')).slice('own-'.length);
  await control(desk, `topic-row-${own}`).waitFor();
});

test('a twin is merged into it and has one standing', async () => {
  const twin = await participant(hall.server, 'Ada');
  const draft = { title: 'Hofladen beim Bahnhof', text: '', theme: null, hosting: 'willing' };
  await twin.send({ propose_topic: { topic: 'twin', draft } });
  await control(desk, 'topic-view-similar').click();
  const pair = desk.locator(`#panel [data-testid^="pair-"]:has([data-testid="keep-${own}-twin"])`).first();
  await pair.waitFor();
  await control(desk, `keep-${own}-twin`).click();
  await control(desk, 'topic-view-all').click();
  await waitFor(desk, 'topic-row-twin', 'data-standing', 'merged');
  await control(desk, 'close-proposals').click();
});

test('people vote, and both groups get their share of four places', async () => {
  const steering = moderator(hall.server);
  await steering.send(
    { set_selection_terms: { terms: { rule: 'sequential_phragmen', places: 4, wild_card: false } } },
    { set_topic_vote: { phase: 'open' } },
    { show_scene: { on: 'everywhere', scene: { kind: 'topic_vote' } } },
  );
  // Two want the same wish, one by either name: together they are one topic with three people.
  const wishes = [
    ...Array.from({ length: majority }, () => ['topic-1', 'topic-2', 'topic-3', 'topic-4']),
    ...Array.from({ length: minority - 1 }, (_, number) => [number === 0 ? own : 'twin', 'topic-5']),
  ];
  for (const wish of wishes) {
    await (await participant(hall.server)).send(approval(wish));
  }
  await hook(phone, 'place-topics').tap();
  await hook(phone, 'mode-list').tap();
  await hook(phone, 'approve-topic-5').tap();
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await hook(desk, 'tab-selection').click();
  await waitFor(desk, 'elected', 'data-count', '4');
  await control(desk, 'elected-topic-5').waitFor();
  await waitFor(desk, 'served-with_one', 'data-count', String(majority + minority));
});

test('the price of a swap is known before it is paid', async () => {
  await control(desk, 'swap-topic-5').click();
  await hook(desk, 'swap-in').selectOption('topic-6');
  await hook(desk, 'price-lost').getByText('3 Menschen').waitFor();
  await desk.keyboard.press('Escape');
  await control(desk, 'swap-topic-5').click();
  await hook(desk, 'swap-in').selectOption(own);
  await desk.waitForSelector('dialog [data-testid="price"][data-known="true"]');
  await hook(desk, 'confirm-price').click();
  await waitFor(desk, `elected-${own}`, 'data-grounds', 'pinned');
});

test('what is adopted is on the wall and on the phone, with what was done by hand', async () => {
  await control(desk, 'close-topic-vote').click();
  await control(desk, 'adopt').click();
  await control(desk, 'retract').waitFor();
  await control(desk, 'show-selection-here').click();
  await waitFor(wall, 'wall-stage', 'data-scene', 'selection');
  await waitFor(wall, 'programme', 'data-state', 'adopted');
  await hook(wall, `placed-${own}`).getByText('von Hand').waitFor();
  await hook(phone, `placed-${own}`).waitFor();
  await waitFor(phone, 'programme-state', 'data-adopted', 'true');
  await hook(phone, 'dropped').waitFor();
});

test('nobody asked another host, and no page failed', () => {
  assert.deepEqual(hall.problems, []);
});
