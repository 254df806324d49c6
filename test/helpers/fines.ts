import { DAY } from "./agreement.ts";
import { bondedContract, EVIDENCE, REASON } from "./court.ts";
import type { StateOptions } from "./court.ts";
import type { Connection } from "./suite.ts";

/** The fine of the fixtures: 5 days at 1 % of 20 million. */
export const AMOUNT = 1_000_000n;

/** Milestone 0 delivered five days late and accepted, so that 2 million of its 20 are retained; nothing else is late. */
export async function lateMilestone(connection: Connection, options: StateOptions = {}) {
  const state = await bondedContract(connection, options);
  const { escrow, supplier, inspector, schedule, deed, id } = state;
  await connection.networkHelpers.time.setNextBlockTimestamp(BigInt(schedule[0]!.dueAt) + 5n * DAY);
  await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
  await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
  return state;
}

/** Milestone 0 delivered in its last second, objected to in one unit, which came again 20 days later; all of it is settled. */
export async function redeliveredMilestone(connection: Connection) {
  const state = await bondedContract(connection);
  const { escrow, supplier, inspector, schedule, deed, id } = state;
  const { time } = connection.networkHelpers;
  const dueAt = BigInt(schedule[0]!.dueAt);
  await time.setNextBlockTimestamp(dueAt);
  await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
  await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 1n, REASON);
  await time.setNextBlockTimestamp(dueAt + 20n * DAY);
  await escrow.connect(supplier).deliver(id, 0, REASON);
  await escrow.connect(inspector).accept(deed.terms, 0, REASON.digest);
  return state;
}

/** A fine of 1 million was noticed, covered by retention. */
export async function noticedFine(connection: Connection, options: StateOptions = {}) {
  const state = await lateMilestone(connection, options);
  await state.court.connect(state.inspector).noticeFine(state.deed, 0, REASON);
  return state;
}

/** The fine is final: the supplier was silent, the buyer decided `amount`, nobody appealed. */
export async function finalFine(connection: Connection, options: StateOptions = {}, amount = AMOUNT) {
  const state = await noticedFine(connection, options);
  const { court, supplier, buyer, deed } = state;
  await court.connect(supplier).defendFine(deed, 0, REASON);
  await court.connect(buyer).decideFine(deed, 0, amount, REASON.digest);
  await connection.networkHelpers.time.increase(5n * DAY + 1n);
  return state;
}
