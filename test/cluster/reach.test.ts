import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { connect } from '../../src/cluster/connection.ts';
import { reach } from '../../src/cluster/reach.ts';
import { Problem } from '../../src/model/problem.ts';
import { freePorts } from './processes.ts';

const kubeconfig = inject('kubeconfig');
const folder = mkdtempSync(join(tmpdir(), 'reach-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Kubeconfig {
  readonly clusters: { readonly cluster: Record<string, unknown> }[];
  readonly users: { user: Record<string, unknown> }[];
}

let files = 0;
/** The kubeconfig of the control plane with something else in it. */
function changed(change: (config: Kubeconfig) => void): string {
  const config = parse(readFileSync(kubeconfig, 'utf8'));
  change(config);
  const path = join(folder, `${files++}.kubeconfig`);
  writeFileSync(path, stringify(config));
  return path;
}

/** The exit code and the first sentence of the Problem that somebody gets. */
async function refusalOf(path: string): Promise<readonly [number, string]> {
  const problem = await reach(connect({ kubeconfig: path })).catch((caught: unknown) => caught);
  if (!(problem instanceof Problem)) throw problem;
  return [problem.exit, problem.complaints[0]?.says.en ?? ''];
}

it('tells the version of the server, and that Routes are served', async () => {
  expect(await reach(connect({ kubeconfig }))).toEqual({ gitVersion: expect.stringMatching(/^v1\.3\d\.\d+$/), isOpenShift: true });
});

describe('says in one sentence why no answer comes', () => {
  it('where nobody listens', async () => {
    const [port = 0] = await freePorts(1);
    const path = changed(({ clusters }) => {
      for (const { cluster } of clusters) cluster['server'] = `https://127.0.0.1:${port}`;
    });
    expect(await refusalOf(path)).toEqual([4, `Nobody answers at https://127.0.0.1:${port} (ECONNREFUSED).`]);
  });

  it('where the certificate is of somebody else', async () => {
    const path = changed(({ clusters }) => {
      for (const { cluster } of clusters) delete cluster['certificate-authority-data'];
    });
    expect(await refusalOf(path)).toEqual([4, expect.stringMatching(/^The certificate of https:\/\/127\.0\.0\.1:\d+ is not trusted/)]);
  });

  it('where the login has expired', async () => {
    const path = changed(({ users }) => {
      for (const { user } of users) user['token'] = 'yesterday';
    });
    expect(await refusalOf(path)).toEqual([4, expect.stringContaining('does not know the user of context test')]);
  });

  it('where something else answers', async () => {
    const server = createServer((_, answer) => void answer.writeHead(404).end('a web page'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const path = changed(({ clusters }) => {
      for (const { cluster } of clusters) Object.assign(cluster, { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true });
    });
    expect(await refusalOf(path)).toEqual([4, `http://127.0.0.1:${port} does not answer as an API server does (HTTP 404).`]);
    server.closeAllConnections();
    server.close();
  });
});

describe('a program that logs the user in', () => {
  const token = parse(readFileSync(kubeconfig, 'utf8')).users[0].user.token;
  const credential = (status: object) => JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status });
  /** The kubeconfig with a user whom this script logs in; it runs in Node. */
  const loggedInBy = (script: string, command = process.execPath): string =>
    changed(({ users }) => {
      for (const each of users) {
        each.user = {
          exec: { apiVersion: 'client.authentication.k8s.io/v1', command, args: ['-e', script], env: [{ name: 'TOKEN', value: token }] },
        };
      }
    });

  it('is run, and told that nobody can answer', async () => {
    const script = `const { spec } = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
      console.log(JSON.stringify({ status: { token: spec.interactive ? 'none' : process.env.TOKEN } }))`;
    await expect(reach(connect({ kubeconfig: loggedInBy(script) }))).resolves.toMatchObject({ gitVersion: expect.any(String) });
  });

  it.concurrent.for([
    ['console.error("the session has expired"); process.exit(1)', 'failed: the session has expired.'],
    ['process.exit(1)', 'failed: it ended with a failure.'],
    ['console.log("welcome")', 'failed: it printed no credentials.'],
    [`console.log('${credential({})}')`, 'failed: it printed no credentials.'],
    ['setInterval(() => undefined, 1000)', 'failed: it gave no answer within 10 seconds, and perhaps asks something.'],
    ['process.stdin.on("end", () => process.exit(1)).resume()', 'failed: it ended with a failure.'],
  ] as const)('that does %s', async ([script, words], { expect }) => {
    expect(await refusalOf(loggedInBy(script))).toEqual([4, expect.stringContaining(words)]);
  });

  it('that is not there', async () => {
    const [exit, says] = await refusalOf(loggedInBy('', 'no-such-plugin'));
    expect([exit, says]).toEqual([4, '“no-such-plugin”, which the kubeconfig runs for your login, failed: it is not installed.']);
  });
});

describe('what the kubeconfig lacks is said before anything is sent', () => {
  const refused = (run: () => unknown): string => {
    try {
      run();
    } catch (problem) {
      if (problem instanceof Problem) return problem.complaints[0]?.says.en ?? '';
    }
    return 'nothing';
  };

  it('a file that is not there, or is no YAML', () => {
    expect(refused(() => connect({ kubeconfig: join(folder, 'none') }))).toContain('cannot be read');
    const path = join(folder, 'broken');
    writeFileSync(path, '{');
    expect(refused(() => connect({ kubeconfig: path }))).toContain('cannot be read');
  });

  it('a context that it does not name', () => {
    expect(refused(() => connect({ kubeconfig, context: 'production' }))).toBe('The kubeconfig has no context called “production”.');
  });
});
