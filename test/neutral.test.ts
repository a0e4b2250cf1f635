import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Written in parts, so that this file does not hold what it looks for. */
const words = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'i');

/** What a reader who has only this repository could make nothing of, or must not be sent to. */
const foreign: Readonly<Record<string, RegExp>> = {
  'a path of one machine': words('(?<![-\\w.}])/(wo', 'rk|ho', 'me|Us', 'ers)/\\w'),
  'the host of a registry': words(
    'registry\\.npm',
    'js|npm',
    'js\\.(com|org)/|proxy\\.go',
    'lang|files\\.python',
    'hosted|py',
    'pi\\.org|crates',
    '\\.io/|ruby',
    'gems\\.org',
  ),
  'how it came about': words('\\bissue', ' #?\\d|\\b(this|last|next|earlier) sess', 'ion\\b|\\bAI assist', 'ant\\b'),
};

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && lstatSync(path, { throwIfNoEntry: false })?.isFile());

it.each(Object.entries(foreign))('no file holds %s', (_, pattern) => {
  const found = tracked.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
  expect(tracked.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
