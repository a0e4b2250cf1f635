import { shellWord } from '../model/shell-word.ts';

/** A command line of these words, for a POSIX shell. */
export const commandLine = (words: readonly string[]): string => words.map(shellWord).join(' ');
