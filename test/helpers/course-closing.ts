import { DAY } from "./agreement.ts";
import { REASON } from "./court.ts";
import { ANYONE, DIGEST, laterIn } from "./course-parts.ts";
import type { Moment } from "./course-parts.ts";
import { errorText } from "./course-table.ts";
import type { Act, Cells, CourseRow, Reach, Subject } from "./course-table.ts";
import { liveStates } from "./live-states.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

const WINDOW = 8n * DAY;

const CLOSING_ACTS: Readonly<Record<string, Act>> = {
  reviewFinal: {
    who: ["inspector", "substitute"],
    guard: (s, caller) => errorText("Escrow_NotTheInspector", s.id, caller),
    before: [],
    call: (s, by) => s.closing.connect(by).reviewFinal.staticCall(s.deed, 1n, DIGEST),
  },
  releaseRetention: { ...ANYONE, call: (s, by) => s.closing.connect(by).releaseRetention.staticCall(s.deed) },
  returnAdvanceBond: { ...ANYONE, call: (s, by) => s.closing.connect(by).returnAdvanceBond.staticCall(s.id) },
  returnPerformanceBond: { ...ANYONE, call: (s, by) => s.closing.connect(by).returnPerformanceBond.staticCall(s.deed) },
  claimBond: {
    who: ["buyer"],
    guard: (s, caller) => errorText("Dispute_NotAParty", s.id, caller),
    before: [],
    call: (s, by) => s.court.connect(by).claimBond.staticCall(s.deed, 1n, REASON),
  },
};

/** Final acceptance, the retention and the bonds. */
export function closingCourse(connection: Connection): Subject {
  const live = liveStates(connection);
  const later = laterIn(connection);
  const moments = { completedAt: 0n, advanceKey: "" };
  const noted =
    (reach: Reach): Reach =>
    async () => {
      const state = await reach();
      moments.completedAt = (await state.escrow.getFacts(state.id)).completedAt;
      moments.advanceKey = await state.escrow.advanceBondKey(state.id);
      return state;
    };
  const bondEnds: Moment = (s) => BigInt(s.deed.annex.bondUntil);
  const warrantyEnds = async (s: LiveState) =>
    (await s.escrow.getFacts(s.id)).completedAt + BigInt(s.deed.annex.warranty);
  const plus =
    (when: Moment, more: bigint): Moment =>
    async (s) =>
      (await when(s)) + more;
  const window = (s: LiveState) => {
    const from = moments.completedAt + BigInt(s.deed.annex.warranty);
    return errorText("Closing_FinalAcceptance", s.id, from, from + WINDOW);
  };
  const notCompleted = (s: LiveState) => errorText("Closing_NotCompleted", s.id);
  const held = (s: LiveState) => errorText("Closing_BondHeld", s.id, s.deed.annex.bondUntil);
  const expired = (s: LiveState) => errorText("Dispute_BondExpired", s.id, s.deed.annex.bondUntil);
  const row = (state: string, time: string, reach: Reach, cells: Cells): CourseRow => ({
    state,
    time,
    reach: noted(reach),
    cells: {
      reviewFinal: window,
      releaseRetention: window,
      returnAdvanceBond: () => errorText("Escrow_NothingHeld", moments.advanceKey),
      returnPerformanceBond: held,
      claimBond: "yes",
      ...cells,
    },
  });
  const done = live.completed;
  async function reviewed() {
    const state = await later(done, plus(warrantyEnds, 1n))();
    await state.closing.connect(state.inspector).reviewFinal(state.deed, 0n, DIGEST);
    return state;
  }
  async function released() {
    const state = await reviewed();
    await state.closing.connect(state.stranger).releaseRetention(state.deed);
    return state;
  }
  async function claimedAtTheEnd() {
    const state = await done();
    await state.court.connect(state.buyer).claimBond(state.deed, 1n, REASON);
    return state;
  }
  const open = { reviewFinal: notCompleted, releaseRetention: notCompleted };
  const over = { releaseRetention: "yes", claimBond: expired };
  return {
    title: "The end of a contract",
    acts: CLOSING_ACTS,
    rows: [
      row("Active", "before the bond's expiry", live.opened, open),
      row("Active; the advance partly amortised", "before the bond's expiry", live.amortising, {
        ...open,
        returnAdvanceBond: "yes",
      }),
      row("Active; the bond claimed", "before its expiry", live.bondClaimed, {
        ...open,
        claimBond: (s) => errorText("Dispute_AlreadyOpen", s.id, 0),
      }),
      row("Completed", "until the warranty's last second", later(done, warrantyEnds), {}),
      row("Completed", "from the first second after the warranty on", later(done, plus(warrantyEnds, 1n)), {
        reviewFinal: "yes",
      }),
      row("Completed", "until the last second of final acceptance", later(done, plus(warrantyEnds, WINDOW)), {
        reviewFinal: "yes",
      }),
      row("Completed; accepted by silence", "after the window", later(done, plus(warrantyEnds, WINDOW + 1n)), {
        releaseRetention: "yes",
      }),
      row("Completed; finally accepted", "within the window", reviewed, { releaseRetention: "yes" }),
      row("Completed; finally objected to in part", "within the window", live.finallyObjected, {
        releaseRetention: "yes",
      }),
      row("Closed", "before the bond's expiry", released, {
        releaseRetention: (s) => errorText("Escrow_NothingHeld", s.id),
      }),
      row("Completed", "until the bond's last second", later(done, bondEnds), { releaseRetention: "yes" }),
      row("Completed", "after the bond's expiry", later(done, plus(bondEnds, 1n)), {
        ...over,
        returnPerformanceBond: "yes",
      }),
      row(
        "Completed; the bond claimed before",
        "after the bond's expiry",
        later(claimedAtTheEnd, plus(bondEnds, 1n)),
        over,
      ),
    ],
  };
}
