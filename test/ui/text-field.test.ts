import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, emptyField, erased, fieldWith, inserted, type Motion, moved } from '../../src/ui/text-field.ts';

describe('a line that is typed', () => {
  it('takes text at the cursor, typed or pasted', () => {
    const field = inserted(moved(fieldWith('ghcr.io/shop'), 'word-back'), 'example/');
    expect(field).toEqual({ left: 'ghcr.io/example/', right: 'shop' });
    expect(contentOf(inserted(emptyField, 'two\r\nlines\u0007'))).toBe('two lines');
  });

  it('moves and erases by what a person takes for one character', () => {
    const family = '👨‍👩‍👧';
    expect(moved(fieldWith(`日本${family}`), 'back')).toEqual({ left: '日本', right: family });
    expect(contentOf(erased(fieldWith(`e\u0301${family}`), 'back'))).toBe('e\u0301');
    expect(contentOf(erased(fieldWith('ae\u0301'), 'back'))).toBe('a');
  });

  it('moves and erases by words, and to the ends', () => {
    const field = moved(fieldWith('shop/api:2.4'), 'start');
    expect(field.left).toBe('');
    expect(moved(field, 'word-forward')).toEqual({ left: 'shop', right: '/api:2.4' });
    expect(contentOf(erased(moved(field, 'word-forward'), 'end'))).toBe('shop');
    expect(contentOf(erased(fieldWith('one two  '), 'word-back'))).toBe('one ');
    expect(contentOf(erased(fieldWith('one two'), 'start'))).toBe('');
  });

  it('never loses or makes text by moving', () => {
    const motion = fc.constantFrom<Motion>('back', 'forward', 'word-back', 'word-forward', 'start', 'end');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(motion), (content, motions) => {
        expect(contentOf(motions.reduce(moved, fieldWith(content)))).toBe(content);
      }),
    );
  });
});
