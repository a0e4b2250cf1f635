import { listed, type Text, text } from '../model/text.ts';
import { isolation } from './application.ts';
import { component, port } from './basics.ts';
import { distinct } from './distinct.ts';
import { exposure } from './exposure.ts';
import type { OutsideCall } from './plan.ts';
import { printable } from './process.ts';
import { always, given, is, type Known, type Mend, question, type Topic } from './question.ts';
import { looksSecret } from './secret-looks.ts';
import { dnsLabel, listOf, oneOf } from './value-types.ts';

const called = is(exposure, 'cluster', 'outside');
const nameOf = (item: string): string => item.slice(0, item.indexOf('='));

export const offers = question({
  id: 'offers',
  label: text('Offers', 'Ofrece'),
  ask: text('What must a component that needs this one know?', '¿Qué debe saber un componente que necesite a este?'),
  help: text(
    'Components that need this one get its host and port as variables. Say here what else they must be told, such as DATABASE=shop: for a component called “db” that arrives as DB_DATABASE. Nothing secret belongs here, because it can be read in the manifests.',
    'Los componentes que necesitan a este reciben su host y su puerto como variables. Di aquí qué más hay que contarles, como DATABASE=tienda: de un componente llamado «db» eso llega como DB_DATABASE. Aquí no va nada secreto, porque se puede leer en los manifiestos.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  level: 'quiet',
  when: called,
  type: listOf({
    name: 'NAME=VALUE',
    expects: text('a variable and its value, such as DATABASE=shop', 'una variable y su valor, como DATABASE=tienda'),
    pattern: new RegExp(`^[A-Za-z_][A-Za-z0-9_]*=${printable}*$`),
    samples: ['DATABASE=shop', 'USER=shop'],
    faultOf: (said) => {
      const offered = nameOf(said);
      return looksSecret(offered, said.slice(offered.length + 1))
        ? text(
            `${offered} looks like a secret, and anybody can read what is written here: offer the key of a Secret with --offers-secret ${offered}=SECRET/KEY.`,
            `${offered} parece un secreto, y lo que va aquí lo puede leer cualquiera: ofrece la clave de un Secret con --offers-secret ${offered}=SECRET/CLAVE.`,
          )
        : undefined;
    },
  }),
  rules: { none: always<readonly string[]>([], text('Its host and its port are enough.', 'Bastan su host y su puerto.')) },
  refuses: {
    once: distinct({ id: 'offers', keyOf: nameOf, says: (key) => text(`${key} is offered twice.`, `${key} se ofrece dos veces.`) }),
  },
});

export const offersSecret = question({
  id: 'offers-secret',
  label: text('Offers secrets', 'Ofrece secretos'),
  ask: text('Which secrets must a component that needs this one get?', '¿Qué secretos debe recibir un componente que necesite a este?'),
  help: text(
    'Say the variable and where its value is kept, never the value: PASSWORD=db-credentials/password is the key “password” of the Secret “db-credentials”. With “generated” in place of a Secret, as in PASSWORD=generated/password, this program creates a value once and keeps it in the component’s own Secret. For a component called “db” it arrives as DB_PASSWORD.',
    'Di la variable y dónde se guarda su valor, nunca el valor: PASSWORD=db-credentials/password es la clave «password» del Secret «db-credentials». Con «generated» en lugar de un Secret, como en PASSWORD=generated/password, este programa crea un valor una sola vez y lo guarda en el Secret del propio componente. De un componente llamado «db» llega como DB_PASSWORD.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  level: 'quiet',
  when: called,
  type: listOf({
    name: 'NAME=SECRET/KEY',
    expects: text(
      'a variable and the key of a Secret, such as PASSWORD=generated/password',
      'una variable y la clave de un Secret, como PASSWORD=generated/password',
    ),
    pattern: /^[A-Za-z_][A-Za-z0-9_]*=[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/[-._a-zA-Z0-9]{1,253}$/,
    samples: ['PASSWORD=generated/password', 'TOKEN=api-credentials/token'],
  }),
  rules: {
    none: always<readonly string[]>(
      [],
      text('You named no secret that its callers must know.', 'No has nombrado ningún secreto que deban conocer quienes lo llaman.'),
    ),
  },
  refuses: {
    once: distinct({
      id: 'offers-secret',
      keyOf: nameOf,
      says: (key) => text(`${key} is offered twice.`, `${key} se ofrece dos veces.`),
      takenOf: (known) => (known.get(offers) ?? []).map(nameOf),
    }),
  },
});

export const needs = question({
  id: 'needs',
  label: text('Needs', 'Necesita'),
  ask: text('What else does it need?', '¿Qué más necesita?'),
  help: text(
    'Name the other components that this one calls, such as its database. It gets their host, port and password as variables (DB_HOST, DB_PORT, …), and the network lets it through to them. If one is missing here, the call hangs until it times out, because the door is shut. What is outside this application belongs in “calls”.',
    'Indica los otros componentes a los que llama este, como su base de datos. Recibe su host, su puerto y su contraseña como variables (DB_HOST, DB_PORT, …) y la red le deja llegar hasta ellos. Si aquí falta uno, la llamada se queda colgada hasta que se agota el tiempo, porque la puerta está cerrada. Lo que está fuera de esta aplicación va en «calls».',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  level: 'essential',
  type: listOf(dnsLabel(20, ['db', 'queue'])),
  rules: {
    none: always<readonly string[]>(
      [],
      text('You did not say that it calls another component.', 'No has dicho que llame a otro componente.'),
    ),
  },
  refuses: {
    itself: (choice, known) => {
      const own = known.get(component);
      return own !== undefined && choice.includes(own)
        ? {
            says: text(
              'A component always reaches itself: it cannot need itself.',
              'Un componente siempre llega a sí mismo: no puede necesitarse a sí mismo.',
            ),
            mends: [callable(choice, known)],
          }
        : undefined;
    },
    once: distinct({
      id: 'needs',
      keyOf: (item) => item,
      says: (key) => text(`${key} is named twice.`, `${key} aparece dos veces.`),
    }),
    unknown: (choice, known) => {
      const stranger = choice.find((each) => known.named(each) === undefined);
      return stranger === undefined ? undefined : { says: strangerAmong(stranger, known), mends: [callable(choice, known)] };
    },
    'no-port': (choice, known) => {
      const deaf = choice.find((each) => typeof known.named(each)?.get(port) !== 'number');
      return deaf === undefined
        ? undefined
        : {
            says: text(
              `The component ${deaf} listens on no port, so nobody can call it.`,
              `El componente ${deaf} no escucha en ningún puerto, así que nadie puede llamarlo.`,
            ),
            mends: [callable(choice, known)],
          };
    },
    M5: (choice, known) => {
      const hidden = choice.find((each) => known.named(each)?.is(exposure, 'none'));
      return hidden === undefined
        ? undefined
        : {
            says: text(
              `You said that nobody calls the component ${hidden}, so it has no Service: add “--${hidden}.exposure cluster”.`,
              `Has dicho que nadie llama al componente ${hidden}, así que no tiene Service: añade «--${hidden}.exposure cluster».`,
            ),
            mends: [callable(choice, known)],
          };
    },
  },
});

/** The same list with nothing but other components that can be called. */
function callable(names: readonly string[], known: Known): Mend {
  const isCallable = (each: string): boolean => {
    const other = known.named(each);
    return other !== undefined && other !== known && typeof other.get(port) === 'number' && !other.is(exposure, 'none');
  };
  const left = listed(names.filter((each) => !isCallable(each)));
  return { id: 'needs', value: names.filter(isCallable), gives: text(`the same without ${left.en}`, `lo mismo sin ${left.es}`) };
}

function strangerAmong(stranger: string, known: Known): Text {
  const others = known.components.filter((each) => each !== known).flatMap((each) => each.get(component) ?? []);
  if (others.length === 0) {
    return text(
      `There is no component or preset called ${stranger}: this application has no other component, and “create-k8s-app presets” lists the presets.`,
      `Ningún componente ni ninguna plantilla se llama ${stranger}: esta aplicación no tiene otro componente, y «create-k8s-app presets» enumera las plantillas.`,
    );
  }
  const names = listed(others);
  return text(
    `There is no component or preset called ${stranger}: apart from this one there is ${names.en}, and “create-k8s-app presets” lists the presets.`,
    `Ningún componente ni ninguna plantilla se llama ${stranger}: aparte de este hay ${names.es}, y «create-k8s-app presets» enumera las plantillas.`,
  );
}

/** `10.0.0.0/8:443`, `2001:db8::/32:443`, `payments/api:8080`: where to, what there, the port. */
const callShape = /^([^/]+)\/([^/:]+):(\d{1,5})$/;
const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const isIPv4 = (said: string): boolean =>
  /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(said) && said.split('.').every((part) => Number(part) <= 255);
const isIPv6 = (said: string): boolean => said.includes(':') && URL.canParse(`http://[${said}]/`);

function isCall(said: string): boolean {
  const [, to = '', what = '', number = ''] = callShape.exec(said) ?? [];
  const bits = /^(0|[1-9]\d{0,2})$/.test(what) ? Number(what) : Number.NaN;
  const reached = (isIPv4(to) && bits <= 32) || (isIPv6(to) && bits <= 128) || (label.test(to) && label.test(what));
  return reached && Number(number) >= 1 && Number(number) <= 65535;
}

/** What an item of `calls` stands for. */
export function callOf(item: string): OutsideCall {
  const [, to = '', what = '', number] = callShape.exec(item) ?? [];
  if (number === undefined) return { to: 'internet' };
  return label.test(to)
    ? { to: 'namespace', namespace: to, name: what, port: Number(number) }
    : { to: 'cidr', cidr: `${to}/${what}`, port: Number(number) };
}

const callExpected = text(
  '“internet”, addresses and a port such as 10.20.0.0/16:5432, or an application of another namespace such as payments/api:8080',
  '«internet», direcciones y un puerto como 10.20.0.0/16:5432, o una aplicación de otro espacio de nombres como pagos/api:8080',
);

const callList = listOf({
  name: 'internet|CIDR:PORT|NAMESPACE/NAME:PORT',
  expects: callExpected,
  pattern: /^(internet|[^/\s]+\/[^/:\s]+:\d{1,5})$/,
  samples: ['internet', '10.20.0.0/16:5432', 'payments/api:8080'],
  faultOf: (said) =>
    said === 'internet' || isCall(said)
      ? undefined
      : text(
          `“${said}” is not a place to call: write addresses as 10.20.0.0/16:5432, an application as payments/api:8080, with a port from 1 to 65535.`,
          `«${said}» no es un sitio al que llamar: escribe las direcciones como 10.20.0.0/16:5432 y una aplicación como pagos/api:8080, con un puerto de 1 a 65535.`,
        ),
});

export const calls = question({
  id: 'calls',
  label: text('Calls outside', 'Llama fuera'),
  ask: text('Who does it call outside the namespace?', '¿A quién llama fuera del espacio de nombres?'),
  help: text(
    'An isolated component only reaches what is named. “internet” opens port 443 to everywhere outside the cluster’s own networks, for instance to a payment service. 10.20.0.0/16:5432 opens one port of a range of addresses, such as a database outside the cluster. payments/api:8080 opens the application “api” in the namespace “payments”. Calls to anything missing here hang until they time out; add it and apply again.',
    'Un componente aislado solo llega a lo que se nombra. «internet» abre el puerto 443 hacia todo lo que queda fuera de las redes del clúster, por ejemplo hacia un servicio de pagos. 10.20.0.0/16:5432 abre un puerto de un rango de direcciones, como las de una base de datos fuera del clúster. pagos/api:8080 abre la aplicación «api» del espacio de nombres «pagos». Las llamadas a lo que falte aquí se quedan colgadas hasta que se agota el tiempo; añádelo y vuelve a aplicar.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  level: 'more',
  when: is(isolation, 'isolated'),
  type: {
    ...callList,
    name: `nobody|${callList.name}`,
    schema: { anyOf: [callList.schema, { const: 'nobody' }] },
    parse: (said) => (String(said) === 'nobody' ? { value: [] } : callList.parse(said)),
  },
  rules: {
    nobody: always<readonly string[]>(
      [],
      text('You did not say that it calls anyone outside.', 'No has dicho que llame a nadie de fuera.'),
    ),
  },
});

export const secretsAs = question({
  id: 'secrets-as',
  label: text('Passwords as', 'Contraseñas como'),
  ask: text('How does it get the passwords of what it needs?', '¿Cómo recibe las contraseñas de lo que necesita?'),
  help: text(
    'As a variable, the password is in DB_PASSWORD: nearly every program reads that. As a file, it is in a file, and DB_PASSWORD_FILE says where. That is safer, because variables show up in crash reports and are inherited by child processes, but the program must know how to read it.',
    'Como variable, la contraseña está en DB_PASSWORD: casi cualquier programa la lee. Como archivo, está en un archivo y DB_PASSWORD_FILE dice dónde. Es más seguro, porque las variables aparecen en los informes de fallos y las heredan los procesos hijos, pero el programa tiene que saber leerlo.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret',
  level: 'quiet',
  when: given(needs),
  type: oneOf({
    env: {
      label: text('variables', 'variables'),
      fits: text('It suits nearly every program.', 'Sirve para casi cualquier programa.'),
    },
    file: {
      label: text('files', 'archivos'),
      fits: text('It suits programs that read variables ending in _FILE.', 'Sirve para programas que leen variables acabadas en _FILE.'),
    },
  }),
  rules: {
    env: always(
      'env',
      text(
        'Nearly every program reads variables, but not all of them read files.',
        'Casi cualquier programa lee variables, pero no todos leen archivos.',
      ),
    ),
  },
});

export const connections: Topic = {
  id: 'connections',
  title: text('What it is connected to', 'Con qué se conecta'),
  questions: [offers, offersSecret, needs, calls, secretsAs],
};
