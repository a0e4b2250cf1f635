import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { HttpMethod, RequestContext } from '@kubernetes/client-node/dist/gen/http/http.js';
import type { Environment } from '../model/environment.ts';
import { type LoggedIn, loggedInBy } from './login-plugin.ts';

/** What lets a request in: headers that say who asks, and the way to the server with its certificates. */
export interface Grant {
  readonly headers: Readonly<Record<string, string>>;
  readonly dispatcher: ReturnType<RequestContext['getDispatcher']>;
}

/** Milliseconds after which the user's token is asked for anew: plugins and pods renew theirs long before it expires. */
const freshFor = 30_000;

/**
 * Lets the client find out who the user is. It would make a new connection, and read the certificates again, for every request: the
 * first one is kept.
 */
export function grantsOf(config: KubeConfig, server: string, env: Environment): () => Promise<Grant> {
  let granted: { readonly grant: Promise<Grant>; readonly until: number } | undefined;
  const login = loginOf(config, env);
  const ask = async (before: Promise<Grant> | undefined): Promise<Grant> => {
    await login();
    const request = new RequestContext(server, HttpMethod.GET);
    await config.applySecurityAuthentication(request);
    return { headers: request.getHeaders(), dispatcher: (await before)?.dispatcher ?? request.getDispatcher() };
  };
  return () => {
    if (!granted || Date.now() > granted.until) granted = { grant: ask(granted?.grant), until: Date.now() + freshFor };
    return granted.grant;
  };
}

/** Puts into the kubeconfig what the user's plugin gives, where it names one, and again before that expires. */
function loginOf(config: KubeConfig, env: Environment): () => Promise<void> {
  const user = config.getCurrentUser();
  let last: LoggedIn | undefined;
  return async () => {
    if (!user?.exec || (last && (last.until ?? Number.POSITIVE_INFINITY) > Date.now() + 2 * freshFor)) return;
    const now = await loggedInBy(user, env);
    last = now;
    config.users = config.users.map((each) => (each.name === user.name ? now.user : each));
  };
}
