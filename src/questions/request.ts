import type { Facts } from '../model/facts.ts';
import type { Complaint } from '../model/problem.ts';
import { listed, say, text } from '../model/text.ts';
import type { Answers, Value, Values } from '../model/value.ts';
import type { Preset } from './presets.ts';
import type { Request, Slot } from './settle.ts';

/** What the faces collected, before presets are looked up and needs are followed. */
export interface Wish {
  /** False for a namespace without an application. */
  readonly hasComponents: boolean;
  /** In order of precedence. The empty key speaks of the main component, whatever it is called. */
  readonly answers: readonly Answers[];
  /** The components of the answers file, in its order. */
  readonly slots: readonly Slot[];
  /** The preset that the main component starts from. */
  readonly preset?: string;
  /** Components to add, each from a preset. */
  readonly added: readonly { readonly preset: string; readonly name: string }[];
  readonly facts: Facts;
}

export type Composed = { readonly request: Request } | { readonly complaints: readonly Complaint[] };

/** Looks up presets, follows needs, and gives every component its slot. `mainNameOf` names a main component that has no key. */
export function compose(wish: Wish, presets: readonly Preset[], mainNameOf: (request: Request) => string | undefined): Composed {
  const known = new Map(presets.map((preset) => [preset.name, preset]));
  const slots = slotsOf(wish);
  const main = slots[0]?.key ?? '';
  const answers = wish.answers.map((each) => addressed(each, main));
  const unknownPreset = slots.find((slot) => slot.preset !== undefined && !known.has(slot.preset))?.preset;
  if (unknownPreset !== undefined) return { complaints: [noSuchPreset(unknownPreset, presets)] };
  const twice = firstTwice(slots.map(({ key }) => key));
  if (twice !== undefined) return { complaints: [addedTwice(twice)] };

  const mainName = () => (main === '' ? mainNameOf(requestOf(slots.slice(0, 1), answers, known, wish.facts)) : main);
  const grown = inOrder(withNeeds([...slots, ...(wish.hasComponents ? spoken(answers, slots) : [])], answers, known, mainName));
  const keyOf = keyNamed(grown);
  const named = answers.map((each) => mapComponents(each, (values) => resolved(values, keyOf)));
  const keys = new Set(grown.map(({ key }) => key));
  const stranger = named.flatMap((each) => Object.keys(each.components)).find((key) => !keys.has(key));
  if (stranger !== undefined) return { complaints: [noSuchComponent(stranger, grown, mainName())] };
  return { request: requestOf(grown, named, known, wish.facts) };
}

function firstTwice(keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return keys.find((key) => seen.has(key) || !seen.add(key));
}

/** The key of a need, which may name a component or the preset that one was made from. */
function keyNamed(slots: readonly Slot[]): (need: string) => string {
  const keys = new Set(slots.map(({ key }) => key));
  const byPreset = new Map(slots.toReversed().map(({ key, preset }) => [preset, key]));
  return (need) => (keys.has(need) ? need : (byPreset.get(need) ?? need));
}

function slotsOf(wish: Wish): readonly Slot[] {
  if (!wish.hasComponents) return [];
  const main: Slot = { key: wish.preset ?? '', ...(wish.preset === undefined ? {} : { preset: wish.preset }) };
  const said =
    wish.slots.length > 0
      ? wish.slots.map((slot, index) => (index === 0 && wish.preset !== undefined ? { ...slot, preset: wish.preset } : slot))
      : [main];
  return [...said, ...wish.added.map(({ preset, name }) => ({ key: name, preset }))];
}

/** Components that come into being because a source gives them an image of their own. */
function spoken(answers: readonly Answers[], slots: readonly Slot[]): readonly Slot[] {
  const keys = answers.flatMap((each) =>
    Object.entries(each.components).flatMap(([key, values]) => (values['image'] === undefined ? [] : [key])),
  );
  const taken = new Set(['', ...slots.map((slot) => slot.key)]);
  return [...new Set(keys)].filter((key) => !taken.has(key)).map((key) => ({ key }));
}

/** The main component, then those from presets, then the others: the same order however they were said. */
function inOrder([main, ...others]: readonly Slot[]): readonly Slot[] {
  const [made, own] = [others.filter(({ preset }) => preset !== undefined), others.filter(({ preset }) => preset === undefined)];
  return main ? [main, ...made, ...own] : [];
}

