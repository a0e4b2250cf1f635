import { exits, Problem } from '../model/problem.ts';
import { type Text, text } from '../model/text.ts';

/** What the system's error codes mean to a person, and what to do (errno(3)). */
const causes: Readonly<Record<string, { readonly says: (where: string) => Text; readonly fix: Text }>> = {
  ENOSPC: {
    says: (where) => text(`The disk is full: ${where} could not be written.`, `El disco está lleno: no se pudo escribir ${where}.`),
    fix: text('Make room on it and run the same again.', 'Haz sitio y ejecuta lo mismo otra vez.'),
  },
  EACCES: {
    says: (where) => text(`You may not read or write ${where}.`, `No tienes permiso para leer o escribir ${where}.`),
    fix: text('Take a folder of yours, or ask for the permission.', 'Usa una carpeta tuya, o pide el permiso.'),
  },
  EROFS: {
    says: (where) => text(`${where} is on a disk that can only be read.`, `${where} está en un disco de solo lectura.`),
    fix: text('Take a folder on another disk.', 'Usa una carpeta de otro disco.'),
  },
  EFBIG: {
    says: (where) => text(`The system allows no file as large as ${where}.`, `El sistema no permite un archivo tan grande como ${where}.`),
    fix: text(
      'Raise the limit for file sizes (ulimit -f) and run the same again.',
      'Sube el límite de tamaño de archivo (ulimit -f) y ejecuta lo mismo otra vez.',
    ),
  },
  ENOTDIR: {
    says: (where) => text(`A file stands where ${where} needs a folder.`, `Hay un archivo donde ${where} necesita una carpeta.`),
    fix: text('Move that file away, or take another folder.', 'Aparta ese archivo, o usa otra carpeta.'),
  },
  EISDIR: {
    says: (where) => text(`${where} is a folder, but a file must go there.`, `${where} es una carpeta, pero ahí va un archivo.`),
    fix: text('Move that folder away, or take another one to write to.', 'Aparta esa carpeta, o escribe en otra.'),
  },
  ENOENT: {
    says: (where) =>
      text(
        `${where} is gone, or a symbolic link on the way leads nowhere.`,
        `${where} ya no está, o un enlace simbólico del camino no lleva a ninguna parte.`,
      ),
    fix: text('Remove the link, or take another folder.', 'Quita el enlace, o usa otra carpeta.'),
  },
  ENAMETOOLONG: {
    says: (where) => text(`The name ${where} is too long for this disk.`, `El nombre ${where} es demasiado largo para este disco.`),
    fix: text('Take a folder with a shorter path.', 'Usa una carpeta con una ruta más corta.'),
  },
};

const alike: Readonly<Record<string, string>> = { EDQUOT: 'ENOSPC', EPERM: 'EACCES', EEXIST: 'ENOTDIR', ELOOP: 'ENOENT' };

/** An error of the file system as a Problem; anything else is a bug and comes back as it is. */
export function diskProblem(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
  if (code === undefined) return error;
  const cause = causes[alike[code] ?? code];
  return new Problem(
    exits.failure,
    cause
      ? { says: cause.says(where), fix: cause.fix }
      : { says: text(`The system could not write ${where} (${code}).`, `El sistema no pudo escribir ${where} (${code}).`) },
  );
}
