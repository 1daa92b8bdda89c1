// What a browser downloads: compressed, cached for ever where the name has a hash, asked for again otherwise.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { startServer } from './server.mjs';

let server;

before(async () => {
  server = await startServer();
});

after(() => server?.stop());

/** The answer's status and headers; fetch would hide the compression. */
function ask(path, headers = {}) {
  return new Promise((resolve, reject) => {
    get(`http://${server.address}${path}`, { headers }, (answer) => {
      let body = '';
      answer.on('data', (part) => (body += part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    }).on('error', reject);
  });
}

test('a page is asked for again each time, and not sent again when it has not changed', async () => {
  const first = await ask('/c/ABCDEF');
  assert.equal(first.headers['cache-control'], 'no-cache');
  const again = await ask('/c/ABCDEF', { 'if-none-match': first.headers.etag });
  assert.equal(again.status, 304);
});

test('what has a hash in its name is compressed and may be kept for ever', async () => {
  const page = await ask('/c/ABCDEF');
  const scripts = [...page.body.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path);
  assert.ok(scripts.length >= 2, 'the page names its scripts and styles');
  for (const path of scripts) {
    const plain = await ask(path);
    assert.match(plain.headers['cache-control'], /immutable/);
    assert.equal(plain.headers['content-encoding'], undefined);
    for (const encoding of ['br', 'gzip']) {
      const packed = await ask(path, { 'accept-encoding': encoding });
      assert.equal(packed.headers['content-encoding'], encoding, path);
      assert.ok(Number(packed.headers['content-length']) < Buffer.byteLength(plain.body), path);
    }
  }
});

test('what has no hash in its name is asked for again each time', async () => {
  for (const path of ['/sw.js', '/icon.svg', '/licenses.txt']) {
    const answer = await ask(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers['cache-control'], 'no-cache', path);
  }
});
