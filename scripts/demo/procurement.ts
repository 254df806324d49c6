import { loadInput } from "../lib/input/load-input.ts";
import { demoFileField, type DemoFile } from "./demo-file.ts";
import type { Part, Program } from "./part.ts";
import type { Play } from "./play.ts";
import type { Stage } from "./stage.ts";
import { startOf } from "./story-start.ts";

/** The scene of a file, which its parts share: set by the first of them. */
type SceneOf = (stage: Stage) => Promise<Play>;

/** A tender from the publication to the winner's signature, and the proof that its rules led to it. */
const tenderOf = (sceneOf: SceneOf): Part => ({
  key: "tender",
  async play(stage) {
    const { runTender } = await import("./tender/run-tender.ts"); // reads the types that the build has written
    const play = await sceneOf(stage);
    const { filed, admissible, winner, isVerified: verified } = await runTender(play);
    const name = winner === null ? undefined : play.entityName(winner);
    return { section: { bids: filed, admissible, winner: name ?? "", verified }, isSound: verified };
  },
});

/** A contract from its award, or from the signature of a tender's winner, to the last bond, by the file's story. */
const contractOf = (file: DemoFile, sceneOf?: SceneOf): Part => ({
  key: "procurement",
  async play(stage) {
    const { runStory } = await import("./run-story.ts"); // reads the types that the build has written
    const { reconciliation } = (await runStory(stage, file, await sceneOf?.(stage))).account;
    const { funded, paid, fines, released, credits, held, balance, reconciled } = reconciliation;
    const section = { funded, paid, fines, released, credits, held, balance, reconciled };
    return { section, isSound: reconciled };
  },
});

function partsOf(file: DemoFile): Part[] {
  if (!file.licitacion) return [contractOf(file)];
  let scene: Promise<Play> | undefined;
  const sceneOf: SceneOf = (stage) =>
    (scene ??= import("./set-scene.ts").then(({ setScene }) => setScene(stage, file)));
  return [tenderOf(sceneOf), contractOf(file, sceneOf)];
}

/** Public contracts. */
export const procurement: Program = {
  sample: "scripts/demo/obra-publica.json",
  async load(input, context) {
    const file = await loadInput(input, demoFileField, context);
    return { startsAt: startOf(file), parts: partsOf(file) };
  },
};
