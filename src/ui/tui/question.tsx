import { Box, Text as Letters } from 'ink';
import type { ReactNode } from 'react';
import type { Text } from '../../model/text.ts';
import { sameValue } from '../../model/value.ts';
import type { Asking, Option } from '../asking.ts';
import { askOf, expectsText, mendTexts, phrases, rowText, valueText } from '../phrases.ts';
import { contentOf, type TextField } from '../text-field.ts';
import { type Entry, problemOf } from './entry.ts';
import { Accent, bodyRows, Faint, isTight, Strong, useLook, useSay, useSigns } from './look.tsx';
import { windowOf } from './window-of.ts';

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
  return (
    <Box flexDirection="column" height={count} flexShrink={0}>
      {shown.map((row) => (
        <Letters key={`${row.spot.slot}/${row.spot.question.id}`} wrap="truncate-end">
          <Accent>{signs.done}</Accent> <Faint>{say(row.spot.question.label).padEnd(16)}</Faint> {say(rowText(row))}
        </Letters>
      ))}
    </Box>
  );
}

/** Why this is asked again, and what else could be answered. */
function Refusal({ now: { refusal } }: { readonly now: Asking }): ReactNode {
  const say = useSay();
  const signs = useSigns();
  if (!refusal) return null;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Letters>
        {signs.refused} {say(refusal.says)}
      </Letters>
      {mendTexts(refusal).map((mend) => (
        <Faint key={mend.en}>{`  ${say(mend)}`}</Faint>
      ))}
    </Box>
  );
}

function Field({ now, entry, room }: QuestionProps & { readonly room: number }): ReactNode {
  switch (entry.kind) {
    case 'choice':
      return <Choices now={now} at={entry.at} room={room} />;
    case 'picks':
      return <Picks now={now} at={entry.at} picked={entry.picked} room={room} />;
    case 'text':
      return <Typed field={entry.field} suggestion={now.suggestion && valueText(now.question, now.suggestion.choice)} />;
    case 'list':
      return <Items items={entry.items} field={entry.field} room={room} />;
    case 'review':
      return null;
  }
}

function Choices({ now, at, room }: { readonly now: Asking; readonly at: number; readonly room: number }): ReactNode {
  const signs = useSigns();
  const { columns } = useLook();
  const heights = now.options.map((option) => heightOf(option, columns));
  const { from, to } = windowOf(heights, at, room);
  return now.options.slice(from, to).map((option, index) => {
    const isHere = from + index === at;
    const sign = option.refused ? signs.refused : isHere ? signs.on : signs.off;
    return (
      <Choice
        key={option.printed}
        option={option}
        isHere={isHere}
        sign={sign}
        isSuggested={sameValue(option.value, now.suggestion?.choice)}
      />
    );
  });
}

const heightOf = ({ refused }: Option, columns: number): number =>
  refused ? 1 + Math.ceil(Math.max(refused.en.length, refused.es.length) / Math.max(1, columns - 10)) : 1;

interface ChoiceProps {
  readonly option: Option;
  readonly isHere: boolean;
  readonly sign: string;
  readonly isSuggested: boolean;
}

function Choice({ option, isHere, sign, isSuggested }: ChoiceProps): ReactNode {
  const say = useSay();
  const signs = useSigns();
  const line = `${isHere ? signs.cursor : ' '} ${sign} ${say(option.label)}`;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box columnGap={4}>
        {isHere && !option.refused ? <Accent>{line}</Accent> : <Letters>{line}</Letters>}
        {isSuggested && <Faint>{say(phrases.suggested)}</Faint>}
      </Box>
      {option.refused && (
        <Box marginLeft={4}>
          <Faint>{say(option.refused)}</Faint>
        </Box>
      )}
    </Box>
  );
}

/** Choices of which several can be taken; the first row ends the list. */
function Picks({
  now,
  at,
  picked,
  room,
}: {
  readonly now: Asking;
  readonly at: number;
  readonly picked: readonly string[];
  readonly room: number;
}): ReactNode {
  const signs = useSigns();
  const { columns } = useLook();
  const end: Option = { value: [], printed: '', label: picked.length === 0 ? phrases.nothing : phrases.done, fits: phrases.nothing };
  const options = [end, ...now.options];
  const { from, to } = windowOf(
    options.map((option) => heightOf(option, columns)),
    at,
    room,
  );
  return options.slice(from, to).map((option, index) => {
    const isMarked = picked.includes(option.printed);
    const sign = option === end ? signs.done : option.refused ? signs.refused : isMarked ? signs.marked : signs.unmarked;
    return <Choice key={option.printed} option={option} isHere={from + index === at} sign={sign} isSuggested={false} />;
  });
}

function Typed({ field, suggestion }: { readonly field: TextField; readonly suggestion: Text | undefined }): ReactNode {
  const say = useSay();
  const signs = useSigns();
  const isEmpty = field.left === '' && field.right === '';
  return (
    <Letters wrap="hard">
      <Accent>{signs.cursor}</Accent> {field.left}
      <Accent>{signs.caret}</Accent>
      {field.right}
      {isEmpty && suggestion && <Faint>{`${say(suggestion)}   ${say(phrases.suggested)}`}</Faint>}
    </Letters>
  );
}

function Items({ items, field, room }: { readonly items: readonly string[]; readonly field: TextField; readonly room: number }): ReactNode {
  const signs = useSigns();
  const shown = items.slice(-Math.max(1, room - 1));
  return (
    <>
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same item can stand twice
        <Letters key={`${index} ${item}`} wrap="truncate-end">
          {`  ${signs.on} ${item}`}
        </Letters>
      ))}
      <Typed field={field} suggestion={undefined} />
    </>
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
