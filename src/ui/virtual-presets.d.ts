/** The files of presets/, read when the program is built (tools/presets.ts), sorted by name. */
declare module 'virtual:presets' {
  interface RawPreset {
    /** Base name of the file. */
    readonly name: string;
    readonly title: Readonly<Record<'en' | 'es', string>>;
    readonly about: Readonly<Record<'en' | 'es', string>>;
    /** As the YAML says them, not yet checked against the catalogue. */
    readonly answers: Readonly<Record<string, unknown>>;
  }
  export const presets: readonly RawPreset[];
}
