import { DAY } from "./agreement.ts";
import { EVIDENCE, REASON } from "./court.ts";
import { DIGEST, laterIn } from "./course-parts.ts";
import { COURSE_CALLERS, errorText } from "./course-table.ts";
import type { Act, Cells, CourseRow, Reach, Subject } from "./course-table.ts";
import { liveStates } from "./live-states.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

const officeGuard = {
  who: ["certifier"],
  guard: (s: LiveState, caller: string) => errorText("Certificate_NotTheOffice", s.id, 0, caller),
  before: [],
} as const;
const CERTIFICATE_ACTS: Readonly<Record<string, Act>> = {
  request: {
    who: ["supplier"],
    guard: (s, caller) => errorText("Certificate_NotTheRequester", s.id, caller),
    before: ["Certificate_NotAccepted"],
    call: (s, by) => s.desk.connect(by).request.staticCall(s.deed, 0, 0, REASON),
  },
  grant: { ...officeGuard, call: (s, by) => s.desk.connect(by).grant.staticCall(s.deed, 0, 0, DIGEST) },
  refuse: { ...officeGuard, call: (s, by) => s.desk.connect(by).refuse.staticCall(s.deed, 0, 0, 1n, REASON) },
};

/** A certificate of milestone 0, from the delivery to its answer. */
export function certificateCourse(connection: Connection): Subject {
  const live = liveStates(connection);
  const later = laterIn(connection);
  const notPending = (s: LiveState) => errorText("Certificate_NotPending", s.id, 0, 0);
  const requestedAlready = (s: LiveState) => errorText("Certificate_AlreadyRequested", s.id, 0, 0);
  const row = (state: string, time: string, reach: Reach, cells: Cells, more: Partial<CourseRow> = {}): CourseRow => ({
    state,
    time,
    reach,
    cells: { request: requestedAlready, grant: notPending, refuse: notPending, ...cells },
    ...more,
  });
  async function accepted() {
    const state = await live.certificateAwaited();
    await state.escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest);
    return state;
  }
  async function assigned() {
    const state = await live.certificateAwaited();
    await state.escrow.connect(state.supplier).assign(state.id, 0, state.factorId);
    await state.escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest);
    return state;
  }
  async function requestedByAnyone() {
    const state = await later(accepted, overdue(1n))();
    await state.desk.connect(state.stranger).request(state.deed, 0, 0, REASON);
    return state;
  }
  async function granted() {
    const state = await live.certificateRequested();
    await state.desk.connect(state.certifier).grant(state.deed, 0, 0, DIGEST);
    return state;
  }
  const overdue = (past: bigint) => async (s: LiveState) =>
    (await s.escrow.getMilestone(s.id, 0)).delivery.time + 30n * DAY + past;
  const deadline = (past: bigint) => async (s: LiveState) => (await s.desk.getCertificate(s.id, 0, 0)).deadline + past;
  const answerable = { grant: "yes", refuse: "yes" };
  return {
    title: "A certificate",
    acts: CERTIFICATE_ACTS,
    rows: [
      row("None; under review", "until the inspector or silence accepts", live.certificateAwaited, {
        request: (s) => errorText("Certificate_NotAccepted", s.id, 0),
      }),
      row("None; accepted", "until the last of the 30 days of payment", later(accepted, overdue(0n)), {
        request: "yes",
      }),
      row(
        "None; accepted, assigned",
        "within the 30 days",
        assigned,
        { request: "yes" },
        { who: { request: ["supplier", "factor"] } },
      ),
      row(
        "None; accepted",
        "after the 30 days of payment",
        later(accepted, overdue(1n)),
        { request: "yes" },
        {
          who: { request: COURSE_CALLERS },
        },
      ),
      row(
        "Requested by a party",
        "until the office's last second",
        later(live.certificateRequested, deadline(0n)),
        answerable,
      ),
      row(
        "Requested by somebody else",
        "within the office's window",
        requestedByAnyone,
        { ...answerable, request: "yes" },
        // the 30 days of payment have passed
        { others: { request: requestedAlready } },
      ),
      row("Granted by silence", "after the office's window", later(live.certificateRequested, deadline(1n)), {}),
      row("Granted", "always", granted, {}),
      row("Refused in a part", "always", live.certificateRefused, {}),
    ],
  };
}
