// Topics on a phone: proposing beside what is there already, own topics, voting by list and by cards, the programme.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, join, openHall, waitFor } from './hall.mjs';
import { moderator, participant } from './protocol.mjs';

const POINTS = { kind: 'points', points: 5, cap: 3 };

let hall, desk, phone;

before(async () => {
  hall = await openHall();
  desk = moderator(hall.server);
  await rules({ review: 'before' });
  await desk.send({ set_proposals: { proposals: 'open' } });
  await show('topics');
  phone = await hall.phone({ bypassCSP: true, reducedMotion: 'reduce' });
  await join(phone);
});

after(() => hall?.close());

const rules = (changed) =>
  desk.send({
    set_topic_rules: {
      rules: { per_person: 3, review: 'after', ballot: { kind: 'approval' }, counts: 'on_reveal', ...changed },
    },
  });
const show = (kind) => desk.send({ show_scene: { on: 'everywhere', scene: { kind } } });
const open = (phase) => desk.send({ set_topic_vote: { phase } });
const counted = (page) => waitFor(page, 'vote-state', 'data-state', 'counted');
const left = async (page) => Number(await hook(page, 'approved-count').getAttribute('data-left'));
/** The card on top. */
const top = (page) => hook(page, 'cards').getAttribute('data-top');
const anotherCard = (page, than) =>
  page.waitForFunction(
    (before) => {
      const now = document.querySelector('[data-testid="cards"]')?.getAttribute('data-top');
      return now !== null && now !== '' && now !== before;
    },
    than,
  );

async function fits(page, where) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  assert.deepEqual(found, [], where);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wider <= 0, `${where} is ${wider} px too wide`);
}

test('topics like the one being typed are named with the reason, and one of them can be taken instead', async () => {
  await hook(phone, 'looked-at').waitFor();
  await hook(phone, 'propose-title').fill('Leerstände im Ortskern beleben');
  const similar = hook(phone, 'similar');
  await similar.getByText('Leerstand im Ortskern beleben').waitFor();
  assert.ok((await similar.locator('li').count()) <= 3);
  await similar.getByText('Gemeinsam:').first().waitFor();
  await fits(phone, 'similar topics');
  await hook(phone, 'take-topic-9').tap();
  assert.equal(await hook(phone, 'propose-title').inputValue(), '');
  await hook(phone, 'take-back').tap();
  assert.equal(await hook(phone, 'propose-title').inputValue(), 'Leerstände im Ortskern beleben');
});

test('what is typed survives a reload', async () => {
  await hook(phone, 'propose-title').fill('Schafe auf dem Marktplatz');
  await phone.reload();
  await hook(phone, 'propose-title').waitFor();
  assert.equal(await hook(phone, 'propose-title').inputValue(), 'Schafe auf dem Marktplatz');
});

test('an own topic waits for the moderator, is shown when released, and can be changed', async () => {
  await hook(phone, 'propose-submit').tap();
  const own = phone.locator('[data-testid^="own-"][data-standing]');
  await phone.waitForSelector('[data-standing="held"]');
  const id = (await own.getAttribute('data-testid')).replace('own-', '');
  assert.equal(await phone.locator(`[data-testid="topic-${id}"]`).count(), 0);
  await desk.send({ release_topic: { topic: id } });
  await waitFor(phone, `own-${id}`, 'data-standing', 'shown');
  await phone.waitForSelector(`[data-testid="topic-${id}"]`);

  await hook(phone, `edit-${id}`).tap();
  const form = phone.locator(`[data-testid="own-${id}"]`);
  await form.locator('[data-testid="propose-title"]').fill('Schafe und Ziegen auf dem Marktplatz');
  await fits(phone, 'changing an own topic');
  await form.locator('[data-testid="propose-submit"]').tap();
  await waitFor(phone, `own-${id}`, 'data-standing', 'held');
  await form.getByText('Schafe und Ziegen').waitFor();
  await desk.send({ release_topic: { topic: id } });
  await desk.send({ merge_topic: { topic: id, into: 'topic-1' } });
  await waitFor(phone, `own-${id}`, 'data-standing', 'merged');
  await form.getByText('Das Rathaus auf dem Handy').waitFor();
  await desk.send({ split_topic: { topic: id } });
});

test('the list keeps within the points, and a reload keeps the ballot', async () => {
  await rules({ ballot: POINTS });
  await open('open');
  await show('topic_vote');
  await hook(phone, 'mode-list').tap();
  // Pressed more often than there are points, also where the button says that it does nothing any more.
  for (const id of ['topic-2', 'topic-3', 'topic-4']) {
    for (let presses = 0; presses < 4; presses += 1) {
      await hook(phone, `more-${id}`).dispatchEvent('click');
    }
  }
  const marks = async () =>
    Promise.all(['topic-2', 'topic-3', 'topic-4'].map((id) => hook(phone, `mark-${id}`).getAttribute('data-mark')));
  assert.deepEqual(await marks(), ['3', '2', '0']);
  assert.equal(await left(phone), 0);
  await counted(phone);
  await phone.reload();
  await hook(phone, 'mark-topic-2').waitFor();
  await counted(phone);
  assert.deepEqual(await marks(), ['3', '2', '0']);
  await hook(phone, 'less-topic-2').tap();
  assert.equal(await left(phone), 1);
  await counted(phone);
  await fits(phone, 'the list with points');
});

