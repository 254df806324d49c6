import type { Application } from "../../../scripts/lib/housing/application.ts";
import { ANA, BEA, EVA } from "./seats.ts";
import {
  applicationOf,
  keyFor,
  leafOf,
  placeIn,
  REASON,
  reviewed,
  signClaim,
  type DrawnCall,
  type Housing,
} from "./support.ts";

/** Statuses of an appeal, in the order of `Appeal.Status`. */
export const STATUS = { none: 0n, pending: 1n, rejected: 2n, upheld: 3n, served: 4n, noted: 5n, needless: 6n } as const;
/** Index of an application that an appeal brought. */
export const NO_INDEX = 2n ** 24n - 1n;

/** Two more households without a seat, and a committee. */
export const IDA = applicationOf(4, { score: 2n, slots: [0] });
export const UMA = applicationOf(5, { score: 3n, slots: [0] });
export const COMMITTEE = applicationOf(6, { score: 4n, slots: [2], size: 4 });
/** The applications of the usual call with appeals. */
export const applications: readonly Application[] = [ANA, BEA, EVA, IDA, UMA, COMMITTEE];

/** What Eva's, Ida's and Uma's applications should have been: enough for the first slot. */
export const corrected = (application: Application, changes: Partial<Application> = {}): Application => ({
  ...application,
  score: 1_000n,
  ...changes,
});

/** Appeals with the key of a household; a stranger carries it. */
export async function file(
  suite: Housing,
  call: DrawnCall,
  application: Application,
  household: number,
  reason = REASON,
) {
  const { index, application: leaf, path } = placeIn(call, application);
  const message = { callId: call.id, nullifier: application.nullifier, reason };
  const signature = await signClaim(suite, keyFor(household), "AppealDesk.Appeal", message);
  return suite.appeals.connect(suite.stranger).file(call.id, index, leaf, path, reason, keyFor(household), signature);
}

/** Has two reviewers uphold. */
export async function uphold(suite: Housing, call: DrawnCall, application: Application, slot = 0n) {
  const leaf = leafOf(application);
  const attested = await reviewed(suite, suite.appeals, await suite.appeals.upholdReport(call.id, leaf, slot));
  return suite.appeals.connect(suite.stranger).uphold(call.id, leaf, slot, attested);
}

/** Has two reviewers reject. */
export async function reject(suite: Housing, call: DrawnCall, { nullifier }: Application, reason = REASON) {
  const report = await suite.appeals.rejectReport(call.id, nullifier, reason);
  return suite.appeals.reject(call.id, nullifier, reason, await reviewed(suite, suite.appeals, report));
}

/** Has a stranger serve the next upheld appeal. */
export const serve = (suite: Housing, call: DrawnCall, application: Application) =>
  suite.appeals.connect(suite.stranger).serve(call.id, leafOf(application));

/** Last second to appeal. */
export const untilOf = async (suite: Housing, { id }: DrawnCall) => (await suite.appeals.windowOf(id)).until;
