import type { LocalDate } from "../lib/calendar/local-date.ts";
import { readLocal } from "../lib/calendar/local-time.ts";
import { DAY, type Play } from "./play.ts";

/** What a narrator may read of the story. */
export type Scene = Pick<Play, "say" | "file" | "entity" | "cast">;
/** The arguments of an event, which the contract's interface has typed. */
export interface EventArgs {
  readonly amount: bigint;
  readonly index: bigint;
  readonly [name: string]: unknown;
}
export type Narrator = (args: EventArgs, scene: Scene) => string | readonly string[];

/** Silence for 8 days accepts (Ley 19.983 art. 3). */
export const ACCEPTANCE_WINDOW = 8n * DAY;

/** The day in Santiago of an instant. */
export const dayOf = (instant: bigint): LocalDate => readLocal(instant).date;

/** The sentences that a part, if it is not zero, needs. */
export const unlessZero = (amount: unknown, sentence: (amount: bigint) => string): string[] =>
  typeof amount === "bigint" && amount !== 0n ? [sentence(amount)] : [];

/** The certificate of a kind, as the file calls it. */
export const certificateName = ({ file }: Pick<Scene, "file">, kind: bigint): string =>
  file.oficinas.certificadores[Number(kind)]?.certificado ?? "";
