import type { Plugin } from 'rolldown';

/** A change to a file of a dependency, by the end of its path. The build fails where the old words are gone or were never read. */
const mends = [
  {
    // It reads its own wasm through fetch of a data: URL, for which Node loads a whole HTTP client: a fifth of the time to the first frame.
    path: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    old: /"function"!=typeof fetch/g,
    made: '!0',
  },
  {
    // A debugging aid that would look for another package at run time, whenever the user's DEV happens to be "true".
    path: 'ink/build/reconciler.js',
    old: /process\.env\['DEV'\] === 'true'/g,
    made: 'false',
  },
];

export const leanDependencies: Plugin = {
  name: 'lean-dependencies',
  transform: {
    filter: { id: mends.map(({ path }) => new RegExp(`${path}$`)) },
    handler(code, id) {
      const mend = mends.find(({ path }) => id.replaceAll('\\', '/').endsWith(path));
      if (!mend) return undefined;
      if (!code.match(mend.old)) this.error(`${mend.path} no longer holds ${mend.old}: see whether the change is still needed.`);
      return { code: code.replace(mend.old, mend.made), map: null };
    },
  },
};
