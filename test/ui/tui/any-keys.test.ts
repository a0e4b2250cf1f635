import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '../../../src/model/text.ts';
import { interviewOf } from '../../../src/ui/interview.ts';
import type { Motion } from '../../../src/ui/text-field.ts';
import { lineWidth } from '../../../src/ui/tui/line.ts';
import type { Press } from '../../../src/ui/tui/press.ts';
import { screenOf } from '../../../src/ui/tui/screen.ts';
import { pressed, resized, sessionOf } from '../../../src/ui/tui/session.ts';
import { programBase } from '../program-base.ts';

const motions: readonly Motion[] = ['back', 'forward', 'word-back', 'word-forward', 'start', 'end'];
const kinds = ['up', 'down', 'page-up', 'page-down', 'enter', 'escape', 'complete', 'toggle'] as const;
const aside = ['explain', 'find', 'review', 'yaml', 'write', 'language'] as const;

/** Letters that make up answers and others that do not, wide ones, and such as must not reach a terminal. */
const letters = fc.string({
  unit: fc.constantFrom(...'abgo./:=-,1280?/<> {}"', 'é', '漢', '🙂', '👩‍👩‍👧', 'e\u0301', '\u001b[31m', '\u0007', '\u202e', '\n', '\t'),
  maxLength: 60,
});

const press: fc.Arbitrary<Press> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...kinds).map((kind): Press => ({ kind })) },
  { weight: 5, arbitrary: fc.constant<Press>({ kind: 'enter' }) },
  { weight: 3, arbitrary: fc.constantFrom(...aside).map((kind): Press => ({ kind })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('move' as const, 'erase' as const), fc.constantFrom(...motions))
      .map(([kind, motion]) => ({ kind, motion })),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('text' as const, 'paste' as const), letters).map(([kind, text]) => ({ kind, text })) },
  { weight: 1, arbitrary: fc.constant<Press>({ kind: 'text', text: 'ghcr.io/example/shop:2.4.1' }) },
);

const size = fc.record({ columns: fc.integer({ min: 30, max: 200 }), rows: fc.integer({ min: 10, max: 60 }) });

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const forbidden = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

it('whatever keys are pressed, on a window of whatever size, the screen fits it and holds nothing but letters', () => {
  const base = programBase();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(press, fc.option(size)), { minLength: 1, maxLength: 60 }),
      size,
      fc.constantFrom(...languages),
      fc.boolean(),
      (keys, first, language, unicode) => {
        let session = sessionOf(interviewOf(base), { language, color: true, unicode, ...first });
        for (const [key, next] of keys) {
          session = pressed(session, key);
          if (next) session = resized(session, next.columns, next.rows);
          const { columns, rows } = session.look;
          const lines = screenOf(session);
          expect(lines.length).toBe(rows - 1);
          for (const line of lines) {
            const all = line.map(({ text }) => text).join('');
            expect(lineWidth(line), all).toBeLessThan(columns);
            expect(all).not.toMatch(unicode ? forbidden : /[^ -~]/);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
}, 300_000);
