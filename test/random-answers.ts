import fc from 'fast-check';
import type { Facts } from '../src/model/facts.ts';
import type { Value, Values } from '../src/model/value.ts';
import { catalogue, settled } from '../src/questions/catalogue.ts';
import { type AnyQuestion, questionsOf } from '../src/questions/question.ts';
import { compose, type Wish } from '../src/questions/request.ts';
import type { Request, Settled, Spot } from '../src/questions/settle.ts';
import { wordsOfAll } from '../src/ui/said-flags.ts';
import { presets } from './presets-of-the-house.ts';

/** What somebody might say: a main component, components from presets, and answers to any of their questions. */
export interface Saying {
  readonly application: Values;
  /** The empty key is the main component. */
  readonly components: Readonly<Record<string, Values>>;
  readonly added: readonly { readonly preset: string; readonly name: string }[];
}

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** Every file that an answer names exists. */
export function factsFor(saying: Saying): Facts {
  const questions = [...questionsOf(catalogue.application), ...questionsOf(catalogue.component)];
  const named = [saying.application, ...Object.values(saying.components)].flatMap((values) =>
    questions.flatMap((asked) => {
      const value = values[asked.id];
      const items: readonly Value[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
      return items
        .flatMap((item) => asked.type.fileOf?.(String(item)) ?? [])
        .map((path) => [path, asked.id === 'pod-ca' ? certificate : `# ${path}\n`]);
    }),
  );
  return { folder: 'shop', files: Object.fromEntries(named) };
}

export const wishOf = (saying: Saying): Wish => ({
  hasComponents: true,
  slots: [],
  added: saying.added,
  facts: factsFor(saying),
  answers: [{ source: 'flag', application: saying.application, components: saying.components }],
});

/** The request of a wish whose presets and components all exist. */
export function requestFor(wish: Wish): Request {
  const composed = compose(wish, presets, (request) => settled(request).components[0]?.known.get(componentQuestion));
  if ('complaints' in composed) throw new Error(composed.complaints.map((complaint) => complaint.says.en).join(' '));
  return composed.request;
}

const componentQuestion = questionsOf(catalogue.component).find((asked) => asked.id === 'component') as AnyQuestion;

/** Questions on which many others hang, with the choices that open the most of them said more often. */
const structure: Readonly<Record<string, readonly Value[]>> = {
  platform: ['kubernetes', 'openshift'],
  run: ['always', 'always', 'always', 'always', 'every-node', 'once', 'scheduled'],
  data: ['keep', 'keep', 'none', 'scratch'],
  ownership: ['own', 'shared', 'single'],
  'shared-access': ['read-write', 'read-only'],
  'access-mode': ['unknown', 'rwo', 'rwop', 'rwx', 'rwx', 'rox'],
  quorum: [true, false],
  exposure: ['outside', 'outside', 'outside', 'cluster', 'none'],
  entrance: ['ingress', 'route', 'load-balancer', 'node-port'],
  'ingress-controller': ['traefik', 'haproxytech', 'ingress-nginx', 'openshift-router'],
  tls: ['none', 'edge', 'reencrypt', 'passthrough'],
  certificate: ['router', 'secret'],
  'pod-certificate': ['service-ca', 'secret'],
};

const structural = (questions: readonly AnyQuestion[]): fc.Arbitrary<Values> => {
  const asked = questions.flatMap(({ id }) =>
    structure[id] ? [[id, fc.option(fc.constantFrom(...structure[id]), { nil: undefined, freq: 3 })] as const] : [],
  );
  return fc
    .record(Object.fromEntries(asked))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))) as fc.Arbitrary<Values>;
};

const named = new Set(['component', 'needs', 'deliver', 'name', 'namespace']);

/** Answers to questions of these: to the structural ones often, and to a few of any. */
const valuesOf = (questions: readonly AnyQuestion[]): fc.Arbitrary<Values> => {
  const any = fc
    .constantFrom(...questions.filter(({ id }) => !named.has(id)))
    .chain((asked) => fc.constantFrom(...(asked.type.samples as readonly Value[])).map((value) => [asked.id, value] as const));
  return fc
    .tuple(structural(questions), fc.array(any, { maxLength: 10 }))
    .map(([values, entries]) => ({ ...values, ...Object.fromEntries(entries) }));
};

