import { InputError } from "../input/input-error.ts";

/** The contracts keep amounts in 128 bits. */
export const MAX_AMOUNT = 2n ** 128n - 1n;

const CHILEAN = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
const READS_TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads an amount that a person wrote: plain digits (`1250000`) or the Chilean form, in which the dot groups
 * thousands and the comma starts the decimals (`1.250.000`, `1.250.000,50`). No sign, symbol, space, exponent or
 * leading zero. `1.250` and `1,250` are refused for a token with three decimals or more, of which one reader would
 * understand a thousand times the other.
 *
 * @param decimals of the token, or of the unit
 * @returns the amount in the token's smallest units
 * @throws InputError `amount-malformed`, `amount-ambiguous`, `amount-too-precise`, `amount-too-large`
 * @example parseAmount("1.250.000,5", 2); // 125000050n
 */
export function parseAmount(text: string, decimals: number): bigint {
  const [, whole, fraction = ""] = CHILEAN.exec(text) ?? [];
  if (whole === undefined) throw new InputError("amount-malformed", { found: text });
  if (decimals >= 3 && READS_TWO_WAYS.test(text)) throw new InputError("amount-ambiguous", { found: text });
  if (fraction.length > decimals) throw new InputError("amount-too-precise", { found: text, decimals });
  const amount = BigInt(whole.replaceAll(".", "") + fraction.padEnd(decimals, "0"));
  if (amount > MAX_AMOUNT) throw new InputError("amount-too-large", { found: text });
  return amount;
}
