/** A file to write, relative to the target folder, with forward slashes. */
export interface File {
  readonly path: string;
  readonly content: string;
  /** 0o600 marks a file with generated secrets: written once, never replaced, never shown. */
  readonly mode: 0o644 | 0o600;
}
