import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Problem } from '../../src/model/problem.ts';
import { answersFileOf } from '../../src/output/answers-file.ts';
import { component } from '../../src/questions/basics.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { answersFrom } from '../../src/ui/answers-file.ts';
import { answersSchema } from '../../src/ui/schema.ts';
import { applicationQuestions, componentQuestions } from '../../src/ui/vocabulary.ts';
import { faultsOf } from './json-schema.ts';
import { vocabulary } from './vocabulary.ts';

const read = (source: string) => answersFrom(source, 'a.yaml', vocabulary);

function complaintsAbout(source: string): readonly string[] {
  try {
    read(source);
  } catch (error) {
    if (error instanceof Problem) return error.complaints.map(({ says, fix }) => (fix ? `${says.en} ${fix.en}` : says.en));
    throw error;
  }
  return [];
}

const nothing = { answers: { source: 'file', application: {}, components: {} }, slots: [] };

describe('what is said', () => {
  it('is read by component, in order, with presets', () => {
    const saved = read(`
application: { name: shop, create-namespace: false, quota: medium }
components:
  web: { image: ghcr.io/example/shop:2.4.1, port: 8080, needs: [db], version: 1.10, args: [--x, 010, yes], redirect: true }
  db: { preset: postgresql, storage-size: 20Gi }
  kafka: { preset: kafka }
`);
    expect(saved).toEqual({
      answers: {
        source: 'file',
        application: { name: 'shop', 'create-namespace': false, quota: 'medium' },
        components: {
          web: {
            image: 'ghcr.io/example/shop:2.4.1',
            port: 8080,
            needs: ['db'],
            version: '1.10',
            args: ['--x', '010', 'yes'],
            redirect: true,
          },
          db: { 'storage-size': '20Gi' },
          kafka: {},
        },
      },
      slots: [{ key: 'web' }, { key: 'db', preset: 'postgresql' }, { key: 'kafka', preset: 'kafka' }],
    });
  });

  it.each(['', '# nothing\n', '---\n', 'application:\n', 'application: {}\ncomponents:\n'])('%j says nothing', (source) => {
    expect(read(source)).toEqual(nothing);
  });

  it('may be empty for a component, and may be one item for a list', () => {
    expect(read('components: { web, db: }').slots).toEqual([{ key: 'web' }, { key: 'db' }]);
    expect(read('components: { web: { needs: db } }').answers.components).toEqual({ web: { needs: ['db'] } });
  });

  it('may be said once and used again', () => {
    expect(read('components:\n  web: &same { port: 80 }\n  api: *same\n').answers.components).toEqual({
      web: { port: 80 },
      api: { port: 80 },
    });
  });

  it('survives Windows line ends and a byte order mark', () => {
    expect(read('\uFEFFapplication:\r\n  name: shop\r\n').answers.application).toEqual({ name: 'shop' });
  });
});

