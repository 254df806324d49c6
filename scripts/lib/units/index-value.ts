import type { LocalDate } from "../calendar/local-date.ts";
import { InputError } from "../input/input-error.ts";

/** The units of account in which Chilean law states thresholds. */
export const INDEX_UNITS = ["UF", "UTM"] as const;
export type IndexUnit = (typeof INDEX_UNITS)[number];

/** Decimals that a number of UF or UTM is read with: with two, `1.000` can only be a thousand. */
export const QUANTITY_DECIMALS = 2;
/** Decimals of a peso value: the UF is published with two. */
export const VALUE_DECIMALS = 2;

/** The value of one unit: for a UTM the date is the first of its month, for a UF its day. */
export interface IndexValue {
  readonly unit: IndexUnit;
  readonly date: LocalDate;
  /** Hundredths of a peso. */
  readonly centavos: bigint;
  /** Who published it, and where. */
  readonly source: string;
}

/** `down` and `up` are towards and away from zero; `nearest` sends halves up. */
export type Rounding = "down" | "up" | "nearest";

/**
 * The value of a unit on a day, from a table that was given: the tools know no values of their own.
 *
 * @throws InputError `index-value-missing`
 * @example indexValueOn(table, "UTM", "2026-11-20"); // the entry dated 2026-11-01
 */
export function indexValueOn(table: readonly IndexValue[], unit: IndexUnit, date: LocalDate): IndexValue {
  const key = unit === "UTM" ? `${date.slice(0, 7)}-01` : date;
  const entry = table.find((value) => value.unit === unit && value.date === key);
  if (!entry) throw new InputError("index-value-missing", { unit, day: date });
  return entry;
}

/** Both sides of "so many units are worth so much", times the same power of ten, so that they compare exactly. */
function scaled(quantity: bigint, value: IndexValue, decimals: number): { units: bigint; perToken: bigint } {
  return {
    units: quantity * value.centavos * 10n ** BigInt(decimals),
    perToken: 10n ** BigInt(QUANTITY_DECIMALS + VALUE_DECIMALS),
  };
}

/**
 * What a number of units is worth in a peso token.
 *
 * @param quantity of UF or UTM, with `QUANTITY_DECIMALS` decimals
 * @param decimals of the token
 * @returns smallest units of the token
 * @example indexToToken(100_000n, utm, 0, "down"); // 1,000 UTM at 69,542 pesos: 69542000n
 */
export function indexToToken(quantity: bigint, value: IndexValue, decimals: number, rounding: Rounding): bigint {
  const { units, perToken } = scaled(quantity, value, decimals);
  const carry = { down: 0n, up: perToken - 1n, nearest: perToken / 2n }[rounding];
  return (units + carry) / perToken;
}

/**
 * Compares an amount with a threshold in units, without rounding either.
 *
 * @param amount smallest units of the token
 * @param quantity of UF or UTM, with `QUANTITY_DECIMALS` decimals
 * @returns -1, 0 or 1 as the amount is below, at or above the threshold
 * @example compareWithIndex(69_542_001n, 100_000n, utm, 0); // 1: above 1,000 UTM
 */
export function compareWithIndex(amount: bigint, quantity: bigint, value: IndexValue, decimals: number): -1 | 0 | 1 {
  const { units, perToken } = scaled(quantity, value, decimals);
  const difference = amount * perToken - units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
