/** A language that people can ask for with `--lang`; Spanish is the default. */
export type Lang = "es" | "en";

/** Every language of the catalogue. */
export const LANGS: readonly Lang[] = ["es", "en"];
