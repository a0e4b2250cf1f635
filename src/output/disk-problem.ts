import { exits, Problem } from '../model/problem.ts';
import { type Text, text } from '../model/text.ts';

/** What the system's error codes mean to a person, and what to do (errno(3)). */
const causes: Readonly<Record<string, { readonly says: (where: string) => Text; readonly fix: Text }>> = {
  ENOSPC: {
    says: (where) => text(`The disk is full: ${where} could not be written.`, `El disco está lleno: no se pudo escribir ${where}.`),
    fix: text('Free some space on it and run the same command again.', 'Haz sitio y ejecuta otra vez el mismo comando.'),
  },
  EACCES: {
    says: (where) => text(`You are not allowed to read or write ${where}.`, `No tienes permiso para leer o escribir ${where}.`),
    fix: text('Use a folder of your own, or ask for permission.', 'Usa una carpeta tuya, o pide permiso.'),
  },
  EROFS: {
    says: (where) => text(`${where} is on a read-only disk.`, `${where} está en un disco de solo lectura.`),
    fix: text('Use a folder on another disk.', 'Usa una carpeta de otro disco.'),
  },
  EFBIG: {
    says: (where) =>
      text(`The system does not allow a file as large as ${where}.`, `El sistema no permite un archivo tan grande como ${where}.`),
    fix: text(
      'Raise the limit for file sizes (ulimit -f) and run the same command again.',
      'Sube el límite de tamaño de archivo (ulimit -f) y ejecuta otra vez el mismo comando.',
    ),
  },
  ENOTDIR: {
    says: (where) => text(`There is a file where ${where} needs a folder.`, `Hay un archivo donde ${where} necesita una carpeta.`),
    fix: text('Move that file away, or use another folder.', 'Aparta ese archivo, o usa otra carpeta.'),
  },
  EISDIR: {
    says: (where) => text(`${where} is a folder, but a file must go there.`, `${where} es una carpeta, pero ahí va un archivo.`),
    fix: text('Move that folder away, or write to another one.', 'Aparta esa carpeta, o escribe en otra.'),
  },
  ENOENT: {
    says: (where) =>
      text(
        `${where} is gone, or a symbolic link on the way to it leads nowhere.`,
        `${where} ya no está, o un enlace simbólico del camino no lleva a ninguna parte.`,
      ),
    fix: text('Remove the link, or use another folder.', 'Quita el enlace, o usa otra carpeta.'),
  },
  ENAMETOOLONG: {
    says: (where) => text(`The name ${where} is too long for this disk.`, `El nombre ${where} es demasiado largo para este disco.`),
    fix: text('Use a folder with a shorter path.', 'Usa una carpeta con una ruta más corta.'),
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
