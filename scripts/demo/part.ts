import type { DoorContext } from "../lib/input/load-input.ts";
import type { Stage } from "./stage.ts";

/** What a part leaves behind. */
export interface Outcome {
  /** Its section of the JSON file; amounts in whole token units. */
  readonly section: Readonly<Record<string, string | number | bigint | boolean>>;
  /** Whether every peso is accounted for. */
  readonly isSound: boolean;
}

/** One act of the demo, of which people can speak by itself: the tender of a contract, its execution. */
export interface Part {
  /** Name of its section in the JSON file. */
  readonly key: string;
  /** Plays it on the stage that all parts of its story share; throws the chain's refusal. */
  readonly play: (stage: Stage) => Promise<Outcome>;
}

/** What one input file tells: parts that follow one another on one chain. */
export interface Story {
  /** When it begins, unix seconds. */
  readonly startsAt: bigint;
  readonly parts: readonly Part[];
}

/** A program of the Suite that the demo can play. */
export interface Program {
  /** The input file of the repository. */
  readonly sample: string;
  /** Reads and checks an input file, before anything is compiled or deployed; throws InputError. */
  readonly load: (file: string, context: DoorContext) => Promise<Story>;
}
