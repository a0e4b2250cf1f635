import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest } from '../../src/model/manifest.ts';
import { text } from '../../src/model/text.ts';
import { printYaml, yamlOf, yamlStream } from '../../src/output/yaml.ts';

const manifest = (object: object, why: Manifest['why'] = {}): Manifest => ({ object, owner: 'developer', why });
const versions = ['1.1', '1.2'] as const;

/** Texts that YAML 1.1, 1.2 or both read as something else where they stand plain. */
const traps = [
  ...['yes', 'No', 'on', 'OFF', 'y', 'N', 'true', '~', 'null', 'Null', '', ' ', '<<', '='],
  ...[
    '1_000',
    '12:30:45',
    '190:20:30',
    '2026-01-01',
    '2026-01-01T10:00:00Z',
    '0x1F',
    '0b11',
    '0o17',
    '010',
    '08',
    '+1',
    '.5',
    '1e3',
    '.inf',
    '.nan',
  ],
  ...['- a', 'a: b', 'a #b', '#', '---', '...', '%x', '@x', '`x`', '!x', '&x', '*x', '|', '>', '{}', '[]', '"', "'", '\\', '\t', 'a\tb'],
  ...['a\nb', 'a\nb\n', 'a\n\n', '\na', '  a\nb', 'a \nb', 'a\r\nb', '😀', '\u0085', 'a\u2028b', '\ufeff', 'a\u0001b', 'a\rb', '\u007f'],
  'word '.repeat(100),
];

describe('YAML', () => {
  it.each(versions)('reads back the same under YAML %s: known traps, as values and as keys', (version) => {
    const keys = Object.fromEntries(traps.filter((trap) => /^[\w.-]+$/.test(trap)).map((key) => [key, key]));
    expect(parse(printYaml({ traps, keys }), { version })).toEqual({ traps, keys });
  });

  it.each(versions)('reads back the same under YAML %s: any text', (version) => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...traps), fc.double({ noNaN: true }).map(String)),
    );
    fc.assert(
      fc.property(texts, (data) => {
        expect(parse(printYaml({ data }), { version })).toEqual({ data });
      }),
    );
  });

  it('leaves no character that a reader of YAML 1.1 takes for a line break, or refuses', () => {
    expect(printYaml({ a: 'b\u2028c\u0085', d: 'e\u0007' })).toBe('a: "b\\u2028c\\u0085"\nd: "e\\a"\n');
  });

  it('quotes a lone “=”, as a value and as an item', () => {
    expect(printYaml({ a: '=', b: ['='], c: '==' })).toBe('a: "="\nb:\n  - "="\nc: "=="\n');
    expect(printYaml({ a: 'b =' })).toBe('a: b =\n');
  });

  it('keeps numbers, truth values and empty objects', () => {
    const object = { port: 8080, on: true, off: false, zero: 0, empty: {}, none: [] };
    expect(parse(printYaml(object), { version: '1.1' })).toEqual(object);
  });

  it('writes a value that stands twice in full', () => {
    const labels = { app: 'shop' };
    expect(printYaml({ a: labels, b: labels })).toBe('a:\n  app: shop\nb:\n  app: shop\n');
  });
});

describe('the reasons', () => {
  it('stand as comments above what they explain, in the language of the reader', () => {
    const object = { kind: 'Pod', metadata: { annotations: { 'a/b': 'yes' } }, spec: { containers: [{ name: 'app' }, { name: 'side' }] } };
    const why = {
      '': text('The whole.', 'El todo.'),
      '/metadata/annotations/a~1b': text('A slash.', 'Una barra.'),
      '/spec/containers/0/name': text('A first field.', 'Un primer campo.'),
      '/spec/containers/1': text('An item.', 'Un elemento.'),
    };
    expect(yamlOf(manifest(object, why), 'es')).toBe(`# El todo.
kind: Pod
metadata:
  annotations:
    # Una barra.
    a/b: "yes"
spec:
  containers:
    - # Un primer campo.
      name: app
    # Un elemento.
    - name: side
`);
  });

  it('are wrapped between words', () => {
    const long = 'consequence '.repeat(20).trim();
    const comment = yamlOf(manifest({ kind: 'Pod' }, { '': text(long, long) }), 'en')
      .split('\n')
      .slice(0, -2);
    expect(comment.length).toBeGreaterThan(1);
    expect(comment.every((line) => line.startsWith('# ') && line.length <= 100)).toBe(true);
    expect(comment.map((line) => line.slice(2)).join(' ')).toBe(long);
  });

  it('must be those of a field that is there', () => {
    expect(() => yamlOf(manifest({ kind: 'Pod' }, { '/spec/x': text('x', 'x') }), 'en')).toThrow('No field at /spec/x');
  });
});

it('joins manifests into one stream', () => {
  const stream = yamlStream([manifest({ kind: 'A' }, { '': text('First.', 'Uno.') }), manifest({ kind: 'B' })], 'en');
  expect(stream).toBe('# First.\nkind: A\n---\nkind: B\n');
  expect(parseAllDocuments(stream)).toHaveLength(2);
});
