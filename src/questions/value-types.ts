import { quantityOf } from '../model/quantity.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import type { Choice, JsonSchema, Parsed, ValueType } from './question.ts';

const one = (said: string | readonly string[]): string | undefined =>
  typeof said === 'string' ? said : said.length === 1 ? said[0] : undefined;

/** "“x” is not …": the sentence every type says of a value it does not accept. */
const unfit = (said: string | readonly string[], expects: Text): Text => {
  const quoted = JSON.stringify(beginning(typeof said === 'string' ? said : said.join(', ')));
  return say((language) =>
    language === 'en' ? `${quoted} is not accepted: give ${expects.en}.` : `No se acepta ${quoted}: indica ${expects.es}.`,
  );
};

const longestQuoted = 40;

/** Nobody finds the rest of a sentence behind a page that was pasted by mistake. */
function beginning(said: string): string {
  const characters = [...said];
  return characters.length > longestQuoted ? `${characters.slice(0, longestQuoted).join('')}…` : said;
}

/** One of a few choices; the keys are the values. */
export function oneOf<const C extends Readonly<Record<string, Choice>>>(choices: C): ValueType<keyof C & string> {
  type T = keyof C & string;
  const values = Object.keys(choices) as T[];
  const expects = listed(values, 'or');
  return {
    name: values.join('|'),
    widget: 'choice',
    expects,
    choices,
    schema: { enum: values },
    samples: values,
    parse: (said) => {
      const found = values.find((value) => value === one(said));
      return found === undefined ? { says: unfit(said, expects) } : { value: found };
    },
    print: (value) => value,
  };
}

/** Yes or no; each side says when it is the right one. */
export function yesNo(yes: Text, no: Text): ValueType<boolean> {
  const expects = text('true or false', 'true o false');
  return {
    name: 'true|false',
    widget: 'confirm',
    expects,
    choices: { true: { label: text('yes', 'sí'), fits: yes }, false: { label: text('no', 'no'), fits: no } },
    schema: { type: 'boolean' },
    samples: [true, false],
    parse: (said) => {
      const word = one(said);
      return word === 'true' ? { value: true } : word === 'false' ? { value: false } : { says: unfit(said, expects) };
    },
    print: String,
  };
}

export interface TextShape {
  readonly name: string;
  readonly expects: Text;
  readonly pattern: RegExp;
  readonly maxLength?: number;
  readonly samples: readonly string[];
  /** What is said of a common mistake that the pattern does not let through, in place of what is expected. */
  readonly misreadAs?: (said: string) => Text | undefined;
  /** What a pattern cannot say: undefined where the value is right. */
  readonly faultOf?: (value: string) => Text | undefined;
  /** Other ways to write the same value. */
  readonly normalise?: (said: string) => string;
  readonly fileOf?: (item: string) => string | undefined;
}

/** A text of a certain shape. */
export function words(shape: TextShape): ValueType<string> {
  const { name, expects, pattern, samples, fileOf } = shape;
  return {
    name,
    widget: 'text',
    expects,
    schema: { type: 'string', pattern: pattern.source, ...(shape.maxLength ? { maxLength: shape.maxLength } : {}) },
    samples,
    ...(fileOf ? { fileOf } : {}),
    parse: (said): Parsed<string> => {
      const raw = one(said);
      if (raw === undefined) return { says: unfit(said, expects) };
      const value = shape.normalise ? shape.normalise(raw) : raw;
      if (!pattern.test(value) || value.length > (shape.maxLength ?? Number.POSITIVE_INFINITY)) {
        return { says: shape.misreadAs?.(value) ?? unfit(said, expects) };
      }
      const fault = shape.faultOf?.(value);
      return fault ? { says: fault } : { value };
    },
    print: (value) => value,
  };
}

/** A list of texts of one shape; each item is said by a flag of its own. */
export function listOf(shape: TextShape): ValueType<readonly string[]> {
  const item = words(shape);
  const expects = say((language) => (language === 'en' ? `a list of ${shape.expects.en}` : `una lista de ${shape.expects.es}`));
  return {
    name: shape.name,
    widget: 'list',
    expects,
    schema: { type: 'array', items: item.schema },
    samples: [[], shape.samples],
    ...(shape.fileOf ? { fileOf: shape.fileOf } : {}),
    parse: (said) => {
      const parsed = (typeof said === 'string' ? [said] : said).map((each) => item.parse(each));
      const wrong = parsed.find((each) => 'says' in each);
      if (wrong) return wrong;
      return { value: parsed.flatMap((each) => ('value' in each ? [each.value] : [])) };
    },
    print: (value) => value,
  };
}

