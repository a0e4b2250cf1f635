import { type Language, listed } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { Asking } from './asking.ts';
import { type Foresight, foreseen } from './foresight.ts';
import type { Interview } from './interview.ts';
import { markedYaml, type YamlLine } from './marked-yaml.ts';
import { examplesStand, exampleText, phrases, valueText } from './phrases.ts';
import { type PlainLine, sentence } from './plain-line.ts';
import { plainWords, yamlLength, yamlMarks } from './plain-words.ts';
import type { Review } from './review.ts';
import { wrap } from './wrap.ts';

/** `:yaml`: what has to be known of the YAML before it is read, then its lines with what the answer at hand changes in them. */
export function yamlLines(
  interview: Interview,
  now: Asking | Review,
  answer: Value | undefined,
  language: Language,
  width: number,
): readonly PlainLine[] {
  const given = now.kind === 'asking' && answer !== undefined ? now.gives(answer) : undefined;
  const after: Foresight | undefined = given?.after ?? foreseen(interview.base, interview.steps);
  if (!after) return [sentence(phrases.noYaml[language])];
  const yaml = markedYaml(after.manifests, given?.beside?.foresight.manifests, language);
  const marks =
    now.kind === 'asking' && answer !== undefined && given?.beside
      ? [yamlMarks(valueText(now.question, answer), valueText(now.question, given.beside.value))]
      : [];
  const examples =
    after.examples.length > 0 ? [examplesStand(listed(after.examples.map((each) => exampleText(interview.base, each))))] : [];
  return [
    ...[plainWords.soFar, yamlLength(yaml.length), ...marks, ...examples].map((each) => sentence(each[language])),
    ...runsOf(yaml).flatMap((run) => runLines(run, width)),
  ];
}

interface Run {
  readonly mark: YamlLine['mark'];
  /** What stands before the words of a comment; none where it is code. */
  readonly sign?: string;
  readonly lines: readonly string[];
}

/** Comments that stand below each other are one run. */
function runsOf(yaml: readonly YamlLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { text, mark } of yaml) {
    const sign = /^\s*# /.exec(text)?.[0];
    const last = runs.at(-1);
    if (sign !== undefined && last?.sign === sign && last.mark === mark) runs[runs.length - 1] = { ...last, lines: [...last.lines, text] };
    else runs.push({ mark, lines: [text], ...(sign === undefined ? {} : { sign }) });
  }
  return runs;
}

/** The mark stands in the first column. Comments that are too wide are laid out anew, and all else keeps its lines. */
function runLines({ mark, sign, lines }: Run, width: number): readonly PlainLine[] {
  const lead = `${mark} `;
  const room = width - lead.length;
  const isWide = sign !== undefined && lines.some((line) => line.length > room);
  const rows = isWide ? wrap(lines.map((line) => line.slice(sign.length)).join(' '), room, sign) : lines;
  return rows.map((row) => ({ lead, words: row, isCode: true }));
}
