import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  /** From `src`, with forward slashes. */
  readonly path: string;
  readonly content: string;
  readonly imports: readonly Import[];
}

interface Import {
  /** A path from `src` for a file of the program, else the name of a module. */
  readonly from: string;
  readonly names: string;
  readonly isOfTypes: boolean;
}

const importing = /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

const importsIn = (path: string, content: string): readonly Import[] =>
  [...content.matchAll(importing)].map(([, types, names = '', ...found]) => {
    const from = found.find((each) => each !== undefined) ?? '';
    return {
      from: from.startsWith('.') ? normalize(join(dirname(path), from)).replaceAll(sep, '/') : from,
      names,
      isOfTypes: types !== undefined,
    };
  });

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll(sep, '/'))
  .sort()
  .map((path) => ({ path, content: readFileSync(join('src', path), 'utf8') }))
  .map((file) => ({ ...file, imports: importsIn(file.path, file.content) }));

/** The floors from the ground up; `output` and `cluster` stand beside each other. */
const floors: readonly (readonly string[])[] = [
  ['model'],
  ['questions'],
  ['manifests'],
  ['checks'],
  ['output', 'cluster'],
  ['ui'],
  ['cli.ts'],
];
const folderOf = (path: string): string => path.split('/')[0] ?? '';
const heightOf = (path: string): number => floors.findIndex((floor) => floor.includes(folderOf(path)));
const pure = files.filter(({ path }) => heightOf(path) <= heightOf('checks/'));

/** Every file that breaks a rule, with what breaks it. */
const faults = (among: readonly SourceFile[], faultsOf: (file: SourceFile) => readonly string[]): readonly string[] =>
  among.flatMap((file) => faultsOf(file).map((fault) => `${file.path}: ${fault}`));
/** The lines of code that show something; what a file imports is looked at by itself. */
const lines = (among: readonly SourceFile[], pattern: RegExp): readonly string[] =>
  faults(among, ({ content }) => content.split('\n').filter((line) => pattern.test(line) && !line.startsWith('import ')));
const imported = (among: readonly SourceFile[], isWrong: (each: Import, file: SourceFile) => boolean): readonly string[] =>
  faults(among, (file) => file.imports.filter((each) => isWrong(each, file)).map(({ from }) => from));

const isOurs = ({ from }: Import): boolean => /\.tsx?$/.test(from);

describe('the floors', () => {
  it('are seen by this test', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(({ imports }) => imports).filter(isOurs).length).toBeGreaterThan(files.length);
    expect(faults(files, ({ path }) => (heightOf(path) < 0 && !path.endsWith('.d.ts') ? ['is on no floor'] : []))).toEqual([]);
  });

  it('import only from their own folder and from below', () => {
    expect(
      imported(files, (each, { path }) => isOurs(each) && folderOf(each.from) !== folderOf(path) && heightOf(each.from) >= heightOf(path)),
    ).toEqual([]);
  });

  it('name every file of their own by its whole name', () => {
    const paths = new Set(files.map(({ path }) => path));
    expect(imported(files, (each) => (isOurs(each) ? !paths.has(each.from) : each.from.startsWith('.')))).toEqual([]);
  });

  it('up to the checks take only the types of the Kubernetes client, and nothing else from outside', () => {
    const isAllowed = ({ from, names, isOfTypes }: Import) =>
      from === '@kubernetes/client-node' ? isOfTypes : from === 'node:crypto' && names === '{ createHash }';
    expect(imported(pure, (each) => !isOurs(each) && !isAllowed(each))).toEqual([]);
  });

  it('up to the checks know no clock, no chance, no process and no outside world', () => {
    expect(
      lines(
        pure,
        /\bDate\b(?=[.(])|\bnew Date\b|Math\.random|\b(performance|console|globalThis|Intl\.DateTimeFormat)\b|\b(fetch|set(Timeout|Interval))\(/,
      ),
    ).toEqual([]);
  });

  it('leave the process to cli.ts', () => {
    const others = files.filter(({ path }) => path !== 'cli.ts');
    expect(lines(others, /(?<![/\w]|(?<!\.\.)\.)process\s*(\?\.|\.|\[)|globalThis\.process/)).toEqual([]);
    expect(imported(others, ({ from }) => from === 'node:process')).toEqual([]);
  });

  it('draw with React and Ink under ui/tui only', () => {
    const others = files.filter(({ path }) => !path.startsWith('ui/tui/'));
    expect(imported(others, ({ from }) => /^(react|ink)(\/|$)/.test(from))).toEqual([]);
    expect(faults(others, ({ path }) => (path.endsWith('.tsx') ? ['is TSX'] : []))).toEqual([]);
  });
});

describe('every file', () => {
  it('is one concept with a name, and has no default export', () => {
    expect(
      faults(files, ({ path }) => (/^(utils?|helpers?|common|shared|misc|index)\b/.test(basename(path)) ? ['says nothing'] : [])),
    ).toEqual([]);
    expect(lines(files, /^export\s+default\b|\bas default\b/)).toEqual([]);
    expect(lines(files, /^export\s+(type\s+)?(\*|\{[^}]*\}\s*from\b)/)).toEqual([]);
  });

  it('can be read in one sitting', () => {
    const mostLines = 320;
    expect(
      faults(files, ({ content }) => (content.split('\n').length > mostLines ? [`has ${content.split('\n').length} lines`] : [])),
    ).toEqual([]);
  });

  it('is checked by the compiler in full; only AnyQuestion stands for questions of all types', () => {
    expect(lines(files, /@ts-(ignore|nocheck|expect-error)/)).toEqual([]);
    expect(lines(files, /([:<|&,]|\bas)\s*any\b(?!\()(?=\s*([>,;)\]|&=]|$))/)).toEqual([
      'questions/question.ts: export type AnyQuestion = Question<string, any>;',
    ]);
  });
});
