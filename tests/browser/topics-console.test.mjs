// The moderator shapes the programme of topics: rules, queue, pairs, the forming selection, changes by hand with
// their price, adopting. Participants speak the protocol themselves; what they see has tests of its own.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, hook, openHall, waitFor } from './hall.mjs';
import { approval, participant, proposal } from './protocol.mjs';

let hall, desk;

before(async () => {
  hall = await openHall();
  desk = await hall.console();
  await waitFor(desk, 'line-state', 'data-state', 'live');
});

after(() => hall?.close());

const gone = (name) => desk.waitForSelector(`#panel [data-testid="${name}"]`, { state: 'detached' });

/** Takes the last action back, when its note is there. */
async function undo(text) {
  const note = desk.locator('[data-testid="note-done"]', { hasText: text }).last();
  await note.locator('[data-testid="undo"]').click();
}

/** The price is on show, and is confirmed. */
async function confirmPrice() {
  await desk.waitForSelector('dialog [data-testid="price"][data-known="true"]');
  await hook(desk, 'confirm-price').click();
  await desk.waitForSelector('[data-testid="price-dialog"]', { state: 'detached' });
}

test('rules are set, and a wrong number is said at its field', async () => {
  await hook(desk, 'tab-topics').click();
  await control(desk, 'topic-rules').click();
  await hook(desk, 'rules-perPerson').fill('0');
  await hook(desk, 'save-rules').click();
  await waitFor(desk, 'rules-perPerson', 'aria-invalid', 'true');
  await hook(desk, 'rules-perPerson').fill('3');
  await hook(desk, 'rules-review-before').check();
  await hook(desk, 'save-rules').click();
  await desk.waitForSelector('[data-testid="rules-dialog"]', { state: 'detached' });
  await control(desk, 'rules-facts').getByText('höchstens 3 Themen').waitFor();
});

test('a proposed topic waits in the queue until it is released', async () => {
  await control(desk, 'open-proposals').click();
  await control(desk, 'close-proposals').waitFor();
  const [ada, ben] = [await participant(hall.server, 'Ada'), await participant(hall.server, 'Ben')];
  await ada.send(proposal('shops', 'Leerstand in der Innenstadt beleben'));
  await ben.send(proposal('stores', 'Leere Läden in der Innenstadt beleben'));
  await waitFor(desk, 'held-count', 'data-count', '2');
  await desk.locator('header h1').first().click();
  await desk.keyboard.press('w');
  await waitFor(desk, 'topic-row-shops', 'data-standing', 'held');
  await control(desk, 'release-shops').click();
  await gone('topic-row-shops');
  await control(desk, 'release-stores').click();
  await desk.waitForSelector('[data-testid="held-count"]', { state: 'detached' });
});

test('an edited topic keeps its earlier words, and gets them back', async () => {
  await control(desk, 'topic-view-all').click();
  await control(desk, 'edit-topic-shops').click();
  await hook(desk, 'topic-title').fill('Innenstadt');
  await hook(desk, 'save-topic').click();
  await control(desk, 'history-shops').click();
  await hook(desk, 'restore-0').click();
  await control(desk, 'topic-row-shops').getByText('Leerstand in der Innenstadt beleben').waitFor();
});

test('similar topics are merged into one that keeps both authors, split again, and told apart', async () => {
  await control(desk, 'topic-view-similar').click();
  await control(desk, 'pair-shops/stores').waitFor();
  await control(desk, 'keep-shops-stores').click();
  await gone('pair-shops/stores');
  await control(desk, 'topic-view-all').click();
  await waitFor(desk, 'topic-row-stores', 'data-standing', 'merged');
  await control(desk, 'parts-shops').getByText('von Ben').waitFor();
  await undo('Zusammengelegt');
  await waitFor(desk, 'topic-row-stores', 'data-standing', 'shown');
  await control(desk, 'topic-view-similar').click();
  await control(desk, 'apart-shops-stores').click();
  await gone('pair-shops/stores');
});

test('a word list that the server refuses is said at its field', async () => {
  await control(desk, 'glossary').click();
  await hook(desk, 'glossary-lines').fill(`Bürgerbus, ${'x'.repeat(1_100)}`);
  await hook(desk, 'save-glossary').click();
  await waitFor(desk, 'glossary-lines', 'aria-invalid', 'true');
  await hook(desk, 'glossary-lines').fill('Bürgerbus, Hüpfer');
  await hook(desk, 'save-glossary').click();
  await desk.waitForSelector('[data-testid="glossary-lines"]', { state: 'detached' });
});

