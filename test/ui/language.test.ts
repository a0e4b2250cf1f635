import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/ui/language.ts';
import { styleOf, wantsColor, wantsUnicode } from '../../src/ui/style.ts';

describe('the language', () => {
  it.each([
    [[], {}, 'en'],
    [[], { LANG: 'es_ES.UTF-8' }, 'es'],
    [[], { LANG: 'es' }, 'es'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'en'],
    [[], { LC_ALL: 'C', LANG: 'es_ES.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'es_MX', LANG: 'en_US' }, 'es'],
    [['--lang', 'en'], { LANG: 'es_ES' }, 'en'],
    [['shop', '--lang=ES'], {}, 'es'],
    [['--lang'], { LANG: 'es_ES' }, 'es'],
    [['--lang', 'fr'], { LANG: 'es_ES' }, 'es'],
  ])('%j %j is %s', (argv, env, language) => {
    expect(languageOf(argv, env)).toBe(language);
  });
});

describe('colour', () => {
  it.each([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { TERM: 'dumb' }, true, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ])('%j %j, terminal %s: %s', (argv, env, terminal, color) => {
    expect(wantsColor(argv, env, terminal)).toBe(color);
  });

  it('is never there when it is not wanted, and always when it is', () => {
    expect(styleOf({ color: false, unicode: true }).bad('x')).toBe('x');
    expect(styleOf({ color: true, unicode: true }).bad('x')).toBe('\u001b[31mx\u001b[39m');
  });

  it('signs and letters fall back to ASCII', () => {
    expect(wantsUnicode({ LANG: 'C' })).toBe(false);
    expect(wantsUnicode({ LC_ALL: 'es_ES.utf8' })).toBe(true);
    expect(wantsUnicode({ SystemRoot: 'C:\\Windows' })).toBe(true);
    expect(Object.values(styleOf({ color: false, unicode: false }).signs).join('')).toMatch(/^[ -~]+$/);
    expect(styleOf({ color: false, unicode: false }).letters('«clúster»\nthe cluster’s')).toBe('"cluster"\nthe cluster\'s');
  });
});
