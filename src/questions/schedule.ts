import { text } from '../model/text.ts';
import { run } from './basics.ts';
import { always, is, question, type Topic } from './question.ts';
import { words } from './value-types.ts';

const scheduled = is(run, 'scheduled');

const fields = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { least: 0, most: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
] as const;

/** Whether one field of a cron line is understood: `*`, a value, a range, a list of them, each with a step. */
function fieldFits(said: string, index: number): boolean {
  const field = fields[index];
  if (!field) return false;
  const names: readonly string[] = field.names;
  const numberOf = (word: string): number =>
    /^\d{1,2}$/.test(word) ? Number(word) : names.indexOf(word.toLowerCase()) + (names.length === 12 ? 1 : 0);
  const inside = (word: string): boolean => {
    if (!/^\d{1,2}$/.test(word) && !names.includes(word.toLowerCase())) return false;
    return numberOf(word) >= field.least && numberOf(word) <= field.most;
  };
  return said.split(',').every((part) => {
    const match = /^(\*|\w+(?:-\w+)?)(?:\/([1-9]\d?))?$/.exec(part);
    if (!match?.[1]) return false;
    if (match[1] === '*') return true;
    const [from = '', to = from] = match[1].split('-');
    return inside(from) && inside(to) && numberOf(from) <= numberOf(to);
  });
}

/** The Kubernetes dialect of cron: five fields and the names with “@” (robfig/cron v3, which the CronJob controller uses). */
const shortcuts = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

export const schedule = question({
  id: 'schedule',
  label: text('Schedule', 'Horario'),
  ask: text('At what times does it run?', '¿A qué horas se ejecuta?'),
  help: text(
    'A schedule has five fields: minute, hour, day of the month, month, day of the week; “*” means every. “17 2 * * *” is every night at 2:17, “0 8 * * 1-5” is at eight on weekdays, “*/15 * * * *” every quarter of an hour. Write the program so that running it twice does no harm: when the cluster restarts, a run may happen twice or not at all.',
    'Un horario tiene cinco campos: minuto, hora, día del mes, mes y día de la semana; «*» significa todos. «17 2 * * *» es cada noche a las 2:17, «0 8 * * 1-5» a las ocho los días laborables, «*/15 * * * *» cada cuarto de hora. Escribe el programa de forma que repetirlo no haga daño: al reiniciarse el clúster, puede ejecutarse dos veces o ninguna.',
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  level: 'essential',
  when: scheduled,
  type: words({
    name: 'CRON',
    expects: text(
      'five fields of cron, such as “17 2 * * *” (every night at 2:17)',
      'cinco campos de cron, como «17 2 * * *» (cada noche a las 2:17)',
    ),
    pattern: /^(@[a-z]+|[-*/,\w]+( [-*/,\w]+){4})$/,
    maxLength: 100,
    samples: ['17 2 * * *', '*/15 8-18 * * 1-5', '@daily'],
    misreadAs: (said) =>
      /^(CRON_)?TZ=/.test(said)
        ? text(
            'Give the zone with --time-zone, and here only the five fields.',
            'Indica la zona con --time-zone, y aquí solo los cinco campos.',
          )
        : undefined,
    normalise: (said) => said.trim().replace(/ +/g, ' '),
    faultOf: (said) => {
      if (said.startsWith('@') ? shortcuts.includes(said) : said.split(' ').every(fieldFits)) return undefined;
      return text(
        'One of the five fields is out of range: minute 0-59, hour 0-23, day 1-31, month 1-12, day of the week 0-6 (0 is Sunday).',
        'Uno de los cinco campos se sale de su rango: minuto 0-59, hora 0-23, día 1-31, mes 1-12, día de la semana 0-6 (0 es domingo).',
      );
    },
  }),
  rules: {},
});

const zones = (): ReadonlySet<string> => new Set([...Intl.supportedValuesOf('timeZone'), 'Etc/UTC', 'UTC']);

export const timeZone = question({
  id: 'time-zone',
  label: text('Time zone', 'Zona horaria'),
  ask: text('In which time zone?', '¿En qué zona horaria?'),
  help: text(
    'The schedule is read in this zone, such as Europe/Madrid. A zone with daylight saving time can skip a run or repeat it on the nights when the clocks change; Etc/UTC never does. If you choose the wrong zone, it runs some hours too early or too late; change it and apply again.',
    'El horario se lee en esta zona, como Europe/Madrid. Una zona con horario de verano puede saltarse una ejecución o repetirla en las noches del cambio de hora; con Etc/UTC no pasa nunca. Si eliges mal la zona, se ejecuta unas horas antes o después; cámbiala y vuelve a aplicar.',
  ),
  level: 'quiet',
  when: scheduled,
  type: words({
    name: 'ZONE',
    expects: text(
      'a zone from the IANA list, such as Etc/UTC or Europe/Madrid',
      'una zona de la lista de IANA, como Etc/UTC o Europe/Madrid',
    ),
    pattern: /^[A-Za-z]+([-_+A-Za-z0-9]*)(\/[-_+A-Za-z0-9]+){0,2}$/,
    maxLength: 64,
    samples: ['Etc/UTC', 'Europe/Madrid'],
    faultOf: (said) =>
      zones().has(said)
        ? undefined
        : text(
            `There is no time zone “${said}” in the IANA list, which has names such as Europe/Madrid.`,
            `No hay ninguna zona horaria «${said}» en la lista de IANA, que tiene nombres como Europe/Madrid.`,
          ),
  }),
  rules: {
    utc: always(
      'Etc/UTC',
      text(
        'Without a zone, the cluster’s own clock would decide, and that differs from cluster to cluster.',
        'Sin zona decidiría el reloj del clúster, y cada clúster tiene el suyo.',
      ),
    ),
  },
});

export const scheduleTopic: Topic = { id: 'schedule', title: text('The schedule', 'El horario'), questions: [schedule, timeZone] };
