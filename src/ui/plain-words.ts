import { say, type Text, text } from '../model/text.ts';

/** The words of the plain face alone. They name signs and commands, because nobody sees keys there. */
export const plainWords = {
  greeting: text(
    'The questions come line by line: type an answer and press Enter. Enter alone takes what is suggested.',
    'Las preguntas van línea a línea: escribe una respuesta y pulsa Intro. Intro sin más toma lo propuesto.',
  ),
  commands: text(
    'At any question, “?” explains it, “<” goes back, “>” changes to Spanish (español), “:review” reads every decision, and “:help” lists all commands.',
    'En cualquier pregunta, «?» la explica, «<» vuelve atrás, «>» cambia al inglés (English), «:repaso» lee todas las decisiones y «:ayuda» enumera todos los comandos.',
  ),
  atFirst: text('This is the first question.', 'Esta es la primera pregunta.'),
  editing: text('“<” leaves this decision as it is.', '«<» deja esta decisión como está.'),
  yours: text('your answer', 'tu respuesta'),
  impossible: text('not possible here', 'aquí no es posible'),
  chosen: text('chosen', 'elegido'),
  gives: text('What you get:', 'Qué obtienes:'),
  otherwise: text('It would work with:', 'Funcionaría con:'),
  severalHow: text(
    'Type numbers or names with commas between them, such as “1, 3”, or “none”.',
    'Escribe números o nombres separados por comas, como «1, 3», o «ninguno».',
  ),
  itemsHow: text(
    'Type one on each line; an empty line ends the list. “:remove” removes the last one, “:remove 1” the first, and “:none” all of them.',
    'Escribe uno en cada línea; una línea vacía termina la lista. «:quitar» quita el último, «:quitar 1» el primero y «:ninguno» todos.',
  ),
  emptyList: text('The list is empty.', 'La lista está vacía.'),
  noList: text('There is no list here to remove anything from.', 'Aquí no hay ninguna lista de la que quitar algo.'),
  oddKey: text(
    'You pressed a key that is not a letter, such as an arrow, so that line does not count. Type it once more, or press Enter alone.',
    'Has pulsado una tecla que no es una letra, como una flecha, así que esa línea no cuenta. Escríbela otra vez o pulsa solo Intro.',
  ),
  findWhat: text('Say what to find, such as “:find port”.', 'Di qué buscar, por ejemplo «:buscar puerto».'),
  onlyYou: text(
    'One answer is still missing before anything can be written, and only you know it.',
    'Antes de escribir nada falta una respuesta, y solo la sabes tú.',
  ),
  sameReview: text('Every decision stays as it was.', 'Todas las decisiones quedan como estaban.'),
  changedReview: text(
    'These decisions are different now. “:again” reads all of them.',
    'Estas decisiones son distintas ahora. «:repetir» las lee todas.',
  ),
  reviewHow: text(
    'A number or a name changes that decision, “? 3” says why decision 3 was taken and not another, and Enter goes ahead.',
    'Un número o un nombre cambia esa decisión, «? 3» dice por qué se tomó la decisión 3 y no otra, e Intro sigue adelante.',
  ),
  overviewHow: text(
    'A number or a name changes that decision, “? 3” says why decision 3 was taken and not another, and “:write” accepts everything that is suggested and goes ahead.',
    'Un número o un nombre cambia esa decisión, «? 3» dice por qué se tomó la decisión 3 y no otra, y «:escribir» acepta todo lo propuesto y sigue adelante.',
  ),
  toAnswer: text('Answer:', 'Respuesta:'),
  toBegin: text('One, or Enter for none:', 'Uno, o Intro para ninguno:'),
  toEnd: text('Next one, or Enter to end the list:', 'Otro, o Intro para terminar la lista:'),
  toGoAhead: text('A number to change it, or Enter to go ahead:', 'Un número para cambiarla, o Intro para seguir adelante:'),
  toReturn: text('A number, or Enter to go back to the question:', 'Un número, o Intro para volver a la pregunta:'),
  toReview: text('A number, or Enter to go back to the review:', 'Un número, o Intro para volver al repaso:'),
  soFar: text('The YAML so far:', 'El YAML hasta ahora:'),
} as const;

export const orEnterFor = (standing: Text): Text =>
  text(`Answer, or Enter for “${standing.en}”:`, `Respuesta, o Intro para «${standing.es}»:`);

export const suggestedText = (what: Text, reason: Text): Text =>
  say((language) => (language === 'en' ? `Suggested: ${what.en}. ${reason.en}` : `Propuesto: ${what.es}. ${reason.es}`));