test('the programme forms while people vote, and fewer places have a price', async () => {
  await hook(desk, 'tab-selection').click();
  await control(desk, 'open-topic-vote').click();
  await control(desk, 'close-topic-vote').waitFor();
  for (const wishes of [
    ...Array.from({ length: 6 }, () => ['topic-1', 'topic-2']),
    ...Array.from({ length: 4 }, () => ['topic-3']),
  ]) {
    await (await participant(hall.server)).send(approval(wishes));
  }
  await control(desk, 'places').fill('2');
  await control(desk, 'places').press('Enter');
  await desk.waitForSelector('#panel [data-testid="tried-terms"] [data-testid="price"][data-known="true"]');
  await control(desk, 'take-terms').click();
  await waitFor(desk, 'elected', 'data-count', '2');
  // Six and four of ten on two places: each group gets one, where most votes would give both to the six.
  await control(desk, 'elected-topic-3').waitFor();
  await waitFor(desk, 'served-with_one', 'data-count', '10');
  await waitFor(desk, 'fairness', 'data-verdict', 'fair');
});

test('the kind of ballot is locked once somebody has voted', async () => {
  await hook(desk, 'tab-topics').click();
  await control(desk, 'topic-rules').click();
  assert.ok(await hook(desk, 'rules-kind-points').isDisabled());
  await hook(desk, 'rules-dialog').getByText('10 Stimmen').waitFor();
  await desk.keyboard.press('Escape');
  await hook(desk, 'tab-selection').click();
});

test('an exclusion shows whom it leaves with nothing, and is taken back', async () => {
  await control(desk, 'exclude-topic-3').click();
  await hook(desk, 'price-lost').getByText('4 Menschen').waitFor();
  await confirmPrice();
  await waitFor(desk, 'hand-topic-3', 'data-hand', 'excluded');
  await gone('elected-topic-3');
  await control(desk, 'by-hand').waitFor();
  await undo('ausgeschlossen');
  await control(desk, 'elected-topic-3').waitFor();
});

test('a topic is pinned and left to the votes again', async () => {
  await control(desk, 'pin-topic-3').click();
  await confirmPrice();
  await waitFor(desk, 'elected-topic-3', 'data-grounds', 'pinned');
  await control(desk, 'release-topic-3').click();
  await confirmPrice();
  await waitFor(desk, 'elected-topic-3', 'data-grounds', 'ballots');
});

test('one topic is swapped for another', async () => {
  await control(desk, 'swap-topic-3').click();
  await hook(desk, 'swap-in').selectOption('shops');
  await hook(desk, 'price-lost').getByText('4 Menschen').waitFor();
  await confirmPrice();
  await waitFor(desk, 'elected-shops', 'data-grounds', 'pinned');
  await waitFor(desk, 'hand-topic-3', 'data-hand', 'excluded');
});

test('a programme is adopted only after the vote, and the adoption is taken back', async () => {
  assert.equal(await control(desk, 'adopt').getAttribute('aria-disabled'), 'true');
  await control(desk, 'close-topic-vote').click();
  await control(desk, 'reveal-topic-vote').waitFor();
  await control(desk, 'adopt').click();
  await control(desk, 'retract').waitFor();

  await undo('Getauscht');
  await control(desk, 'adopted-differs').waitFor();
  await control(desk, 'adopt').click();
  await hook(desk, 'confirm').click();
  await gone('adopted-differs');
  await control(desk, 'retract').click();
  await control(desk, 'adopt').waitFor();
  await undo('zurückgenommen');
  await control(desk, 'retract').waitFor();
});

test('the programme is put on wall and phones, and the result is revealed from its panel', async () => {
  await control(desk, 'show-selection-here').click();
  await waitFor(desk, 'show-selection-here', 'aria-pressed', 'true');
  await control(desk, 'reveal-topic-vote').click();
  await gone('reveal-topic-vote');
});

test('axe finds nothing in the panels of topics', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const quiet = { bypassCSP: true, colorScheme, reducedMotion: 'reduce', viewport: { width: 1024, height: 768 } };
    const page = await hall.page('console', hall.server.cafe.moderator_url, quiet);
    const check = async (what) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      assert.deepEqual(found, [], `${what}, ${colorScheme}`);
    };
    await hook(page, 'tab-selection').click();
    await control(page, 'elected').waitFor();
    await control(page, 'more-rules').click();
    await check('selection');
    await control(page, 'swap-topic-3').click();
    await check('swap');
    await page.keyboard.press('Escape');
    await page.locator('header h1').first().click();
    await page.keyboard.press('s');
    await control(page, 'glossary').waitFor();
    await check('similar');
    await control(page, 'topic-rules').click();
    await check('rules');
    await page.context().close();
  }
});

test('no page failed', () => {
  assert.deepEqual(hall.problems, []);
});
