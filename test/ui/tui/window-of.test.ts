import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowOf } from '../../../src/ui/tui/window-of.ts';

it('shows the highlighted line and as many around it as fit', () => {
  expect(windowOf([1, 1, 1, 1, 1, 1, 1], 3, 3)).toEqual({ from: 2, to: 5 });
  expect(windowOf([1, 1, 1], 0, 9)).toEqual({ from: 0, to: 3 });
  expect(windowOf([1, 4, 1, 1], 2, 3)).toEqual({ from: 2, to: 4 });
});

it('never fills more rows than there are, and leaves out no line that fits', () => {
  const list = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(list, fc.nat(), fc.integer({ min: 4, max: 20 }), (heights, pick, room) => {
      const at = pick % heights.length;
      const { from, to } = windowOf(heights, at, room);
      const used = heights.slice(from, to).reduce((sum, height) => sum + height, 0);
      expect(from <= at && at < to && used <= room).toBe(true);
      expect((heights[from - 1] ?? 99) + used > room && (heights[to] ?? 99) + used > room).toBe(true);
    }),
  );
});
