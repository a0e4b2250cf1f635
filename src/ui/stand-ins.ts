import { type Language, say, type Text } from '../model/text.ts';

/** Words in capitals that stand for what the person fills in, and their Spanish. */
export const standIns: Readonly<Record<string, string>> = {
  CIDR: 'CIDR',
  COMMAND: 'COMANDO',
  CONTEXT: 'CONTEXTO',
  CRON: 'CRON',
  FIELDPATH: 'CAMPO',
  FILE: 'ARCHIVO',
  FOLDER: 'CARPETA',
  HOST: 'HOST',
  ID: 'ID',
  IMAGE: 'IMAGEN',
  KEY: 'CLAVE',
  LABEL: 'ETIQUETA',
  MAX: 'MÁX',
  MIN: 'MÍN',
  N: 'N',
  NAME: 'NOMBRE',
  NAMESPACE: 'ESPACIO',
  PATH: 'RUTA',
  PORT: 'PUERTO',
  PRESET: 'PLANTILLA',
  QUANTITY: 'CANTIDAD',
  SECRET: 'SECRET',
  SIZE: 'TAMAÑO',
  TIME: 'TIEMPO',
  TOPIC: 'TEMA',
  VALUE: 'VALOR',
  VERSION: 'VERSIÓN',
  WORD: 'PALABRA',
  ZONE: 'ZONA',
};

/** A form such as `--with PRESET[=NAME]`, with these words in a language. */
export const formIn = (form: string, language: Language): string =>
  language === 'en' ? form : form.replace(/\b[A-Z]+\b/g, (word) => standIns[word] ?? word);

export const formText = (form: string): Text => say((language) => formIn(form, language));
