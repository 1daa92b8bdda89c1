// The size limit of the phone page as a test. It needs a build and passes over itself without one.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('the phone page', () => {
  it.skipIf(!existsSync(join(root, 'dist/phone.html')))('needs at most 40 KiB until the first vote', () => {
    const output = execFileSync(process.execPath, [join(root, 'scripts/size.js')], { encoding: 'utf8' });
    expect(output).toContain('until the first vote');
  });
});
