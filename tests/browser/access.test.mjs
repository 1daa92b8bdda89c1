// Everybody can use it: by keyboard, at 320 px, in every language, without a finding of axe.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, hook, join, openHall, waitFor } from './hall.mjs';

let hall, desk;

before(async () => {
  hall = await openHall();
  desk = await hall.console();
  await hook(desk, 'tab-polls').click();
  await control(desk, 'open-poll-1').click();
  await waitFor(desk, 'poll-row-poll-1', 'data-phase', 'open');
  await control(desk, 'show-poll-1').click();
});

after(() => hall?.close());

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

async function tabTo(page, name) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (at === name) {
      return;
    }
  }
  assert.fail(`${name} is not reached with the Tab key`);
}

test('joining and voting work with the keyboard alone', async () => {
  const phone = await hall.phone();
  await hook(phone, 'join').waitFor();
  await tabTo(phone, 'join');
  await phone.keyboard.press('Enter');
  await hook(phone, 'option-1').waitFor();
  await tabTo(phone, 'option-1');
  await phone.keyboard.press('Space');
  await waitFor(phone, 'vote-state', 'data-state', 'counted');
  await phone.context().close();
});

test('nothing is cut off at 320 px, on any place of the phone', async () => {
  const phone = await hall.page('small', hall.server.cafe.participant_url);
  await join(phone);
  for (const place of ['now', 'topics', 'polls', 'me']) {
    await hook(phone, `place-${place}`).click();
    const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wider <= 0, `${place} is ${wider} px too wide`);
  }
  await phone.context().close();
});

test('the participant chooses the language, and it stays', async () => {
  const phone = await hall.phone();
  await join(phone);
  const speaks = (text) => hook(phone, 'place-topics').getByText(text).waitFor();
  await hook(phone, 'place-me').click();
  await hook(phone, 'language-en').click();
  await speaks('Topics');
  await phone.waitForSelector('html[lang^="en"]', { state: 'attached' });
  await phone.reload();
  await speaks('Topics');
  await hook(phone, 'place-me').click();
  await hook(phone, 'language-de-leicht').click();
  await phone.waitForSelector('html[lang^="de"]', { state: 'attached' });
  await speaks('Themen');
  await phone.context().close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing on phone, console and wall (${colorScheme})`, async () => {
    const quiet = { bypassCSP: true, colorScheme, reducedMotion: 'reduce' };
    const phone = await hall.phone(quiet);
    await hook(phone, 'join').waitFor();
    assert.deepEqual(await findings(phone), [], 'welcome');
    await join(phone);
    for (const place of ['now', 'topics', 'polls', 'me']) {
      await hook(phone, `place-${place}`).click();
      assert.deepEqual(await findings(phone), [], `phone, ${place}`);
    }
    const console = await hall.page('console', hall.server.cafe.moderator_url, quiet);
    for (const tab of ['stage', 'polls', 'topics', 'people']) {
      await hook(console, `tab-${tab}`).click();
      assert.deepEqual(await findings(console), [], `console, ${tab}`);
    }
    const wall = await hall.page('wall', hall.server.cafe.screen_url, quiet);
    await waitFor(wall, 'wall-stage', 'data-scene', 'poll');
    assert.deepEqual(await findings(wall), [], 'wall');
    await Promise.all([phone, console, wall].map((page) => page.context().close()));
  });
}

test('a wrong code and a wrong link are answered in words', async () => {
  const lost = await hall.page('phone', `http://${hall.server.address}/`);
  await hook(lost, 'code').fill('ZZZ ZZZ');
  await hook(lost, 'go').click();
  await lost.waitForSelector('[data-testid="code"][aria-invalid="true"]');
  const stranger = await hall.page('console', `http://${hall.server.address}/m/${hall.server.cafe.code}#not-the-token-of-this-cafe`);
  await stranger.getByText(/Link|Zugang/i).first().waitFor();
});

test('no page failed', () => {
  assert.deepEqual(hall.problems, []);
});
