import { type Text, text } from '../model/text.ts';
import { distinct } from './distinct.ts';
import type { KeyOfSecret } from './plan.ts';
import { containerPath, mountPathOf, printable, writable, writableOf } from './process.ts';
import { always, type Known, type Question, question, type Topic, type ValueType } from './question.ts';
import { looksSecret } from './secret-looks.ts';
import { listOf, type TextShape } from './value-types.ts';

/** Pattern of a variable’s name that is also a key of a ConfigMap (apimachinery, validation.IsEnvVarName and IsConfigMapKey). */
const variable = '[A-Za-z_][-._A-Za-z0-9]{0,252}';
/** Pattern of a DNS subdomain (RFC 1123), the name of most objects. */
const subdomain = String.raw`[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*`;
/** Pattern of a Secret and one of its keys; `generated` in place of the name is the component's own Secret. */
const keyOfSecret = String.raw`(?=[^/]{1,253}\/)${subdomain}\/\.?[-_A-Za-z0-9][-._A-Za-z0-9]{0,251}`;

const none = always<readonly string[]>([], text('You named none.', 'No has indicado nada.'));

/** What stands before and after the first `=`. */
function halvesOf(item: string): readonly [string, string] {
  const at = item.indexOf('=');
  return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
}
const headOf = (item: string): string => halvesOf(item)[0];

/** A list whose complaints never repeat what stands behind the `=`, for it may be a secret that was said by mistake. */
function discreet(shape: TextShape): ValueType<readonly string[]> {
  const list = listOf(shape);
  const faultOf = (item: string): Text | undefined => {
    const fault = shape.faultOf?.(item);
    if (fault || (shape.pattern.test(item) && item.length <= (shape.maxLength ?? item.length))) return fault;
    const { en, es } = list.expects;
    if (!item.includes('=')) return text(`There is no “=” in it: give ${en}.`, `No lleva «=»: indica ${es}.`);
    const name = JSON.stringify(headOf(item).slice(0, 80));
    return text(`The value of ${name} is not accepted: give ${en}.`, `No se acepta el valor de ${name}: indica ${es}.`);
  };
  return {
    ...list,
    parse: (said) => {
      for (const item of typeof said === 'string' ? [said] : said) {
        const fault = faultOf(item);
        if (fault) return { says: fault };
      }
      return list.parse(said);
    },
  };
}

type ListQuestion = Question<string, readonly string[]>;

/** Refuses a variable that is set twice, here or by the questions before. */
const eachVariableOnce = (id: string, ...before: readonly ListQuestion[]) =>
  distinct({
    id,
    keyOf: headOf,
    says: (name) =>
      text(
        `The variable ${name} is set twice, and it can only have one value.`,
        `La variable ${name} se define dos veces, y solo puede tener un valor.`,
      ),
    takenOf: (known) => before.flatMap((asked) => (known.get(asked) ?? []).map(headOf)),
  });

/** Refuses a path at which two things would be mounted. */
const eachPathOnce = (id: string, ...before: readonly ListQuestion[]) =>
  distinct({
    id,
    keyOf: headOf,
    says: (path) => text(`Two things would be mounted at ${path}.`, `Se montarían dos cosas en ${path}.`),
    takenOf: (known) => [
      mountPathOf(known),
      ...(known.get(writable) ?? []).map((item) => writableOf(item).path),
      ...before.flatMap((asked) => (known.get(asked) ?? []).map(headOf)),
    ],
  });

/** `LOG_LEVEL=info` as a variable of the ConfigMap. */
export function settingOf(item: string): { readonly name: string; readonly value: string } {
  const [name, value] = halvesOf(item);
  return { name, value };
}

