/** A part of a name that says that people depend on what is there. */
const production = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;
/** Words that take it back: `non-prod`, `preprod`, `not-production`. */
const almost = /(^|[^a-z])(pre|non|not|no)[^a-z]?(prod|production|prd)/gi;

/** Whether a context, the address of its server or a namespace sounds like production. */
export const looksLikeProduction = (...names: readonly string[]): boolean =>
  names.some((name) => production.test(name.replaceAll(almost, '')));
