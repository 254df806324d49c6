import { id } from "ethers";

import { membersDigest, type Application } from "../../scripts/lib/housing/application.ts";
import { asStruct, evidenceOf, sharedMember } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { memberLeaves, memberRows } from "../../scripts/lib/housing/member-tree.ts";
import { SortedTree } from "../../scripts/lib/trees/sorted-tree.ts";
import { byNullifier, challengedCall, householdOf, intakeScene, personOf, receiptOf } from "./intake.ts";
import type { Connection } from "./suite.ts";

export const CALL = id("call");
export const KIND = { omission: 1, difference: 2, duplicate: 3, sharedMember: 4, silence: 5, ruling: 6 } as const;
/** Mark of a household that is out. */
export const OUT = `0x${"1".padStart(64, "0")}`;

export const ana = householdOf(1);
export const ben = householdOf(2);
export const eva = householdOf(3);
export const leo = householdOf(4);
export const sol = householdOf(5);
/** Nothing is wrong with Max. */
export const max = householdOf(6);
/** What Ben asked for; the roll has another list. */
export const benAsked: Application = { ...ben, slots: [3, 1] };
/** Leo and Sol name the same person. */
export const shared = [personOf(4), personOf(40)];
export const leoShares = { ...leo, members: membersDigest(shared) };
export const solShares = { ...sol, members: membersDigest([personOf(5), personOf(40)]) };

/** Ana is left out, Ben is there with another list, Eva twice, Leo and Sol share a person. */
export async function faultyCall(connection: Connection) {
  const of = await intakeScene(connection);
  const evaTwice = { ...eva, score: eva.score - 1n };
  const ascending = byNullifier([ben, eva, leoShares, solShares, max]);
  const place = ascending.findIndex(({ nullifier }) => nullifier === eva.nullifier);
  const roll = [...ascending.slice(0, place + 1), evaTwice, ...ascending.slice(place + 1)];
  const persons = [
    { nullifier: ben.nullifier, persons: [personOf(2)] },
    { nullifier: leo.nullifier, persons: [personOf(4)] },
    { nullifier: leo.nullifier, persons: [personOf(40)] },
    { nullifier: sol.nullifier, persons: [personOf(40)] },
    { nullifier: sol.nullifier, persons: [personOf(5)] },
  ].sort((left, right) => (left.persons[0]! < right.persons[0]! ? -1 : 1));
  const members = SortedTree.asGiven(memberLeaves(CALL, memberRows(persons)));
  const receipts = [ana, benAsked, eva, leoShares, solShares, max].map((one) => receiptOf(CALL, one));
  const call = await challengedCall(of, CALL, roll, receipts, members);
  const evidence = (application: Application) => evidenceOf(call.receipts, receiptOf(CALL, application));
  return { ...of, of, ...call, evidence, eva: place, evaTwice, members, persons };
}
export type Faulty = Awaited<ReturnType<typeof faultyCall>>;

export const omit = ({ intake, evidence, roll }: Faulty, application = ana, by = ana) =>
  intake.proveOmission(CALL, evidence(by), asStruct(application), roll.gap(application.nullifier));
export const differ = ({ intake, evidence, roll }: Faulty, asked = benAsked, found = ben) =>
  intake.proveDifference(CALL, evidence(asked), asStruct(asked), roll.entry(roll.placeOf(found.nullifier)!));
export const share = ({ intake, roll }: Faulty) =>
  intake.proveSharedMember(
    CALL,
    roll.entry(roll.placeOf(leo.nullifier)!),
    roll.entry(roll.placeOf(sol.nullifier)!),
    sharedMember(shared, [personOf(5), personOf(40)])!,
  );
export const ruling = (application: Application, isOut = false) => ({ application, isOut, reason: id("reason") });
