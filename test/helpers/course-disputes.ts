import { DAY } from "./agreement.ts";
import { objectedContract, REASON } from "./court.ts";
import { ANYONE, cellsOf, DIGEST, guardOf, laterIn, windowsOf } from "./course-parts.ts";
import { errorText } from "./course-table.ts";
import type { Act, Cells, CourseRow, Reach, Subject } from "./course-table.ts";
import { liveStates } from "./live-states.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

const OFFER = 5_000_000n;

const disputeGuard = { before: ["Dispute_WrongStage"] };
const DISPUTE_ACTS: Readonly<Record<string, Act>> = {
  dispute: {
    who: ["supplier"],
    guard: guardOf("Escrow_NotTheSupplier"),
    before: ["Escrow_NotObjected", "Escrow_WindowClosed"],
    call: (s, by) => s.court.connect(by).dispute.staticCall(s.id, 0, REASON),
  },
  offer: {
    who: ["supplier", "buyer"],
    guard: guardOf("Dispute_NotAParty"),
    ...disputeGuard,
    call: (s, by) => s.court.connect(by).offer.staticCall(s.deed.terms, 0, 0, OFFER),
  },
  acceptOffer: {
    who: ["supplier", "buyer"],
    guard: guardOf("Dispute_NotAParty"),
    ...disputeGuard,
    call: (s, by) => s.court.connect(by).acceptOffer.staticCall(s.deed.terms, 0, 0, OFFER),
  },
  rule: {
    who: ["arbiter"],
    guard: guardOf("Dispute_NotTheArbiter"),
    ...disputeGuard,
    call: (s, by) => s.court.connect(by).rule.staticCall(s.deed, 0, 0, OFFER, DIGEST),
  },
  applyDefault: { ...ANYONE, call: (s, by) => s.court.connect(by).applyDefault.staticCall(s.deed, 0, 0) },
};

/** Every stage of the dispute on an objected part of milestone 0. */
export function disputeCourse(connection: Connection): Subject {
  const live = liveStates(connection);
  const later = laterIn(connection);
  const wrong = (stage: number) => (s: LiveState) => errorText("Dispute_WrongStage", s.id, 0, stage);
  const row = (state: string, time: string, reach: Reach, stage: number, named: Cells, who?: CourseRow["who"]) => {
    const isOpen = stage > 0 && stage < 5;
    const cells = cellsOf(DISPUTE_ACTS, wrong(stage), {
      dispute: (s) => errorText("Escrow_NotObjected", s.id, 0),
      ...(isOpen ? { offer: "yes", acceptOffer: (s: LiveState) => errorText("Dispute_NoSuchOffer", s.id, OFFER) } : {}),
      ...named,
    });
    return { state, time, reach, cells, ...(who === undefined ? {} : { who }) };
  };
  const after =
    (windows: readonly (keyof LiveState["deed"]["annex"])[], past = 0n) =>
    async (s: LiveState) => {
      const { openedAt } = await s.court.getCase(s.id, 0, 0);
      return openedAt + windowsOf(s, windows) + past;
    };
  const objected = () => objectedContract(connection, { cached: true });
  const [offers, arbiter] = [["settlementWindow"] as const, ["settlementWindow", "rulingWindow"] as const];
  const fallback = [...arbiter, "rulingWindow"] as const;

  async function assigned() {
    const state = await objected();
    await state.escrow.connect(state.supplier).assign(state.id, 0, state.factorId);
    return state;
  }
  async function offered() {
    const state = await live.disputed();
    for (const side of [state.buyer, state.supplier]) {
      await state.court.connect(side).offer(state.deed.terms, 0, 0, OFFER);
    }
    return state;
  }
  async function disputedByFactor() {
    const state = await assigned();
    await state.court.connect(state.factor).dispute(state.id, 0, REASON);
    for (const side of [state.buyer, state.factor]) {
      await state.court.connect(side).offer(state.deed.terms, 0, 0, OFFER);
    }
    return state;
  }
  async function resolved() {
    const state = await offered();
    await state.court.connect(state.buyer).acceptOffer(state.deed.terms, 0, 0, OFFER);
    return state;
  }
  const ofFallback = { rule: ["fallbackArbiter"] } as const;
  const ofFactor = { offer: ["buyer", "factor"], acceptOffer: ["buyer", "factor"] } as const;
  const closedAt = async (s: LiveState) => (await s.escrow.getMilestone(s.id, 0)).exception.objectedAt + 30n * DAY;
  let until = 0n;
  const expired = async () => {
    const state = await later(objected, async (s) => (await closedAt(s)) + 1n)();
    until = await closedAt(state);
    return state;
  };
  return {
    title: "A dispute on a delivery",
    acts: DISPUTE_ACTS,
    rows: [
      row("None; objected", "until the objection window's last second", later(objected, closedAt), 0, {
        dispute: "yes",
      }),
      row("None; objected", "after the objection window", expired, 0, {
        dispute: (s) => errorText("Escrow_WindowClosed", s.id, 0, until),
      }),
      row(
        "None; objected, assigned",
        "within the objection window",
        assigned,
        0,
        { dispute: "yes" },
        {
          dispute: ["supplier", "factor"],
        },
      ),
      row("Settlement", "until the last second of the offers", later(live.disputed, after(offers)), 1, {}),
      row("Settlement; both offer the same", "within the window", offered, 1, { acceptOffer: "yes" }),
      row(
        "Settlement; assigned, both offer the same",
        "within the window",
        disputedByFactor,
        1,
        { acceptOffer: "yes" },
        ofFactor,
      ),
      row("Arbiter", "from its first second on", later(live.disputed, after(offers, 1n)), 2, { rule: "yes" }),
      row("Arbiter", "until its last second", later(live.disputed, after(arbiter)), 2, { rule: "yes" }),
      row(
        "Fallback",
        "from its first second on",
        later(live.disputed, after(arbiter, 1n)),
        3,
        { rule: "yes" },
        ofFallback,
      ),
      row("Fallback", "until its last second", later(live.disputed, after(fallback)), 3, { rule: "yes" }, ofFallback),
      row("Default", "after both arbiters' silence", later(live.disputed, after(fallback, 1n)), 4, {
        applyDefault: "yes",
      }),
      row("Default; both offer the same", "after both arbiters' silence", later(offered, after(fallback, 1n)), 4, {
        acceptOffer: "yes",
        applyDefault: "yes",
      }),
      row("Resolved", "always", resolved, 5, {}),
    ],
  };
}
