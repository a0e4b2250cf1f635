import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, Scalar, visit } from 'yaml';
import { didYouMean } from '../model/nearest.ts';
import { type Complaint, exits, Problem } from '../model/problem.ts';
import { say, type Text } from '../model/text.ts';
import type { Answers, Value, Values } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import type { AnyQuestion, Parsed } from '../questions/question.ts';
import type { Slot } from '../questions/settle.ts';
import * as fault from './answers-file-complaints.ts';
import { applicationQuestions, componentQuestions, isList, type Vocabulary } from './vocabulary.ts';

/** What an answers file says: the answers, and its components in their order. */
export interface SavedAnswers {
  readonly answers: Answers;
  readonly slots: readonly Slot[];
}

/** More than a person writes, and few enough to resolve one by one. */
const mostAliases = 100;

/**
 * Reads an answers file. All scalars are taken as they are written, so that `1.10` stays `1.10`. A Problem names everything
 * that is wrong with it, each with file, line and column.
 */
export function answersFrom(source: string, file: string, vocabulary: Vocabulary): SavedAnswers {
  const reader = new Reader(source, file, vocabulary);
  const saved = reader.read();
  if (reader.complaints.length > 0) throw new Problem(exits.usage, ...reader.complaints);
  return saved;
}

class Reader {
  readonly complaints: Complaint[] = [];
  readonly #file: string;
  readonly #vocabulary: Vocabulary;
  readonly #lines = new LineCounter();
  readonly #document;
  constructor(source: string, file: string, vocabulary: Vocabulary) {
    this.#file = file;
    this.#vocabulary = vocabulary;
    this.#document = parseDocument(source, {
      schema: 'failsafe',
      stringKeys: true,
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'error',
    });
  }

  read(): SavedAnswers {
    const { errors } = this.#document;
    // One mistake makes the reader stumble over what follows, too: the first of each sort says enough.
    const first = errors.filter(({ code }, index) => errors.findIndex((other) => other.code === code) === index);
    for (const { code, pos, message } of first) this.#blame(pos[0], fault.notYaml(code, message));
    if (this.#aliasCount() > mostAliases) this.#blame(0, fault.tooManyAliases);
    const sections =
      this.complaints.length > 0 ? new Map<string, Node>() : this.#entries(this.#document.contents, ['application', 'components']);
    const application = this.#values(sections.get('application'), applicationQuestions(this.#vocabulary.catalogue));
    const components = this.#components(sections.get('components'));
    return {
      answers: { source: 'file', application, components: Object.fromEntries(components.map(({ slot, values }) => [slot.key, values])) },
      slots: components.map(({ slot }) => slot),
    };
  }

  #components(node: Node | undefined): readonly { readonly slot: Slot; readonly values: Values }[] {
    return [...this.#entries(node)].map(([key, body]) => {
      const named = component.type.parse(key);
      if ('says' in named) this.#blame(offsetOf(this.#keyOf(node, key)), { says: named.says });
      const questions = componentQuestions(this.#vocabulary.catalogue).filter((asked) => asked.id !== component.id);
      const entries = this.#entries(body, ['preset', ...questions.map((asked) => asked.id)]);
      const preset = this.#preset(entries.get('preset'));
      return { slot: { key, ...(preset === undefined ? {} : { preset }) }, values: this.#valuesOf(entries, questions) };
    });
  }

  #preset(node: Node | undefined): string | undefined {
    if (!node) return undefined;
    const names = this.#vocabulary.presets.map((preset) => preset.name);
    const said = this.#word(node);
    if (said !== undefined && !names.includes(said)) this.#blame(offsetOf(node), fault.noSuchPreset(said, names));
    return said;
  }

  #values(node: Node | undefined, questions: readonly AnyQuestion[]): Values {
    return this.#valuesOf(
      this.#entries(
        node,
        questions.map((asked) => asked.id),
      ),
      questions,
    );
  }

  #valuesOf(entries: ReadonlyMap<string, Node>, questions: readonly AnyQuestion[]): Values {
    const values = [...entries].flatMap(([key, node]): readonly (readonly [string, Value])[] => {
      const asked = questions.find((each) => each.id === key);
      const value = asked && this.#value(asked, node);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(values);
  }

  #value(asked: AnyQuestion, node: Node): Value | undefined {
    const items = isSeq(node) ? node.items.map((item) => this.#resolved(item as Node)) : undefined;
    if (items && !isList(asked.type)) {
      this.#blame(offsetOf(node), fault.oneValue(asked));
      return undefined;
    }
    if (isMap(node) && isList(asked.type)) {
      this.#blame(offsetOf(node), fault.notList(asked));
      return undefined;
    }
    const said = items ? items.map((item) => this.#word(item)) : this.#word(node);
    if (said === undefined || (Array.isArray(said) && said.includes(undefined))) return undefined;
    const parsed: Parsed<Value> = asked.type.parse(said as string | readonly string[]);
    if ('value' in parsed) return parsed.value;
    const wrong = items?.find((item) => 'says' in asked.type.parse(String(isScalar(item) ? item.value : ''))) ?? node;
    this.#blame(offsetOf(wrong), badValue(asked, parsed.says, isScalar(wrong) ? String(wrong.value) : ''));
    return undefined;
  }

  /** The entries of a map by key; complains of other nodes, and of keys that are not among the allowed ones. */
  #entries(node: Node | null | undefined, allowed?: readonly string[]): ReadonlyMap<string, Node> {
    const map = node ? this.#resolved(node) : undefined;
    if (!map || isEmpty(map)) return new Map();
    if (!isMap(map)) {
      this.#blame(offsetOf(map), fault.notMap);
      return new Map();
    }
    const entries = (map.items as readonly Pair<Node, Node | null>[]).flatMap(({ key, value }): readonly (readonly [string, Node])[] => {
      const name = String(isScalar(key) ? key.value : '');
      if (allowed && !allowed.includes(name)) {
        this.#blame(offsetOf(key), fault.unknownKey(name, allowed, this.#vocabulary.catalogue));
        return [];
      }
      return [[name, value ? this.#resolved(value) : emptyAt(key)]];
    });
    return new Map(entries);
  }

  #keyOf(node: Node | undefined, key: string): Node | undefined {
    const map = node && this.#resolved(node);
    return isMap(map) ? (map.items as readonly Pair<Node>[]).find((pair) => isScalar(pair.key) && pair.key.value === key)?.key : undefined;
  }

  /** The text of a scalar as it is written. */
  #word(node: Node): string | undefined {
    if (isScalar(node) && !isEmpty(node)) return String(node.value);
    this.#blame(offsetOf(node), isScalar(node) ? fault.nothingSaid : isAlias(node) ? fault.noAnchor : fault.notScalar);
    return undefined;
  }

  #resolved(node: Node): Node {
    return isAlias(node) ? (node.resolve(this.#document) ?? node) : node;
  }

  #aliasCount(): number {
    let count = 0;
    visit(this.#document, { Alias: () => void count++ });
    return count;
  }

  #blame(offset: number, { says, ...rest }: Complaint): void {
    const { line, col } = this.#lines.linePos(offset);
    this.complaints.push({ says: say((language) => `${this.#file}:${line}:${col}: ${says[language]}`), ...rest });
  }
}

/** A key without a value: `application:`. A quoted empty text is a value. */
const isEmpty = (node: Node): boolean => isScalar(node) && node.value === '' && node.type === 'PLAIN';

/** The value that `{ web }` leaves out. */
function emptyAt(key: Node): Node {
  const empty = new Scalar('');
  empty.type = 'PLAIN';
  if (key.range) empty.range = key.range;
  return empty;
}

const offsetOf = (node: Node | undefined): number => node?.range?.[0] ?? 0;

function badValue(asked: AnyQuestion, says: Text, said: string): Complaint {
  const fix = didYouMean(said, Object.keys(asked.type.choices ?? {}));
  return { says: say((language) => `${asked.id}: ${says[language]}`), ...(fix ? { fix } : {}) };
}
