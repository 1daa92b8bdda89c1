// A list that keeps still under the pointer.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Steady } from './steady.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a steady list', () => {
  it('follows until somebody points at it, and again some seconds later', () => {
    let latest = 1;
    const steady = new Steady(() => latest);
    latest = 2;
    expect(steady.value).toBe(2);
    steady.touch();
    latest = 3;
    expect([steady.value, steady.isBehind]).toEqual([2, true]);
    vi.advanceTimersByTime(3_000);
    steady.touch();
    vi.advanceTimersByTime(3_000);
    expect(steady.value).toBe(2);
    vi.advanceTimersByTime(1_000);
    expect([steady.value, steady.isBehind]).toEqual([3, false]);
  });

  it('shows the effect of an own action at once, though the pointer still moves', () => {
    let latest = 1;
    const steady = new Steady(() => latest);
    steady.touch();
    steady.letGo();
    steady.touch();
    latest = 2;
    expect(steady.value).toBe(2);
  });
});
