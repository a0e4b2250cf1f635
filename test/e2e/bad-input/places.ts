import { appendFileSync, chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { image, type Refusal, shop } from './refusal.ts';
import type { Sandbox } from './sandbox.ts';

/** The folder of an earlier run. */
const made = async ({ run }: Sandbox): Promise<void> => {
  await run({ argv: shop });
};

const edited = async (sandbox: Sandbox): Promise<void> => {
  await made(sandbox);
  for (const path of ['README.md', 'app/web/service.yaml']) appendFileSync(join(sandbox.here, 'shop', path), '# mine\n');
};

const link =
  (to: string, path: string) =>
  ({ here }: Sandbox): void => {
    mkdirSync(join(here, 'elsewhere'));
    mkdirSync(join(here, 'shop'));
    rmSync(join(here, path), { recursive: true, force: true });
    symlinkSync(to, join(here, path));
  };

/** Ends every write behind the first KiB, as a full disk would. */
const littleRoom = ['bash', '-c', 'ulimit -f 1; exec "$0" "$@"'];

const target: readonly Refusal[] = [
  { name: 'is a file', argv: shop, files: { shop: 'mine' }, says: ['shop is a file, not a folder'], todo: 'Name a folder' },
  {
    name: 'lies below a file',
    argv: ['shop/deep', ...image],
    files: { shop: 'mine' },
    exit: 1,
    says: ['There is a file where'],
    todo: 'Move that file',
  },
  {
    name: 'holds a file of the same name',
    argv: shop,
    files: { 'shop/README.md': 'mine' },
    exit: 1,
    says: ['README.md'],
    todo: '--overwrite',
  },
  {
    name: 'holds files that a person changed',
    argv: shop,
    prepare: edited,
    exit: 1,
    says: ['changed by hand, or did not come from this program, so nothing was written: README.md and app/web/service.yaml'],
    todo: '--overwrite',
  },
  {
    name: 'holds files that a person changed, in a dry run',
    argv: [...shop, '--dry-run'],
    prepare: edited,
    exit: 1,
    says: ['README.md and app/web/service.yaml'],
    todo: '--overwrite',
  },
  {
    name: 'may only be read',
    argv: shop,
    humbly: true,
    prepare: ({ here }) => {
      mkdirSync(join(here, 'shop'));
      writeFileSync(join(here, 'shop', 'notes.txt'), 'mine');
      chmodSync(join(here, 'shop'), 0o555);
    },
    exit: 1,
    says: ['You are not allowed to read or write'],
    todo: 'a folder of your own',
  },
  {
    name: 'may only be read in a part',
    argv: shop,
    humbly: true,
    prepare: ({ here }) => {
      mkdirSync(join(here, 'shop', 'app'), { recursive: true });
      chmodSync(join(here, 'shop', 'app'), 0o555);
      if (process.getuid?.() === 0) chownSync(join(here, 'shop'), 65534, 65534);
    },
    exit: 1,
    says: ['You are not allowed to read or write app/kustomization.yaml'],
    todo: 'ask for permission',
  },
  {
    name: 'leads out by a link',
    argv: shop,
    prepare: link('../elsewhere', 'shop/app'),
    exit: 1,
    says: ['symbolic link that leads out'],
    todo: 'Replace the link',
  },
  {
    name: 'leads out by a link, and may be overwritten',
    argv: [...shop, '--overwrite'],
    prepare: link('../elsewhere', 'shop/app'),
    exit: 1,
    says: ['symbolic link that leads out'],
    todo: 'Replace the link',
  },
  {
    name: 'holds a dangling link',
    argv: shop,
    prepare: link('nowhere', 'shop/README.md'),
    exit: 1,
    says: ['README.md'],
    todo: 'Replace the link',
  },
  { name: 'is a dangling link', argv: shop, prepare: link('nowhere', 'shop'), exit: 1, says: ['leads nowhere'], todo: 'Remove the link' },
  { name: 'is a link to itself', argv: shop, prepare: link('shop', 'shop'), exit: 1, says: ['leads nowhere'], todo: 'Remove the link' },
  {
    name: 'holds a file where a folder goes',
    argv: shop,
    files: { 'shop/app': 'mine' },
    exit: 1,
    says: ['app/kustomization.yaml'],
    todo: 'Move that file',
  },
  {
    name: 'holds a folder where a file goes',
    argv: shop,
    prepare: ({ here }) => mkdirSync(join(here, 'shop', 'README.md'), { recursive: true }),
    exit: 1,
    says: ['README.md'],
    todo: 'Move it away',
  },
  {
    name: 'holds a record that cannot be read',
    argv: shop,
    files: { 'shop/.create-k8s-app/base.json': '{' },
    exit: 1,
    says: ['base.json'],
    todo: 'Delete it',
  },
  {
    name: 'holds secrets that cannot be read',
    argv: ['shop', '--preset', 'postgresql'],
    files: { 'shop/secrets/secrets.yaml': 'password: [hunter2\n' },
    exit: 1,
    says: ['secrets/secrets.yaml cannot be read'],
    todo: 'Fix the file',
    hides: 'hunter2',
  },
  {
    name: 'has a name that is too long',
    argv: ['a'.repeat(300), ...image],
    exit: 1,
    says: ['too long for this disk'],
    todo: 'shorter path',
  },
  {
    name: 'is new on a full disk',
    argv: shop,
    through: littleRoom,
    exit: 1,
    says: ['not allow a file as large as README.md'],
    todo: 'ulimit -f',
  },
  {
    name: 'is there on a full disk',
    argv: ['shop', '--image', 'ghcr.io/example/shop:2.5.0'],
    prepare: made,
    through: littleRoom,
    exit: 1,
    says: ['not allow a file as large as'],
    todo: 'ulimit -f',
  },
];

const output: readonly Refusal[] = ['--stdout', '--json', '--dry-run'].map((flag) => ({
  name: flag,
  argv: [...shop, flag],
  through: ['bash', '-c', 'exec "$0" "$@" > /dev/full'],
  exit: 1,
  says: ['could not be written to standard output'],
  todo: 'ENOSPC',
}));

export const placeRefusals: Readonly<Record<string, readonly Refusal[]>> = { 'a target that': target, 'output to a full disk:': output };
