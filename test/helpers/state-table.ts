import type { OpenedState } from "./escrow-states.ts";

/** The escrow's functions that no module owns, in the order of the table. */
export const FUNCTIONS = [
  "drawAdvance",
  "deliver",
  "assign",
  "accept",
  "object",
  "settle",
  "uphold",
  "expire",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** The caller classes of the table. `assignee` holds the receivable in the states that say so and is a stranger elsewhere. */
export const CALLERS = ["supplier", "inspector", "substitute", "buyer", "arbiter", "assignee", "stranger"] as const;
export type Caller = (typeof CALLERS)[number];

/** Who may call a function at all, and the error for everybody else. */
export const GUARDS = {
  drawAdvance: { who: ["supplier"], error: "NotTheSupplier" },
  deliver: { who: ["supplier"], error: "NotTheSupplier" },
  assign: { who: ["supplier"], error: "NotTheHolder" },
  accept: { who: ["inspector", "substitute"], error: "NotTheInspector" },
  object: { who: ["inspector", "substitute"], error: "NotTheInspector" },
  settle: { who: CALLERS, error: "" },
  uphold: { who: CALLERS, error: "" },
  expire: { who: CALLERS, error: "" },
} as const satisfies Record<FunctionName, { who: readonly Caller[]; error: string }>;

/** Errors that are raised before the caller is looked at. */
export const BEFORE_CALLER: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  drawAdvance: ["UnknownContract", "Ended"],
};

/** The arguments of an error, from what the row looks at. */
export interface ErrorContext {
  readonly id: string;
  readonly index: bigint;
  readonly caller: string;
  readonly state: OpenedState;
  readonly objectedAt: bigint;
}

type Arguments = (context: ErrorContext) => readonly unknown[];
const record: Arguments = ({ id }) => [id];
const milestone: Arguments = ({ id, index }) => [id, index];
const window: Arguments = ({ id, index, objectedAt }) => [id, index, objectedAt + 30n * 86_400n];

export const ERROR_ARGUMENTS: Readonly<Record<string, Arguments>> = {
  UnknownContract: record,
  Ended: record,
  NoAdvance: record,
  NotEnded: ({ id, state }) => [id, BigInt(state.deed.annex.endsAt)],
  NotTheSupplier: ({ id, caller }) => [id, caller],
  NotTheInspector: ({ id, caller }) => [id, caller],
  NotTheHolder: ({ id, index, caller }) => [id, index, caller],
  UnknownMilestone: milestone,
  TooEarly: ({ id, index, state }) => [id, index, BigInt(state.schedule[Number(index)]!.notBefore)],
  NotDeliverable: milestone,
  NotUnderReview: milestone,
  NothingPayable: milestone,
  CertificatesMissing: milestone,
  NotObjected: milestone,
  WindowOpen: window,
  WindowClosed: window,
};

/** A cell: `yes` (whoever the guard names) or the error that even they meet. */
export type Cells = Readonly<Record<FunctionName, string>>;

/** What a row's state is, with the moments that its reach noted. */
export type Reached = OpenedState & { readonly objectedAt?: bigint; readonly redeliveredAt?: bigint };

export interface Row {
  /** What the README says of the state: contract and milestone, by the names of the enums. */
  readonly state: string;
  /** When it is looked at. */
  readonly time: string;
  /** Reaches the state; its last block is the moment that the row looks at. */
  readonly reach: () => Promise<Reached>;
  readonly index?: bigint;
  /** Whether the row looks at terms that nobody opened. */
  readonly unknown?: true;
  /** Who holds the receivable, where not the supplier. */
  readonly holder?: "assignee";
  readonly cells: Cells;
}

/** Who may call a function in a row, were its cell `yes`. */
export function whoMay(row: Row, name: FunctionName): readonly Caller[] {
  return name === "assign" && row.holder !== undefined ? [row.holder] : GUARDS[name].who;
}

/** The error (without its prefix) that a caller meets, or `yes`. */
export function outcome(row: Row, name: FunctionName, caller: Caller): string {
  const cell = row.cells[name];
  if (BEFORE_CALLER[name]?.includes(cell) === true) return cell;
  return whoMay(row, name).includes(caller) ? cell : GUARDS[name].error;
}

/** The table of the README. */
export function printTable(rows: readonly Row[]): string {
  const cellOf = (row: Row, name: FunctionName): string => {
    if (row.cells[name] !== "yes") return "no";
    const who = whoMay(row, name);
    return who.length === CALLERS.length ? "anyone" : who.join(", ");
  };
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["state", "time", ...FUNCTIONS.map((name) => `\`${name}\``)]),
    line(["state", "time", ...FUNCTIONS].map(() => "---")),
    ...rows.map((row) => line([row.state, row.time, ...FUNCTIONS.map((name) => cellOf(row, name))])),
  ].join("\n");
}
