import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { stringify } from 'yaml';
import { isWatchFault, passedOn, refused, type WatchFault } from './watch-faults.ts';

/** What may go wrong with one request on its way to the API server and back. */
export const faults = ['429', '500', '503', 'cut before', 'cut after', 'half a body', 'slow'] as const;
export type Fault = (typeof faults)[number] | WatchFault;

/** A proxy in front of an API server that spoils the requests that it is told to. */
export interface FaultyProxy {
  /** Path of a kubeconfig whose server is the proxy. */
  readonly kubeconfig: string;
  close(): Promise<void>;
}

const delay = 300;

/** `faultOf` is asked for each request, by its method and path. */
export async function startFaultyProxy(
  kubeconfig: string,
  folder: string,
  faultOf: (method: string, path: string) => Fault | undefined,
): Promise<FaultyProxy> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const cluster = config.getCurrentCluster();
  if (!cluster) throw new Error(`${kubeconfig} names no cluster.`);
  const ca = Buffer.from(cluster.caData ?? '', 'base64');

  /** Passes a request on. */
  const forwarded = (incoming: IncomingMessage, body: Buffer) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { host: _, ...headers } = incoming.headers;
      const asked = request(cluster.server + (incoming.url ?? ''), { method: incoming.method ?? 'GET', headers, ca }, resolve);
      asked.on('error', reject);
      asked.end(body);
    });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await contentOf(incoming);
    const fault = faultOf(incoming.method ?? '', incoming.url ?? '');
    if (isSpoiled(fault, incoming, outgoing)) return;
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, delay));
    const answer = await forwarded(incoming, body);
    if (incoming.url?.includes('watch=true')) {
      passedOn(answer, outgoing, isWatchFault(fault) ? fault : undefined);
      return;
    }
    const content = await contentOf(answer);
    if (fault === 'cut after') {
      incoming.socket.destroy();
      return;
    }
    const { 'transfer-encoding': _, ...headers } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': content.length });
    if (fault === 'half a body') outgoing.write(content.subarray(0, content.length / 2), () => incoming.socket.destroy());
    else outgoing.end(content);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const path = join(folder, `proxy-${port}.kubeconfig`);
  writeFileSync(path, kubeconfigOf(port, config.getCurrentUser()?.token ?? ''));
  return {
    kubeconfig: path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Faults that keep a request from its server. */
function isSpoiled(fault: Fault | undefined, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  if (fault === '429' || fault === '500' || fault === '503') {
    outgoing.writeHead(Number(fault), fault === '429' ? { 'retry-after': '1' } : {}).end(`the proxy says ${fault}`);
    return true;
  }
  if (fault === 'cut before') incoming.socket.destroy();
  return fault === 'cut before' || (isWatchFault(fault) && refused(fault, outgoing));
}

async function contentOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The client speaks plain HTTP only with a server whose certificate it need not look at. */
const kubeconfigOf = (port: number, token: string): string =>
  stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'proxy', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'proxy', user: { token } }],
    contexts: [{ name: 'proxy', context: { cluster: 'proxy', user: 'proxy' } }],
    'current-context': 'proxy',
  });
