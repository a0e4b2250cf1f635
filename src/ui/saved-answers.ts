import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { exits, Problem } from '../model/problem.ts';
import { type Text, text } from '../model/text.ts';
import { answersFrom } from './answers-file.ts';
import { textIn } from './utf8.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { World } from './world.ts';

/** The answers that a file holds, or standard input where it is called `-`. A Problem where they cannot be read. */
export async function savedAnswers(file: string, { cwd, stdin }: Pick<World, 'cwd' | 'stdin'>, vocabulary: Vocabulary) {
  const content = file === '-' ? await buffer(stdin) : contentOf(resolve(cwd, file), file);
  const called = file === '-' ? 'stdin' : file;
  const source = textIn(content);
  if (source !== undefined) return answersFrom(source, called, vocabulary);
  throw new Problem(exits.usage, {
    says: text(`The answers file ${called} is not text in UTF-8.`, `El archivo de respuestas ${called} no es texto en UTF-8.`),
    fix: text('Name another file, or save this one as UTF-8.', 'Indica otro archivo, o guarda este como UTF-8.'),
    flags: ['--answers FILE'],
  });
}

function contentOf(path: string, said: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const says: Readonly<Record<string, Text>> = {
      ENOENT: text(`There is no answers file ${said}.`, `No existe el archivo de respuestas ${said}.`),
      EISDIR: text(`${said} is a folder, not an answers file.`, `${said} es una carpeta, no un archivo de respuestas.`),
    };
    throw new Problem(exits.usage, {
      says:
        says[code] ??
        text(`The answers file ${said} cannot be read (${code}).`, `No se puede leer el archivo de respuestas ${said} (${code}).`),
      fix: text(
        'Name a file, such as shop/create-k8s-app.yaml, or “-” for standard input.',
        'Indica un archivo, como shop/create-k8s-app.yaml, o «-» para la entrada estándar.',
      ),
      flags: ['--answers FILE'],
    });
  }
}