const mapComponents = (answers: Answers, change: (values: Values) => Values): Answers => ({
  ...answers,
  components: Object.fromEntries(Object.entries(answers.components).map(([key, values]) => [key, change(values)])),
});

/** The same answers with the empty key replaced by the main component's. */
function addressed(answers: Answers, main: string): Answers {
  const { '': bare, ...others } = answers.components;
  if (bare === undefined || main === '') return answers;
  return { ...answers, components: { ...others, [main]: { ...others[main], ...bare } } };
}

const namesIn = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** Adds a component for every need that names a preset and no component; needs of presets are followed too. */
function withNeeds(
  slots: readonly Slot[],
  answers: readonly Answers[],
  presets: ReadonlyMap<string, Preset>,
  mainName: () => string | undefined,
): readonly Slot[] {
  const grown = [...slots];
  const keys = new Set(grown.map((slot) => slot.key));
  const sources = new Set(grown.map((slot) => slot.preset));
  for (let index = 0; index < grown.length; index++) {
    const slot = grown[index];
    if (!slot) break;
    const said = answers.map((each) => each.components[slot.key]?.['needs']).find((value) => value !== undefined);
    for (const need of namesIn(said ?? presets.get(slot.preset ?? '')?.answers['needs'])) {
      if (keys.has(need) || sources.has(need) || !presets.has(need) || mainName() === need) continue;
      keys.add(need);
      sources.add(need);
      grown.push({ key: need, preset: need });
    }
  }
  return grown;
}

/** Needs that name a preset speak of the component made from it. */
function resolved(values: Values, keyOf: (need: string) => string): Values {
  const needs = values['needs'];
  if (!Array.isArray(needs) || needs.length === 0) return values;
  return { ...values, needs: needs.map(keyOf) };
}

function requestOf(slots: readonly Slot[], answers: readonly Answers[], presets: ReadonlyMap<string, Preset>, facts: Facts): Request {
  const keyOf = keyNamed(slots);
  const components = slots.flatMap((slot) => {
    const preset = presets.get(slot.preset ?? '');
    return preset ? [[slot.key, resolved(preset.answers, keyOf)] as const] : [];
  });
  return { slots, answers: [...answers, { source: 'preset', application: {}, components: Object.fromEntries(components) }], facts };
}

function noSuchPreset(said: string, presets: readonly Preset[]): Complaint {
  const names = listed(presets.map((preset) => preset.name));
  return {
    says: text(`There is no preset “${said}”.`, `No hay ninguna plantilla «${said}».`),
    fix: say((language) => (language === 'en' ? `The presets are ${names.en}.` : `Las plantillas son ${names.es}.`)),
    flags: ['--preset', '--with'],
  };
}

function addedTwice(key: string): Complaint {
  return {
    says: text(`Two components are called “${key}”.`, `Hay dos componentes que se llaman «${key}».`),
    fix: text(`Give one of them another name: --with PRESET=NAME.`, `Da otro nombre a uno de los dos: --with PLANTILLA=NOMBRE.`),
    flags: ['--with'],
  };
}

function noSuchComponent(key: string, slots: readonly Slot[], main: string | undefined): Complaint {
  if (slots.length === 0) {
    return {
      says: text(
        `A namespace has no components, so there is none called “${key}”.`,
        `Un espacio de nombres no tiene componentes, así que no hay ninguno que se llame «${key}».`,
      ),
      fix: text('To create an application, leave out the word “namespace”.', 'Para crear una aplicación, quita la palabra «namespace».'),
    };
  }
  if (key === main) {
    return {
      says: text(
        `“${key}” is the main component, whose flags are written without its name.`,
        `«${key}» es el componente principal, y sus opciones se escriben sin su nombre.`,
      ),
      fix: text(
        `Leave out “${key}.”, as in --port instead of --${key}.port.`,
        `Quita «${key}.», como en --port en lugar de --${key}.port.`,
      ),
    };
  }
  const names = listed(slots.map((slot) => slot.key || main).filter((name) => name !== undefined));
  return {
    says: text(`There is no component “${key}” in this application.`, `En esta aplicación no hay ningún componente «${key}».`),
    fix: text(
      `It has ${names.en}. To add one called “${key}”, give its image: --${key}.image IMAGE.`,
      `Tiene ${names.es}. Para añadir uno que se llame «${key}», indica su imagen: --${key}.image IMAGEN.`,
    ),
    flags: [`--${key}.image IMAGE`],
  };
}
