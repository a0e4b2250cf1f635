import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

interface Notice {
  readonly title: string;
  readonly licence: string;
}

/** Emits the licences of every package that has code in the bundle. Fails on a package whose licence cannot be told. */
export function notices(fileName: string): Plugin {
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const folders = new Set(modules.filter((id) => id.includes('node_modules')).map(packageFolderOf));
      this.emitFile({ type: 'asset', fileName, source: printed([...folders].map(noticeOf)) });
    },
  };
}

/** The nearest folder above whose package.json has a name and a version; those that only say `type` do not count. */
function packageFolderOf(module: string): string {
  let folder = dirname(module.replace(/^\0|\?.*$/g, ''));
  while (!isPackage(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function isPackage(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return Boolean(name && version);
}

function noticeOf(folder: string): Notice {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)\b/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 && license === 'MIT') texts.push(mitOf(typeof author === 'string' ? author : author.name));
  if (texts.length === 0) throw new Error(`${name} ${version} comes without a licence text.`);
  return { title: `${name} ${version} (${license})`, licence: texts.join('\n\n') };
}

/** The words of the MIT licence, which this project has too, with another holder. */
const mitOf = (holder: string): string =>
  readFileSync('LICENSE', 'utf8')
    .trim()
    .replace(/^Copyright.*$/m, `Copyright (c) ${holder}`);

/** Packages that share a licence to the letter share a paragraph. */
function printed(all: readonly Notice[]): string {
  const licences = [...new Set(all.map(({ licence }) => licence))];
  const sections = licences.map((licence) => {
    const titles = new Set(all.filter((notice) => notice.licence === licence).map(({ title }) => title));
    return `${[...titles].sort().join('\n')}\n\n${licence}\n`;
  });
  return ['create-k8s-app contains code of these packages.\n', ...sections.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}
