import { type Finding, type Severity, worstFirst } from '../model/finding.ts';
import type { Complaint } from '../model/problem.ts';
import { type Language, listed, say as saying, type Text, text } from '../model/text.ts';
import type { Prerequisite } from '../output/prerequisites.ts';
import { program } from './commands.ts';
import { shown } from './shown.ts';
import { formText } from './stand-ins.ts';
import type { Style } from './style.ts';
import { columns, wrap } from './wrap.ts';

/** What a report looks like and in which language it speaks. */
export interface Look {
  readonly language: Language;
  readonly style: Style;
}

/** A text as the person reads it. */
const sayIn =
  ({ language, style }: Look) =>
  (said: Text): string =>
    style.letters(said[language]);

/** A refusal: first what and why, then what to do, with the flags. */
export function reportProblem(problem: { readonly complaints: readonly Complaint[] }, look: Look): string {
  const { style } = look;
  const say = sayIn(look);
  return problem.complaints
    .map(({ says, fix, flags = [] }) => {
      const head = `${style.strong(style.bad(`${program}:`))} ${shown(say(says))}`;
      const todo = fix ? [`  ${shown(say(fix))}`] : flags.length > 0 ? [`  ${shown(say(formText(flags.join('   '))))}`] : [];
      return [head, ...todo].join('\n');
    })
    .map((block) => `${block}\n`)
    .join('');
}

/** The same for programs, on stdout. */
export function problemJson({ complaints }: { readonly complaints: readonly Complaint[] }, language: Language) {
  const fixes = complaints.flatMap(({ fix }) => (fix ? [fix[language]] : []));
  return {
    problem: {
      says: complaints.map(({ says }) => says[language]).join('\n'),
      fix: fixes.join('\n'),
      flags: [...new Set(complaints.flatMap(({ flags = [] }) => flags))],
    },
  };
}

const severities: Readonly<Record<Severity, { readonly word: Text; readonly tone: 'bad' | 'doubtful' | 'advice' }>> = {
  error: { word: text('error', 'error'), tone: 'bad' },
  warning: { word: text('warning', 'aviso'), tone: 'doubtful' },
  advice: { word: text('advice', 'consejo'), tone: 'advice' },
};

/** Findings, the worst first; nothing where there are none. */
export function reportFindings(findings: readonly Finding[], look: Look): string {
  const { style } = look;
  const say = sayIn(look);
  return worstFirst(findings)
    .map(({ check, severity, says, fix, where, quote }) => {
      const { word, tone } = severities[severity];
      const paint = tone === 'advice' ? style.faint : style[tone];
      return `${paint(`${style.signs[tone]} ${say(word)}`)}  ${style.strong(shown(style.letters(where)))}  ${shown(say(says))}\n    ${shown(say(fix))} ${style.faint(`(${check})`)}\n${quoted(quote, look)}`;
    })
    .join('');
}

/** Lines of a quote that are shown: what failed is told last. */
const mostLines = 8;

/** What a container or the API server said, below the finding. */
function quoted(quote: string | undefined, { style }: Look): string {
  if (quote === undefined) return '';
  const lines = quote.trim().split('\n').slice(-mostLines);
  return lines.map((line) => `    ${style.faint(`${style.letters('│')} ${shown(line)}`)}\n`).join('');
}

/** Remarks that stop nothing, such as answers that do not apply. */
export const reportNotes = (notes: readonly Text[], look: Look): string =>
  notes.map((note) => `${look.style.doubtful(look.style.signs.doubtful)} ${sayIn(look)(note)}\n`).join('');

/** How many files: "1 file", "11 files". */
const filesCounted = (count: number): Text => (count === 1 ? text('1 file', '1 archivo') : text(`${count} files`, `${count} archivos`));

const wouldGo = text(
  'These would be removed, because your answers no longer ask for them:',
  'Estos se quitarían, porque tus respuestas ya no los piden:',
);
const went = text(
  'Removed, because your answers no longer ask for them. What you already applied stays in the cluster until you delete it there:',
  'Se han quitado, porque tus respuestas ya no los piden. Lo que ya aplicaste sigue en el clúster hasta que lo borres allí:',
);

