import { say, type Text, text } from '../model/text.ts';

/** Where TLS begins and ends on the way of a call from outside. `inside-only` is no model that anybody gets: it shows what would be wrong. */
export type TlsModel = 'none' | 'edge' | 'reencrypt' | 'passthrough' | 'inside-only';

export interface CallWay {
  readonly model: TlsModel;
  /** What is spoken where nothing is encrypted. */
  readonly protocol: string;
  readonly through: 'ingress' | 'route' | 'load-balancer' | 'node-port';
  /** At the end of the way; `pod` where it has no name. */
  readonly pod?: string;
}

const middles: Readonly<Record<CallWay['through'], Text>> = {
  ingress: text('router', 'router'),
  route: text('router', 'router'),
  'load-balancer': text('load balancer', 'balanceador'),
  'node-port': text('node', 'nodo'),
};

const browser = text('browser', 'navegador');
const client = text('client', 'cliente');

/** Whether TLS protects the way up to the router, and from the router on. */
const encrypts: Readonly<Record<Exclude<TlsModel, 'passthrough'>, readonly [boolean, boolean]>> = {
  none: [false, false],
  edge: [true, false],
  reencrypt: [true, true],
  'inside-only': [false, true],
};

/** `browser ══TLS══▶ router ──http──▶ pod`; with passthrough one long leg as wide as the two of the others. */
export function drawnWay({ model, protocol, through, pod = 'pod' }: CallWay): Text {
  const leg = (encrypted: boolean) => (encrypted ? '══TLS══▶' : `──${protocol}──▶`);
  return say((language) => {
    const caller = ((through === 'ingress' || through === 'route') && protocol === 'http' ? browser : client)[language];
    const middle = middles[through][language];
    if (model !== 'passthrough') {
      const [before, after] = encrypts[model];
      return `${caller} ${leg(before)} ${middle} ${leg(after)} ${pod}`;
    }
    const width = `${leg(true)} ${middle} ${leg(false)}`.length - 'TLS▶'.length;
    return `${caller} ${'═'.repeat(Math.floor(width / 2))}TLS${'═'.repeat(Math.ceil(width / 2))}▶ ${pod}`;
  });
}
