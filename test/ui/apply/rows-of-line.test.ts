import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsOfLine } from '../../../src/ui/apply/rows-of-line.ts';
import { styleOf } from '../../../src/ui/style.ts';

const style = styleOf({ color: true, unicode: true });

it('breaks a line between words, and indents what goes on below its sign', () => {
  expect(rowsOfLine('✗ Not all of it is applied. What is stays.', 30)).toEqual(['✗ Not all of it is applied.', '  What is stays.']);
  expect(rowsOfLine('ok Everything is applied and ready.', 30)).toEqual(['ok Everything is applied', '   and ready.']);
  expect(rowsOfLine('    Ask whoever runs the cluster. (quota)', 30)).toEqual(['    Ask whoever runs the', '      cluster. (quota)']);
  expect(rowsOfLine('Applying to context staging.', 28)).toEqual(['Applying to context staging.']);
});

it('keeps a command whole, in its own row where it needs one', () => {
  const logs = 'kubectl logs shop-web-1 --namespace shop --container web --previous';
  expect(rowsOfLine(`    Its last words: ${logs} (crash)`, 40)).toEqual(['    Its last words:', `      ${logs}`, '      (crash)']);
  expect(rowsOfLine('✗ To go on: create-k8s-app status --watch; or apply again.', 30)).toEqual([
    '✗ To go on:',
    '  create-k8s-app status --watch;',
    '  or apply again.',
  ]);
  expect(rowsOfLine('    Let it: kubectl kustomize k8s | create-k8s-app apply -', 40)).toEqual([
    '    Let it:',
    '      kubectl kustomize k8s | create-k8s-app apply -',
  ]);
});

it('takes colours for nothing', () => {
  const rows = rowsOfLine(`${style.bad('✗')} ${style.strong('Deployment web')}: its image cannot be pulled`, 24);
  expect(rows.map(stripVTControlCharacters)).toEqual(['✗ Deployment web: its', '  image cannot be pulled']);
});

it('loses no word, and is no wider than it may be unless one word is', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...'abc.:-'), minLength: 1, maxLength: 12 }), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), fc.constantFrom('', '    ', '✓ '), (all, columns, start) => {
      const rows = rowsOfLine(start + all.join(' '), columns);
      expect(rows.join(' ').split(/\s+/).filter(Boolean)).toEqual((start + all.join(' ')).split(/\s+/).filter(Boolean));
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(columns);
    }),
  );
});
