import { expect } from "chai";

import { at, latest } from "./court.ts";
import type { Connection } from "./suite.ts";
import { changedTerms } from "./tender-life.ts";
import { tenderTerms } from "./tender-terms.ts";
import type { TenderTerms, TermsChange } from "./tender-terms.ts";
import type { TenderStage } from "./tenders.ts";

/** What a case sees: the stage, lawful terms, and the second of their publication. */
export interface Scene {
  readonly stage: TenderStage;
  readonly terms: TenderTerms;
  readonly now: bigint;
}

/** One fault in lawful terms, and the error that names it. */
export type Refused = [
  what: string,
  change: (scene: Scene) => TermsChange,
  error: string,
  args: (scene: Scene) => unknown[],
  by?: "opening",
];

/** A change that needs nothing of the scene. */
export const fixed = (change: TermsChange) => () => change;
/** Arguments that need nothing of the scene. */
export const these =
  (...args: unknown[]) =>
  (): unknown[] =>
    args;
/** A second of the timetable. */
export const time = ({ terms }: Scene, stage: keyof TenderTerms["timetable"]): bigint =>
  terms.timetable[stage] as bigint;

/** The stage a hundred seconds before a publication, and the lawful terms of it. */
export async function sceneOf(connection: Connection, stage: TenderStage): Promise<Scene> {
  const now = (await latest(connection)) + 100n;
  return { stage, terms: tenderTerms(stage, now), now };
}

/** One test a fault: publishing the changed terms is refused by name. */
export function itRefuses(
  connection: Connection,
  stageOf: () => Promise<TenderStage>,
  faults: readonly Refused[],
): void {
  for (const [what, change, error, args, by] of faults) {
    it(`reverts ${what}`, async () => {
      const given = await sceneOf(connection, await connection.networkHelpers.loadFixture(stageOf));
      const terms = changedTerms(given.terms, change(given));
      await at(connection, given.now);
      await expect(given.stage.publication.connect(given.stage.buyer).publish(terms))
        .to.be.revertedWithCustomError(by === "opening" ? given.stage.opening : given.stage.publication, error)
        .withArgs(...args(given));
    });
  }
}
