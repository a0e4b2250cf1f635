import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { narrow } from '../tools/lean-dependencies.ts';

const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

it('takes no sign for a narrow one that is wider, or that joins another', () => {
  const signs = letters.filter((sign) => new RegExp(`[${narrow}]`).test(sign));
  expect(signs.length).toBeGreaterThan(300);
  expect(signs.filter((sign) => stringWidth(sign) !== 1)).toEqual([]);
  const joined = signs.flatMap((sign) => [sign, '\u001b', 'a']).join('');
  expect([...graphemes.segment(joined)].map(({ segment }) => segment)).toEqual([...joined]);
});
