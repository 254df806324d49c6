/** Operations of the bench whose figures, added up, must not pass a number; `reported` only asks that they are measured. */
export interface Ceiling {
  readonly operations: readonly string[];
  readonly atMost: number | "reported";
  /** The best figure measured of a public escrow for the same step, which has none of the guarantees of this one. */
  readonly elsewhere?: number;
}

/**
 * Gas of whole transactions, payee already known to the token unless the name ends in `first`; where the name ends in `seconds` or `mb`, time and
 * memory of work off the chain. One table for all programs.
 */
export const ceilings: readonly Ceiling[] = [
  { operations: ["escrow.open"], atMost: 270_000, elsewhere: 168_000 },
  { operations: ["escrow.deliver"], atMost: 62_000 },
  { operations: ["escrow.acceptAndPay.first"], atMost: "reported" },
  { operations: ["escrow.acceptAndPay.next"], atMost: 88_000, elsewhere: 54_000 },
  { operations: ["escrow.deemAcceptAndPay.next"], atMost: "reported" },
  { operations: ["escrow.dispute", "escrow.rule"], atMost: 190_000, elsewhere: 126_000 },
  { operations: ["treasury.withdraw"], atMost: "reported" },
  { operations: ["tender.publish"], atMost: "reported" },
  { operations: ["tender.bid"], atMost: 150_000, elsewhere: 85_000 },
  { operations: ["tender.bid.timelocked"], atMost: "reported" },
  { operations: ["tender.openTechnical", "tender.openPrice"], atMost: 130_000, elsewhere: 92_000 },
  { operations: ["tender.tally.per_bid"], atMost: "reported" },
  { operations: ["tender.award.per_bid"], atMost: 15_000 },
  { operations: ["tender.sign"], atMost: "reported" },
  { operations: ["beacon.quicknet"], atMost: 180_000, elsewhere: 256_564 },
  { operations: ["beacon.evmnet"], atMost: 230_000, elsewhere: 207_795 },
  { operations: ["housing.cutoffs.per_slot"], atMost: 25_000 },
  { operations: ["housing.settle.per_household"], atMost: 45_000, elsewhere: 40_926 },
  { operations: ["housing.claim"], atMost: 90_000, elsewhere: 81_000 },
  { operations: ["housing.offchain.seconds"], atMost: 20 },
  { operations: ["housing.offchain.mb"], atMost: 1_500 },
  { operations: ["housing.members.seconds"], atMost: 20 },
];

const unit = ([operation]: readonly string[]): string => (/\.(seconds|mb)$/.test(operation ?? "") ? "" : " gas");

/**
 * Compares a bench with the table.
 *
 * @param gas Figure of each operation, as `npm run bench -- --json FILE` writes it.
 * @param table The ceilings to hold it to.
 * @returns One sentence for each ceiling that is passed and each operation that was not measured.
 *
 * @example
 * ceilingFaults({ "escrow.open": 271_000 }, [{ operations: ["escrow.open"], atMost: 270_000, elsewhere: 168_000 }]);
 */
export function ceilingFaults(gas: Readonly<Record<string, number>>, table: readonly Ceiling[]): string[] {
  return table.flatMap(({ operations, atMost }) => {
    const missing = operations.filter((operation) => !((gas[operation] ?? 0) > 0));
    if (missing.length > 0) return missing.map((operation) => `${operation} was not measured`);
    const used = operations.reduce((sum, operation) => sum + (gas[operation] ?? 0), 0);
    if (atMost === "reported" || used <= atMost) return [];
    return [`${operations.join(" + ")} took ${String(used)}${unit(operations)}, at most ${String(atMost)} allowed`];
  });
}
