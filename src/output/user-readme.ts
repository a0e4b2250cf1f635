import { exceptionsOf } from '../manifests/exceptions.ts';
import type { Finding } from '../model/finding.ts';
import type { Manifest } from '../model/manifest.ts';
import { type Language, type Text, text } from '../model/text.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { type DecisionLine, decisionTable } from './decision-table.ts';
import { cell, fenced } from './markdown.ts';
import { inOneGo, nextStepsOf } from './next-steps.ts';
import { answersPath, folders } from './paths.ts';
import { prerequisitesOf } from './prerequisites.ts';
import { drawingOf, tlsSentencesOf } from './traffic-drawing.ts';
import { trapNotesOf } from './trap-notes.ts';

export interface ReadmeParts {
  readonly plan: Plan;
  readonly manifests: readonly Manifest[];
  /** The decisions about the application and the whole, then of each component by its name. */
  readonly decisions: {
    readonly application: readonly DecisionLine[];
    readonly components: Readonly<Record<string, readonly DecisionLine[]>>;
  };
  readonly findings: readonly Finding[];
  /** The command that writes it again from its answers. */
  readonly change: string;
}

/** A heading and what stands under it; a section without lines is left out. */
interface Section {
  readonly title: Text;
  readonly lines: readonly string[];
}

type SectionOf = (parts: ReadmeParts, language: Language) => Section;

const platforms = { kubernetes: 'Kubernetes', openshift: 'OpenShift' } as const;

const whatIsThere: SectionOf = ({ plan, manifests }, language) => {
  const { name } = plan.namespace;
  const kindsOf = (owner: Manifest['owner']): string =>
    [...new Set(manifests.filter((manifest) => manifest.owner === owner).map(({ object }) => object.kind ?? ''))].join(', ');
  const rows = [
    [folders.admin, text('for the cluster’s administrator', 'para quien administra el clúster'), kindsOf('admin')],
    [folders.developer, text('for you', 'para ti'), kindsOf('developer')],
  ] as const;
  const where = text(
    `It is for ${platforms[plan.platform]} ${plan.platformVersion}, and lives in the namespace ${name}.`,
    `Es para ${platforms[plan.platform]} ${plan.platformVersion} y vive en el espacio de nombres ${name}.`,
  );
  const components = plan.components.map(
    ({ fullName, workload, container }) => `- **${fullName}**: ${workload.kind}, \`${container.image}\``,
  );
  const made = rows.filter(([, , kinds]) => kinds !== '').map(([folder, whom, kinds]) => `- \`${folder}/\` ${whom[language]}: ${kinds}`);
  return { title: text('What is here', 'Qué hay aquí'), lines: [where[language], '', ...components, ...made] };
};

const theWay: SectionOf = ({ plan }, language) => {
  const drawing = drawingOf(plan).map((line) => line[language]);
  const sentences = tlsSentencesOf(plan).map(({ fullName, says }) => `- ${fullName}: ${says[language]}`);
  const lines = drawing.length === 0 ? [] : [...fenced(drawing, 'text'), ...(sentences.length > 0 ? ['', ...sentences] : [])];
  return { title: text('The path of a call', 'El camino de una llamada'), lines };
};

const beforeItRuns: SectionOf = ({ plan }, language) => {
  const needed = prerequisitesOf(plan).flatMap(({ says, command }) => [
    `- ${says[language]}`,
    ...(command === undefined ? [] : ['', ...fenced([command], 'sh').map((line) => `  ${line}`), '']),
  ]);
  const images = [...new Set(plan.components.map(({ container }) => container.image))].map((image) => `\`${image}\``).join(', ');
  const pulled = text(
    `- Every node must be able to pull these images: ${images}.`,
    `- Todos los nodos deben poder descargar estas imágenes: ${images}.`,
  );
  return { title: text('Before you start it', 'Antes de ponerlo en marcha'), lines: [...needed, ...(images ? [pulled[language]] : [])] };
};

const next: SectionOf = ({ plan, manifests }, language) => {
  const title = text('Next steps', 'Siguientes pasos');
  const steps = nextStepsOf(plan, manifests, '.');
  if (steps.length === 0) return { title, lines: [] };
  const block = (client: 'kubectl' | 'oc'): readonly string[] =>
    fenced(
      steps.flatMap((step) => [`# ${step.says[language]}`, ...step[client]]),
      'sh',
    );
  const here = text('In this folder:', 'En esta carpeta:');
  const withOc = text('The same with oc:', 'Lo mismo con oc:');
  return { title, lines: [here[language], '', ...block('kubectl'), '', withOc[language], '', ...block('oc'), '', ...byProgram(language)] };
};

const byProgram = (language: Language): readonly string[] => {
  const later = text('How it is doing:', 'Cómo va:');
  return [
    inOneGo[language],
    '',
    ...fenced(['npx create-k8s-app apply .'], 'sh'),
    '',
    later[language],
    '',
    ...fenced(['npx create-k8s-app status .'], 'sh'),
  ];
};

