import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { lazySegmenter, narrow } from '../tools/lean-dependencies.ts';

const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

it('takes no sign for a narrow one that is wider, or that joins another', () => {
  const signs = letters.filter((sign) => new RegExp(`[${narrow}]`).test(sign));
  expect(signs.length).toBeGreaterThan(300);
  expect(signs.filter((sign) => stringWidth(sign) !== 1)).toEqual([]);
  const joined = signs.flatMap((sign) => [sign, '\u001b', 'a']).join('');
  expect([...graphemes.segment(joined)].map(({ segment }) => segment)).toEqual([...joined]);
});

it('segments like Intl.Segmenter, with it and without it', () => {
  const source = lazySegmenter.replace('$1', 'lazy').replace('$2', '');
  const lazy = new Function(`${source} return lazy;`)() as Pick<Intl.Segmenter, 'segment'>;
  const texts = fc.oneof(fc.string({ unit: fc.constantFrom(...'a ❯●é→\u001b[1m─') }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(texts, fc.nat({ max: 12 }), (text, at) => {
      const real = graphemes.segment(text);
      expect([...lazy.segment(text)]).toEqual([...real]);
      expect(lazy.segment(text).containing(at)).toEqual(real.containing(at));
      expect(lazy.segment(text).containing()).toEqual(real.containing());
    }),
  );
});