export const env = question({
  id: 'env',
  label: text('Settings', 'Ajustes'),
  ask: text('Which settings does it get as variables?', '¿Qué ajustes recibe como variables?'),
  help: text(
    'Most images are configured with environment variables, such as LOG_LEVEL=info; the image’s documentation lists them. They go into a ConfigMap, which everybody who works in the namespace can read. That is why passwords, tokens and keys are refused here: they belong in a Secret.',
    'La mayoría de las imágenes se configuran con variables de entorno, como LOG_LEVEL=info; la documentación de la imagen las enumera. Van a un ConfigMap, que puede leer cualquiera que trabaje en el espacio de nombres. Por eso aquí no se aceptan contraseñas, tokens ni claves: su sitio es un Secret.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  level: 'more',
  type: discreet({
    name: 'NAME=VALUE',
    expects: text(
      'settings such as LOG_LEVEL=info: a name of letters, digits, “_”, “-” and “.”, then “=” and a value without control characters',
      'ajustes como LOG_LEVEL=info: un nombre de letras, cifras, «_», «-» y «.», después «=» y un valor sin caracteres de control',
    ),
    pattern: new RegExp(`^${variable}=${printable}*$`),
    maxLength: 65_536,
    samples: ['LOG_LEVEL=info', 'GREETING=Hello, world'],
    faultOf: (item) => {
      const { name, value } = settingOf(item);
      if (!looksSecret(name, value)) return undefined;
      const shown = new RegExp(`^${variable}$`).test(name) ? name : 'NAME';
      return text(
        `${shown} looks like a secret, and this is written into a ConfigMap: say where its value is kept, with --env-secret ${shown}=SECRET/KEY (with “generated” as SECRET, one is created for you). If it is not a secret, put it in a file and name that with --config-file.`,
        `${shown} parece un secreto, y esto se escribe en un ConfigMap: di dónde se guarda su valor, con --env-secret ${shown}=SECRET/CLAVE (con «generated» como SECRET se crea uno para ti). Si no es un secreto, ponlo en un archivo e indícalo con --config-file.`,
      );
    },
  }),
  rules: { none },
  refuses: { unique: eachVariableOnce('env') },
});

/** `POD_NAME=metadata.name` as a variable from the pod's own fields. */
export function fieldOf(item: string): { readonly name: string; readonly fieldPath: string } {
  const [name, fieldPath] = halvesOf(item);
  return { name, fieldPath };
}

/** What the downward API gives to a variable (kubernetes.io/docs/concepts/workloads/pods/downward-api). */
const podField = String.raw`(?:metadata\.(?:name|namespace|uid)|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?)|metadata\.(?:labels|annotations)\['(?:${subdomain}\/)?[A-Za-z0-9](?:[-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?'\])`;

export const envField = question({
  id: 'env-field',
  label: text('Pod fields', 'Campos del pod'),
  ask: text('Which facts about its own pod does it get as variables?', '¿Qué datos de su propio pod recibe como variables?'),
  help: text(
    "A program can be told its own name, its address or its node, as on a name tag: POD_NAME=metadata.name, POD_IP=status.podIP, NODE=spec.nodeName. A label is read by its key, such as INDEX=metadata.labels['apps.kubernetes.io/pod-index'], the number of a pod in a StatefulSet.",
    "A un programa se le puede decir su propio nombre, su dirección o su nodo, como en una chapa de identificación: POD_NAME=metadata.name, POD_IP=status.podIP, NODE=spec.nodeName. Una etiqueta se lee por su clave, como INDEX=metadata.labels['apps.kubernetes.io/pod-index'], el número de un pod de un StatefulSet.",
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/',
  level: 'quiet',
  type: listOf({
    name: 'NAME=FIELDPATH',
    expects: text(
      "variables and a field of the pod: metadata.name, .namespace, .uid, .labels['KEY'] or .annotations['KEY'], spec.nodeName or .serviceAccountName, status.podIP, .podIPs, .hostIP or .hostIPs",
      "variables y un campo del pod: metadata.name, .namespace, .uid, .labels['CLAVE'] o .annotations['CLAVE'], spec.nodeName o .serviceAccountName, status.podIP, .podIPs, .hostIP o .hostIPs",
    ),
    pattern: new RegExp(`^${variable}=${podField}$`),
    maxLength: 640,
    samples: ['POD_NAME=metadata.name', "POD_INDEX=metadata.labels['apps.kubernetes.io/pod-index']"],
  }),
  rules: { none },
  refuses: { unique: eachVariableOnce('env-field', env) },
});

/** Stands for the component's own Secret, whose values the program makes. */
const own = 'generated';

function keyOf(said: string, ownSecret: string): KeyOfSecret {
  const at = said.indexOf('/');
  const named = said.slice(0, at);
  const generated = named === own;
  return { secret: generated ? ownSecret : named, key: said.slice(at + 1), generated };
}

/** `DB_PASSWORD=shop-login/password` as a variable from a Secret; `ownSecret` is the name that `generated` stands for. */
export function secretSettingOf(item: string, ownSecret: string): { readonly name: string } & KeyOfSecret {
  const [name, where] = halvesOf(item);
  return { name, ...keyOf(where, ownSecret) };
}

export const envSecret = question({
  id: 'env-secret',
  label: text('Secret settings', 'Ajustes secretos'),
  ask: text('Which secret settings does it get as variables?', '¿Qué ajustes secretos recibe como variables?'),
  help: text(
    'Never give the secret itself: say where it is kept, as the name of a Secret and one of its keys, such as SMTP_PASSWORD=mail-login/password. With “generated” as the Secret, as in SESSION_KEY=generated/session, this program creates a random value and writes it into secrets/, which Git ignores; it is shown nowhere else. A file is safer than a variable, if the image can read one.',
    'No escribas nunca el propio secreto: di dónde se guarda, con el nombre de un Secret y una de sus claves, como SMTP_PASSWORD=correo/password. Con «generated» como Secret, como en SESSION_KEY=generated/session, este programa crea un valor al azar y lo escribe en secrets/, que Git ignora; no se muestra en ningún otro sitio. Un archivo es más seguro que una variable, si la imagen sabe leerlo.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  level: 'more',
  type: discreet({
    name: 'NAME=SECRET/KEY',
    expects: text(
      'variables and where their value is kept, never the value, such as SMTP_PASSWORD=mail-login/password or SESSION_KEY=generated/session',
      'variables y dónde se guarda su valor, nunca el valor, como SMTP_PASSWORD=correo/password o SESSION_KEY=generated/session',
    ),
    pattern: new RegExp(`^${variable}=${keyOfSecret}$`),
    maxLength: 1024,
    samples: ['SMTP_PASSWORD=mail-login/password', 'SESSION_KEY=generated/session'],
  }),
  rules: { none },
  refuses: { unique: eachVariableOnce('env-secret', env, envField) },
});

/** `/etc/app/app.conf=conf/app.conf` as a file in the container and the file to read it from. */
export function configFileOf(item: string): { readonly path: string; readonly file: string } {
  const [path, file] = halvesOf(item);
  return { path, file };
}

/** What a ConfigMap holds at most, in bytes (kubernetes.io/docs/concepts/configuration/configmap). */
const largestConfigMap = 2 ** 20;

const contentOf = (item: string, known: Known): string | undefined => known.facts.files?.[configFileOf(item).file];

const bytesOf = (content: string | undefined): number => new TextEncoder().encode(content).length;

export const configFile = question({
  id: 'config-file',
  label: text('Config files', 'Archivos de configuración'),
  ask: text('Which configuration files does it read?', '¿Qué archivos de configuración lee?'),
  help: text(
    'A file from your machine becomes a file in the container: /etc/app/app.conf=conf/app.conf puts conf/app.conf there, by way of a ConfigMap. Together they may have at most 1 MiB, and everybody who works in the namespace can read them; a file with a password is a --secret-file. After a change, generate the manifests again and apply them.',
    'Un archivo de tu máquina pasa a ser un archivo del contenedor: /etc/app/app.conf=conf/app.conf pone ahí conf/app.conf, por medio de un ConfigMap. Entre todos pueden ocupar como mucho 1 MiB, y los puede leer cualquiera que trabaje en el espacio de nombres; un archivo con una contraseña es un --secret-file. Después de un cambio, genera otra vez los manifiestos y aplícalos.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  level: 'more',
  type: listOf({
    name: 'PATH=FILE',
    expects: text(
      'files as the path in the container, “=” and the file on your machine, such as /etc/app/app.conf=conf/app.conf',
      'archivos como la ruta en el contenedor, «=» y el archivo de tu máquina, como /etc/app/app.conf=conf/app.conf',
    ),
    pattern: new RegExp(String.raw`^${containerPath}=[^\u0000-\u001f\u007f-\u009f]+$`),
    maxLength: 4096,
    samples: ['/etc/app/app.conf=conf/app.conf', '/etc/app/limits.conf=../shared/limits.conf'],
    fileOf: (item) => configFileOf(item).file || undefined,
  }),
  rules: { none },
  refuses: {
    unique: eachPathOnce('config-file'),
    readable: (choice, known) => {
      const missing = choice.find((item) => contentOf(item, known) === undefined);
      if (missing === undefined) return undefined;
      const { file } = configFileOf(missing);
      return {
        says: text(
          `The file ${file} does not exist, or is not text that can be read.`,
          `El archivo ${file} no existe, o no es un texto que se pueda leer.`,
        ),
        mends: [
          {
            id: 'config-file',
            value: choice.filter((item) => contentOf(item, known) !== undefined),
            gives: text('the files that can be read', 'los archivos que se pueden leer'),
          },
        ],
      };
    },
    size: (choice, known) => {
      const bytes = choice.reduce((sum, item) => sum + bytesOf(contentOf(item, known)), 0);
      return bytes <= largestConfigMap
        ? undefined
        : {
            says: text(
              `Together the files have ${Math.ceil(bytes / 1024)} KiB, and a ConfigMap holds 1024 KiB at most: build them into the image, or keep them on a disk.`,
              `Los archivos ocupan ${Math.ceil(bytes / 1024)} KiB en total, y en un ConfigMap caben 1024 KiB como mucho: mételos en la imagen o guárdalos en un disco.`,
            ),
            mends: [{ id: 'config-file', value: [], gives: text('the files in the image', 'los archivos de la imagen') }],
          };
    },
  },
});

/** `/run/credentials/tls.key=shop-tls/tls.key` as a file from a Secret; `ownSecret` is the name that `generated` stands for. */
export function secretFileOf(item: string, ownSecret: string): { readonly path: string } & KeyOfSecret {
  const [path, where] = halvesOf(item);
  return { path, ...keyOf(where, ownSecret) };
}

export const secretFile = question({
  id: 'secret-file',
  label: text('Secret files', 'Archivos secretos'),
  ask: text('Which secrets does it read from files?', '¿Qué secretos lee de archivos?'),
  help: text(
    'A key of a Secret becomes a file that only the program can read, such as /run/credentials/smtp=mail-login/password. Many images get the path of such a file from a variable whose name ends in _FILE. With “generated” as the Secret, this program creates a random value, as for secret variables. Never give the secret itself.',
    'Una clave de un Secret pasa a ser un archivo que solo puede leer el programa, como /run/credentials/smtp=correo/password. Muchas imágenes reciben la ruta de ese archivo en una variable que acaba en _FILE. Con «generated» como Secret, este programa crea un valor al azar, igual que para las variables secretas. No escribas nunca el propio secreto.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  level: 'more',
  type: discreet({
    name: 'PATH=SECRET/KEY',
    expects: text(
      'files and where their content is kept, never the content, such as /run/credentials/smtp=mail-login/password or /run/credentials/session=generated/session',
      'archivos y dónde se guarda su contenido, nunca el contenido, como /run/credentials/smtp=correo/password o /run/credentials/session=generated/session',
    ),
    pattern: new RegExp(`^${containerPath}=${keyOfSecret}$`),
    maxLength: 2048,
    samples: ['/run/credentials/smtp=mail-login/password', '/run/credentials/session=generated/session'],
  }),
  rules: { none },
  refuses: { unique: eachPathOnce('secret-file', configFile) },
});

export const settings: Topic = {
  id: 'settings',
  title: text('Its settings', 'Sus ajustes'),
  questions: [env, envField, envSecret, configFile, secretFile],
};
