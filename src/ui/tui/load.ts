/**
 * Loads the wizard, with Ink and React, only when it is needed.
 *
 * Ink's layout engine reads its WebAssembly through `fetch` of a data: URL, for which Node loads its whole HTTP client: a
 * quarter of the time to the first frame. Without `fetch` it decodes the same bytes by itself, so `fetch` is out of sight
 * while the module loads. Nothing else may be under way that calls it.
 */
export async function loadWizard(): Promise<typeof import('./wizard.tsx')> {
  const fetch = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
  Reflect.deleteProperty(globalThis, 'fetch');
  try {
    return await import('./wizard.tsx');
  } finally {
    if (fetch) Object.defineProperty(globalThis, 'fetch', fetch);
  }
}

/** The wizard needs 30 columns and 10 rows. A terminal that does not know its size (0) is taken for one of 80 by 24. */
export const fitsWizard = ({ columns, rows }: { readonly columns?: number; readonly rows?: number }): boolean =>
  (columns || 80) >= 30 && (rows || 24) >= 10;
