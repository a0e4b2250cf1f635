import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { type HttpMethod, IsomorphicFetchHttpLibrary, RequestContext } from '@kubernetes/client-node/dist/gen/http/http.js';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';

/** What the API server answered; the body is JSON, or whatever a proxy in between says. */
export interface Reply {
  readonly status: number;
  /** Names are in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Asked {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
}

/** The API server of one context of a kubeconfig, as the user that stands there. */
export interface Connection {
  readonly context: string;
  readonly server: string;
  /** Rejects where no answer comes: nobody listens, the certificate is not trusted, the connection breaks. */
  send(method: HttpMethod, path: string, asked?: Asked): Promise<Reply>;
}

export interface Where {
  /** Path of a kubeconfig; else `KUBECONFIG`, `~/.kube/config`, or the account of the pod that it runs in, as kubectl does. */
  readonly kubeconfig?: string;
  readonly context?: string;
}

/**
 * Reads the kubeconfig; nothing is sent yet. Requests go through the client's own transport, because its typed API drops the fields
 * that it does not know.
 */
export function connect({ kubeconfig, context }: Where): Connection {
  const config = configOf(kubeconfig);
  if (context !== undefined) {
    if (!config.getContextObject(context)) throw noContext(context, config);
    config.setCurrentContext(context);
  }
  const cluster = config.getCurrentCluster();
  if (!cluster) throw noCluster();
  const transport = new IsomorphicFetchHttpLibrary();
  let dispatcher: ReturnType<RequestContext['getDispatcher']>;
  return {
    context: config.getCurrentContext(),
    server: cluster.server,
    send: async (method, path, { query = {}, body, contentType, signal } = {}) => {
      const request = new RequestContext(cluster.server + path, method);
      for (const [name, value] of Object.entries(query)) request.setQueryParam(name, value);
      if (contentType !== undefined) request.setHeaderParam('Content-Type', contentType);
      request.setHeaderParam('Accept', 'application/json');
      if (body !== undefined) request.setBody(body);
      if (signal) request.setSignal(signal);
      await config.applySecurityAuthentication(request);
      // The client makes a new one for each request, and with it a new TLS connection: the first one is kept.
      dispatcher ??= request.getDispatcher();
      if (dispatcher) request.setDispatcher(dispatcher);
      const response = await transport.send(request).toPromise();
      return { status: response.httpStatusCode, headers: response.headers, body: await response.body.text() };
    },
  };
}

function configOf(kubeconfig: string | undefined): KubeConfig {
  const config = new KubeConfig();
  try {
    if (kubeconfig === undefined) config.loadFromDefault();
    else config.loadFromFile(kubeconfig);
    return config;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
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
