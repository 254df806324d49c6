import { loadInput } from "../lib/input/load-input.ts";
import { demoFileField, type DemoFile } from "./demo-file.ts";
import type { Part, Program } from "./part.ts";
import { startOf } from "./story-start.ts";

/** A contract from its award to the last bond, by the file's story. */
const contractOf = (file: DemoFile): Part => ({
  key: "procurement",
  async play(stage) {
    const { runStory } = await import("./run-story.ts"); // reads the types that the build has written
    const { reconciliation } = (await runStory(stage, file)).account;
    const { funded, paid, fines, released, credits, held, balance, reconciled } = reconciliation;
    const section = { funded, paid, fines, released, credits, held, balance, reconciled };
    return { section, isSound: reconciled };
  },
});

/** Public contracts. */
export const procurement: Program = {
  sample: "scripts/demo/obra-publica.json",
  async load(input, context) {
    const file = await loadInput(input, demoFileField, context);
    return { startsAt: startOf(file), parts: [contractOf(file)] };
  },
};
