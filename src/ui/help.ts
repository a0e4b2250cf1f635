import { type Language, type Text, text } from '../model/text.ts';
import type { Catalogue, Topic } from '../questions/question.ts';
import { commands, program } from './commands.ts';
import { topicsOf } from './help-topics.ts';
import { globalNames, optionOf } from './options.ts';
import { flagHelp } from './question-card.ts';
import { formIn } from './stand-ins.ts';
import { type Usual, usualOf } from './usual.ts';
import { allQuestions } from './vocabulary.ts';
import { columns, wrap } from './wrap.ts';

/** Help on everything (`all`), on a topic or a question, or the overview. The topic is one of `helpTopics`. */
export function helpText(catalogue: Catalogue, topic: string | undefined, language: Language, width: number): string {
  const topics = topicsOf(catalogue);
  const usual = usualOf(catalogue);
  const one = topics.find(({ id }) => id === topic);
  const asked = allQuestions(catalogue).find(({ id }) => id === topic);
  const overview = () => overviewLines(topics, language, width);
  const lines =
    topic === 'all'
      ? [...overview(), ...topics.flatMap((each) => ['', ...topicLines(each, usual, language, width)])]
      : one
        ? topicLines(one, usual, language, width)
        : asked
          ? flagHelp(asked, usual, language, width)
          : overview();
  return `${lines.join('\n')}\n`;
}

const topicLines = ({ id, title, questions }: Topic, usual: Usual, language: Language, width: number): readonly string[] => [
  `${title[language]} (--help ${id})`,
  ...questions.flatMap((asked) => ['', ...flagHelp(asked, usual, language, width)]),
];

const headings = {
  commands: text('Commands', 'Comandos'),
  options: text('Options', 'Opciones'),
  cluster: text('With a cluster', 'Con un clúster'),
  topics: text(
    'What you can decide, by topic (--help TOPIC lists the flags)',
    'Lo que puedes decidir, por temas (--help TEMA enumera las opciones)',
  ),
  flags: text('How to give an answer', 'Cómo dar una respuesta'),
  examples: text('Examples', 'Ejemplos'),
  unattended: text('Without questions', 'Sin preguntas'),
} as const satisfies Readonly<Record<string, Text>>;

const flagsWord = text('flags', 'opciones');

const about = text(
  'From a few answers to Kubernetes and OpenShift manifests that work, and the reasons behind them.',
  'De unas pocas respuestas a manifiestos de Kubernetes y OpenShift que funcionan, y sus motivos.',
);

const flagsAbout = text(
  'Every question is a flag: --port 8080. A yes-or-no question is --redirect or --no-redirect; for a list, repeat the flag. A value that starts with “-” is joined to its flag: --args=-v. With several components, a flag is for the main one, and --db.storage-size 20Gi is for the one called db.',
  'Cada pregunta es una opción: --port 8080. Una pregunta de sí o no es --redirect o --no-redirect; para una lista, repite la opción. Un valor que empieza por «-» va unido a su opción: --args=-v. Con varios componentes, una opción es para el principal, y --db.storage-size 20Gi es para el que se llama db.',
);

const unattendedAbout = text(
  'With --yes, or where there is no terminal, nothing is asked: the rules decide what you leave out. All you need is --image, plus --schedule or --host where they apply; if anything is missing, you get the whole list at once. --json gives the plan with all the reasons.',
  'Con --yes, o donde no hay terminal, no se pregunta nada: las reglas deciden lo que no indicas. Solo necesitas --image, y además --schedule o --host donde hagan falta; si falta algo, recibes la lista completa de una vez. --json da el plan con todos los motivos.',
);

const examples: readonly (readonly [string, Text])[] = [
  [`${program} shop`, text('asks, and writes the folder shop', 'pregunta y escribe la carpeta shop')],
  [
    `${program} shop --image ghcr.io/example/shop:2.4.1 --yes`,
    text('a web application, without questions', 'una aplicación web, sin preguntas'),
  ],
  [`${program} shop --preset postgresql --stdout`, text('a database, printed as YAML', 'una base de datos, mostrada como YAML')],
  [`${program} apply shop`, text('puts it into the cluster, and says when it runs', 'lo lleva al clúster y dice cuándo funciona')],
  [`${program} --answers shop/create-k8s-app.yaml`, text('the same as last time', 'lo mismo que la última vez')],
];

function overviewLines(topics: readonly Topic[], language: Language, width: number): readonly string[] {
  const heading = (name: keyof typeof headings) => ['', ...wrap(headings[name][language], width)];
  const options = (isOfCluster: boolean) =>
    columns(
      globalNames
        .filter((name) => (optionOf(name).isOfCluster ?? false) === isOfCluster)
        .map((name) => [optionForm(name, language), optionOf(name).about[language]]),
      width,
    );
  return [
    `${program} ${formIn(commands.create.usage, language)} [--${flagsWord[language]}]`,
    '',
    ...wrap(about[language], width),
    ...heading('commands'),
    ...columns(
      Object.values(commands).map((entry) => [formIn(entry.usage, language), entry.about[language]]),
      width,
    ),
    ...heading('options'),
    ...options(false),
    ...heading('cluster'),
    ...options(true),
    ...heading('topics'),
    ...columns(
      topics.map(({ id, title }) => [id, title[language]]),
      width,
    ),
    ...heading('flags'),
    ...wrap(flagsAbout[language], width, '  '),
    ...heading('unattended'),
    ...wrap(unattendedAbout[language], width, '  '),
    ...heading('examples'),
    ...examples.flatMap(([command, meaning]) => [`  ${command}`, ...wrap(meaning[language], width, '      ')]),
  ];
}

function optionForm(name: (typeof globalNames)[number], language: Language): string {
  const { value = '', short } = optionOf(name);
  return [short ? `-${short}, --${name}` : `--${name}`, formIn(value, language)].filter(Boolean).join(' ');
}
