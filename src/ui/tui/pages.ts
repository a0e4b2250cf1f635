import { listed, verbatim } from '../../model/text.ts';
import type { Asking } from '../asking.ts';
import type { YamlLine } from '../marked-yaml.ts';
import { examplesStand, phrases, rejectedTexts, valueText } from '../phrases.ts';
import { flagText } from '../said-flags.ts';
import { layoutOf } from './layout.ts';
import { blank, columnsOf, cut, type Line, rowsOf, type Span, toned, wrappedLines } from './line.ts';
import { type Look, sayIn, shown, signsOf, widthOf } from './look.ts';
import type { Page } from './session.ts';
import { lineCount, suggestedBecause, words } from './words.ts';

/** What lies over the question until it is closed, in exactly as many rows as the body has. */
export function pageLines(page: Page, look: Look): readonly Line[] {
  const { body } = layoutOf(look);
  return page.kind === 'explain' ? explainPage(page, look, body) : yamlPageLines(page, look, body);
}

/** Rows in which the words of a page move: all but its title. */
export const pageRows = (look: Look): number => layoutOf(look).body - 1;

/** Rows and columns of all the words of a page, seen and unseen. */
export function pageSize(page: Page, look: Look): { readonly height: number; readonly width: number } {
  if (page.kind === 'explain') return { height: explanation(page.asking, look).length, width: 0 };
  const notes = noteLines(page, look);
  return { height: page.lines.length + notes.length, width: 2 + Math.max(0, ...page.lines.map(({ text }) => columnsOf(text))) };
}

/** The title of a page, and which of its lines are seen where not all of them are. */
function titleLine(title: string, top: number, count: number, look: Look): Line {
  const rows = pageRows(look);
  const place = count > rows ? `  ${sayIn(look)(lineCount(top + 1, Math.min(top + rows, count), count))}` : '';
  return cut(
    [
      { text: title, tone: 'strong' },
      { text: place, tone: 'faint' },
    ],
    widthOf(look),
    signsOf(look).more,
  );
}

function explainPage({ asking, top }: Extract<Page, { kind: 'explain' }>, look: Look, body: number): readonly Line[] {
  const lines = explanation(asking, look);
  const title = titleLine(sayIn(look)(asking.question.label), top, lines.length, look);
  return rowsOf([title, ...lines.slice(top)], body);
}

/** All there is to know of a question: what it is, its choices, why this one is suggested, and how a script says it. */
function explanation({ question, options, suggestion, spot }: Asking, look: Look): readonly Line[] {
  const say = sayIn(look);
  const width = widthOf(look);
  const { refused } = signsOf(look);
  const choices = options.flatMap((option): readonly Line[] => [
    toned('accent', `  ${say(option.label)}`),
    ...wrappedLines(say(option.fits), width, 4),
    ...(option.refused ? wrappedLines(`${refused} ${say(option.refused)}`, width, 4, 'faint') : []),
  ]);
  const because = suggestion
    ? [
        blank,
        ...wrappedLines(`${say(valueText(question, suggestion.choice))}. ${say(suggestedBecause(suggestion.reason))}`, width),
        ...rejectedTexts({ spot, decision: suggestion }).flatMap((line) => wrappedLines(say(line), width, 0, 'faint')),
      ]
    : [];
  const sample = suggestion?.choice ?? question.type.samples[0];
  const flag = sample === undefined ? '' : flagText(question, sample);
  return [
    ...wrappedLines(say(question.ask), width),
    blank,
    ...wrappedLines(say(question.help), width),
    ...(choices.length > 0 ? [blank, ...choices] : []),
    ...because,
    ...(flag === '' ? [] : [blank, ...wrappedLines(`${say(phrases.inScript)} ${shown(flag, look)}`, width, 0, 'faint')]),
    ...(question.page ? [phrases.readMore, verbatim(question.page)].flatMap((line) => wrappedLines(say(line), width, 0, 'faint')) : []),
  ];
}

function yamlPageLines(page: Extract<Page, { kind: 'yaml' }>, look: Look, body: number): readonly Line[] {
  const { lines, top, left } = page;
  const notes = noteLines(page, look);
  const title = titleLine(sayIn(look)(words.soFar), top, lines.length + notes.length, look);
  const seen = [...notes, ...lines].slice(top, top + body - 1);
  return rowsOf([title, ...seen.map((line) => ('mark' in line ? yamlLine(line, left, look) : line))], body);
}

/** What has to be known of the YAML before it is read. */
function noteLines({ lines, examples }: Extract<Page, { kind: 'yaml' }>, look: Look): readonly Line[] {
  const say = sayIn(look);
  if (lines.length === 0) return wrappedLines(say(phrases.noYaml), widthOf(look));
  return examples.length === 0 ? [] : wrappedLines(say(examplesStand(listed(examples))), widthOf(look), 0, 'faint');
}

/** One line of YAML, coloured; the mark in the first column stays when the rest is moved sideways. */
function yamlLine({ text, mark }: YamlLine, left: number, look: Look): Line {
  const letters = shown(text, look).slice(left);
  const gutter: Span = mark === ' ' ? { text: '  ' } : { text: `${mark} `, tone: mark === '+' ? 'good' : 'bad' };
  const body = mark === '-' ? toned('faint', letters) : left > 0 ? [{ text: letters }] : colored(letters);
  return cut([gutter, ...body], widthOf(look), signsOf(look).more);
}

/** The key of a line in colour, a comment faint. */
function colored(line: string): Line {
  if (/^\s*#/.test(line)) return toned('faint', line);
  const [, indent = '', key, rest = ''] = /^((?:\s|- )*)("[^"]*"|[\w./-]+)(:(?: .*)?)$/.exec(line) ?? [];
  if (key === undefined) return [{ text: line }];
  const [, value = rest, comment = ''] = /^(.*?)(\s#.*)?$/.exec(rest) ?? [];
  return [{ text: indent }, { text: key, tone: 'accent' }, { text: value }, ...(comment === '' ? [] : toned('faint', comment))];
}