/** A saying that may be nonsense; `sensible` makes it one that settles. */
export const saying = (): fc.Arbitrary<Saying> => {
  const component = valuesOf(questionsOf(catalogue.component));
  const added = fc.uniqueArray(
    fc
      .constantFrom(...presets.map((preset) => preset.name))
      .map((preset) => ({ preset, name: `${preset.slice(0, 8).replace(/-$/, '')}-x` })),
    { maxLength: 2, selector: ({ name }) => name },
  );
  return fc
    .record({
      application: valuesOf(questionsOf([...catalogue.application, ...catalogue.whole])),
      main: component,
      second: fc.option(component),
      added,
      needy: fc.boolean(),
    })
    .map(({ application, main, second, added: extra, needy }) => {
      const needs =
        needy && extra.length > 0 ? { needs: extra.filter(({ preset }) => preset !== 'postgresql-backup').map(({ name }) => name) } : {};
      return {
        application,
        added: extra,
        components: { '': { ...main, ...needs }, ...(second ? { second: { ...second, image: 'ghcr.io/example/second:1.0.0' } } : {}) },
      };
    });
};

export const without = (saying: Saying, { slot, question }: Spot, main: string): Saying => {
  const { [question.id]: _, ...application } = saying.application;
  if (slot === undefined) return { ...saying, application };
  const key = slot === main ? '' : slot;
  const { [question.id]: __, ...values } = saying.components[key] ?? {};
  return { ...saying, components: { ...saying.components, [key]: values } };
};

export const adding = (saying: Saying, { slot, question }: Spot, main: string, value: Value): Saying => {
  if (slot === undefined) return { ...saying, application: { ...saying.application, [question.id]: value } };
  const key = slot === main ? '' : slot;
  return { ...saying, components: { ...saying.components, [key]: { ...saying.components[key], [question.id]: value } } };
};

/** Takes back what is idle or refused and answers what is open, until everything settles. */
function sensible(first: Saying): { readonly saying: Saying; readonly settled: Settled } {
  let now = first;
  for (let round = 0; round < 60; round++) {
    const request = requestFor(wishOf(now));
    const result = settled(request);
    const main = request.slots[0]?.key ?? '';
    const [idle] = result.idle.filter(({ source }) => source === 'flag');
    const [refused] = result.refusals;
    const [open] = result.open;
    if (idle) now = without(now, idle, main);
    else if (open) now = adding(now, open, main, open.question.type.samples[0]);
    else if (refused?.source === 'flag') now = without(now, refused, main);
    else if (refused) now = mended(now, refused, main, round);
    else return { saying: now, settled: result };
  }
  throw new Error(`This saying does not settle: ${JSON.stringify(first)}`);
}

/** Follows one of a refusal's own ways out. */
function mended(saying: Saying, refused: Settled['refusals'][number], main: string, round: number): Saying {
  const mend = refused.mends[round % refused.mends.length];
  const found = (topics: readonly { questions: readonly AnyQuestion[] }[]) =>
    topics.flatMap((topic) => topic.questions).find((asked) => asked.id === mend?.id);
  const ofApplication = found([...catalogue.application, ...catalogue.whole]);
  const asked = ofApplication ?? found(catalogue.component);
  if (!mend || !asked) throw new Error(`“${refused.question.id}” is refused without a way out: ${refused.says.en}`);
  return adding(
    saying,
    { question: asked, ...(ofApplication || refused.slot === undefined ? {} : { slot: refused.slot }) },
    main,
    mend.value,
  );
}

/** Sayings that settle, over the whole catalogue. */
export const sensibleSaying = () => saying().map(sensible);

/** The command line that says the same. */
export function argvOf({ application, components, added }: Saying): readonly string[] {
  const { '': main = {}, ...others } = components;
  return [
    'shop',
    '--yes',
    ...added.flatMap(({ preset, name }) => ['--with', `${preset}=${name}`]),
    ...wordsOfAll(questionsOf([...catalogue.application, ...catalogue.whole]), application),
    ...wordsOfAll(questionsOf(catalogue.component), main),
    ...Object.entries(others).flatMap(([key, values]) => wordsOfAll(questionsOf(catalogue.component), values, key)),
  ];
}

/** Command lines that give a plan and name no files; the same seed gives the same ones. */
export function randomArgv(seed: number, count: number): readonly (readonly string[])[] {
  const withoutFiles = sensibleSaying().filter(({ saying: { components } }) =>
    Object.values(components).every((values) => Object.entries(values).every(([id, value]) => !namesFile(id, value))),
  );
  return fc.sample(withoutFiles, { seed, numRuns: count }).map((each) => argvOf(each.saying));
}

function namesFile(id: string, value: Value): boolean {
  const asked = questionsOf(catalogue.component).find((each) => each.id === id);
  const items: readonly Value[] = Array.isArray(value) ? value : [value];
  return items.some((item) => asked?.type.fileOf?.(String(item)) !== undefined);
}
