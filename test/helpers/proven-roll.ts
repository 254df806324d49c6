import type { Application } from "../../scripts/lib/housing/application.ts";
import { correctedRoll } from "../../scripts/lib/housing/intake/roll-facts.ts";
import { RollBook } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import type { SortedTree } from "../../scripts/lib/trees/sorted-tree.ts";
import { ana, ben, benAsked, CALL, differ, eva, faultyCall, leo, omit, share, sol } from "./faulty-roll.ts";
import { attestRoll, byNullifier, enterStatus, rollOf } from "./intake.ts";
import type { Connection } from "./suite.ts";

export const FAULT = { omission: 1, difference: 2, addition: 3, disorder: 4, sharedMember: 5, objection: 6 } as const;

/** Every fault of the first roll is proven, and the time to correct it has come. */
export async function provenCall(connection: Connection) {
  const scene = await faultyCall(connection);
  const { intake, roll } = scene;
  await omit(scene);
  await differ(scene);
  await share(scene);
  await intake.proveDuplicate(CALL, roll.entry(scene.eva), roll.entry(scene.eva + 1));
  await enterStatus(scene, CALL, "correction");
  const facts = new Map<string, Application | undefined>([
    [ana.nullifier, ana],
    [ben.nullifier, benAsked],
    [leo.nullifier, undefined],
    [sol.nullifier, undefined],
    [eva.nullifier, scene.evaTwice],
  ]);
  return { ...scene, facts, right: correctedRoll(roll.applications, facts) };
}
export type Proven = Awaited<ReturnType<typeof provenCall>>;

/** Attests a corrected roll of these applications. */
export async function corrected(scene: Proven, applications: readonly Application[], members?: SortedTree) {
  const next = new RollBook(CALL, byNullifier(applications));
  await attestRoll(scene, CALL, rollOf(next.tree, members), true);
  return next;
}

/** Shows all that the corrected roll has as the facts say, but `left`. */
export async function cureAll({ intake, facts }: Proven, next: RollBook, left = "") {
  const places = [...facts.keys()].flatMap((nullifier) => {
    const place = nullifier === left ? undefined : next.placeOf(nullifier);
    return place === undefined ? [] : [place];
  });
  await intake.cure(CALL, ...next.batch(places));
  for (const [nullifier, application] of facts) {
    if (application === undefined && nullifier !== left) await intake.cureAbsence(CALL, nullifier, next.gap(nullifier));
  }
}
