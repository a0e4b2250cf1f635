import { text } from '../model/text.ts';
import { name, namespace, platform } from './application.ts';
import { fullNameOf } from './basics.ts';
import type { Known, Mend, Refused } from './question.ts';

/** The longest label of a host name (RFC 1123). */
const longestLabel = 63;

const ownAddress = (known: Known): Mend => ({
  id: 'host',
  value: `${known.get(name)}.example.com`,
  gives: text('a name in your own domain, such as this', 'un nombre de tu propio dominio, como este'),
});

/** The router puts the Route's name and the namespace into one label (openshift/library-go, pkg/route/hostassignment/plugin.go). */
export function tooLong(known: Known): Refused | undefined {
  const label = `${fullNameOf(known)}-${known.get(namespace)}`;
  return label.length <= longestLabel
    ? undefined
    : {
        says: text(
          `The router would call it ${label}, and this part of an address has at most ${longestLabel} characters.`,
          `El router lo llamaría ${label}, y esa parte de una dirección tiene como mucho ${longestLabel} caracteres.`,
        ),
        mends: [ownAddress(known)],
      };
}

/** The host name `auto` where no router makes one up. */
export function noAddress(known: Known): Refused {
  const own = ownAddress(known);
  const route = {
    id: 'entrance',
    value: 'route',
    gives: text('a Route, for which the router makes up an address', 'una Route, para la que el router se inventa una dirección'),
  };
  return {
    says: text(
      'Nobody makes up an address for an Ingress: it must name one.',
      'Nadie se inventa la dirección de un Ingress: tiene que indicar una.',
    ),
    mends: known.is(platform, 'openshift') && !tooLong(known) ? [own, route] : [own],
  };
}
