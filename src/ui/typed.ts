import type { Text } from '../model/text.ts';
import { sentence } from './plain-line.ts';
import { onPlainTerminal } from './plain-terminal.ts';
import type { Look } from './report.ts';
import { wantsUnicode } from './style.ts';
import type { World } from './world.ts';

/** What somebody types; undefined where they left. A question is no product: it goes where the reports go. */
export async function typed(
  before: readonly Text[],
  ask: Text,
  { stdin, stderr, signal, env }: World,
  { language }: Look,
): Promise<string | undefined> {
  return onPlainTerminal({ stdin, stdout: stderr, signal, unicode: wantsUnicode(env) }, async (terminal) => {
    for (const says of before) terminal.say(sentence(says[language]));
    return (await terminal.type(ask[language]))?.trim();
  });
}
