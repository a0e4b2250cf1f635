import { type Refusal, shop } from './refusal.ts';

const misspelt: readonly Refusal[] = [
  { name: 'flag', argv: ['shop', '--imge', 'a:1'], says: ['no flag --imge'], todo: '--image' },
  { name: 'flag that is near to none', argv: [...shop, '--xyzzy'], says: ['no flag --xyzzy'], todo: '--help all' },
  { name: 'short flag', argv: [...shop, '-x'], says: ['no flag -x'], todo: '--help all' },
  { name: 'denial of what cannot be denied', argv: ['shop', '--no-image'], says: ['no flag --no-image'], todo: '--image' },
  { name: 'value', argv: [...shop, '--run', 'sheduled'], says: ['"sheduled" is not accepted'], todo: 'scheduled' },
  { name: 'preset', argv: ['shop', '--preset', 'postgre'], says: ['“postgre”'], todo: 'postgresql' },
  { name: 'added preset', argv: [...shop, '--with', 'kafak=queue'], says: ['“kafak”'], todo: 'kafka' },
  {
    name: 'prefix of a component',
    argv: [...shop, '--with', 'postgresql=db', '--bd.storage-size', '20Gi'],
    says: ['no component “bd”'],
    todo: 'web and db',
  },
  {
    name: 'flag behind a component',
    argv: [...shop, '--with', 'postgresql=db', '--db.storag-size', '20Gi'],
    says: ['no flag --db.storag-size'],
    todo: '--db.storage-size',
  },
  { name: 'flag of the application behind a component', argv: [...shop, '--db.namespace', 'x'], says: ['no flag'], todo: '--namespace' },
  { name: 'main component by its name', argv: [...shop, '--web.port', '9000'], says: ['“web” is the main component'], todo: '--port' },
  {
    name: 'need',
    argv: [...shop, '--needs', 'postgres'],
    says: ['There is no component or preset called postgres'],
    todo: 'create-k8s-app presets',
  },
  { name: 'language', argv: [...shop, '--lang', 'fr'], says: ['“fr”'], todo: 'en or es' },
  { name: 'name of a built-in property', argv: [...shop, '--__proto__', 'x'], says: ['no flag --__proto__'], todo: '--help all' },
  {
    name: 'escape sequence',
    argv: [...shop, '--\u001b[31mred'],
    says: ['no flag --\ufffd[31mred'],
    todo: '--help all',
    hides: '\u001b',
  },
];

const form: readonly Refusal[] = [
  { name: 'no value', argv: ['shop', '--image'], says: ['--image needs a value'], todo: '--image IMAGE' },
  { name: 'a flag for a value', argv: ['shop', '--image', '--yes'], says: ['--image needs a value'], todo: '--image=--yes' },
  { name: 'an empty value', argv: ['shop', '--image='], says: ['"" is not accepted'], todo: 'ghcr.io/example/shop' },
  { name: 'a value of a switch', argv: [...shop, '--yes=maybe'], says: ['--yes is a yes-or-no flag'], todo: 'just --yes' },
  { name: 'said twice', argv: [...shop, '--port', '80', '--port', '81'], says: ['--port is given twice'], todo: 'Leave one' },
  { name: 'said and denied', argv: [...shop, '--env', 'A=b', '--no-env'], says: ['both given and ruled out'], todo: 'Leave one' },
  { name: 'two folders', argv: ['shop', 'bakery'], says: ['too many: “bakery”'], todo: 'create-k8s-app [FOLDER]' },
  { name: 'an empty folder', argv: [''], says: ['folder is empty'], todo: '“.”' },
  {
    name: 'three mistakes at once',
    argv: ['shop', '--port', 'x', '--run', 'never', '--foo'],
    says: ['no flag --foo', '--port: "x"', '--run: "never"'],
    todo: '--run always',
  },
];

const outOfRange = (flag: string, value: string, says: string, todo: string, more: readonly string[] = []): Refusal => ({
  name: `${flag} ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`,
  argv: [...(flag === 'image' ? ['shop'] : shop), ...more, `--${flag}`, value],
  says: [`--${flag}: ${says}`],
  todo,
});
const outside = ['--exposure', 'outside'];
const scheduled = ['--run', 'scheduled'];

