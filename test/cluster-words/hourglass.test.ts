import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hourglass } from '../../src/cluster/follow/hourglass.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 0 }));
afterEach(() => void vi.useRealTimers());

it('is asked again at once where all has come to stand still after it was last asked', () => {
  const glass = hourglass(600, 20);
  expect([glass.stillness(), glass.next()]).toEqual(['moving', 20_000]);
  // A timer may come a moment early, and what is judged takes a moment.
  vi.setSystemTime(19_999);
  const early = glass.stillness();
  vi.setSystemTime(20_001);
  expect([early, glass.next()]).toEqual(['moving', 20_000]);
  expect([glass.stillness(), glass.next()]).toEqual(['still', 600_000]);
});
