import type { Reply } from './connection.ts';

/** What a Status says (meta/v1): its message, in English and untrusted, and its details as they are. */
export interface Said {
  readonly message: string;
  readonly details?: unknown;
}

/** Of whatever else answered, such as a proxy, the first words. */
export function saidBy({ body }: Reply): Said {
  try {
    const { message, details } = JSON.parse(body) as { readonly message?: string; readonly details?: unknown };
    if (message) return { message, ...(details === undefined ? {} : { details }) };
  } catch {
    // A proxy answered.
  }
  return { message: body.trim().slice(0, 300) };
}
