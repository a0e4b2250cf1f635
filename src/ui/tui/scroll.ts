import type { Press } from './press.ts';

/** The first row that is seen after a press, of more than there is room for; a page is so many rows. It may lie beyond the ends. */
export function topAfter(top: number, press: Press, page: number): number {
  switch (press.kind) {
    case 'up':
      return top - 1;
    case 'down':
      return top + 1;
    case 'page-up':
      return top - page;
    case 'page-down':
    case 'toggle':
      return top + page;
    case 'move':
      if (press.motion === 'start') return 0;
      return press.motion === 'end' ? Number.MAX_SAFE_INTEGER : top;
    default:
      return top;
  }
}

/** The nearest one that is not beyond the ends, of `height` rows with room for so many. */
export const withinEnds = (top: number, height: number, room: number): number => Math.max(0, Math.min(top, height - room));
