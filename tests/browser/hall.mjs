// The hall: a server, one Chromium, and a phone, a console and a wall in it, each in a context of its own.

import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  small: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  console: { viewport: { width: 1280, height: 900 } },
  wall: { viewport: { width: 1920, height: 1080 } },
};

/** Opens the hall; `close` ends everything. */
export async function openHall() {
  const server = await startServer();
  const browser = await chromium.launch(CHROMIUM);
  const problems = [];

  async function page(kind, url, options = {}) {
    const context = await browser.newContext({ ...SIZES[kind], locale: 'de-DE', ...options });
    context.setDefaultTimeout(20_000);
    const opened = await context.newPage();
    const frames = listen(opened);
    opened.on('pageerror', (error) => problems.push(`${kind}: ${error.message}`));
    opened.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (host !== server.address && protocol !== 'data:') {
        problems.push(`${kind}: asks ${host}`);
      }
    });
    await opened.goto(url);
    return Object.assign(opened, { frames });
  }

  return {
    server,
    browser,
    problems,
    page,
    phone: (options) => page('phone', server.cafe.participant_url, options),
    console: () => page('console', server.cafe.moderator_url),
    wall: () => page('wall', server.cafe.screen_url),
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Everything that came over the page's sockets, as text. */
function listen(page) {
  const frames = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  return frames;
}

/** The element that tests find by its hook. */
export const hook = (page, name) => page.locator(`[data-testid="${name}"]`).first();

/** An element of the console itself, not of its previews. */
export const control = (page, name) => page.locator(`#panel [data-testid="${name}"]`).first();

/** Waits until an element has this value in an attribute; it need not be visible. */
export async function waitFor(page, name, attribute, value) {
  await page.waitForSelector(`[data-testid="${name}"][${attribute}="${value}"]`, { state: 'attached' });
}

/** Takes a seat. */
export async function join(phone) {
  await hook(phone, 'join').click();
  await hook(phone, 'place-now').waitFor();
}
