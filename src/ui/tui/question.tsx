import { Box, Text as Letters } from 'ink';
import type { ReactNode } from 'react';
import type { Text } from '../../model/text.ts';
import { sameValue } from '../../model/value.ts';
import type { Asking } from '../asking.ts';
import { askOf, expectsText, mendText, phrases, rowText } from '../phrases.ts';
import { contentOf } from '../text-field.ts';
import { type Entry, problemOf } from './entry.ts';
import { Field } from './field.tsx';
import { Accent, bodyRows, Faint, isTight, Strong, useLook, useSay, useSigns } from './look.tsx';

interface QuestionProps {
  readonly now: Asking;
  readonly entry: Entry;
}

/** Rows of the question with its margins, and of the words below the choices. */
const askRows = 3;
const wordRows = 4;

/** One question: what was decided before, what is asked, how it can be answered, and what the highlighted answer is for. */
export function Question({ now, entry }: QuestionProps): ReactNode {
  const say = useSay();
  const look = useLook();
  const rows = bodyRows(look);
  const margin = isTight(look) ? 0 : 1;
  const before = rows >= 18 ? 4 : rows >= 14 ? 2 : 0;
  return (
    <>
      <Before now={now} count={before} />
      <Box marginTop={margin} flexShrink={0}>
        <Strong>{say(askOf(now))}</Strong>
      </Box>
      <Refusal now={now} />
      <Box marginTop={margin} flexDirection="column" flexShrink={0}>
        <Field now={now} entry={entry} room={Math.max(2, rows - before - askRows - wordRows)} />
      </Box>
      <Below now={now} entry={entry} />
    </>
  );
}

/** The answers given before, a line each, the newest nearest to the question. */
function Before({ now, count }: { readonly now: Asking; readonly count: number }): ReactNode {
  const say = useSay();
  const signs = useSigns();
  const shown = count === 0 ? [] : now.before.slice(-count);
  const width = Math.max(12, ...shown.map((row) => say(row.spot.question.label).length));
  return (
    <Box flexDirection="column" height={count} flexShrink={0}>
      {shown.map((row) => (
        <Letters key={`${row.spot.slot}/${row.spot.question.id}`} wrap="truncate-end">
          <Accent>{signs.done}</Accent> <Faint>{say(row.spot.question.label).padEnd(width)}</Faint> {say(rowText(row))}
        </Letters>
      ))}
    </Box>
  );
}

/** Why this is asked again, and what else could be answered. */
function Refusal({ now: { refusal, mends } }: { readonly now: Asking }): ReactNode {
  const say = useSay();
  const signs = useSigns();
  if (!refusal) return null;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Letters>
        {signs.refused} {say(refusal.says)}
      </Letters>
      {mends.map(mendText).map((mend) => (
        <Faint key={mend.en}>{`  ${say(mend)}`}</Faint>
      ))}
    </Box>
  );
}

/** What is wrong with what is typed; else what the highlighted choice is for, and why it is suggested. */
function Below({ now, entry }: QuestionProps): ReactNode {
  const say = useSay();
  const signs = useSigns();
  const problem = problemOf(entry, now);
  const lines = problem ? [problem] : wordsFor(now, entry);
  return (
    <Box marginTop={isTight(useLook()) ? 0 : 1} flexDirection="column" flexShrink={1} overflow="hidden">
      <Box flexDirection="column" flexShrink={0}>
        {lines.map((line) => (
          <Letters key={line.en}>
            {problem && `${signs.refused} `}
            {say(line)}
          </Letters>
        ))}
      </Box>
    </Box>
  );
}

function wordsFor(now: Asking, entry: Entry): readonly Text[] {
  const because = now.suggestion ? [now.suggestion.reason] : [];
  if (entry.kind === 'text') return contentOf(entry.field) === '' ? [...because, expectsText(now.question)] : because;
  if (entry.kind === 'list') return [phrases.nextItem, ...because];
  if (entry.kind === 'review') return [];
  const option = now.options[entry.kind === 'picks' ? entry.at - 1 : entry.at];
  if (!option || option.refused) return option ? [phrases.cannotTake] : because;
  return sameValue(option.value, now.suggestion?.choice) ? [option.fits, ...because] : [option.fits];
}
