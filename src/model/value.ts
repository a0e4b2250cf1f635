/** What an answer can be. Lists keep the order in which they were said. */
export type Value = string | number | boolean | readonly string[];

/** Answers by question id. */
export type Values = Readonly<Record<string, Value>>;

/** Who said an answer; `program` marks what is made once and written down as said, such as a broker's cluster id. */
export type Source = 'flag' | 'interview' | 'file' | 'program' | 'preset';

/** What one source said. Topics of the application and of the whole share `application`; components go by slot key. */
export interface Answers {
  readonly source: Source;
  readonly application: Values;
  readonly components: Readonly<Record<string, Values>>;
}

export const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]));