const why: SectionOf = ({ plan, decisions }, language) => {
  const components = plan.components.flatMap(({ name, fullName }) => {
    const table = decisionTable(decisions.components[name] ?? [], language);
    return table.length === 0 ? [] : [`### ${fullName}`, '', ...table];
  });
  return {
    title: text('Why it is like this', 'Por qué es así'),
    lines: [...components, ...decisionTable(decisions.application, language)],
  };
};

/** What a program must bear here, and what it is told: the first thing its author asks. */
const whatItGets: SectionOf = ({ plan }, language) => {
  const bears =
    plan.platform === 'openshift'
      ? text(
          'Each program runs as a user that OpenShift picks, in group 0, and may only write to the directories below.',
          'Cada programa se ejecuta con el usuario que elige OpenShift, en el grupo 0, y solo puede escribir en los directorios de abajo.',
        )
      : text(
          'Each program runs as user 10001, not as root, and may only write to the directories below.',
          'Cada programa se ejecuta con el usuario 10001, no como root, y solo puede escribir en los directorios de abajo.',
        );
  const titles = language === 'en' ? '| Program | Variables | May write to |' : '| Programa | Variables | Puede escribir en |';
  const list = (items: readonly string[]) => items.map((item) => `\`${item}\``).join(', ');
  const rows = plan.components.map(({ fullName, container: { settings }, volumes: { data, writable } }) => {
    const variables = [...settings.env, ...settings.envFields, ...settings.envSecrets].map(({ name }) => name);
    const kept = data && !('readOnly' in data && data.readOnly) ? [data.mountPath] : [];
    return `| ${fullName} | ${list(variables)} | ${list([...kept, ...writable.map(({ path }) => path)])} |`;
  });
  const shut = text(
    'Calls to the outside are blocked, except to the DNS; allow them with `--calls`, such as `--calls internet`.',
    'Las llamadas hacia fuera están cerradas, salvo al DNS; ábrelas con `--calls`, por ejemplo `--calls internet`.',
  );
  const closed = plan.namespace.isolated && plan.components.some(({ traffic }) => traffic.outside.length === 0);
  return {
    title: text('What your program gets', 'Lo que recibe tu programa'),
    lines: rows.length === 0 ? [] : [bears[language], '', titles, '|---|---|---|', ...rows, ...(closed ? ['', shut[language]] : [])],
  };
};

const toMind: SectionOf = ({ findings }, language) => ({
  title: text('Keep in mind', 'Ten en cuenta'),
  lines: findings.map(({ where, says, fix }) => `- ${where}: ${says[language]} ${fix[language]}`),
});

const traps: SectionOf = ({ plan }, language) => ({
  title: text('Good to know', 'Conviene saber'),
  lines: trapNotesOf(plan).map(({ title, says }) => `- **${title[language]}.** ${says[language]}`),
});

const exceptionsSection: SectionOf = ({ plan }, language) => {
  const lineOf = (component: ComponentPlan): readonly string[] =>
    exceptionsOf(plan, component).map(
      ({ judge, check, reason }) => `| ${component.fullName} | ${judge} | \`${check}\` | ${cell(reason[language])} |`,
    );
  const rows = plan.components.flatMap(lineOf);
  const titles = language === 'en' ? '| Object | Tool | Check | Because |' : '| Objeto | Herramienta | Comprobación | Motivo |';
  return {
    title: text('Exceptions for auditing tools', 'Excepciones para las herramientas de auditoría'),
    lines: rows.length > 0 ? [titles, '|---|---|---|---|', ...rows] : [],
  };
};

/** A namespace alone has no replicas. */
const exampleFlag = ({ components }: Plan): string => (components.length > 0 ? '--replicas 3' : '--quota large');

const howToChange: SectionOf = ({ plan, change }, language) => ({
  title: text('How to change it', 'Cómo cambiarlo'),
  lines: [
    text(
      `Your answers are in \`${answersPath}\`. Change them there and run this where you ran it first. Flags that you add, such as \`${exampleFlag(plan)}\`, change them too:`,
      `Tus respuestas están en \`${answersPath}\`. Cámbialas ahí y ejecuta esto donde lo ejecutaste la primera vez. Las opciones que añadas, como \`${exampleFlag(plan)}\`, también las cambian:`,
    )[language],
    '',
    ...fenced([change], 'sh'),
    '',
    text(
      'Files that you changed by hand are never replaced unless you add `--overwrite`.',
      'Los archivos que has cambiado a mano no se reemplazan nunca, salvo que añadas `--overwrite`.',
    )[language],
  ],
});

const sections: readonly SectionOf[] = [
  whatIsThere,
  theWay,
  whatItGets,
  beforeItRuns,
  next,
  why,
  toMind,
  traps,
  exceptionsSection,
  howToChange,
];

/** The README of the target folder: what was made and why, what it needs, and what comes next. */
export function userReadmeOf(parts: ReadmeParts, language: Language): string {
  const filled = sections.map((sectionOf) => sectionOf(parts, language)).filter(({ lines }) => lines.length > 0);
  const blocks = filled.map(({ title, lines }) => `## ${title[language]}\n\n${lines.join('\n').trimEnd()}\n`);
  return [`# ${parts.plan.name}\n`, ...blocks].join('\n');
}