const values: readonly Refusal[] = [
  outOfRange('port', '0', '"0" is not accepted', '1 to 65535'),
  outOfRange('port', '70000', '"70000" is not accepted', '1 to 65535'),
  outOfRange('port', 'abc', '"abc" is not accepted', '“none”'),
  outOfRange('replicas', '0', '"0" is not accepted', 'at least 1'),
  outOfRange('replicas', '5-2', 'The second number', '2-6'),
  outOfRange('storage-size', '10GB', '"10GB" is not accepted', '10Gi', ['--data', 'keep']),
  outOfRange('cpu', '0', 'Give more than zero', '--cpu QUANTITY'),
  outOfRange('grace', 'soon', '"soon" is not accepted', 'seconds'),
  outOfRange('schedule', '17 2 * *', '"17 2 * *" is not accepted', '17 2 * * *', scheduled),
  outOfRange('schedule', '61 2 * * *', 'One of the five fields', 'minute 0-59', scheduled),
  outOfRange('schedule', 'TZ=Europe/Madrid 17 2 * * *', 'Give the zone', '--time-zone', scheduled),
  outOfRange('time-zone', 'Nowhere/City', 'There is no time zone “Nowhere/City”', 'Europe/Madrid', [...scheduled, '--schedule', '@daily']),
  outOfRange('host', 'https://shop.example.com', 'Give only the host name', 'port or path: shop.example.com', outside),
  outOfRange('host', 'Shop.Example.com', 'Give only the host name', 'lower case', outside),
  outOfRange('host', '*.example.com', 'A wildcard', 'shop.example.com', outside),
  outOfRange('host', '10.0.0.1', 'Give a name, not an IP address', '--host HOST', outside),
  outOfRange('host', 'shop.example.com.', '"shop.example.com." is not accepted', 'shop.example.com', outside),
  outOfRange('path', 'api', '"api" is not accepted', '/api', [...outside, '--host', 'shop.example.com']),
  outOfRange('mount-path', 'data', '"data" is not accepted', 'starts with “/”', ['--data', 'keep']),
  outOfRange('mount-path', '/a/../b', '"/a/../b" is not accepted', 'no “..”', ['--data', 'keep']),
  outOfRange('name', 'a'.repeat(41), '"aaaa', 'at most 40'),
  outOfRange('name', 'Shop', '"Shop" is not accepted', 'lower-case'),
  outOfRange('name', '1shop', '"1shop" is not accepted', 'starting with a letter'),
  outOfRange('namespace', 'default', 'The namespace “default” belongs to the system', 'one of your own'),
  outOfRange('namespace', 'kube-system', 'The namespace “kube-system” belongs', 'one of your own'),
  outOfRange('namespace', 'openshift-shop', 'The namespace “openshift-shop” belongs', 'one of your own'),
  outOfRange('image', 'ghcr.io/example/shop', 'Add the version', 'shop:1.0.0'),
  outOfRange('image', 'ghcr.io/example/shop:latest', 'Add the version', 'shop:1.0.0'),
  outOfRange('image', 'https://ghcr.io/example/shop:2', 'Write the image without a scheme', 'ghcr.io/example/shop:2'),
  outOfRange('image', 'ghcr.io/example/my shop:2', '"ghcr.io/example/my shop:2" is not accepted', 'ghcr.io/example/shop:2.4.1'),
  outOfRange('developers', 'ana', '"ana" is not accepted', 'user:ana@example.com'),
  outOfRange('calls', '10.0.0.0/33:443', '“10.0.0.0/33:443” is not a place', '10.20.0.0/16:5432'),
  outOfRange('calls', '10.0.0.1:443', '"10.0.0.1:443" is not accepted', '10.20.0.0/16:5432'),
  outOfRange('ports', '9090=metrics', '"9090=metrics" is not accepted', 'metrics=9090'),
  outOfRange('readiness', 'http:healthz', '"http:healthz" is not accepted', 'http:/PATH'),
  outOfRange('with', 'postgresql=DB', '"DB" is not accepted', '--with PRESET=NAME'),
  outOfRange('env', '1BAD=x', 'The value of "1BAD"', 'LOG_LEVEL=info'),
];

const secrets: readonly Refusal[] = [
  ...['DB_PASSWORD=hunter2', '1DB_PASSWORD=hunter2', 'URL=postgres://shop:hunter2@db/shop'].map((said) => ({
    name: said,
    argv: [...shop, '--env', said],
    says: ['looks like a secret'] as const,
    todo: '--env-secret',
  })),
  ...['DB_PASSWORD=hunter2', 'hunter2', 'DB_PASSWORD=shop/hunter2/x'].map((said) => ({
    name: `reference to a secret ${said}`,
    argv: [...shop, '--env-secret', said],
    says: ['--env-secret: '] as const,
    todo: 'such as SMTP_PASSWORD=mail-login/password',
  })),
  {
    name: 'in an answers file',
    argv: ['shop', '--answers', 'a.yaml'],
    files: { 'a.yaml': 'components:\n  web: { image: "a:1", env: [DB_PASSWORD=hunter2] }\n' },
    says: ['a.yaml:2:30: env: DB_PASSWORD looks like a secret'] as const,
    todo: '--env-secret',
  },
].map((row) => ({ ...row, hides: 'hunter2' }));

export const flagRefusals: Readonly<Record<string, readonly Refusal[]>> = {
  'a misspelt': misspelt,
  'the form of a flag': form,
  'a value out of range': values,
  'a secret said by its value': secrets,
};
