import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generatedKeysOf } from '../../src/manifests/generated-secrets.ts';
import { answersFileOf } from '../../src/output/answers-file.ts';
import { type FileParts, filesOf } from '../../src/output/files.ts';
import { kustomizationsOf } from '../../src/output/kustomizations.ts';
import { pathOf } from '../../src/output/paths.ts';
import { secretsFileOf } from '../../src/output/secrets-file.ts';
import { yamlOf } from '../../src/output/yaml.ts';
import * as typical from '../manifests/typical.ts';
import { plan } from '../plans.ts';
import { manifestsOf, shop } from './shop.ts';

const parts: FileParts = {
  plan: shop,
  manifests: manifestsOf(shop),
  language: 'en',
  answers: 'application: {}\n',
  schema: '{}\n',
  readme: '# shop\n',
  secrets: secretsFileOf(shop, generatedKeysOf(shop), () => 'value'),
  more: [{ path: 'Jenkinsfile', content: 'pipeline {}\n', mode: 0o644 }],
};

describe('the files of an application', () => {
  it('stand by owner and component', () => {
    expect(filesOf(parts).map(({ path }) => path)).toEqual([
      'create-k8s-app.yaml',
      'README.md',
      'admin/kustomization.yaml',
      'app/kustomization.yaml',
      'admin/namespace.yaml',
      'admin/resourcequota.yaml',
      'admin/limitrange.yaml',
      'admin/networkpolicy-default-deny.yaml',
      'admin/networkpolicy-allow-dns.yaml',
      'admin/rolebinding-developers.yaml',
      'app/web/serviceaccount.yaml',
      'app/web/configmap.yaml',
      'app/web/deployment.yaml',
      'app/web/poddisruptionbudget.yaml',
      'app/web/service.yaml',
      'app/web/ingress.yaml',
      'app/web/networkpolicy.yaml',
      'app/db/serviceaccount.yaml',
      'app/db/configmap.yaml',
      'app/db/statefulset.yaml',
      'app/db/service-headless.yaml',
      'app/db/service.yaml',
      'app/db/networkpolicy.yaml',
      'secrets/.gitignore',
      'secrets/secrets.yaml',
      'Jenkinsfile',
      '.create-k8s-app/answers.schema.json',
    ]);
  });

  it('hold the manifests as they are', () => {
    const contents = new Map(filesOf(parts).map(({ path, content }) => [path, content]));
    for (const manifest of parts.manifests) {
      expect(contents.get(pathOf(manifest, shop))).toBe(yamlOf(manifest, 'en'));
    }
  });

  it('have no kustomization where none is wanted, and no folder for secrets where there are none', () => {
    const { secrets: _, ...rest } = parts;
    const paths = filesOf({ ...rest, plan: { ...shop, kustomize: false } }).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('kustomization') || path.startsWith('secrets/'))).toEqual([]);
  });

  it('never share a path', () => {
    const twice = [...parts.manifests, ...parts.manifests.slice(0, 1)];
    expect(() => filesOf({ ...parts, manifests: twice })).toThrow('Two manifests share the path admin/namespace.yaml');
    const whole = plan({ components: Object.values(typical).filter((each) => 'fullName' in each) });
    const paths = manifestsOf(whole).map((manifest) => pathOf(manifest, whole));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('name a Job without the mark of its content', () => {
    const job = {
      object: { kind: 'Job', metadata: { name: 'shop-web-1a2b3c4d' } },
      owner: 'developer',
      component: 'web',
      why: {},
    } as const;
    expect(pathOf(job, shop)).toBe('app/web/job.yaml');
  });
});

it('lists the manifests of each folder for kustomize, and makes none for an empty one', () => {
  expect(kustomizationsOf(['app/web/deployment.yaml', 'app/web/service.yaml'])).toEqual([
    {
      path: 'app/kustomization.yaml',
      content: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - web/deployment.yaml
  - web/service.yaml
`,
      mode: 0o644,
    },
  ]);
});

describe('the answers file', () => {
  const said = {
    application: { name: 'shop', 'platform-version': '1.34', quota: 'medium' },
    components: [
      {
        name: 'web',
        values: { image: 'ghcr.io/example/shop:2.4.1', port: 8080, peers: false, env: ['MODE=on', 'NOTE=a: b # c'], needs: ['db'] },
      },
      { name: 'db', preset: 'postgresql', values: { 'storage-size': '20Gi', 'time-zone': 'yes' } },
      { name: 'cache', preset: 'valkey', values: {} },
    ],
  };

  it('names its schema first, and says what was said', () => {
    expect(answersFileOf(said, 'es')).toBe(`# yaml-language-server: $schema=.create-k8s-app/answers.schema.json
# Tus respuestas, con lo que mostró tu clúster si se leyó, y nada más de lo que se ha decidido por ti. Cámbialas aquí y ejecuta «create-k8s-app --answers» con este archivo.
application:
  name: shop
  platform-version: "1.34"
  quota: medium
components:
  web:
    image: ghcr.io/example/shop:2.4.1
    port: 8080
    peers: false
    env:
      - MODE=on
      - "NOTE=a: b # c"
    needs:
      - db
  db:
    preset: postgresql
    storage-size: 20Gi
    time-zone: "yes"
  cache:
    preset: valkey
`);
  });

  it('reads back as it was said', () => {
    expect(parse(answersFileOf(said, 'en'))).toEqual({
      application: said.application,
      components: {
        web: said.components[0]?.values,
        db: { preset: 'postgresql', ...said.components[1]?.values },
        cache: { preset: 'valkey' },
      },
    });
    expect(parse(answersFileOf({ application: {}, components: [] }, 'en'))).toEqual({ application: {} });
  });
});
