import { didYouMean, nearest } from '../model/nearest.ts';
import type { Complaint } from '../model/problem.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import type { Catalogue, ValueType } from '../questions/question.ts';
import { type CommandName, commandNames, commands, program, shells } from './commands.ts';
import { nearestFlag } from './flag-names.ts';
import { commandLine } from './quote.ts';
import { formText } from './stand-ins.ts';

/** A complaint with what is known to help. */
function complaint(says: Text, fix?: Text, flags: readonly string[] = []): Complaint {
  return { says, ...(fix ? { fix } : {}), ...(flags.length > 0 ? { flags } : {}) };
}

export function unknownFlag(raw: string, command: CommandName, catalogue: Catalogue): Complaint {
  const right = nearestFlag(raw.replace(/^-+/, ''), command, catalogue);
  const fix = right
    ? text(`Did you mean ${right}?`, `¿Querías decir ${right}?`)
    : text(`${program} --help all lists all flags.`, `${program} --help all enumera todas las opciones.`);
  return complaint(text(`There is no flag ${raw}.`, `No existe la opción ${raw}.`), fix, right ? [right] : []);
}

/** `swallowed`: the word after it, which looks like a flag of its own. */
export function valueMissing(raw: string, placeholder: string, swallowed: string | undefined): Complaint {
  const says = text(`${raw} needs a value.`, `A ${raw} le falta un valor.`);
  const plain = `${raw} ${placeholder}`;
  if (swallowed === undefined) return complaint(says, undefined, [plain]);
  return complaint(
    says,
    text(
      `If ${swallowed} is meant to be its value, write ${raw}=${swallowed}.`,
      `Si ${swallowed} es su valor, escribe ${raw}=${swallowed}.`,
    ),
    [plain],
  );
}

export const noSwitchValue = (raw: string, said: string): Complaint =>
  complaint(
    text(`${raw} is a yes-or-no flag and does not take “${said}”.`, `${raw} es una opción de sí o no y no admite «${said}».`),
    raw.startsWith('--no-')
      ? text(`Write just ${raw}.`, `Escribe solo ${raw}.`)
      : text(`Write just ${raw}, or ${raw}=true or ${raw}=false.`, `Escribe solo ${raw}, o bien ${raw}=true o ${raw}=false.`),
    [raw],
  );

export const saidTwice = (raw: string): Complaint =>
  complaint(
    text(`${raw} is given twice, and it only takes one value.`, `${raw} aparece dos veces y solo admite un valor.`),
    text('Leave one of them out.', 'Quita una de las dos.'),
    [raw],
  );

export const deniedAndSaid = (raw: string): Complaint =>
  complaint(
    text(`${raw} is both given and ruled out.`, `${raw} se pide y se descarta a la vez.`),
    text('Leave one of them out.', 'Quita una de las dos.'),
    [raw],
  );

/** A value that its question does not accept. `said` is what was written. */
export function badValue(raw: string, says: Text, type: ValueType, said: readonly string[]): Complaint {
  const choices = Object.keys(type.choices ?? {});
  const sentence = say((language) => `${raw}: ${says[language]}`);
  return complaint(
    sentence,
    didYouMean(said[0] ?? '', choices),
    choices.length > 0 ? choices.map((choice) => `${raw} ${choice}`) : [`${raw} ${type.name}`],
  );
}

/** The name before the point, or of an added component, is none that a component can have. `form` is the flag as it is written. */
export const badName = (raw: string, says: Text, form: string): Complaint =>
  complaint(
    say((language) => `${raw}: ${says[language]}`),
    undefined,
    [form],
  );

export function noSuch(raw: string, said: string, allowed: readonly string[]): Complaint {
  const near = didYouMean(said, allowed);
  const choices = listed(allowed, 'or');
  return complaint(
    text(`${raw} does not know “${said}”.`, `${raw} no conoce «${said}».`),
    near ?? say((language) => (language === 'en' ? `Give ${choices.en}.` : `Indica ${choices.es}.`)),
    allowed.map((word) => `${raw} ${word}`),
  );
}

