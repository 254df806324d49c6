import { CONTEST_STATUS_NAMES, FRAMEWORK_STATUS_NAMES, ORDER_STATUS_NAMES } from "../tender/quotes/names.ts";
import { admittedLists } from "../tender/quotes/read-framework.ts";
import { openCallOff, openContest, openFramework, type ContestBook } from "./contest-act.ts";
import { nameOf, type TaskContext } from "./context.ts";
import type { Words } from "./say.ts";

/** Where a contest, a framework or a call-off stands. */
export interface PurchaseStatus {
  readonly id: string;
  readonly token: string;
  readonly status: Words;
  /** What is to be known of it, a sentence a line. */
  readonly lines: readonly Words[];
}

/**
 * Where a request or a second competition stands.
 *
 * @throws InputError `contest-unknown`, `process-count`
 * @example (await contestStatusOf("quotes", id, context)).status;
 */
export async function contestStatusOf(book: ContestBook, given: string, context: TaskContext): Promise<PurchaseStatus> {
  const { id, contest } = await openContest(book, given, context);
  const status = await context.contracts[book].statusOf(id);
  const { closesAt, opensBy, validUntil } = contest.timetable;
  const lines: Words[] = [
    (say) =>
      say.pick(
        `Hasta ${say.amount(contest.budget)}. Cierra el ${say.date(closesAt)}; apertura hasta el ${say.date(opensBy)}; vigente hasta el ${say.date(validUntil)}.`,
        `Up to ${say.amount(contest.budget)}. Closes on ${say.date(closesAt)}; openings until ${say.date(opensBy)}; valid until ${say.date(validUntil)}.`,
      ),
  ];
  for (const { supplier, opening } of contest.quotes) {
    const name = await nameOf(context, supplier);
    lines.push((say) => `${name}: ${opening ? say.amount(opening.price) : say.pick("sellada", "sealed")}.`);
  }
  const { chosen, acceptBy } = await context.contracts[book].getContest(id);
  if (chosen !== 0n) {
    const name = await nameOf(context, chosen);
    lines.push((say) =>
      say.pick(
        `${name} puede aceptar hasta el ${say.date(acceptBy)}.`,
        `${name} may accept until ${say.date(acceptBy)}.`,
      ),
    );
  }
  const { token } = contest.contract.call;
  return { id, token, lines, status: (say) => say.label(CONTEST_STATUS_NAMES, status) };
}

/**
 * Where a framework stands, and who is in it.
 *
 * @throws InputError `framework-unknown`, `process-count`
 * @example (await frameworkStatus(id, context)).lines;
 */
export async function frameworkStatus(given: string, context: TaskContext): Promise<PurchaseStatus> {
  const { id, framework } = await openFramework(given, context);
  const { frameworks } = context.contracts;
  const status = await frameworks.statusOf(id);
  const { used } = await frameworks.getFramework(id);
  const { ceiling, closesAt, validUntil, token } = framework.terms;
  const lines: Words[] = [
    (say) =>
      say.pick(
        `Usado ${say.amount(used)} de ${say.amount(ceiling)}. Listas hasta el ${say.date(closesAt)}; vigente hasta el ${say.date(validUntil)}.`,
        `Used ${say.amount(used)} of ${say.amount(ceiling)}. Lists until ${say.date(closesAt)}; valid until ${say.date(validUntil)}.`,
      ),
  ];
  const admitted = admittedLists(framework);
  for (const { supplier, opened } of framework.offers) {
    const name = await nameOf(context, supplier);
    const list = admitted.find((each) => each.supplier === supplier);
    lines.push((say) => {
      if (!list) return `${name}: ${opened ? say.pick("no admitida", "not admitted") : say.pick("sellada", "sealed")}.`;
      const shown = framework.items.flatMap(({ code }, index) => {
        const price = list.prices[index] ?? 0n;
        return price === 0n ? [] : [`${code} ${say.amount(price)}`];
      });
      return `${name}: ${shown.join("; ")}.`;
    });
  }
  return { id, token, lines, status: (say) => say.label(FRAMEWORK_STATUS_NAMES, status) };
}

/**
 * Where a call-off stands.
 *
 * @throws InputError `call-off-unknown`, `process-count`
 * @example (await callOffStatus(id, context)).status;
 */
export async function callOffStatus(given: string, context: TaskContext): Promise<PurchaseStatus> {
  const { id, callOff } = await openCallOff(given, context);
  const status = await context.contracts.orders.orderStatusOf(id);
  const name = await nameOf(context, callOff.supplier);
  const { acceptBy } = callOff.called;
  return {
    ...{ id, token: callOff.contract.call.token },
    status: (say) => say.label(ORDER_STATUS_NAMES, status),
    lines: [
      (say) =>
        say.pick(
          `${name}, ${say.amount(callOff.price)}; acepta hasta el ${say.date(acceptBy)}.`,
          `${name}, ${say.amount(callOff.price)}; accepts until ${say.date(acceptBy)}.`,
        ),
    ],
  };
}
