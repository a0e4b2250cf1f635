import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { certificateDiagnoses } from '../diagnosis/certificate-diagnosis.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Light, Row, Scene } from './glance.ts';
import { called, duration, isFalse, isTrue, momentOf, quoteOf } from './objects.ts';

/** Milliseconds before its end at which a certificate should have been renewed. */
const soon = 14 * 86_400_000;

/** The ways in from outside: whether somebody has taken them up, and how long their certificates last. */
export const entranceRows = (scene: Scene): readonly Row[] => [
  ...scene.sight.ofKind('Ingress').map((ingress) => ingressRow(scene, ingress)),
  ...['Route', 'Gateway', 'HTTPRoute'].flatMap((kind) => scene.sight.ofKind(kind)).map((entrance) => admittedRow(scene, entrance)),
  ...['Ingress', 'Route'].flatMap((kind) => scene.sight.ofKind(kind)).flatMap((entrance) => uncertifiedRows(scene, entrance)),
  ...scene.sight.ofKind('Certificate').map((certificate) => certificateRow(scene, certificate)),
];

/** Its Secret is missing; one that is only late is told by the row of the Certificate. */
const uncertifiedRows = (scene: Scene, entrance: AnyObject): readonly Row[] =>
  certificateDiagnoses(entrance, scene.sight).map(({ finding: { says, fix } }) => ({
    light: 'amber',
    what: called(scene, entrance),
    says,
    fix,
  }));

function ingressRow(scene: Scene, ingress: AnyObject): Row {
  const [address] = listIn(fieldOf(ingress['status'], 'loadBalancer', 'ingress'));
  const hosts = listIn(fieldOf(ingress['spec'], 'rules')).map((rule) => wordIn(rule, 'host') || '*');
  return rowOf(
    called(scene, ingress),
    hosts,
    address === undefined ? { light: 'amber', word: unanswered } : { light: 'green', word: admitted(ingress) },
  );
}

interface State {
  readonly light: Light;
  readonly word: Text;
  readonly quote?: unknown;
}

/** In Spanish a Route is a “ruta”, and the others are masculine. */
const isHer = ({ kind = '' }: AnyObject): boolean => kind.endsWith('Route');

const admitted = (entrance: AnyObject): Text => text('admitted', isHer(entrance) ? 'admitida' : 'admitido');
const unanswered = text(
  'not admitted yet: no controller has given it an address',
  'aún no admitido: ningún controlador le ha dado una dirección',
);

function rowOf(what: string, hosts: readonly string[], { light, word, quote }: State): Row {
  const all = [...new Set(hosts)].join(' ');
  return { light, what, says: all === '' ? word : text(`${word.en}, ${all}`, `${word.es}, ${all}`), ...quoteOf(quote) };
}

/** The condition by which each kind says that it is taken up. */
const acceptance: Readonly<Record<string, string>> = { Route: 'Admitted', Gateway: 'Programmed', HTTPRoute: 'Accepted' };

function admittedRow(scene: Scene, entrance: AnyObject): Row {
  const type = acceptance[entrance.kind ?? ''] ?? '';
  const holders = [
    entrance['status'],
    ...listIn(fieldOf(entrance['status'], 'ingress')),
    ...listIn(fieldOf(entrance['status'], 'parents')),
  ];
  const all = holders.flatMap((holder) => listIn(fieldOf(holder, 'conditions'))).filter((each) => fieldOf(each, 'type') === type);
  const refusal = all.find((each) => fieldOf(each, 'status') === 'False');
  const word = text('not admitted yet', `aún no ${admitted(entrance).es}`);
  const state: State = refusal
    ? {
        light: 'red',
        word: text('refused', isHer(entrance) ? 'rechazada' : 'rechazado'),
        quote: fieldOf(refusal, 'message') ?? fieldOf(refusal, 'reason'),
      }
    : all.some((each) => fieldOf(each, 'status') === 'True')
      ? { light: 'green', word: admitted(entrance) }
      : { light: 'amber', word };
  return rowOf(called(scene, entrance), hostsOf(entrance), state);
}

const hostsOf = ({ spec }: AnyObject): readonly string[] =>
  [
    fieldOf(spec, 'host'),
    ...listIn(fieldOf(spec, 'hostnames')),
    ...listIn(fieldOf(spec, 'listeners')).map((each) => fieldOf(each, 'hostname')),
  ]
    .filter((host) => typeof host === 'string')
    .filter((host) => host !== '');

/** What cert-manager says of its certificates; the Secrets with the keys are not looked at. */
function certificateRow(scene: Scene, certificate: AnyObject): Row {
  const what = called(scene, certificate);
  const end = momentOf(certificate['status'], 'notAfter');
  const left = (end ?? Number.POSITIVE_INFINITY) - scene.at;
  if (left <= 0) return { light: 'red', what, says: text('expired', 'caducado') };
  if (isFalse(certificate, 'Ready') || (!isTrue(certificate, 'Ready') && end === undefined)) {
    return { light: 'amber', what, says: text('not issued yet', 'aún no emitido') };
  }
  if (left < soon) return { light: 'amber', what, says: text(`expires in ${duration(left)}`, `caduca en ${duration(left)}`) };
  return {
    light: 'green',
    what,
    says: end === undefined ? text('valid', 'válido') : text(`valid for ${duration(left)}`, `válido ${duration(left)} más`),
  };
}
