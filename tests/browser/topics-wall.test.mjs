// The programme of topics on the wall: secret, forming, complete, paged; with less motion at once.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hook, openHall, waitFor } from './hall.mjs';
import { approval, moderator as moderating, participant } from './protocol.mjs';

const people = 24;
const places = 12;

let hall, moderator, wall;

before(async () => {
  hall = await openHall();
  moderator = moderating(hall.server);
  await moderator.send(
    { set_selection_terms: { terms: { rule: 'sequential_phragmen', places, wild_card: false } } },
    { set_topic_vote: { phase: 'open' } },
    show('selection'),
  );
  for (let number = 0; number < people; number += 1) {
    const person = await participant(hall.server);
    await person.send(approval([`topic-${1 + (number % 14)}`, `topic-${15 + (number % 3)}`]));
  }
  wall = await hall.wall();
});

after(() => hall?.close());

const show = (kind) => ({ show_scene: { on: 'wall', scene: { kind } } });
const placed = (page) => page.locator('[data-testid^="placed-"]').count();

/** What does not fit into its box once everything stands. A line's own descenders may reach two pixels below. */
async function cutOff(page) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-testid^="placed-"], [data-testid="programme"], [data-testid="wall-stage"]')]
      .filter((box) => box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)
      .map((box) => box.dataset.testid),
  );
}

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('before it is revealed the wall says how many have voted, and no frame has the result', async () => {
  await waitFor(wall, 'wall-stage', 'data-scene', 'selection');
  await waitFor(wall, 'turnout', 'data-count', String(people));
  await wall.getByText(`${places} Plätze im Programm`).waitFor();
  await moderator.send({ set_topic_vote: { phase: 'closed' } });
  assert.equal(await hook(wall, 'programme').count(), 0);
  assert.ok(!wall.frames.join('\n').includes('"selection":{"terms"'), 'the selection did not come');
});

test('when it is revealed the topics come one after another, and the coverage grows with them', async () => {
  const still = await hall.page('wall', hall.server.cafe.screen_url, { reducedMotion: 'reduce' });
  await waitFor(still, 'turnout', 'data-count', String(people));
  await moderator.send({ set_topic_vote: { phase: 'revealed' } });

  await waitFor(wall, 'programme', 'data-forming', '2');
  assert.equal(await placed(wall), 2);
  const early = Number(await hook(wall, 'coverage').getAttribute('data-reached'));
  assert.ok(early > 0 && early < people, `${early} people reached by two topics`);

  // Whoever asked for less motion has all of it by now.
  assert.equal(await hook(still, 'programme').getAttribute('data-forming'), 'done');
  await still.context().close();

  await wall.waitForSelector('[data-testid="programme"][data-forming="done"]', { timeout: 60_000 });
  const end = Number(await hook(wall, 'coverage').getAttribute('data-reached'));
  assert.ok(end >= early, 'the coverage grew');
  assert.match(await hook(wall, 'programme-said').textContent(), /^Das Programm steht/);
});

test('nothing is cut off on any page, in both sizes, and every place is shown once per round', async () => {
  for (const viewport of [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }]) {
    await wall.setViewportSize(viewport);
    const pages = new Set();
    const seen = new Set();
    while (pages.size < 2) {
      await wall.waitForFunction((known) => !known.includes(document.querySelector('[data-testid="page"]')?.textContent), [...pages]);
      pages.add(await hook(wall, 'page').textContent());
      const rows = await wall.locator('[data-testid^="placed-"]').evaluateAll((all) => all.map((row) => row.dataset.testid));
      rows.forEach((row) => seen.add(row));
      assert.deepEqual(await cutOff(wall), [], `${viewport.width}: ${[...pages].at(-1)}`);
    }
    assert.equal(seen.size, places);
  }
});

test('it does not form again after a lost line, nor when the programme is adopted', async () => {
  const forming = await wall.evaluateHandle(() => {
    const values = [];
    new MutationObserver(() => values.push(document.querySelector('[data-testid="programme"]')?.dataset.forming)).observe(
      document.body,
      { subtree: true, childList: true, attributes: true },
    );
    return values;
  });
  await hall.server.kill();
  await waitFor(wall, 'line-state', 'data-state', 'reconnecting');
  await hall.server.again();
  await waitFor(wall, 'line-state', 'data-state', 'live');

  const topics = (await selection()).elected.map(({ topic }) => topic);
  await moderator.send({ adopt_selection: { topics } });
  await waitFor(wall, 'programme', 'data-state', 'adopted');
  assert.deepEqual([...new Set(await forming.jsonValue())].filter((value) => value !== 'done'), []);
});

/** After a start the server makes the selection anew; until then the board has none. */
async function selection() {
  for (;;) {
    const { selection: made } = await moderator.documents();
    if (made !== undefined) return made;
    await new Promise((go) => setTimeout(go, 100));
  }
}

test('shown anew it forms anew', async () => {
  await moderator.send(show('blank'));
  await waitFor(wall, 'wall-stage', 'data-scene', 'blank');
  await moderator.send(show('selection'));
  await waitFor(wall, 'programme', 'data-forming', '1');
});

test('the moderator sees it small and still', async () => {
  const desk = await hall.console();
  await waitFor(desk, 'programme', 'data-forming', 'done');
  await moderator.send(show('blank'));
  await desk.waitForSelector('[data-testid="preview-wall"] [data-scene="blank"]', { state: 'attached' });
  await moderator.send(show('selection'));
  await waitFor(desk, 'programme', 'data-forming', 'done');
  await desk.context().close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing on the programme and the topic vote (${colorScheme})`, async () => {
    const options = { bypassCSP: true, colorScheme, reducedMotion: 'reduce' };
    const page = await hall.page('wall', hall.server.cafe.screen_url, options);
    for (const kind of ['selection', 'topic_vote', 'topics']) {
      await moderator.send(show(kind));
      await waitFor(page, 'wall-stage', 'data-scene', kind);
      assert.deepEqual(await findings(page), [], kind);
    }
    await moderator.send(show('selection'));
    await page.context().close();
  });
}

test('nobody asked another host, and no page failed', () => {
  assert.deepEqual(hall.problems, []);
});
