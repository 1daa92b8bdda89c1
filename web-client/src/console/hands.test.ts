// Changes by hand, and the way back from them.
import { describe, expect, it } from 'vitest';
import { changeFor, handsBefore, swap } from './hands';

describe('a change by hand', () => {
  it('puts one topic in for another', () => {
    expect(swap('bus', 'shop')).toEqual({ bus: 'excluded', shop: 'pinned' });
  });

  it('is taken back to what was before, topic by topic', () => {
    const now = { bus: 'pinned', rail: 'excluded' } as const;
    expect(handsBefore(now, swap('bus', 'shop'))).toEqual({ bus: 'pinned', shop: null });
    expect(handsBefore(now, changeFor('release', 'rail'))).toEqual({ rail: 'excluded' });
  });
});