/** A whole number within bounds, optionally with a unit in its description. */
export function integer(min: number, max: number, unit?: Text): ValueType<number> {
  const expects = say((language) => {
    const range = language === 'en' ? `a whole number from ${min} to ${max}` : `un número entero de ${min} a ${max}`;
    return unit ? `${range} (${unit[language]})` : range;
  });
  return {
    name: 'N',
    widget: 'text',
    expects,
    schema: { type: 'integer', minimum: min, maximum: max },
    samples: [min, Math.min(max, min + 30)],
    parse: (said) => {
      const word = one(said) ?? '';
      const value = /^\d{1,9}$/.test(word) ? Number(word) : Number.NaN;
      return value >= min && value <= max ? { value } : { says: unfit(said, expects) };
    },
    print: String,
  };
}

/** The values of a type, or a word that stands for "none of them". */
export function orWord<T extends string | number, const W extends string>(type: ValueType<T>, word: W, meaning: Text): ValueType<T | W> {
  const expects = say((language) => `${type.expects[language]}${language === 'en' ? ', or ' : ', o '}“${word}” (${meaning[language]})`);
  return {
    name: `${type.name}|${word}`,
    widget: 'text',
    expects,
    beside: { word, type },
    schema: { anyOf: [type.schema, { const: word }] } satisfies JsonSchema,
    samples: [...type.samples, word],
    parse: (said) => {
      if (one(said) === word) return { value: word };
      const parsed = type.parse(said);
      // A sentence of the type’s own says more than what is expected; the bare one would forget the word.
      return 'says' in parsed && sameText(parsed.says, unfit(said, type.expects)) ? { says: unfit(said, expects) } : parsed;
    },
    print: (value) => (value === word ? word : type.print(value as T)),
    ...(type.fileOf ? { fileOf: (item: string) => (item === word ? undefined : type.fileOf?.(item)) } : {}),
  };
}

const sameText = (a: Text, b: Text): boolean => a.en === b.en && a.es === b.es;

/** A DNS label (RFC 1123) of at most `maxLength` characters that starts with a letter, so that it can name a Service too. */
export const dnsLabel = (maxLength: number, samples: readonly string[]): TextShape => ({
  name: 'NAME',
  expects: text(
    `a name of at most ${maxLength} lower-case letters, digits and “-”, starting with a letter`,
    `un nombre de ${maxLength} minúsculas, cifras y «-» como mucho, que empiece por una letra`,
  ),
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  maxLength,
  samples,
});

/** A DNS subdomain (RFC 1123), the name of most objects. */
export const dnsSubdomain = (samples: readonly string[]): TextShape => ({
  name: 'NAME',
  expects: text('a name of lower-case letters, digits, “-” and “.”', 'un nombre de minúsculas, cifras, «-» y «.»'),
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  maxLength: 253,
  samples,
});

/** An absolute path without `..`, colons or control characters. */
export const absolutePath = (samples: readonly string[]): TextShape => ({
  name: 'PATH',
  expects: text('a path that starts with “/” and has no “..”', 'una ruta que empiece por «/» y no lleve «..»'),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
  pattern: /^\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\s:\u0000-\u001f\u007f]*$/,
  maxLength: 1024,
  samples,
});

/** A quantity of Kubernetes that is more than zero. */
export const quantity = (kind: 'cpu' | 'bytes', samples: readonly string[]): ValueType<string> =>
  words({
    name: 'QUANTITY',
    expects:
      kind === 'cpu'
        ? text('an amount of CPU, such as 500m (half a core) or 2', 'una cantidad de CPU, como 500m (medio núcleo) o 2')
        : text('an amount of bytes, such as 512Mi or 10Gi', 'una cantidad de bytes, como 512Mi o 10Gi'),
    pattern: kind === 'cpu' ? /^\d{1,6}(\.\d{1,3}|m)?$/ : /^\d{1,12}(\.\d{1,3})?(k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$/,
    samples,
    faultOf: (value) => ((quantityOf(value) ?? 0) > 0 ? undefined : text('Give more than zero.', 'Tiene que ser más que cero.')),
  });
