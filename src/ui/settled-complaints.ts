import type { Complaint } from '../model/problem.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { AnyQuestion, Catalogue, Condition, Known, ValueType } from '../questions/question.ts';
import { acceptedAt, type Idle, type Open, type Refusal, type Settled } from '../questions/settle.ts';
import { conditionText } from './conditions.ts';
import { expectsText } from './phrases.ts';
import { flagName, flagText } from './said-flags.ts';
import { find } from './vocabulary.ts';

/** Everything that keeps a settled request from being a plan: refusals, missing answers, and flags that do not apply. */
export const complaintsOf = (settled: Settled, catalogue: Catalogue): readonly Complaint[] => {
  const slotOf = addressIn(settled);
  return [
    ...settled.refusals.map((refusal) => refusalComplaint(refusal, slotOf(refusal.slot), catalogue)),
    ...settled.idle.filter(({ source }) => source === 'flag').map((idle) => idleComplaint(idle, slotOf(idle.slot))),
    ...settled.open.map((open) => missingComplaint(open, acceptedAt(open.question, knownAt(settled, open)), slotOf(open.slot))),
  ];
};

/** Answers of a file or a preset that do not apply here: they are kept, and mentioned. */
export const idleNotes = (settled: Settled): readonly Text[] =>
  settled.idle
    .filter(({ source }) => source === 'file' || source === 'preset')
    .map(({ slot, question, because }) => {
      const name = flagName(question.id, slot);
      return say(
        (language) =>
          `${language === 'en' ? `“${name}” is kept, though it does nothing here.` : `«${name}» se conserva, aunque aquí no tiene efecto.`} ${conditionText(because)[language]}`,
      );
    });

/** The first component goes by bare flags. */
function addressIn(settled: Settled): (slot: string | undefined) => string {
  const main = settled.components[0]?.slot.key;
  return (slot) => (slot === undefined || slot === main ? '' : slot);
}

/** The mends as flags: "Choose one: --access-mode rwx (storage that many nodes can write), --replicas 1 (one pod)." */
function refusalComplaint({ says, mends }: Refusal, slot: string, catalogue: Catalogue): Complaint {
  const ways = mends.flatMap(({ id, value, gives }) => {
    const found = find(catalogue, id);
    return found ? [{ flag: flagText(found.question, value, found.scope === 'component' ? slot : ''), gives }] : [];
  });
  if (ways.length === 0) return { says };
  const fix = say((language) => {
    const said = ways.map(({ flag, gives }) => `${flag} (${gives[language]})`).join(', ');
    if (ways.length === 1) return language === 'en' ? `Try ${said}.` : `Prueba ${said}.`;
    return language === 'en' ? `Choose one: ${said}.` : `Elige una: ${said}.`;
  });
  return { says, fix, flags: ways.map(({ flag }) => flag) };
}

const knownAt = ({ components, known }: Settled, open: Open): Known =>
  components.find(({ slot }) => slot.key === open.slot)?.known ?? known;

function missingComplaint({ question: asked }: Open, type: ValueType, slot: string): Complaint {
  const name = flagName(asked.id, slot);
  const choices = Object.keys(type.choices ?? {});
  return {
    says: say((language) => (language === 'en' ? `--${name} is missing. ${asked.ask.en}` : `Falta --${name}. ${asked.ask.es}`)),
    fix: expectsText(type),
    flags: choices.length > 0 ? choices.map((choice) => `--${name} ${choice}`) : [`--${name} ${type.name}`],
  };
}

function idleComplaint({ question: asked, because }: Idle, slot: string): Complaint {
  const name = flagName(asked.id, slot);
  const flags = mendsOf(because).map(({ question, value }) => flagText(question, value, slot));
  const leave = text(
    `Leave it out, or make it apply with ${listed(flags, 'or').en}.`,
    `Quítala, o haz que se aplique con ${listed(flags, 'or').es}.`,
  );
  return {
    says: say(
      (language) =>
        `${language === 'en' ? `--${name} does nothing here.` : `--${name} no tiene efecto aquí.`} ${conditionText(because)[language]}`,
    ),
    fix: flags.length > 0 ? leave : text('Leave it out.', 'Quítala.'),
    ...(flags.length > 0 ? { flags } : {}),
  };
}

/** Answers that meet a condition, where it is so simple that one of them is enough. */
function mendsOf(condition: Condition): readonly { readonly question: AnyQuestion; readonly value: Value }[] {
  if (condition.kind === 'any') return condition.of.flatMap(mendsOf);
  if (condition.kind === 'is') return condition.values.map((value) => ({ question: condition.question, value }));
  if (condition.kind !== 'not' || condition.of.kind !== 'is') return [];
  const { question, values } = condition.of;
  const others = Object.keys(question.type.choices ?? {}).filter((choice) => !values.includes(choice));
  return others.map((value) => ({ question, value }));
}