test('cards deal no own topic and carry points', async () => {
  const other = await hall.phone();
  await join(other);
  await hook(other, 'cards').waitFor();
  await anotherCard(other, '');
  const first = await top(other);
  await hook(other, `more-${first}`).tap();
  await counted(other);
  assert.equal(await left(other), 4);
  await hook(other, 'card-next').tap();
  await anotherCard(other, first);
  await hook(other, 'card-back').tap();
  assert.equal(await top(other), first);
  assert.equal(await hook(other, `mark-${first}`).getAttribute('data-mark'), '1');
  await hook(other, `less-${first}`).tap();
  await counted(other);
  await other.context().close();
});

test('cards are gone through with keyboard and touch, and the last one comes back', async () => {
  const second = await openHall();
  try {
    const moderating = moderator(second.server);
    await moderating.send({ set_topic_vote: { phase: 'open' } });
    await moderating.send({ show_scene: { on: 'everywhere', scene: { kind: 'topic_vote' } } });
    const page = await second.phone({ bypassCSP: true, reducedMotion: 'reduce' });
    await join(page);
    await hook(page, 'cards').waitFor();
    await anotherCard(page, '');
    await fits(page, 'a card');

    const wanted = await top(page);
    await hook(page, 'card-want').focus();
    await page.keyboard.press('Enter');
    await anotherCard(page, wanted);
    await counted(page);
    const skipped = await top(page);
    await page.keyboard.press('ArrowLeft');
    await anotherCard(page, skipped);
    const undone = await top(page);
    await hook(page, 'card-want').tap();
    await anotherCard(page, undone);
    await hook(page, 'card-back').tap();
    assert.equal(await top(page), undone);
    await waitFor(page, 'cards-seen', 'data-seen', '2');
    await hook(page, 'card-skip').tap();
    await waitFor(page, 'cards-seen', 'data-seen', '3');

    await page.reload();
    await waitFor(page, 'cards-seen', 'data-seen', '3');
    await anotherCard(page, '');
    assert.ok(![wanted, skipped, undone].includes(await top(page)), 'no card comes twice');
    await hook(page, 'mode-list').tap();
    assert.equal(await hook(page, `approve-${wanted}`).getAttribute('aria-pressed'), 'true');
    assert.equal(await hook(page, `approve-${undone}`).getAttribute('aria-pressed'), 'false');
    await page.reload();
    await hook(page, `approve-${wanted}`).waitFor();
    assert.equal(await hook(page, 'mode-list').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(second.problems, []);
  } finally {
    await second.close();
  }
});

test('the programme says what of it is mine, what was done by hand, and whom it serves', async () => {
  const hidden = phone.frames.join('\n');
  assert.ok(!hidden.includes('"selection"') && !hidden.includes('"support"'), 'nothing of it came before');
  const people = await Promise.all(Array.from({ length: 4 }, () => participant(hall.server)));
  for (const person of people) {
    await person.send({ cast_topic_ballot: { approve: [], points: { 'topic-2': 1, 'topic-5': 2 }, revision: 1 } });
  }
  await desk.send({ set_selection_terms: { terms: { rule: 'sequential_phragmen', places: 3, wild_card: false } } });
  await desk.send({ set_hands: { hands: { 'topic-20': 'pinned', 'topic-5': 'excluded' } } });
  await open('revealed');
  await show('selection');
  await waitFor(phone, 'programme-state', 'data-adopted', 'false');
  await hook(phone, 'placed-topic-20').getByText('Von Hand gesetzt').waitFor();
  await hook(phone, 'placed-topic-2').getByText('Ihre Wahl').waitFor();
  await hook(phone, 'placed-topic-2').getByText('Getragen von 5 Menschen.').waitFor();
  await waitFor(phone, 'found', 'data-count', '2');
  await hook(phone, 'dropped').getByText('Hausarzt gesucht').waitFor();
  await hook(phone, 'served').waitFor();
  await fits(phone, 'the programme');

  const shown = await phone.locator('[data-testid^="placed-"]').evaluateAll((all) =>
    all.map((place) => place.getAttribute('data-testid').replace('placed-', '')),
  );
  await desk.send({ adopt_selection: { topics: shown } });
  await waitFor(phone, 'programme-state', 'data-adopted', 'true');
  await hook(phone, 'place-topics').tap();
  await hook(phone, 'placed-topic-20').waitFor();
});

test('no page failed', () => {
  assert.deepEqual(hall.problems, []);
});
