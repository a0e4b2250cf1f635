import { diffArrays } from 'diff';
import type { Manifest } from '../model/manifest.ts';
import type { Language } from '../model/text.ts';
import { yamlOf } from '../output/yaml.ts';
import { isAlike, type Matched, matched } from './object-matching.ts';

export interface YamlLine {
  readonly text: string;
  readonly mark: ' ' | '+' | '-';
}

/**
 * The manifests as one YAML stream, line by line; `+` marks the lines that are new beside `before`, and `-` lines stand where something
 * went. Without `before` there is nothing to compare with, and no line is marked.
 */
export function markedYaml(after: readonly Manifest[], before: readonly Manifest[] | undefined, language: Language): readonly YamlLine[] {
  const seen = { before: false, after: false };
  return matched(before ?? after, after).flatMap((pair): readonly YamlLine[] => {
    const mark = markOf(seen.before && pair.before !== undefined, seen.after && pair.after !== undefined);
    seen.before ||= pair.before !== undefined;
    seen.after ||= pair.after !== undefined;
    return [...(mark === undefined ? [] : [{ text: '---', mark }]), ...documentLines(pair, language)];
  });
}

/** The mark of a line that stands in the stream as it was, as it becomes, in both, or in neither. */
function markOf(was: boolean, is: boolean): YamlLine['mark'] | undefined {
  if (was && is) return ' ';
  return is ? '+' : was ? '-' : undefined;
}

function documentLines({ before, after }: Matched, language: Language): readonly YamlLine[] {
  const marked = (manifest: Manifest, mark: YamlLine['mark']) => linesOf(manifest, language).map((text) => ({ text, mark }));
  if (!before || !after) return after ? marked(after, '+') : before ? marked(before, '-') : [];
  if (isSame(before, after, language)) return marked(after, ' ');
  return diffArrays([...linesOf(before, language)], [...linesOf(after, language)]).flatMap(({ value, added, removed }) =>
    value.map((text): YamlLine => ({ text, mark: added ? '+' : removed ? '-' : ' ' })),
  );
}

const linesOf = (manifest: Manifest, language: Language): readonly string[] => yamlOf(manifest, language).split('\n').slice(0, -1);

/** Whether the objects say the same, for the same reasons. */
function isSame(before: Manifest, after: Manifest, language: Language): boolean {
  if (before === after) return true;
  const reasons = ({ why }: Manifest) => Object.fromEntries(Object.entries(why).map(([pointer, reason]) => [pointer, reason[language]]));
  return isAlike(before.object, after.object) && isAlike(reasons(before), reasons(after));
}
