import type { ArgumentValues } from "../../lib/messages/types.ts";

/** A sentence of the story in both languages; `{name}` stands for a parameter of the kind that `params` states. */
export interface Telling {
  readonly params: Readonly<Record<string, keyof ArgumentValues>>;
  readonly es: string;
  readonly en: string;
}

export type Tellings = Readonly<Record<string, Telling>>;
