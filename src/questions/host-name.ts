import { type Text, text } from '../model/text.ts';
import { orWord, words } from './value-types.ts';

/** RFC 1123: labels of at most 63 characters. */
const hostPattern = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;

/** What people paste in place of a host name, and what to write instead. */
function misreadHost(said: string): Text | undefined {
  const bare = said
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d*$/, '')
    .toLowerCase();
  if (said.includes('*')) {
    return text(
      'A wildcard stands for many addresses: give the one that leads here, such as shop.example.com.',
      'Un comodín vale por muchas direcciones: di la que lleva aquí, como shop.example.com.',
    );
  }
  return hostPattern.test(bare) && bare !== said
    ? text(
        `Give only the host name, in lower case, without https://, port or path: ${bare}.`,
        `Di solo el nombre de host, en minúsculas, sin https://, puerto ni ruta: ${bare}.`,
      )
    : undefined;
}

/** A host name without scheme, port and path, or `auto`. */
export const hostName = orWord(
  words({
    name: 'HOST',
    expects: text('a host name, such as shop.example.com', 'un nombre de host, como shop.example.com'),
    pattern: hostPattern,
    maxLength: 253,
    samples: ['shop.example.com'],
    misreadAs: misreadHost,
    faultOf: (said) =>
      /^\d+(\.\d+){3}$/.test(said)
        ? text(
            'Give a name, not an IP address: the router tells applications apart by their names.',
            'Di un nombre, no una dirección IP: el router distingue las aplicaciones por su nombre.',
          )
        : undefined,
  }),
  'auto',
  text('the router makes one up', 'el router se inventa uno'),
);
