import { DAY } from "./agreement.ts";
import { latest, REASON } from "./court.ts";
import { DIGEST, laterIn } from "./course-parts.ts";
import { errorText } from "./course-table.ts";
import type { Act, Cells, CourseRow, Reach, Subject } from "./course-table.ts";
import type { LiveState } from "./liveness.ts";
import { draftContract, fundedLine, signContract, THRESHOLD } from "./suite.ts";
import type { Connection } from "./suite.ts";

const roleGuard = {
  who: ["buyer"],
  guard: (_: LiveState, caller: string) => errorText("AccessManagedUnauthorized", caller),
  before: [],
} as const;

/** A direct award that needs a notice. */
export function awardCourse(connection: Connection): Subject {
  const later = laterIn(connection);
  const { networkHelpers } = connection;
  const signatures = new WeakMap<LiveState["deed"], string>();
  const acts: Readonly<Record<string, Act>> = {
    announce: {
      ...roleGuard,
      call: async (s, by) =>
        s.opening.connect(by).announce.staticCall(s.deed, REASON, (await latest(connection)) + 30n * DAY),
    },
    objectTo: {
      who: ["supplier", "factor"],
      guard: (_, caller) => errorText("Award_NotARegisteredSupplier", caller),
      before: ["Award_NotAnnounced", "Award_Annulled"],
      call: (s, by) => s.opening.connect(by).objectTo.staticCall(s.id, REASON),
    },
    annul: {
      who: ["reviewer"],
      guard: (s, caller) => errorText("Award_NotTheReviewer", s.id, caller),
      before: [],
      call: (s, by) => s.opening.connect(by).annul.staticCall(s.deed, DIGEST),
    },
    award: {
      ...roleGuard,
      call: (s, by) =>
        s.opening.connect(by).award.staticCall(s.deed, s.schedule, 1, REASON, signatures.get(s.deed) ?? "0x"),
    },
  };
  async function drafted(): Promise<LiveState> {
    const fixture = await networkHelpers.loadFixture(fundedLine);
    const options = { amounts: [THRESHOLD], annex: { performanceBond: 3_500_000n } };
    const state = { ...fixture, ...(await draftContract(fixture, options)) };
    signatures.set(state.deed, await signContract(state.opening, state.supplier, state.deed, state.schedule));
    return state;
  }
  async function announced() {
    const state = await drafted();
    const openFrom = (await latest(connection)) + 6n * DAY;
    await state.opening.connect(state.buyer).announce(state.deed, REASON, openFrom);
    told.at = await latest(connection);
    told.openFrom = openFrom;
    return state;
  }
  async function annulled() {
    const state = await announced();
    await state.opening.connect(state.reviewer).annul(state.deed, DIGEST);
    return state;
  }
  async function pausedMeanwhile() {
    const state = await announced();
    await state.opening.connect(state.guardian).pause(DIGEST);
    told.resumes = (await latest(connection)) + 7n * DAY;
    return state;
  }
  async function awarded() {
    const state = await later(announced, opens(0n))();
    const signature = signatures.get(state.deed)!;
    await state.opening.connect(state.buyer).award(state.deed, state.schedule, 1, REASON, signature);
    return state;
  }
  const told = { at: 0n, openFrom: 0n, resumes: 0n };
  const opens = (more: bigint) => () => told.openFrom + more;
  const error =
    (name: string, ...more: (() => unknown)[]) =>
    (s: LiveState) =>
      errorText(name, s.id, ...more.map((value) => value()));
  const unknown = error("Award_NotAnnounced");
  const gone = error("Award_Annulled");
  const twice = error("Award_AlreadyAnnounced", () => told.at);
  const running = error("Award_NoticeRunning", () => told.openFrom);
  const paused = () => errorText("Pause_On", told.resumes);
  const row = (state: string, time: string, reach: Reach, cells: Cells): CourseRow => ({ state, time, reach, cells });
  return {
    title: "A direct award at the threshold",
    acts,
    rows: [
      row("Not announced", "always", drafted, { announce: "yes", objectTo: unknown, annul: unknown, award: unknown }),
      row("Announced", "until the last second of the notice", later(announced, opens(-1n)), {
        announce: twice,
        objectTo: "yes",
        annul: "yes",
        award: running,
      }),
      row("Announced", "once the contract may open", later(announced, opens(0n)), {
        announce: twice,
        objectTo: unknown,
        annul: unknown,
        award: "yes",
      }),
      row("Announced; paused meanwhile", "within the notice", pausedMeanwhile, {
        announce: paused,
        objectTo: "yes",
        annul: "yes",
        award: paused,
      }),
      row("Annulled", "within the notice", annulled, { announce: twice, objectTo: gone, annul: gone, award: gone }),
      row("Awarded", "always", awarded, {
        announce: twice,
        objectTo: unknown,
        annul: unknown,
        award: error("Escrow_AlreadyOpen"),
      }),
    ],
  };
}
