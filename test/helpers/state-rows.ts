import { DAY } from "./agreement.ts";
import { ACCEPTANCE, escrowStates, EVIDENCE, now, OBJECTION, REASON } from "./escrow-states.ts";
import { FUNCTIONS } from "./state-table.ts";
import type { Cells, Reached, Row } from "./state-table.ts";
import type { Connection } from "./suite.ts";

const ADVANCE = { terms: { advance: 12_000_000n }, annex: { advanceBond: 12_000_000n } };

/** Cells in the order of the functions, parted by spaces. */
function cellsOf(text: string): Cells {
  const values = text.split(" ");
  return Object.fromEntries(FUNCTIONS.map((name, position) => [name, values[position]])) as Cells;
}

/** A row whose milestone is the first one and whose receivable is the supplier's, unless said otherwise. */
function row(state: string, time: string, reach: Row["reach"], cells: string, more: Partial<Row> = {}): Row {
  return { state, time, reach, cells: cellsOf(cells), ...more };
}

/** Every state of contract and milestone, at the moments that matter, with what may be done there. */
export function stateRows(connection: Connection, start: bigint): Row[] {
  const { time } = connection.networkHelpers;
  const late = { notBefore: start + 300n * DAY, dueAt: start + 310n * DAY };
  const plain = escrowStates(connection, ADVANCE, [{}, {}, late]);
  const { completed } = escrowStates(connection, ADVANCE);
  const certified = escrowStates(connection, { ...ADVANCE, certificates: 1n });

  /** A state, looked at later. */
  function later<T extends Reached>(reach: () => Promise<T>, when: (state: T) => bigint): () => Promise<T> {
    return async () => {
      const state = await reach();
      await time.increaseTo(when(state));
      return state;
    };
  }
  const endsAt = (state: Reached): bigint => BigInt(state.deed.annex.endsAt);

  async function requested() {
    const state = await certified.accepted();
    await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
    return { ...state, requestedAt: await now(connection) };
  }
  async function endedUnderReview() {
    const state = await plain.opened();
    await time.increaseTo(endsAt(state) - 1n);
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    await time.increaseTo(endsAt(state) + 1n);
    await state.escrow.connect(state.stranger).expire(state.deed.terms);
    return state;
  }
  async function endedObjected() {
    const state = await endedUnderReview();
    await state.escrow.connect(state.inspector).object(state.deed.terms, 0, EVIDENCE.digest, 8_000_000n, REASON);
    return { ...state, objectedAt: await now(connection) };
  }
  async function closed() {
    const state = await completed();
    await time.increaseTo(state.completedAt + BigInt(state.deed.annex.warranty) + ACCEPTANCE + 1n);
    await state.closing.connect(state.stranger).releaseRetention(state.deed);
    return state;
  }
  const certificateEnds = (state: Awaited<ReturnType<typeof requested>>): bigint =>
    state.requestedAt + BigInt(state.deed.annex.certificateWindow);

  const reviewEnds = (state: { deliveredAt: bigint }): bigint => state.deliveredAt + ACCEPTANCE;
  const objectionEnds = (state: { objectedAt: bigint }): bigint => state.objectedAt + OBJECTION;
  const secondEnds = (state: { redeliveredAt: bigint }): bigint => state.redeliveredAt + ACCEPTANCE;
  const after =
    <T>(end: (state: T) => bigint) =>
    (state: T): bigint =>
      end(state) + 1n;

  return [
    row(
      "Unknown contract",
      "always",
      plain.opened,
      "UnknownContract NotTheSupplier NotTheHolder NotUnderReview NotUnderReview NothingPayable NotObjected UnknownContract",
      { unknown: true },
    ),
    row(
      "Active; milestone Unknown",
      "always",
      plain.opened,
      "yes UnknownMilestone NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected NotEnded",
      { index: 9n },
    ),
    row(
      "Active; Scheduled",
      "last second before its earliest date",
      later(plain.opened, (state) => BigInt(state.schedule[2]!.notBefore) - 1n),
      "yes TooEarly NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected NotEnded",
      { index: 2n },
    ),
    row(
      "Active; Scheduled",
      "from its earliest date on",
      later(plain.opened, (state) => BigInt(state.schedule[2]!.notBefore)),
      "yes yes NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected NotEnded",
      { index: 2n },
    ),
    row(
      "Active; Scheduled",
      "late, last second of the contract",
      later(plain.opened, endsAt),
      "yes yes NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected NotEnded",
    ),
    row(
      "Active; Scheduled",
      "after the last second of the contract",
      later(plain.opened, after(endsAt)),
      "Ended Ended NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected yes",
    ),
    row(
      "Active; UnderReview",
      "until the acceptance window's last second",
      later(plain.delivered, reviewEnds),
      "yes NotObjected yes yes yes NothingPayable NotObjected NotEnded",
    ),
    row(
      "Active; UnderReview, assigned",
      "until the acceptance window's last second",
      later(plain.assigned, reviewEnds),
      "NoAdvance NotObjected yes yes yes NothingPayable NotObjected NotEnded",
      { holder: "assignee" },
    ),
    row(
      "Active; Accepted by silence",
      "after the acceptance window",
      later(plain.delivered, after(reviewEnds)),
      "yes NotObjected yes NotUnderReview NotUnderReview yes NotObjected NotEnded",
    ),
    row(
      "Active; Accepted by silence, assigned",
      "after the acceptance window",
      later(plain.assigned, after(reviewEnds)),
      "NoAdvance NotObjected yes NotUnderReview NotUnderReview yes NotObjected NotEnded",
      { holder: "assignee" },
    ),
    row(
      "Active; Accepted, certificate not requested",
      "always",
      certified.accepted,
      "yes NotObjected yes NotUnderReview NotUnderReview CertificatesMissing NotObjected NotEnded",
    ),
    row(
      "Active; Accepted, certificate requested",
      "until the office's last second",
      later(requested, certificateEnds),
      "yes NotObjected yes NotUnderReview NotUnderReview CertificatesMissing NotObjected NotEnded",
    ),
    row(
      "Active; Accepted, certificate granted by silence",
      "after the office's window",
      later(requested, after(certificateEnds)),
      "yes NotObjected yes NotUnderReview NotUnderReview yes NotObjected NotEnded",
    ),
    row(
      "Active; Objected",
      "until the objection window's last second",
      later(plain.objected, objectionEnds),
      "yes yes yes NotUnderReview NotUnderReview NothingPayable WindowOpen NotEnded",
    ),
    row(
      "Active; Objected, the rest awaiting its certificate",
      "until the objection window's last second",
      later(certified.objected, objectionEnds),
      "yes yes yes NotUnderReview NotUnderReview CertificatesMissing WindowOpen NotEnded",
    ),
    row(
      "Active; Objected",
      "after the objection window",
      later(plain.objected, after(objectionEnds)),
      "yes WindowClosed yes NotUnderReview NotUnderReview NothingPayable yes NotEnded",
    ),
    row(
      "Active; UnderReview, delivered again",
      "until the acceptance window's last second",
      later(plain.redelivered, secondEnds),
      "yes NotObjected yes yes yes NothingPayable NotObjected NotEnded",
    ),
    row(
      "Active; Accepted by silence, delivered again",
      "after the acceptance window",
      later(plain.redelivered, after(secondEnds)),
      "yes NotObjected yes NotUnderReview NotUnderReview yes NotObjected NotEnded",
    ),
    row(
      "Active; Disputed",
      "until the court has resolved it",
      plain.disputed,
      "yes NotObjected yes NotUnderReview NotUnderReview NothingPayable NotObjected NotEnded",
    ),
    row(
      "Active; Settled",
      "until the last second of the contract",
      plain.accepted,
      "yes NotDeliverable NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected NotEnded",
    ),
    row(
      "Terminated; UnderReview",
      "within the acceptance window",
      endedUnderReview,
      "Ended Ended yes yes yes NothingPayable NotObjected Ended",
    ),
    row(
      "Terminated; Accepted by silence",
      "after the acceptance window",
      later(endedUnderReview, (state) => endsAt(state) + ACCEPTANCE + 1n),
      "Ended Ended yes NotUnderReview NotUnderReview yes NotObjected Ended",
    ),
    row(
      "Terminated; Objected",
      "until the objection window's last second",
      later(endedObjected, objectionEnds),
      "Ended Ended yes NotUnderReview NotUnderReview NothingPayable WindowOpen Ended",
    ),
    row(
      "Terminated; Objected",
      "after the objection window",
      later(endedObjected, after(objectionEnds)),
      "Ended Ended yes NotUnderReview NotUnderReview NothingPayable yes Ended",
    ),
    row(
      "Terminated; Settled (never delivered)",
      "always",
      endedUnderReview,
      "Ended Ended NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected Ended",
      { index: 1n },
    ),
    row(
      "Completed; Settled",
      "in the warranty",
      completed,
      "Ended NotDeliverable NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected Ended",
    ),
    row(
      "Closed; Settled",
      "after final acceptance",
      closed,
      "Ended NotDeliverable NothingPayable NotUnderReview NotUnderReview NothingPayable NotObjected Ended",
    ),
  ];
}
