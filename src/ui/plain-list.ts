import { type Language, type Text, text } from '../model/text.ts';
import type { Asking } from './asking.ts';
import { phrases } from './phrases.ts';
import type { PlainRow, PlainTerminal } from './plain-terminal.ts';
import { type Turn, titleOf, ways } from './plain-turn.ts';

/** A list grows and shrinks item by item until the person says that it is all. */
export async function listed(terminal: PlainTerminal, now: Asking, language: Language): Promise<Turn> {
  const standing = now.said ?? now.suggestion?.choice;
  let items: readonly string[] = standing === undefined ? [] : [now.question.type.print(standing)].flat();
  for (;;) {
    const change = await terminal.choose(titleOf(now, language), listRows(now, items, language), 0, language);
    if (!change) return { kind: 'leave' };
    if ('turn' in change) return change.turn;
    if ('items' in change) {
      items = change.items;
      continue;
    }
    const line = await terminal.type(phrases.add[language], '', '', (each) => itemFaultOf(now, items, each.trim())?.[language]);
    if (line === undefined) return { kind: 'leave' };
    if (line.trim() !== '' && line.trim() !== '<') items = [...items, line.trim()];
  }
}

type ListChange = { readonly turn: Turn } | { readonly items: readonly string[] } | { readonly add: true };

function listRows(now: Asking, items: readonly string[], language: Language): readonly PlainRow<ListChange>[] {
  const read = now.read(items);
  const end =
    items.length === 0 ? phrases.nothing : text(`${phrases.done.en}: ${items.join(', ')}`, `${phrases.done.es}: ${items.join(', ')}`);
  const done: PlainRow<ListChange> =
    'value' in read
      ? { value: { turn: { kind: 'answer', value: read.value } }, label: end[language] }
      : { value: { items }, label: end[language], refused: read.says[language] };
  const offers = now.options
    .filter(({ printed }) => !items.includes(printed))
    .map(({ printed, label, fits, refused }): PlainRow<ListChange> => {
      const row = { value: { items: [...items, printed] }, label: `+ ${label[language]}`, about: fits[language] };
      return refused ? { ...row, refused: refused[language] } : row;
    });
  const adding: readonly PlainRow<ListChange>[] =
    now.options.length > 0 ? [] : [{ value: { add: true }, label: `+ ${phrases.add[language]}` }];
  const taking = items.map((item, index): PlainRow<ListChange> => ({ value: { items: items.toSpliced(index, 1) }, label: `- ${item}` }));
  return [done, ...offers, ...adding, ...taking, ...ways(language).map((way) => ({ ...way, value: { turn: way.value } }))];
}

function itemFaultOf(now: Asking, items: readonly string[], line: string): Text | undefined {
  if (line === '' || line === '<') return undefined;
  const read = now.read([...items, line]);
  return 'says' in read ? read.says : undefined;
}
