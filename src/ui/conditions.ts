import type { Facts } from '../model/facts.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { AnyQuestion, Condition } from '../questions/question.ts';

/** A condition as a whole sentence: "Applies when “Runs” is “always” or “on every node”." */
export function conditionText(condition: Condition): Text {
  const words = clause(condition, false);
  return text(`Applies when ${words.en}.`, `Se aplica cuando ${words.es}.`);
}

/** A condition without its sentence: "“Runs” is “always”". A denial is pushed down to the single conditions. */
function clause(condition: Condition, denied: boolean): Text {
  switch (condition.kind) {
    case 'is':
      return isClause(condition.question, condition.values, denied);
    case 'given':
      return givenClause(condition.question, denied);
    case 'unseen':
      return denied ? seenFacts[condition.fact] : unseenFacts[condition.fact];
    case 'no-components':
      return denied
        ? text('the application has components', 'la aplicación tiene componentes')
        : text('only a namespace is created', 'solo se crea un espacio de nombres');
    case 'not':
      return clause(condition.of, !denied);
    case 'all':
    case 'any':
      return joined(condition.of, (condition.kind === 'all') !== denied, denied);
  }
}

function joined(parts: readonly Condition[], every: boolean, denied: boolean): Text {
  const clauses = parts.map((part) => (isCompound(part) && parts.length > 1 ? bracketed(clause(part, denied)) : clause(part, denied)));
  return listed(clauses, every ? 'and' : 'or');
}

function isCompound(condition: Condition): boolean {
  if (condition.kind === 'not') return isCompound(condition.of);
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;
}

const bracketed = (words: Text): Text => say((language) => `(${words[language]})`);

const cited = (words: Text): Text => text(`“${words.en}”`, `«${words.es}»`);

/** The name of a choice as the screens show it, or the value as it is written. */
function nameOf(asked: AnyQuestion, value: Value): Text {
  const printed = String(asked.type.print(value));
  return cited(asked.type.choices?.[printed]?.label ?? text(printed, printed));
}

function isClause(asked: AnyQuestion, values: readonly Value[], denied: boolean): Text {
  const label = cited(asked.label);
  const choices = listed(
    values.map((value) => nameOf(asked, value)),
    'or',
  );
  return denied
    ? text(`${label.en} is not ${choices.en}`, `${label.es} no es ${choices.es}`)
    : text(`${label.en} is ${choices.en}`, `${label.es} es ${choices.es}`);
}

function givenClause(asked: AnyQuestion, denied: boolean): Text {
  const label = cited(asked.label);
  return denied
    ? text(`${label.en} has no answer`, `${label.es} no tiene respuesta`)
    : text(`${label.en} has an answer`, `${label.es} tiene respuesta`);
}

const unseenFacts: Readonly<Record<keyof Facts, Text>> = {
  folder: text('no folder is named', 'no se indica ninguna carpeta'),
  files: text('no files were read', 'no se ha leído ningún archivo'),
  preparesNamespace: text('there are components', 'hay componentes'),
  cluster: text('no cluster was read', 'no se ha leído ningún clúster'),
};

const seenFacts: Readonly<Record<keyof Facts, Text>> = {
  folder: text('a folder is named', 'se indica una carpeta'),
  files: text('files were read', 'se han leído archivos'),
  preparesNamespace: text('only the namespace is made', 'solo se crea el espacio de nombres'),
  cluster: text('a cluster was read', 'se ha leído un clúster'),
};
