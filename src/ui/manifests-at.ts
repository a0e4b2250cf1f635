import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { type Manifests, manifestsIn } from './manifest-reading.ts';
import { sourcesIn } from './manifest-sources.ts';
import type { World } from './world.ts';

/** The objects of a file, of a folder, or of standard input where the place is `-`. A Problem where there are none. */
export async function manifestsAt(place: string, world: Pick<World, 'cwd' | 'stdin'>): Promise<Manifests> {
  const sources = await sourcesIn(place, world);
  if (!sources) throw notThere(place);
  const manifests = manifestsIn(sources);
  if (manifests.objects.length === 0 && manifests.kustomizations.length === 0) throw nothingIn(place);
  return manifests;
}

const notThere = (place: string): Problem =>
  new Problem(exits.usage, {
    says: text(`“${place}” cannot be read.`, `No se puede leer «${place}».`),
    fix: text('Name a file or a folder that exists.', 'Indica un archivo o una carpeta que exista.'),
  });

const nothingIn = (place: string): Problem =>
  new Problem(exits.usage, {
    says:
      place === '-'
        ? text('There are no manifests in standard input.', 'En la entrada estándar no hay ningún manifiesto.')
        : text(`There are no manifests in “${place}”.`, `En «${place}» no hay ningún manifiesto.`),
    fix: text(
      'Name a file or a folder with YAML, or “-” for standard input.',
      'Indica un archivo o una carpeta con YAML, o «-» para la entrada estándar.',
    ),
  });
