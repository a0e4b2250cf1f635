/** Variables of the process, or of a program that it starts. */
export type Environment = Readonly<Record<string, string | undefined>>;
