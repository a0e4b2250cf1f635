/** Letters that would break a line, or do worse to a terminal. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** The letters on one line, at most so many; what is cut off shows as an ellipsis. */
export function clipped(letters: string, most: number): string {
  const line = letters.replace(unfit, ' ');
  if (line.length <= most) return line;
  return `${line.slice(0, most - 1).replace(/[\ud800-\udbff\s]+$/, '')}…`;
}

/** A name or a number from an object, short enough to stand in a phrase; empty where there is none. */
export const wordOf = (value: unknown, most = 32): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? clipped(String(value), most) : '';

/** The image as people call it: without its registry, and without a digest. */
export const imageWord = (image: unknown): string =>
  typeof image === 'string' ? clipped(image.slice(image.lastIndexOf('/') + 1).replace(/@.*/, ''), 30) : '';