export const noTime = (raw: string, said: string): Complaint =>
  complaint(
    text(`“${said}” is no time for ${raw}.`, `«${said}» no es un tiempo para ${raw}.`),
    text('Give seconds, minutes or hours, such as 90s, 5m or 1h.', 'Indica segundos, minutos u horas, como 90s, 5m o 1h.'),
    [`${raw} 5m`],
  );

export const plannedOrApplied = complaint(
  text('--json only prints the plan, so nothing can be applied.', '--json solo muestra el plan, así que no se puede aplicar nada.'),
  text(
    'Write the files first, then let “create-k8s-app apply --json” apply them.',
    'Escribe primero los archivos y deja que «create-k8s-app apply --json» los aplique.',
  ),
  ['--json', '--apply'],
);

export const printedOrApplied = complaint(
  text(
    '--stdout only prints the manifests, so nothing can be applied.',
    '--stdout solo muestra los manifiestos, así que no se puede aplicar nada.',
  ),
  text(
    'Leave one of them out, or pipe what is printed into “create-k8s-app apply -”.',
    'Quita una de las dos, o pasa lo que se muestra a «create-k8s-app apply -» con una tubería.',
  ),
  ['--stdout', '--apply'],
);

/** The topics are too many to name them all. */
export const noTopic = (said: string, topics: readonly string[]): Complaint =>
  complaint(
    text(`There is no help on “${said}”.`, `No hay ayuda sobre «${said}».`),
    didYouMean(said, topics) ?? text(`${program} --help lists the topics.`, `${program} --help enumera los temas.`),
    ['--help'],
  );

export const elsewhere = (raw: string, command: CommandName): Complaint =>
  complaint(
    text(`${raw} means nothing to “${command}”.`, `${raw} no significa nada para «${command}».`),
    text('Leave it out.', 'Quítala.'),
    [raw],
  );

export const noComponents = (raw: string): Complaint =>
  complaint(
    text(
      `${raw} is about a component, and a namespace has none.`,
      `${raw} es para un componente, y un espacio de nombres no tiene ninguno.`,
    ),
    text('To create an application, leave out the word “namespace”.', 'Para crear una aplicación, quita la palabra «namespace».'),
    [raw],
  );

export const bothOutputs = complaint(
  text(
    '--stdout and --json both print the result: only one of them can.',
    '--stdout y --json muestran las dos el resultado: solo puede hacerlo una.',
  ),
  text('Leave one of them out.', 'Quita una de las dos.'),
  ['--stdout', '--json'],
);

/** How a command is written. */
function usage(command: CommandName): Text {
  const form = formText(`${program} ${commands[command].usage}`);
  return text(`It is written like this: ${form.en}.`, `Se escribe así: ${form.es}.`);
}

/** More words than the command takes. The first word of a `create` may be a misspelt command. */
export function tooManyWords(command: CommandName, words: readonly string[]): Complaint {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const meant = command === 'create' ? nearest(first, commandNames.slice(1)) : undefined;
  const line = commandLine([program, meant ?? '', ...words.slice(1)]);
  return complaint(
    text(`One word too many: “${last}”.`, `Sobra una palabra: «${last}».`),
    meant ? text(`Did you mean ${line}?`, `¿Querías decir ${line}?`) : usage(command),
  );
}

export const shellMissing = complaint(
  text('Say which shell it is for.', 'Di para qué shell es.'),
  say((language) => {
    const names = listed(shells, 'or')[language];
    return language === 'en' ? `It can be ${names}.` : `Puede ser ${names}.`;
  }),
  shells.map((shell) => `${program} completion ${shell}`),
);

/** The shells are so few that a list helps more than a guess. */
export const noShell = (said: string): Complaint => ({
  ...shellMissing,
  says: text(`There is no completion for “${said}”.`, `No hay autocompletado para «${said}».`),
});

export const emptyFolder = complaint(
  text('The name of the folder is empty.', 'El nombre de la carpeta está vacío.'),
  text('Name a folder, or “.” for this one.', 'Indica una carpeta, o «.» para esta.'),
);

export const wordMissing = complaint(
  text('Say what to explain.', 'Di qué hay que explicar.'),
  text(`${program} questions lists what can be explained.`, `${program} questions enumera lo que se puede explicar.`),
);