export const yoursText = (what: Text): Text => text(`Your answer: ${what.en}.`, `Tu respuesta: ${what.es}.`);

export const givesBeside = (other: Text): Text => text(`What changes compared with “${other.en}”:`, `Qué cambia frente a «${other.es}»:`);

/** Where a mend is taken: "go there with “:find replicas”". */
export const mendWay = (mend: Text, id: string): Text =>
  text(`${mend.en}. Go there with “:find ${id}”.`, `${mend.es}. Ve allí con «:buscar ${id}».`);

export const noSuchNumber = (most: number): Text => text(`The numbers go from 1 to ${most}.`, `Los números van del 1 al ${most}.`);

export const noSuchChoice = (said: string): Text => text(`No choice here is called “${said}”.`, `Aquí ninguna opción se llama «${said}».`);

export const commandHint = (word: string): Text =>
  text(`Commands begin with a colon: “:${word}”.`, `Los comandos empiezan con dos puntos: «:${word}».`);

export const couldBe = (said: string, names: Text): Text =>
  say((language) => (language === 'en' ? `“${said}” could be ${names.en}.` : `«${said}» podría ser ${names.es}.`));

export const noSuchCommand = (word: string): Text =>
  text(
    `No command is called “:${word}”; “:help” lists them. If it is your answer, double its first sign: “::${word}”.`,
    `Ningún comando se llama «:${word}»; «:ayuda» los enumera. Si es tu respuesta, duplica su primer signo: «::${word}».`,
  );

/** What was understood: "Platform: OpenShift." */
export const takenText = (label: Text, what: Text): Text => say((language) => `${label[language]}: ${what[language]}.`);

export const removedText = (gone: string): Text => text(`Removed: ${gone}.`, `Quitado: ${gone}.`);

export const severalFound = (word: string): Text => text(`Several decisions match “${word}”.`, `Hay varias decisiones para «${word}».`);

export const stillToCome = (labels: Text): Text =>
  say((language) =>
    language === 'en'
      ? `You will still be asked what only you know: ${labels.en}.`
      : `Aún se te preguntará lo que solo sabes tú: ${labels.es}.`,
  );

export const yamlLength = (count: number): Text => text(`${count} lines of YAML.`, `${count} líneas de YAML.`);

export const yamlMarks = (standing: Text, other: Text): Text =>
  text(
    `Lines with “+” come with “${standing.en}”, and lines with “-” would come with “${other.en}” in their place.`,
    `Las líneas con «+» vienen con «${standing.es}», y las líneas con «-» vendrían con «${other.es}» en su lugar.`,
  );

/** What can be typed, and what it does. */
export const helpTexts: readonly Text[] = [
  text('Enter alone takes what is suggested, or your earlier answer.', 'Intro sin más toma lo propuesto, o tu respuesta anterior.'),
  text(
    'A choice is taken by its number, its name, or the beginning of its name.',
    'Una opción se toma por su número, su nombre o el comienzo de su nombre.',
  ),
  text(
    '“?” or “:explain” explains the question and what you get with the answer; “? 3” explains choice 3.',
    '«?» o «:explicar» explica la pregunta y qué obtienes con la respuesta; «? 3» explica la opción 3.',
  ),
  text('“<” or “:back” goes back to the question before.', '«<» o «:atrás» vuelve a la pregunta anterior.'),
  text('“>” or “:language” changes to Spanish (español).', '«>» o «:idioma» cambia al inglés (English).'),
  text('“:again” reads the question once more.', '«:repetir» lee la pregunta otra vez.'),
  text(
    '“:find port” goes to any decision whose name has “port” in it.',
    '«:buscar puerto» va a cualquier decisión con «puerto» en el nombre.',
  ),
  text('“:review” reads every decision with its reason.', '«:repaso» lee todas las decisiones con su motivo.'),
  text('“:yaml” reads the YAML so far.', '«:yaml» lee el YAML hasta ahora.'),
  text(
    '“:write” accepts everything that is suggested and goes ahead, once you have answered what only you know.',
    '«:escribir» acepta todo lo propuesto y sigue adelante, en cuanto respondes lo que solo sabes tú.',
  ),
  text(
    '“:remove 2” removes item 2 from a list, “:remove” the last one, and “:none” empties it.',
    '«:quitar 2» quita el elemento 2 de una lista, «:quitar» el último, y «:ninguno» la vacía.',
  ),
  text('“:quit” leaves and writes nothing.', '«:salir» sale y no escribe nada.'),
  text(
    'An answer that begins like a command doubles its first sign: “::8080” is the answer “:8080”.',
    'Una respuesta que empieza como un comando duplica su primer signo: «::8080» es la respuesta «:8080».',
  ),
];