/** What would be written, and that nothing was. */
export function reportDryRun(folder: string, paths: readonly string[], removed: readonly string[], look: Look): string {
  const say = sayIn(look);
  const count = filesCounted(paths.length);
  const head = text(
    `Nothing was written. Without --dry-run, ${shown(folder)}/ would get ${count.en}:`,
    `No se ha escrito nada. Sin --dry-run, ${shown(folder)}/ recibiría ${count.es}:`,
  );
  const gone = removed.length > 0 ? [say(wouldGo), ...removed.map((path) => `  ${path}`)] : [];
  return `${[say(head), ...paths.map((path) => `  ${path}`), ...gone].join('\n')}\n`;
}

export interface Ending {
  readonly folder: string;
  readonly written: number;
  /** Files of an earlier run that this one took away. */
  readonly removed: readonly string[];
  /** Workload kinds and other kinds that each half holds, in the order of the files. */
  readonly admin: readonly string[];
  readonly developer: readonly string[];
  readonly hasSecrets: boolean;
  /** In the order in which they are said. */
  readonly before: readonly Prerequisite[];
  /** What to do with what was written, in this order. */
  readonly next: readonly { readonly says: Text; readonly commands: readonly string[] }[];
  /** The command that repeats this run. */
  readonly repeat: string;
}

const before = text('Before you start it', 'Antes de ponerlo en marcha');
const next = text('Next steps', 'Siguientes pasos');
const again = text('The same again without questions', 'Lo mismo otra vez, sin preguntas');

/** The end of a run that wrote files. */
export function reportEnd(ending: Ending, look: Look, width = 80): string {
  const { style } = look;
  const say = sayIn(look);
  const count = filesCounted(ending.written);
  const folder = shown(ending.folder);
  const wrote = text(
    `Wrote ${count.en} to ${folder}/`,
    `${ending.written === 1 ? 'Se ha escrito' : 'Se han escrito'} ${count.es} en ${folder}/`,
  );
  const section = (title: Text, lines: readonly string[]) => (lines.length > 0 ? ['', style.strong(say(title)), ...lines] : []);
  const lines = [
    `${style.good(style.signs.good)} ${say(wrote)}`,
    '',
    ...columns(
      halves(ending).map(([path, says]) => [path, say(says)]),
      width,
    ),
    ...(ending.removed.length > 0
      ? ['', ...wrap(`${style.signs.doubtful} ${say(went)}`, width), ...ending.removed.map((path) => `  ${path}`)]
      : []),
    ...section(
      before,
      ending.before.flatMap(({ says, command }) => [...wrap(say(says), width, '  '), ...(command ? [`    ${command}`] : [])]),
    ),
    ...section(
      next,
      ending.next.flatMap(({ says, commands }) => [
        ...wrap(say(says), width, '  # ').map(style.faint),
        ...commands.map((command) => `  ${command}`),
      ]),
    ),
    ...section(again, [`  ${ending.repeat}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function halves({ admin, developer, hasSecrets }: Ending): readonly (readonly [string, Text])[] {
  const kinds = (all: readonly string[]) => listed([...new Set(all)]);
  const ofAdmin = saying(
    (language) =>
      `${language === 'en' ? 'for the cluster’s administrator' : 'para quien administra el clúster'}: ${kinds(admin)[language]}`,
  );
  const ofDeveloper = saying((language) => `${language === 'en' ? 'for you' : 'para ti'}: ${kinds(developer)[language]}`);
  return [
    ...(admin.length > 0 ? [['admin/', ofAdmin] as const] : []),
    ...(developer.length > 0 ? [['app/', ofDeveloper] as const] : []),
    ...(hasSecrets
      ? [
          [
            'secrets/',
            text(
              'created once, never shown, never in Git: keep a copy',
              'se crean una sola vez y ni se muestran ni van a Git: guarda una copia',
            ),
          ] as const,
        ]
      : []),
  ];
}
