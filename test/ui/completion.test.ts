import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shells } from '../../src/ui/commands.ts';
import { printCompletionScript, printCompletions } from '../../src/ui/completion.ts';
import { vocabulary } from './vocabulary.ts';

describe('completion', () => {
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  const offered = (...words: string[]): readonly string[] => {
    printed.length = 0;
    printCompletions(words, vocabulary, 'en');
    return printed.slice(0, -1).map((line) => line.split('\t')[0] ?? '');
  };

  it.each([
    [
      ['shop', '--ima'],
      ['--image', '--image-pull-secret'],
    ],
    [['shop', '--no-crea'], ['--no-create-namespace']],
    [
      ['--run', ''],
      ['always', 'once', 'scheduled', 'every-node'],
    ],
    [['--run', 'ev'], ['every-node']],
    [['--with', 'post'], ['postgresql']],
    [
      ['--preset', ''],
      ['postgresql', 'kafka'],
    ],
    [['--with', 'postgresql=db', '--db.storage-s'], ['--db.storage-size']],
    [
      ['--db.data', ''],
      ['none', 'scratch', 'keep'],
    ],
    [
      ['--lang', ''],
      ['en', 'es'],
    ],
    [['compl'], ['completion']],
    [['completion', 'z'], ['zsh']],
    [['explain', 'statef'], ['statefulset']],
    [['help', 'storage-s'], ['storage-size']],
    [['--xyz'], []],
  ])('%j offers %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });

  it('says what each is for, in the language', () => {
    printCompletions(['--run', 'on'], vocabulary, 'es');
    expect(printed[0]).toBe('once\tSirve para un programa que hace su trabajo y termina, como una migración.');
  });

  it.each(shells)('has a script for %s that calls the program', (shell) => {
    printCompletionScript(shell);
    expect(printed.join('\n')).toContain('create-k8s-app complete');
  });

  it('has a script that bash understands', () => {
    printCompletionScript('bash');
    expect(() => execFileSync('bash', ['-n'], { input: printed.join('\n') })).not.toThrow();
  });
});
