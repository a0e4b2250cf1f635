import { fieldOf, listIn } from '../../checks/object-fields.ts';
import { type Text, text, verbatim } from '../../model/text.ts';
import type { Readiness, ReadinessOfKind } from './readiness.ts';
import { conditionIn, conditionOf, hasAddress, statusField, wordIn } from './status-fields.ts';

const ready: Readiness = { is: 'ready' };
const waiting = (says: Text): Readiness => ({ is: 'waiting', says });

/** What a condition says, in the words of whoever set it. */
const words = (condition: unknown): Text => verbatim(wordIn(condition, 'message') || wordIn(condition, 'reason'));

const untaken = waiting(text('No controller has taken it up yet.', 'Ningún controlador se ha ocupado de ello aún.'));

/** Those who take it up each write their own conditions: it is ready once all of them say this one. */
const saidByAll = (sayers: unknown, type: string, unsaid: Readiness): Readiness => {
  const said = listIn(sayers).map((each) => conditionIn(fieldOf(each, 'conditions'), type));
  const refused = said.find((condition) => fieldOf(condition, 'status') === 'False');
  if (refused !== undefined && fieldOf(refused, 'reason') !== 'Pending') return { is: 'failed', says: words(refused) };
  return said.length > 0 && said.every((condition) => fieldOf(condition, 'status') === 'True') ? ready : unsaid;
};

/** Ways in from outside: they are taken up by controllers that a cluster may not have. */
export const entranceReadiness: Readonly<Record<string, ReadinessOfKind>> = {
  Service: (object) =>
    fieldOf(object['spec'], 'type') !== 'LoadBalancer' || hasAddress(object)
      ? ready
      : waiting(text('It waits for an address from outside.', 'Espera una dirección de fuera.')),
  Ingress: (object) => (hasAddress(object) ? ready : untaken),
  Route: (object) =>
    saidByAll(
      statusField(object, 'ingress'),
      'Admitted',
      waiting(text('The router has not looked at it yet.', 'El router aún no la ha mirado.')),
    ),
  /** gateway.networking.k8s.io/v1: `Accepted` says that it is sound, `Programmed` that it is in force. */
  Gateway: (object) => {
    if (conditionOf(object, 'Programmed')) return ready;
    const refused = conditionOf(object, 'Accepted', 'False') ?? conditionOf(object, 'Programmed', 'False');
    return refused === undefined || fieldOf(refused, 'reason') === 'Pending' ? untaken : waiting(words(refused));
  },
  HTTPRoute: (object) => saidByAll(statusField(object, 'parents'), 'Accepted', untaken),
  /** cert-manager.io/v1: an issuer may need minutes, and tries again by itself. */
  Certificate: (object) => {
    if (conditionOf(object, 'Ready')) return ready;
    const unready = conditionOf(object, 'Ready', 'False');
    return unready === undefined ? waiting(text('It has not been issued yet.', 'Aún no se ha emitido.')) : waiting(words(unready));
  },
};
