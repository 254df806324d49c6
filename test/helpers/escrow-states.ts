import { ZeroHash } from "ethers";

import { annexHash, contractId, DAY, documentOf } from "./agreement.ts";
import type { Annex, Deed, MilestoneTerms } from "./agreement.ts";
import { awardDraft, draftContract, fundedLine } from "./suite.ts";
import type { Connection, ContractOptions, LineFixture } from "./suite.ts";

export const EVIDENCE = documentOf("progress report");
export const SECOND = documentOf("progress report, corrected");
export const REASON = documentOf("reasons");
export const NO_DOCUMENT = { digest: ZeroHash, pointer: "" };
export const LONG_POINTER = { digest: REASON.digest, pointer: "x".repeat(257) };

/** The acceptance window of the law, in seconds. */
export const ACCEPTANCE = 8n * DAY;
/** How long an objection may be answered, in seconds. */
export const OBJECTION = 30n * DAY;

/** Index that stands for the whole contract in `PartReleased`. */
export const WHOLE = 2n ** 256n - 1n;

/** Time of the latest block, unix seconds. */
export async function now({ networkHelpers }: Connection): Promise<bigint> {
  return BigInt(await networkHelpers.time.latest());
}

/** A deed with another annex, and terms that name it. */
export function withAnnex(deed: Deed, overrides: Partial<Annex>): Deed {
  const annex = { ...deed.annex, ...overrides };
  return { terms: { ...deed.terms, annex: annexHash(annex) }, annex };
}

/** A contract opened with changes to single milestones of the equal schedule. */
export async function openWith(
  fixture: LineFixture,
  options: ContractOptions,
  milestones: readonly Partial<MilestoneTerms>[] = [],
) {
  const draft = await draftContract(fixture, options);
  const schedule = draft.schedule.map((milestone, index) => ({ ...milestone, ...milestones[index] }));
  const tx = await awardDraft(fixture, { ...draft, schedule });
  return { ...draft, id: contractId(draft.deed.terms), schedule, tx };
}

/**
 * The states of a contract whose first milestone is looked at. The opened contract is loaded from its snapshot; every other state is
 * reached from it by the transactions that lead there (fixtures of fixtures would lose their snapshots).
 */
export function escrowStates(
  connection: Connection,
  options: ContractOptions = {},
  milestones: readonly Partial<MilestoneTerms>[] = [],
) {
  const { networkHelpers } = connection;

  async function openedContract() {
    const fixture = await fundedLine(connection);
    return { ...fixture, ...(await openWith(fixture, options, milestones)) };
  }
  async function opened() {
    return networkHelpers.loadFixture(openedContract);
  }
  async function delivered() {
    const state = await opened();
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    return { ...state, deliveredAt: await now(connection) };
  }
  async function assigned() {
    const state = await delivered();
    await state.escrow.connect(state.supplier).assign(state.id, 0, state.factorId);
    return state;
  }
  async function accepted() {
    const state = await delivered();
    await state.escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest);
    return state;
  }
  /** 8,000,000 of 20,000,000 objected to, the rest accepted. */
  async function objected() {
    const state = await delivered();
    await state.escrow.connect(state.inspector).object(state.deed.terms, 0, EVIDENCE.digest, 8_000_000n, REASON);
    return { ...state, objectedAt: await now(connection) };
  }
  async function objectedWhole() {
    const state = await delivered();
    await state.escrow.connect(state.inspector).object(state.deed.terms, 0, EVIDENCE.digest, 20_000_000n, REASON);
    return { ...state, objectedAt: await now(connection) };
  }
  async function redelivered() {
    const state = await objected();
    await state.escrow.connect(state.supplier).deliver(state.id, 0, SECOND);
    return { ...state, redeliveredAt: await now(connection) };
  }
  /** Delivered five days late and fined for it, with nothing yet from which the 1,000,000 could be taken. */
  async function fined() {
    const state = await opened();
    const { court, escrow, supplier, inspector, buyer, stranger, deed, id, schedule } = state;
    await networkHelpers.time.increaseTo(BigInt(schedule[0]!.dueAt) + 5n * DAY);
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    const deliveredAt = await now(connection);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    await court.connect(supplier).defendFine(deed, 0, REASON);
    await court.connect(buyer).decideFine(deed, 0, 1_000_000n, REASON.digest);
    await networkHelpers.time.increase(BigInt(deed.annex.appealWindow) + 1n);
    await court.connect(stranger).closeFine(deed, 0);
    return { ...state, deliveredAt };
  }
  async function disputed() {
    const state = await objected();
    await state.court.connect(state.supplier).dispute(state.id, 0, REASON);
    return state;
  }
  async function expired() {
    const state = await delivered();
    await networkHelpers.time.increaseTo(BigInt(state.deed.annex.endsAt) + 1n);
    await state.escrow.connect(state.stranger).expire(state.deed.terms);
    return state;
  }
  /** All three milestones accepted. */
  async function completed() {
    const state = await accepted();
    for (const index of [1, 2]) {
      await state.escrow.connect(state.supplier).deliver(state.id, index, EVIDENCE);
      await state.escrow.connect(state.inspector).accept(state.deed.terms, index, EVIDENCE.digest);
    }
    return { ...state, completedAt: await now(connection) };
  }
  return {
    opened,
    delivered,
    assigned,
    accepted,
    objected,
    objectedWhole,
    redelivered,
    fined,
    disputed,
    expired,
    completed,
  };
}

export type OpenedState = Awaited<ReturnType<ReturnType<typeof escrowStates>["opened"]>>;
