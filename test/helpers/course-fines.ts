import { DAY } from "./agreement.ts";
import { REASON } from "./court.ts";
import { ANYONE, cellsOf, DIGEST, guardOf, laterIn, past, windowsOf } from "./course-parts.ts";
import { errorText } from "./course-table.ts";
import type { Act, Cells, CourseRow, Reach, Subject } from "./course-table.ts";
import { AMOUNT } from "./fines.ts";
import { liveStates } from "./live-states.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

const fineWrong = (stage: number) => (s: LiveState) => errorText("Fine_WrongStage", s.id, 0, stage);
const fineGuard = { before: ["Fine_WrongStage"] };
const FINE_ACTS: Readonly<Record<string, Act>> = {
  noticeFine: {
    who: ["inspector", "substitute"],
    guard: guardOf("Escrow_NotTheInspector"),
    before: [],
    call: (s, by) => s.court.connect(by).noticeFine.staticCall(s.deed, 0, REASON),
  },
  defendFine: {
    who: ["supplier"],
    guard: guardOf("Escrow_NotTheSupplier"),
    ...fineGuard,
    call: (s, by) => s.court.connect(by).defendFine.staticCall(s.deed, 0, REASON),
  },
  decideFine: {
    who: ["buyer"],
    guard: guardOf("Fine_NotTheBuyer"),
    ...fineGuard,
    call: (s, by) => s.court.connect(by).decideFine.staticCall(s.deed, 0, AMOUNT, DIGEST),
  },
  appealFine: {
    who: ["supplier"],
    guard: guardOf("Escrow_NotTheSupplier"),
    ...fineGuard,
    call: (s, by) => s.court.connect(by).appealFine.staticCall(s.deed, 0, REASON),
  },
  reviewFine: {
    who: ["reviewer"],
    guard: guardOf("Fine_NotTheReviewer"),
    ...fineGuard,
    call: (s, by) => s.court.connect(by).reviewFine.staticCall(s.deed, 0, AMOUNT, DIGEST),
  },
  resistFine: {
    ...ANYONE,
    call: (s, by) => s.court.connect(by).resistFine.staticCall(s.deed.terms, 0, s.deed.terms, 1),
  },
  closeFine: { ...ANYONE, call: (s, by) => s.court.connect(by).closeFine.staticCall(s.deed, 0) },
};

/** Every stage of a fine of milestone 0; milestone 1 is in arrears where a row says so. */
export function fineCourse(connection: Connection): Subject {
  const live = liveStates(connection);
  const later = laterIn(connection);
  const course = async (s: LiveState) => (await s.court.getFine(s.id, 0)).course;
  const row = (state: string, time: string, reach: Reach, stage: number, named: Cells): CourseRow => ({
    state,
    time,
    reach,
    cells: cellsOf(FINE_ACTS, fineWrong(stage), {
      noticeFine: (s) => errorText("Fine_AlreadyNoticed", s.id, 0),
      resistFine: (s) => errorText("Fine_NoArrears", s.id, s.id, 1),
      ...named,
    }),
  });
  const after =
    (from: "noticedAt" | "decidedAt" | "appealedAt", windows: readonly (keyof LiveState["deed"]["annex"])[]) =>
    async (s: LiveState) =>
      (await course(s))[from] + windowsOf(s, windows);
  const closedAlready = (s: LiveState) => errorText("Fine_AlreadyClosed", s.id, 0);
  const defence = after("noticedAt", ["defenceWindow"]);
  const decision = after("noticedAt", ["defenceWindow", "decisionWindow"]);
  const appeal = after("decidedAt", ["appealWindow"]);
  const review = after("appealedAt", ["reviewWindow"]);
  const inArrears = (s: LiveState) => errorText("Fine_BuyerInArrears", s.id, s.id, 1);

  async function withArrears() {
    const state = await live.late();
    await state.escrow.connect(state.supplier).deliver(state.id, 1, REASON);
    await connection.networkHelpers.time.increase(31n * DAY);
    await state.court.connect(state.inspector).noticeFine(state.deed, 0, REASON);
    return state;
  }
  async function closed() {
    const state = await later(live.fineDecided, past(appeal))();
    await state.court.connect(state.stranger).closeFine(state.deed, 0);
    return state;
  }
  const none = { noticeFine: "yes", resistFine: closedAlready };
  return {
    title: "A fine",
    acts: FINE_ACTS,
    rows: [
      row("None; a milestone was late", "always", live.late, 0, none),
      row("Defence", "until the last second of the defence", later(live.fineNoticed, defence), 1, {
        defendFine: "yes",
      }),
      row("Defence; another milestone is in arrears", "at the notice", withArrears, 1, {
        defendFine: "yes",
        resistFine: "yes",
      }),
      row("Decision", "after a silent defence", later(live.fineNoticed, past(defence)), 2, { decideFine: "yes" }),
      row("Decision", "until the buyer's last second", later(live.fineNoticed, decision), 2, { decideFine: "yes" }),
      row("Decision", "after the defence was given", live.fineDefended, 2, { decideFine: "yes" }),
      row("Extinguished", "after the buyer's silence", later(live.fineNoticed, past(decision)), 6, {
        closeFine: "yes",
      }),
      row("Appealable", "until the last second of the appeal", later(live.fineDecided, appeal), 3, {
        appealFine: "yes",
      }),
      row("Final", "after no appeal", later(live.fineDecided, past(appeal)), 5, { closeFine: "yes" }),
      row("Review", "until the reviewer's last second", later(live.fineAppealed, review), 4, { reviewFine: "yes" }),
      row("Extinguished", "after the reviewer's silence", later(live.fineAppealed, past(review)), 6, {
        closeFine: "yes",
      }),
      row("Final; the buyer is in arrears", "after no appeal", later(live.fineResisted, past(appeal)), 5, {
        closeFine: inArrears,
        resistFine: inArrears,
      }),
      row("Closed", "always", closed, 5, {
        noticeFine: (s) => errorText("Fine_NotLate", s.id, 0),
        resistFine: closedAlready,
        closeFine: closedAlready,
      }),
    ],
  };
}
