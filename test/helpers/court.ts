import { documentOf } from "./agreement.ts";
import { fundedLine, openContract } from "./suite.ts";
import type { Connection, ContractOptions } from "./suite.ts";

/** `Dispute.Topic` by name. */
export const TOPIC = {
  delivery: 0n,
  certificate0: 1n,
  certificate1: 2n,
  certificate2: 3n,
  finalAcceptance: 4n,
  bond: 5n,
} as const;

/** `DisputeClock.Stage` by name. */
export const DISPUTE_STAGE = {
  none: 0n,
  settlement: 1n,
  arbiter: 2n,
  fallback: 3n,
  byDefault: 4n,
  resolved: 5n,
} as const;

/** `DueProcess.Stage` by name. */
export const COURSE_STAGE = {
  none: 0n,
  defence: 1n,
  decision: 2n,
  appealable: 3n,
  review: 4n,
  final: 5n,
  extinguished: 6n,
} as const;

/** How a dispute ended, as its event says. */
export const ENDING = { settlement: 1n, ruling: 2n, byDefault: 3n } as const;

export const REASON = documentOf("reason");
export const EVIDENCE = documentOf("evidence");

/** A document that names no file. */
export const NO_DOCUMENT = { digest: `0x${"00".repeat(32)}`, pointer: "" };

/** A document whose pointer is a byte too long. */
export const LONG_POINTER = { digest: REASON.digest, pointer: "p".repeat(257) };

export const ZERO_HASH = `0x${"00".repeat(32)}`;

/** Unix seconds of the last block. */
export async function latest({ ethers }: Connection): Promise<bigint> {
  return BigInt((await ethers.provider.getBlock("latest"))!.timestamp);
}

/** Makes the next transaction be mined at `time`, unix seconds. */
export async function at({ networkHelpers }: Connection, time: bigint): Promise<void> {
  await networkHelpers.time.setNextBlockTimestamp(time);
}

export const BOND = 3_000_000n;

export interface StateOptions extends ContractOptions {
  /** Builds on a snapshot of the funded line. Only where the state itself is not loaded as a fixture: snapshots do not nest. */
  cached?: boolean;
}

/** A contract of three milestones of 20 million with a performance bond of 3 million (5 %) and retention of 10 %. */
export async function bondedContract(connection: Connection, options: StateOptions = {}) {
  const { networkHelpers } = connection;
  const fixture = await (options.cached === true ? networkHelpers.loadFixture(fundedLine) : fundedLine(connection));
  const contract = await openContract(fixture, { ...options, annex: { performanceBond: BOND, ...options.annex } });
  return { ...fixture, ...contract };
}

/** Milestone 0 delivered and 8 of its 20 million objected to; 10.8 million were paid, 1.2 retained. */
export async function objectedContract(connection: Connection, options: StateOptions = {}) {
  const state = await bondedContract(connection, options);
  const { escrow, supplier, inspector, deed, id } = state;
  await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
  await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 8_000_000n, REASON);
  return { ...state, objectedAt: await latest(connection) };
}

/** The objection before the court. */
export async function disputedContract(connection: Connection, options: StateOptions = {}) {
  const state = await objectedContract(connection, options);
  await state.court.connect(state.supplier).dispute(state.id, 0, REASON);
  return { ...state, openedAt: await latest(connection) };
}
