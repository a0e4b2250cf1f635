/** Names that by custom hold a secret, as a word of the name or a part of one; “key” only as the last word, so that KEY_COUNT is none. */
const secretName = /passw(?:or)?d|passphrase|secret|token|credential|private|(?:^|[-_.])(?:api)?keys?$/i;
const endsSecret = /(?:passw(?:or)?d|passphrase|secret|token|credentials?|keys?)$/i;

/** Values that give nothing away: none, a path (which may hold a preset’s placeholders), references to other variables, a switch. */
const harmless = /^(?:|\/[-\w./{}]*|(?:\$\([-\w.]+\))+|true|false|yes|no|on|off|[01])$/i;
/** What may stand under a name that only speaks of a secret, such as TOKEN_TTL or TOKEN_URL: a number, an address. */
const aboutSecret = /^(?:\d+[smhd]?|[a-z][-a-z+.]*:\/\/[^\s@?#]*)$/i;
/** A password inside an address, unless it is a reference to a variable. */
const passwordInAddress = /:\/\/[^\s/:@]*:(?!\$\()[^\s/@]+@/;

/** Whether a setting looks like a secret that must not be written into a ConfigMap. */
export function looksSecret(name: string, value: string): boolean {
  if (passwordInAddress.test(value)) return true;
  if (!secretName.test(name) || /public/i.test(name) || harmless.test(value)) return false;
  return endsSecret.test(name) || !aboutSecret.test(value);
}
