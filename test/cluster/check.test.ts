import { describe, inject, it } from 'vitest';
import { stringify } from 'yaml';
import { boxesForTests } from '../e2e/boxes.ts';

const kubeconfig = inject('kubeconfig');
const boxOf = boxesForTests();

/** A Deployment that no rule of the program minds, with a field that no API server knows. */
const misspelt = stringify({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'default' },
  datta: { a: '1' },
});

describe('check', () => {
  it.concurrent('asks a cluster too with --from-cluster, says which, and changes nothing', async ({ expect }) => {
    const box = boxOf();
    const alone = await box.run({ argv: ['check', '-'], stdin: misspelt });
    expect(alone.code).toBe(0);
    const asked = await box.run({ argv: ['check', '-', '--from-cluster', '--kubeconfig', kubeconfig], stdin: misspelt });
    expect(asked.stderr).toMatch(/^Asking context test \(https:\/\/127\.0\.0\.1:\d+\) what it would refuse; nothing is changed\.\n/);
    expect(asked.stdout).toContain('ConfigMap settings');
    expect(asked.stdout).toContain('datta');
    expect(asked.stdout).toContain('Did you mean data?');
    expect(asked.code).toBe(3);
  });

  it.concurrent('tells each cause once, and speaks of no answers where there are none', async ({ expect }) => {
    const container = { name: 'web', image: 'registry.example.com/web:1.0.0', resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } };
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [container] } };
    const objects = [
      { apiVersion: 'extensions/v1beta1', kind: 'Ingress', metadata: { name: 'old', namespace: 'default' }, spec: {} },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', namespace: 'default' },
        spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template },
      },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'check-nowhere' } },
    ];
    const { stdout } = await boxOf().run({
      argv: ['check', '-', '--from-cluster', '--kubeconfig', kubeconfig],
      stdin: objects.map((object) => stringify(object)).join('---\n'),
    });
    const errors = stdout.split('\n').filter((line) => line.startsWith('✗'));
    expect(errors.map((line) => line.replace(/^✗ error {2}(\w+ [\w-]+) .*$/, '$1')).sort()).toEqual([
      'Deployment web',
      'Ingress old',
      'Namespace check-nowhere',
    ]);
    expect(stdout).toContain('(retired-api)');
    expect(stdout).toContain('resources.requests.cpu: 1 or resources.limits.cpu: 2 for the container web in Deployment web');
    expect(stdout).not.toMatch(/create-k8s-app|admin\//);
  });

  it.concurrent('gives what the cluster says as JSON', async ({ expect }) => {
    const { stdout, code } = await boxOf().run({
      argv: ['check', '-', '--from-cluster', '--kubeconfig', kubeconfig, '--json'],
      stdin: misspelt,
    });
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', where: 'ConfigMap settings', quote: expect.stringContaining('datta') }),
    );
    expect(code).toBe(3);
  });

  it.concurrent('says what nobody has of what the manifests name', async ({ expect }) => {
    const volumes = [{ name: 'keys', secret: { secretName: 'check-keys' } }];
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'default' } };
    const stdin = stringify({ ...pod, spec: { containers: [{ name: 'web', image: 'ghcr.io/example/shop:1' }], volumes } });
    const { stdout } = await boxOf().run({ argv: ['check', '-', '--from-cluster', '--kubeconfig', kubeconfig], stdin });
    expect(stdout).toContain('! warning  Pod web  web does not start: the Secret check-keys is missing.');
  });

  it.concurrent('reads no cluster unless it is told to', async ({ expect }) => {
    const { stderr, code } = await boxOf().run({ argv: ['check', '-', '--kubeconfig', '/nowhere'], stdin: misspelt });
    expect(stderr).not.toContain('kubeconfig cannot be read');
    expect(code).toBe(0);
  });
});
