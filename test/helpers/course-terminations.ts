import { REASON } from "./court.ts";
import { ANYONE, cellsOf, DIGEST, guardOf, laterIn, past, windowsOf } from "./course-parts.ts";
import { errorText } from "./course-table.ts";
import type { Act, Cells, CourseRow, Reach, Subject } from "./course-table.ts";
import { liveStates } from "./live-states.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

const terminationGuard = { before: ["Termination_WrongStage"] };
const TERMINATION_ACTS: Readonly<Record<string, Act>> = {
  noticeTermination: {
    who: ["buyer"],
    guard: guardOf("Termination_NotTheBuyer"),
    ...terminationGuard,
    call: (s, by) => s.court.connect(by).noticeTermination.staticCall(s.deed, 2, REASON),
  },
  defendTermination: {
    who: ["supplier"],
    guard: guardOf("Escrow_NotTheSupplier"),
    ...terminationGuard,
    call: (s, by) => s.court.connect(by).defendTermination.staticCall(s.deed, REASON),
  },
  decideTermination: {
    who: ["buyer"],
    guard: guardOf("Termination_NotTheBuyer"),
    ...terminationGuard,
    call: (s, by) => s.court.connect(by).decideTermination.staticCall(s.deed, true, 1n, DIGEST),
  },
  appealTermination: {
    who: ["supplier"],
    guard: guardOf("Escrow_NotTheSupplier"),
    ...terminationGuard,
    call: (s, by) => s.court.connect(by).appealTermination.staticCall(s.deed, REASON),
  },
  reviewTermination: {
    who: ["reviewer"],
    guard: guardOf("Termination_NotTheReviewer"),
    ...terminationGuard,
    call: (s, by) => s.court.connect(by).reviewTermination.staticCall(s.deed, true, 1n, DIGEST),
  },
  closeTermination: { ...ANYONE, call: (s, by) => s.court.connect(by).closeTermination.staticCall(s.deed) },
};

/** Every stage of a termination. */
export function terminationCourse(connection: Connection): Subject {
  const live = liveStates(connection);
  const later = laterIn(connection);
  const row = (state: string, time: string, reach: Reach, stage: number, named: Cells): CourseRow => ({
    state,
    time,
    reach,
    cells: cellsOf(TERMINATION_ACTS, (s) => errorText("Termination_WrongStage", s.id, stage), named),
  });
  const after =
    (from: "noticedAt" | "decidedAt" | "appealedAt", windows: readonly (keyof LiveState["deed"]["annex"])[]) =>
    async (s: LiveState) => {
      const { course } = await s.court.getTermination(s.id);
      return course[from] + windowsOf(s, windows);
    };
  const defence = after("noticedAt", ["defenceWindow"]);
  const decision = after("noticedAt", ["defenceWindow", "decisionWindow"]);
  const appeal = after("decidedAt", ["appealWindow"]);
  const review = after("appealedAt", ["reviewWindow"]);
  const nextNotice = async (s: LiveState) => s.court.nextNoticeOf(s.id);
  let notBefore = 0n;

  async function extinguished() {
    const state = await later(live.terminationNoticed, past(decision))();
    await state.court.connect(state.stranger).closeTermination(state.deed);
    notBefore = await nextNotice(state);
    return state;
  }
  async function terminated() {
    const state = await later(live.terminationDecided, past(appeal))();
    await state.court.connect(state.stranger).closeTermination(state.deed);
    return state;
  }
  const yes = (name: string): Cells => ({ [name]: "yes" });
  const [noticed, decided] = [live.terminationNoticed, live.terminationDecided];
  return {
    title: "A termination",
    acts: TERMINATION_ACTS,
    rows: [
      row("None", "always", live.late, 0, yes("noticeTermination")),
      row("Defence", "until the last second of the defence", later(noticed, defence), 1, yes("defendTermination")),
      row("Decision", "after a silent defence", later(noticed, past(defence)), 2, yes("decideTermination")),
      row("Decision", "until the buyer's last second", later(noticed, decision), 2, yes("decideTermination")),
      row("Decision", "after the defence was given", live.terminationDefended, 2, yes("decideTermination")),
      row("Extinguished", "after the buyer's silence", later(noticed, past(decision)), 6, yes("closeTermination")),
      row("Appealable", "until the last second of the appeal", later(decided, appeal), 3, yes("appealTermination")),
      row("Final", "after no appeal", later(decided, past(appeal)), 5, yes("closeTermination")),
      row("Review", "until the reviewer's last second", later(live.terminationAppealed, review), 4, {
        reviewTermination: "yes",
      }),
      row("Extinguished", "after the reviewer's silence", later(live.terminationAppealed, past(review)), 6, {
        closeTermination: "yes",
      }),
      row(
        "None; one ended without effect",
        "last second of the 30 days",
        later(extinguished, async (s) => (await nextNotice(s)) - 1n),
        0,
        { noticeTermination: (s) => errorText("Termination_TooSoon", s.id, notBefore) },
      ),
      row("None; one ended without effect", "after 30 days", later(extinguished, nextNotice), 0, {
        noticeTermination: "yes",
      }),
      row("None; the contract is terminated", "always", terminated, 0, {
        noticeTermination: (s) => errorText("Escrow_Ended", s.id),
      }),
    ],
  };
}
