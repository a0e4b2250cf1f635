import { Box, Text as Letters } from 'ink';
import type { ReactNode } from 'react';
import type { Text } from '../../model/text.ts';
import { sameValue, type Value } from '../../model/value.ts';
import type { Asking, Option } from '../asking.ts';
import { phrases, valueText } from '../phrases.ts';
import type { TextField } from '../text-field.ts';
import type { Entry } from './entry.ts';
import { Accent, Faint, useLook, useSay, useSigns } from './look.tsx';
import { windowOf } from './window-of.ts';

interface FieldProps {
  readonly now: Asking;
  readonly entry: Entry;
  /** Rows that it may fill. */
  readonly room: number;
}

/** Where the answer is chosen or typed. */
export function Field({ now, entry, room }: FieldProps): ReactNode {
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

interface ListProps {
  readonly now: Asking;
  readonly at: number;
  readonly room: number;
}

function Choices({ now, at, room }: ListProps): ReactNode {
  const signs = useSigns();
  const signOf = (option: Option, isHere: boolean) => (option.refused ? signs.refused : isHere ? signs.on : signs.off);
  return <Rows options={now.options} at={at} room={room} signOf={signOf} suggested={now.suggestion?.choice} />;
}

/** Choices of which several can be taken; the first row ends the list. */
function Picks({ now, at, room, picked }: ListProps & { readonly picked: readonly string[] }): ReactNode {
  const signs = useSigns();
  const end: Option = { value: [], printed: '', label: picked.length === 0 ? phrases.nothing : phrases.done, fits: phrases.nothing };
  const signOf = (option: Option) => {
    if (option === end) return signs.done;
    if (option.refused) return signs.refused;
    return picked.includes(option.printed) ? signs.marked : signs.unmarked;
  };
  return <Rows options={[end, ...now.options]} at={at} room={room} signOf={signOf} suggested={undefined} />;
}

interface RowsProps {
  readonly options: readonly Option[];
  readonly at: number;
  readonly room: number;
  readonly signOf: (option: Option, isHere: boolean) => string;
  readonly suggested: Value | undefined;
}

/** The rows around the highlighted one, as many as there is room for. */
function Rows({ options, at, room, signOf, suggested }: RowsProps): ReactNode {
  const { columns } = useLook();
  const heights = options.map((option) => heightOf(option, columns));
  const { from, to } = windowOf(heights, at, room);
  return options.slice(from, to).map((option, index) => {
    const isHere = from + index === at;
    const isSuggested = sameValue(option.value, suggested);
    return <OptionRow key={option.printed} option={option} isHere={isHere} sign={signOf(option, isHere)} isSuggested={isSuggested} />;
  });
}

/** Rows of an option with its refusal, which is indented and breaks between words. */
const heightOf = ({ refused }: Option, columns: number): number =>
  refused ? 1 + Math.ceil(Math.max(refused.en.length, refused.es.length) / Math.max(1, columns - 10)) : 1;

interface OptionRowProps {
  readonly option: Option;
  readonly isHere: boolean;
  readonly sign: string;
  readonly isSuggested: boolean;
}

function OptionRow({ option, isHere, sign, isSuggested }: OptionRowProps): ReactNode {
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
