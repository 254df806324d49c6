/** A language that people can ask for with `--lang`; Spanish is the default. */
export type Lang = "es" | "en";

/** A sentence in every language of the project. */
export type Text = Readonly<Record<Lang, string>>;

/** Every language of the catalogue. */
export const LANGS: readonly Lang[] = ["es", "en"];
