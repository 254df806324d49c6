import { revertDataOf } from "../../scripts/lib/messages/error-chain.ts";
import type { LiveState } from "./liveness.ts";
import type { Signer } from "./suite.ts";

/** The caller classes: every party and office that a deed names, the factoring house, and somebody else. */
export const COURSE_CALLERS = [
  "supplier",
  "inspector",
  "substitute",
  "buyer",
  "arbiter",
  "fallbackArbiter",
  "reviewer",
  "certifier",
  "factor",
  "stranger",
] as const;
export type CourseCaller = (typeof COURSE_CALLERS)[number];

/** An error as it is asserted: name and arguments in one text. */
export const errorText = (name: string, ...args: readonly unknown[]): string =>
  `${name}(${args.map(String).join(", ")})`;

/** A function of the table. */
export interface Act {
  /** Who may call it, unless a row says otherwise. */
  readonly who: readonly CourseCaller[];
  /** What everybody else meets, by the caller's address; not used where anyone may call. */
  readonly guard: (state: LiveState, caller: string) => string;
  /** Names of the errors that are raised before the caller is looked at. */
  readonly before: readonly string[];
  /** The call, which changes nothing: it only shows whether it would be refused. */
  readonly call: (state: LiveState, signer: Signer) => Promise<unknown>;
}

/** Functions that belong to one course: a fine, a dispute, the end of a contract. */
export interface Subject {
  readonly title: string;
  readonly acts: Readonly<Record<string, Act>>;
  readonly rows: readonly CourseRow[];
}

/** Reaches a state; its last block is the moment that is looked at. */
export type Reach = () => Promise<LiveState>;

/** By function: `yes`, or an error, whose arguments may depend on the state. */
export type Cells = Readonly<Record<string, string | ((state: LiveState) => string)>>;

/** What may be done in a state at a moment. */
export interface CourseRow {
  readonly state: string;
  readonly time: string;
  readonly reach: Reach;
  /** What whoever may call meets. */
  readonly cells: Cells;
  /** Who may call in this row, where not as the function says. */
  readonly who?: Readonly<Record<string, readonly CourseCaller[]>>;
  /** What everybody else meets in this row, where not as the function says. */
  readonly others?: Cells;
}

/** Who a function lets through in a row, were its cell `yes`. */
export function mayCall(subject: Subject, row: CourseRow, name: string): readonly CourseCaller[] {
  return row.who?.[name] ?? subject.acts[name]!.who;
}

/** What a caller must meet: `yes`, or an error with its arguments. */
export function expectedOf(
  subject: Subject,
  row: CourseRow,
  name: string,
  state: LiveState,
  caller: CourseCaller,
): string {
  const { guard, before } = subject.acts[name]!;
  const valueOf = (cell: Cells[string]): string => (typeof cell === "string" ? cell : cell(state));
  const cell = valueOf(row.cells[name]!);
  const isBefore = before.some((error) => cell.startsWith(`${error}(`));
  if (isBefore || mayCall(subject, row, name).includes(caller)) return cell;
  const others = row.others?.[name];
  return others === undefined ? guard(state, state[caller].address) : valueOf(others);
}

/** What a call met: `yes`, or the error with its arguments, whichever contract raised it. */
export async function metBy(state: LiveState, call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "yes";
  } catch (error) {
    const data = revertDataOf(error) ?? "0x";
    for (const contract of [state.court, state.escrow, state.desk, state.closing, state.opening, state.changes]) {
      const parsed = contract.interface.parseError(data);
      if (parsed !== null) return errorText(parsed.name, ...(parsed.args.toArray() as unknown[]));
    }
    throw error;
  }
}

/** The tables of the README, one a subject. */
export function printCourses(subjects: readonly Subject[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const cellOf = (subject: Subject, row: CourseRow, name: string): string => {
    if (row.cells[name] !== "yes") return "no";
    const who = mayCall(subject, row, name);
    return who.length === COURSE_CALLERS.length
      ? "anyone"
      : who.join(", ").replace("fallbackArbiter", "fallback arbiter");
  };
  const tableOf = (subject: Subject): string => {
    const names = Object.keys(subject.acts);
    return [
      `**${subject.title}**`,
      "",
      line(["state", "time", ...names.map((name) => `\`${name}\``)]),
      line(["state", "time", ...names].map(() => "---")),
      ...subject.rows.map((row) => line([row.state, row.time, ...names.map((name) => cellOf(subject, row, name))])),
    ].join("\n");
  };
  return subjects.map(tableOf).join("\n\n");
}
