import { setMaxListeners } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { type Dispatcher, request } from 'undici';
import type { Environment } from '../model/environment.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { grantsOf } from './grants.ts';
import { within } from './time-limit.ts';

/** What the API server answered; the body is JSON, or whatever a proxy in between says. */
export interface Reply {
  readonly status: number;
  /** Names are in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer whose body comes line by line, for as long as the server goes on. */
export interface Stream extends Omit<Reply, 'body'> {
  /** Ends on abort; throws where the connection breaks. Leaving the loop closes it. The last line may be half a one. */
  readonly lines: AsyncIterable<string>;
}

export interface Asked {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly contentType?: string;
  /** What the answer should be like; JSON where absent. */
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
}

/** The API server of one context of a kubeconfig, as the user that stands there. */
export interface Connection {
  readonly context: string;
  readonly server: string;
  /** Where the context puts objects that name no namespace. */
  readonly namespace: string;
  /** Rejects where no answer comes: nobody listens, the certificate is not trusted, the connection breaks. */
  send(method: Dispatcher.HttpMethod, path: string, asked?: Asked): Promise<Reply>;
  /** Gets something without holding all of it, such as a watch. Rejects as `send` does, and on abort before the answer. */
  stream(path: string, asked?: Asked): Promise<Stream>;
}

export interface Where {
  /** Path of a kubeconfig; else `KUBECONFIG`, `~/.kube/config`, or the account of the pod that it runs in, as kubectl does. */
  readonly kubeconfig?: string;
  readonly context?: string;
}

/**
 * Reads the kubeconfig; nothing is sent yet. Requests go out as raw JSON, because the client's typed API drops the fields that it does not
 * know. The client brings everything else: certificates, tokens, proxies. A login plugin that the kubeconfig names is given `env`.
 */
export function connect({ kubeconfig, context }: Where, env: Environment = {}): Connection {
  const config = configOf(kubeconfig);
  if (context !== undefined) {
    if (!config.getContextObject(context)) throw noContext(context, config);
    config.setCurrentContext(context);
  }
  const cluster = config.getCurrentCluster();
  if (!cluster || isMadeUp(config)) throw noCluster();
  // Without TLS there is nothing to verify, and the client would refuse; `kubectl proxy` is reached like that.
  if (cluster.server.startsWith('http:'))
    config.clusters = config.clusters.map((each) => (each.name === cluster.name ? { ...each, skipTLSVerify: true } : each));
  const grantFor = grantsOf(config, cluster.server, env);
  const ask = async (method: Dispatcher.HttpMethod, path: string, { query, body, contentType, accept, signal }: Asked) => {
    const { headers, dispatcher } = await grantFor();
    const words = query ? `?${new URLSearchParams(query)}` : '';
    return request(`${cluster.server}${path}${words}`, {
      method,
      headers: { ...headers, accept: accept ?? 'application/json', ...(contentType === undefined ? {} : { 'content-type': contentType }) },
      ...(body === undefined ? {} : { body }),
      ...(dispatcher && { dispatcher }),
      ...(signal && { signal }),
    });
  };
  return {
    context: config.getCurrentContext(),
    server: withoutPassword(cluster.server),
    namespace: config.getContextObject(config.getCurrentContext())?.namespace || 'default',
    send: async (method, path, asked = {}) => {
      letManyListenTo(asked.signal);
      const signal = within(longest, asked.signal);
      const { statusCode, headers, body } = await ask(method, path, { ...asked, signal });
      return { status: statusCode, headers: oneLineEach(headers), body: await body.text() };
    },
    stream: async (path, asked = {}) => {
      letManyListenTo(asked.signal);
      const { statusCode, headers, body } = await ask('GET', path, asked);
      return { status: statusCode, headers: oneLineEach(headers), lines: linesOf(body, asked.signal) };
    },
  };
}

async function* linesOf(body: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let begun = '';
  try {
    for await (const chunk of body) {
      const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
      begun = lines.pop() ?? '';
      yield* lines;
    }
    if (begun !== '') yield begun;
  } catch (problem) {
    if (!signal?.aborted) throw problem;
  }
}

const oneLineEach = (headers: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Every request that is under way listens to it, and Node would warn of more than ten. */
function letManyListenTo(signal: AbortSignal | undefined): void {
  if (signal) setMaxListeners(0, signal);
}

/** Milliseconds; the API server itself gives a request a minute (--request-timeout). */
const longest = 65_000;

const withoutPassword = (server: string): string => server.replace(/\/\/[^/@]*@/, '//');

/** Where the client finds no kubeconfig it makes one up (its `config.ts`, loadFromDefault). */
const isMadeUp = (config: KubeConfig): boolean =>
  config.getCurrentContext() === 'loaded-context' && config.getCurrentCluster()?.server === 'http://localhost:8080';

function configOf(kubeconfig: string | undefined): KubeConfig {
  const config = new KubeConfig();
  try {
    if (kubeconfig === undefined) config.loadFromDefault();
    else config.loadFromFile(kubeconfig);
    return config;
  } catch (cause) {
    // What follows the first line shows the file around the fault, and there are tokens in it.
    const [why = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw new Problem(exits.cluster, {
      says: text(`The kubeconfig cannot be read: ${why}.`, `No se puede leer el kubeconfig: ${why}.`),
      fix: text('Name another one, such as ~/.kube/config.', 'Indica otro, como ~/.kube/config.'),
      flags: ['--kubeconfig FILE'],
    });
  }
}

const noCluster = (): Problem =>
  new Problem(exits.cluster, {
    says: text('There is no kubeconfig that says which cluster to talk to.', 'No hay ningún kubeconfig que diga con qué clúster hablar.'),
    fix: text(
      'Ask whoever runs the cluster for one and put it at ~/.kube/config, or name it.',
      'Pide uno a quien administra el clúster y ponlo en ~/.kube/config, o indícalo.',
    ),
    flags: ['--kubeconfig FILE'],
  });

function noContext(said: string, config: KubeConfig): Problem {
  const names = config
    .getContexts()
    .map(({ name }) => name)
    .join(', ');
  return new Problem(exits.cluster, {
    says: text(`The kubeconfig has no context called “${said}”.`, `El kubeconfig no tiene ningún contexto llamado «${said}».`),
    fix: text(`Choose one of these: ${names}.`, `Elige uno de estos: ${names}.`),
    flags: ['--context NAME'],
  });
}