describe('what is wrong', () => {
  it.each([
    ['application:\n  nmae: shop\n', 'a.yaml:2:3: There is no key “nmae” here. Did you mean name?'],
    ['applications: {}', 'a.yaml:1:1: There is no key “applications” here. Did you mean application?'],
    ['image: a:1', 'a.yaml:1:1: There is no key “image” here. It belongs under a component: components.NAME.'],
    ['components: { web: { quota: small } }', 'a.yaml:1:22: There is no key “quota” here. It belongs under “application”.'],
    [
      'components: { web: { component: x } }',
      'a.yaml:1:22: There is no key “component” here. The name of a component is the key above its answers.',
    ],
    [
      'components:\n  web: { run: alway }',
      'a.yaml:2:15: run: "alway" is not accepted: give always, once, scheduled, or every-node. Did you mean always?',
    ],
    ['components: { web: { preset: kafak } }', 'a.yaml:1:30: There is no preset “kafak”. Did you mean kafka?'],
    [
      'components: { web: { run: [once] } }',
      'a.yaml:1:27: “run” takes one value, not a list. Give always, once, scheduled, or every-node.',
    ],
    ['components: { web: { run: { a: b } } }', 'a.yaml:1:27: This must be a single value, not a list or a map.'],
    ['components: { web: { needs: [[a]] } }', 'a.yaml:1:30: This must be a single value, not a list or a map.'],
    ['components: { web: { run: } }', undefined],
    ['components: { web: { run: *gone } }', 'a.yaml:1:27: This alias has no anchor.'],
    ['components: [web]', 'a.yaml:1:13: This must be a map of keys and values, such as “name: shop”.'],
    ['just words', 'a.yaml:1:1: This must be a map of keys and values, such as “name: shop”.'],
    ['application:\n  name: a\n  name: b\n', 'a.yaml:3:3: This key is here twice: remove one of them.'],
    ['application: {}\n---\napplication: {}\n', 'a.yaml:2:1: An answers file is a single document: remove what follows “---”.'],
    ['application:\n\tname: a\n', 'a.yaml:2:1: YAML is indented with spaces, not with tabs.'],
    ['application: { __proto__: x }', 'a.yaml:1:16: There is no key “__proto__” here. create-k8s-app questions lists the keys.'],
    ['application: { create-namespace: yes }', 'a.yaml:1:34: create-namespace: "yes" is not accepted: give true or false.'],
    ['<<: { name: x }', undefined],
    ['? { a: b }\n: c', undefined],
    ['application: { name: "unclosed', undefined],
    ['['.repeat(30_000), undefined],
    [
      `components:\n  web: &a { port: 80 }\n${Array.from({ length: 101 }, (_, index) => `  c${index}: *a\n`).join('')}`,
      'a.yaml:1:1: There are more aliases than this program resolves. Write the values out.',
    ],
  ])('%.60j', (source, complaint) => {
    const complaints = complaintsAbout(source);
    expect(complaints.length).toBeGreaterThan(0);
    for (const each of complaints) expect(each).toMatch(/^a\.yaml:\d+:\d+: \S/);
    if (complaint !== undefined) expect(complaints).toEqual([complaint]);
  });

  it('points at the item of a list that does not fit', () => {
    expect(complaintsAbout('components:\n  web:\n    env:\n      - A=b\n      - nonsense\n')[0]).toMatch(/^a\.yaml:5:9: env: /);
  });

  it('is told all at once', () => {
    expect(complaintsAbout('application: { nmae: x, quota: huge }\ncomponents: { WEB: { run: x } }')).toHaveLength(4);
  });

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc:{}[],&*!|>#%@-?\'"\n \t0\\') }), (source) => void complaintsAbout(source)),
    );
  });
});

describe('laws', () => {
  const values = (questions: ReturnType<typeof componentQuestions>) =>
    fc.record(Object.fromEntries(questions.map((asked) => [asked.id, fc.constantFrom(...asked.type.samples)])), {
      requiredKeys: [],
      noNullPrototype: true,
    });
  const inFile = componentQuestions(catalogue).filter((asked) => asked.id !== component.id);
  const any = fc.record({ application: values(applicationQuestions(catalogue)), web: values(inFile), db: values(inFile) });
  const slots = [{ key: 'web' }, { key: 'db', preset: 'postgresql' }];

  it('what is written is read as the same, and fits the schema', () => {
    const schema = answersSchema(vocabulary, 'en');
    fc.assert(
      fc.property(any, ({ application, web, db }) => {
        const printed = answersFileOf(
          {
            application,
            components: [
              { name: 'web', values: web },
              { name: 'db', preset: 'postgresql', values: db },
            ],
          },
          'en',
        );
        expect(read(printed)).toEqual({ answers: { source: 'file', application, components: { web, db } }, slots });
        expect(faultsOf(schema, parse(printed))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('hostile texts survive', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (items) => {
        const args = items.filter((item) => 'value' in (inFile.find(({ id }) => id === 'args')?.type.parse([item]) ?? {}));
        const printed = answersFileOf({ application: {}, components: [{ name: 'web', values: { args } }] }, 'en');
        expect(read(printed).answers.components['web']).toEqual({ args });
      }),
    );
  });

  it.each([
    [{ application: { nmae: 'x' } }],
    [{ components: { web: { run: 'alway' } } }],
    [{ components: { web: { port: 0 } } }],
    [{ components: { WEB: {} } }],
    [{ components: { web: { preset: 'nope' } } }],
    [[]],
  ])('the schema refuses %j', (content) => {
    expect(faultsOf(answersSchema(vocabulary, 'es'), content)).not.toEqual([]);
  });
});
