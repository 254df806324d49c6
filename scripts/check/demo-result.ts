import { z } from "zod";

const amount = z.string().regex(/^(0|[1-9]\d*)$/, "not a whole number of token units");

/** What the tender of the repository's file must come to. */
const EXPECTED = { bids: 7, admissible: 6, winner: "Constructora Río Pangue SpA" } as const;

/** What the demo writes for the tender of procurement: the bids that were filed, and what was worked out again from the chain. */
const tender = z.strictObject({
  bids: z.literal(EXPECTED.bids),
  admissible: z.literal(EXPECTED.admissible),
  winner: z.literal(EXPECTED.winner),
  verified: z.literal(true),
});

/** What the demo writes for procurement, in whole units of its token, which has no decimals. */
const procurement = z.strictObject({
  funded: amount,
  paid: amount,
  fines: amount,
  released: amount,
  credits: amount,
  held: amount,
  balance: amount,
  reconciled: z.literal(true),
});

/** The file of `npm run demo -- --json FILE`: one entry a program. */
const result = z.strictObject({ tender, procurement });

/**
 * Judges the demo's file: its form, who won the tender and that this was verified, that the Treasury reconciled, that money moved, and that the balance covers what
 * is owed to third parties.
 *
 * @param json The parsed file.
 * @returns One sentence for each fault.
 *
 * @example
 * demoFaults(JSON.parse(await readFile("demo.json", "utf8"))); // []
 */
export function demoFaults(json: unknown): string[] {
  const parsed = result.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const { funded, paid, credits, held, balance } = parsed.data.procurement;
  const faults: string[] = [];
  if (BigInt(paid) === 0n) faults.push("procurement.paid: nothing was paid");
  if (BigInt(paid) > BigInt(funded)) faults.push("procurement.paid: more than was funded");
  if (BigInt(balance) < BigInt(credits) + BigInt(held)) faults.push("procurement.balance: below credits and deposits");
  return faults;
}
