import { describe, expect, it } from 'vitest';
import { image, port, run } from '../../src/questions/basics.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { all, any, given, is, not, unseen } from '../../src/questions/question.ts';
import { conditionText } from '../../src/ui/conditions.ts';
import { allQuestions } from '../../src/ui/vocabulary.ts';

describe('a condition in words', () => {
  it.each([
    [
      is(run, 'always', 'every-node'),
      'Applies when “Runs” is “always” or “on every node”.',
      'Se aplica cuando «Se ejecuta» es «siempre» o «en cada nodo».',
    ],
    [not(is(port, 'none')), 'Applies when “Port” is not “none”.', 'Se aplica cuando «Puerto» no es «none».'],
    [
      all(is(run, 'always'), given(image)),
      'Applies when “Runs” is “always” and “Image” has an answer.',
      'Se aplica cuando «Se ejecuta» es «siempre» y «Imagen» tiene respuesta.',
    ],
    [
      not(all(is(run, 'once'), given(image))),
      'Applies when “Runs” is not “once” or “Image” has no answer.',
      'Se aplica cuando «Se ejecuta» no es «una vez» o «Imagen» no tiene respuesta.',
    ],
    [
      all(is(run, 'once'), any(is(port, 80), unseen('folder'))),
      'Applies when “Runs” is “once” and (“Port” is “80” or no folder is named).',
      'Se aplica cuando «Se ejecuta» es «una vez» y («Puerto» es «80» o no se indica ninguna carpeta).',
    ],
    [not(not(unseen('folder'))), 'Applies when no folder is named.', 'Se aplica cuando no se indica ninguna carpeta.'],
    [not(unseen('folder')), 'Applies when a folder is named.', 'Se aplica cuando se indica una carpeta.'],
  ])('%#', (condition, en, es) => {
    expect(conditionText(condition)).toEqual({ en, es });
  });

  it('every condition of the catalogue can be told', () => {
    for (const condition of allQuestions(catalogue).flatMap((asked) => [asked.when, asked.essentialWhen])) {
      if (condition)
        for (const words of Object.values(conditionText(condition))) expect(words).toMatch(/^(Applies when|Se aplica cuando) [^\s].*\.$/);
    }
  });
});
