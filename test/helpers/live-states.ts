import { DAY } from "./agreement.ts";
import { bondedContract, disputedContract, EVIDENCE, objectedContract, REASON } from "./court.ts";
import { AMOUNT, lateMilestone, noticedFine } from "./fines.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

type Fixture = () => Promise<LiveState>;

const CACHED = { cached: true };

/**
 * A contract in each state in which something is waited for: milestone 0 of 20 million, 60 in all, a bond of 3. Each is called, not
 * loaded as a fixture, for it builds on a snapshot itself.
 */
export function liveStates(connection: Connection) {
  const opened = () => bondedContract(connection, CACHED);

  async function advanced() {
    const options = { ...CACHED, terms: { advance: 6_000_000n }, annex: { advanceBond: 6_000_000n } };
    const state = await bondedContract(connection, options);
    await state.escrow.connect(state.supplier).drawAdvance(state.deed);
    return state;
  }
  async function delivered() {
    const state = await opened();
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    return state;
  }
  async function amortising() {
    const state = await advanced();
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    await state.escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest);
    return state;
  }
  async function assigned() {
    const state = await delivered();
    await state.escrow.connect(state.supplier).assign(state.id, 0, state.factorId);
    return state;
  }
  const objected = () => objectedContract(connection, CACHED);
  async function redelivered() {
    const state = await objected();
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    return state;
  }
  const disputed = () => disputedContract(connection, CACHED);
  async function objectedTwice() {
    const state = await redelivered();
    await state.escrow.connect(state.inspector).object(state.deed.terms, 0, EVIDENCE.digest, 5_000_000n, REASON);
    return state;
  }
  async function certificateAwaited() {
    const state = await bondedContract(connection, { ...CACHED, certificates: 1n });
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    return state;
  }
  async function certificateRequested() {
    const state = await certificateAwaited();
    await state.escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest);
    await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
    return state;
  }
  async function certificateRefused() {
    const state = await certificateRequested();
    await state.desk.connect(state.certifier).refuse(state.deed, 0, 0, 5_000_000n, REASON);
    return state;
  }
  const late = () => lateMilestone(connection, CACHED);
  const fineNoticed = () => noticedFine(connection, CACHED);
  async function fineDefended() {
    const state = await fineNoticed();
    await state.court.connect(state.supplier).defendFine(state.deed, 0, REASON);
    return state;
  }
  async function fineDecided() {
    const state = await fineDefended();
    await state.court.connect(state.buyer).decideFine(state.deed, 0, AMOUNT, REASON.digest);
    return state;
  }
  async function fineAppealed() {
    const state = await fineDecided();
    await state.court.connect(state.supplier).appealFine(state.deed, 0, REASON);
    return state;
  }
  async function fineResisted() {
    const state = await late();
    const { escrow, court, supplier, inspector, buyer, deed, id } = state;
    await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
    await connection.networkHelpers.time.increase(31n * DAY);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    await court.connect(supplier).resistFine(deed.terms, 0, deed.terms, 1);
    await court.connect(supplier).defendFine(deed, 0, REASON);
    await court.connect(buyer).decideFine(deed, 0, AMOUNT, REASON.digest);
    return state;
  }
  async function terminationNoticed() {
    const state = await late();
    await state.escrow.connect(state.supplier).deliver(state.id, 1, EVIDENCE);
    await state.court.connect(state.buyer).noticeTermination(state.deed, 2, REASON);
    return state;
  }
  async function terminationDefended() {
    const state = await terminationNoticed();
    await state.court.connect(state.supplier).defendTermination(state.deed, REASON);
    return state;
  }
  async function terminationDecided() {
    const state = await terminationDefended();
    await state.court.connect(state.buyer).decideTermination(state.deed, true, 2_000_000n, REASON.digest);
    return state;
  }
  async function terminationAppealed() {
    const state = await terminationDecided();
    await state.court.connect(state.supplier).appealTermination(state.deed, REASON);
    return state;
  }
  async function bondClaimed() {
    const state = await opened();
    await state.court.connect(state.buyer).claimBond(state.deed, 2_000_000n, REASON);
    return state;
  }
  async function completed() {
    const state = await opened();
    const { escrow, supplier, inspector, deed, id } = state;
    for (const index of [0, 1, 2]) {
      await escrow.connect(supplier).deliver(id, index, EVIDENCE);
      await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
    }
    return state;
  }
  async function finallyObjected() {
    const state = await completed();
    await connection.networkHelpers.time.increase(61n * DAY);
    await state.closing.connect(state.inspector).reviewFinal(state.deed, 1_000_000n, REASON.digest);
    return state;
  }
  return {
    opened,
    advanced,
    amortising,
    delivered,
    assigned,
    objected,
    redelivered,
    disputed,
    objectedTwice,
    certificateAwaited,
    certificateRequested,
    certificateRefused,
    late,
    fineNoticed,
    fineDefended,
    fineDecided,
    fineAppealed,
    fineResisted,
    terminationNoticed,
    terminationDefended,
    terminationDecided,
    terminationAppealed,
    bondClaimed,
    completed,
    finallyObjected,
  } satisfies Record<string, Fixture>;
}
