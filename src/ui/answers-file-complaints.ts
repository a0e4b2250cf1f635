import { didYouMean } from '../model/nearest.ts';
import type { Complaint } from '../model/problem.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import type { AnyQuestion, Catalogue } from '../questions/question.ts';
import { program } from './commands.ts';
import { find } from './vocabulary.ts';

/** What the codes of the YAML reader mean to a person; the others are rare. */
const yamlFaults: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: text('This key is here twice: remove one of them.', 'Esta clave está dos veces: quita una de las dos.'),
  MULTIPLE_DOCS: text(
    'An answers file is a single document: remove what follows “---”.',
    'Un archivo de respuestas es un solo documento: quita lo que sigue a «---».',
  ),
  NON_STRING_KEY: text('A key is a word, not a list or a map.', 'Una clave es una palabra, no una lista ni un mapa.'),
  TAB_AS_INDENT: text('YAML is indented with spaces, not with tabs.', 'YAML se sangra con espacios, no con tabuladores.'),
  BAD_INDENT: text('This line is not indented like the ones around it.', 'Esta línea no lleva la misma sangría que las de alrededor.'),
  MISSING_CHAR: text(
    'A bracket, a quotation mark or a colon is missing before this place.',
    'Falta un corchete, una comilla o dos puntos antes de este punto.',
  ),
  BAD_SCALAR_START: text(
    'A value that starts with “@” or “`” must be in quotation marks.',
    'Un valor que empieza por «@» o «`» tiene que ir entre comillas.',
  ),
  BAD_DQ_ESCAPE: text(
    'Inside double quotation marks “\\” starts an escape sequence: write “\\\\”, or use single quotation marks.',
    'Entre comillas dobles «\\» empieza una secuencia de escape: escribe «\\\\», o usa comillas simples.',
  ),
  MULTILINE_IMPLICIT_KEY: text('A key takes a single line and ends with a colon.', 'Una clave ocupa una sola línea y acaba en dos puntos.'),
  BLOCK_AS_IMPLICIT_KEY: text('Only one key and one value fit on a line.', 'En una línea solo caben una clave y un valor.'),
};

/** The reader blames the indentation of what follows for a bracket that is never closed. */
const openBracket = /end with a [}\]]$/;

export const notYaml = (code: string, message: string): Complaint => ({
  says:
    yamlFaults[openBracket.test(message) ? 'MISSING_CHAR' : code] ??
    text('This is not readable YAML.', 'Esto no es un YAML que se pueda leer.'),
});

export const tooManyAliases: Complaint = {
  says: text('There are more aliases than this program resolves.', 'Hay más alias de los que este programa resuelve.'),
  fix: text('Write the values out.', 'Escribe los valores.'),
};

export const noAnchor: Complaint = { says: text('This alias has no anchor.', 'Este alias no tiene ancla.') };

export const notMap: Complaint = {
  says: text(
    'This must be a map of keys and values, such as “name: shop”.',
    'Esto tiene que ser un mapa de claves y valores, como «name: shop».',
  ),
};

export const notScalar: Complaint = {
  says: text('This must be a single value, not a list or a map.', 'Esto tiene que ser un solo valor, no una lista ni un mapa.'),
};

export const nothingSaid: Complaint = {
  says: text('This key has no value.', 'Esta clave no tiene valor.'),
  fix: text('Give it one, or remove the key to let a rule decide.', 'Dale uno, o quita la clave para que decida una regla.'),
};

export const notList = (asked: AnyQuestion): Complaint => ({
  says: text(`“${asked.id}” takes a list, not a map.`, `«${asked.id}» admite una lista, no un mapa.`),
  fix: say((language) => (language === 'en' ? `Give ${asked.type.expects.en}.` : `Indica ${asked.type.expects.es}.`)),
});

export const oneValue = (asked: AnyQuestion): Complaint => ({
  says: text(`“${asked.id}” takes one value, not a list.`, `«${asked.id}» admite un solo valor, no una lista.`),
  fix: say((language) => (language === 'en' ? `Give ${asked.type.expects.en}.` : `Indica ${asked.type.expects.es}.`)),
});

export function noSuchPreset(said: string, names: readonly string[]): Complaint {
  const all = listed(names, 'or');
  return {
    says: text(`There is no preset “${said}”.`, `No hay ninguna plantilla «${said}».`),
    fix: didYouMean(said, names) ?? say((language) => (language === 'en' ? `The presets are ${all.en}.` : `Las plantillas son ${all.es}.`)),
  };
}

/** A key that does not belong here; it may belong elsewhere in the file. */
export function unknownKey(said: string, allowed: readonly string[], catalogue: Catalogue): Complaint {
  const says = text(`There is no key “${said}” here.`, `Aquí no hay ninguna clave «${said}».`);
  return { says, fix: placeOf(said, catalogue) ?? didYouMean(said, allowed) ?? allKeys(allowed) };
}

function placeOf(said: string, catalogue: Catalogue): Text | undefined {
  if (said === component.id)
    return text(
      'The name of a component is the key above its answers.',
      'El nombre de un componente es la clave que está encima de sus respuestas.',
    );
  const scope = find(catalogue, said)?.scope;
  if (!scope) return undefined;
  return scope === 'application'
    ? text('It belongs under “application”.', 'Va debajo de «application».')
    : text('It belongs under a component: components.NAME.', 'Va debajo de un componente: components.NOMBRE.');
}

function allKeys(allowed: readonly string[]): Text {
  if (allowed.length > 3) return text(`${program} questions lists the keys.`, `${program} questions enumera las claves.`);
  const keys = listed(allowed, 'or');
  return say((language) => (language === 'en' ? `It can be ${keys.en}.` : `Puede ser ${keys.es}.`));
}
