import { InputError } from "../input/input-error.ts";
import type { Lang } from "../lang.ts";

/** One whole in basis points. */
export const WHOLE_BPS = 10_000;

const PERCENT = /^(0|[1-9]\d*)(?:,(\d+))? ?%$/;

/**
 * Reads a percentage: `5 %`, `5%`, `0,5 %`, at most two decimals.
 *
 * @param max the largest share accepted, in basis points
 * @returns basis points
 * @throws InputError `percent-malformed`, `percent-too-precise`, `percent-too-large`
 * @example parsePercent("0,5 %"); // 50
 */
export function parsePercent(text: string, max = WHOLE_BPS): number {
  const [, whole, fraction = ""] = PERCENT.exec(text) ?? [];
  if (whole === undefined) throw new InputError("percent-malformed", { found: text });
  if (fraction.length > 2) throw new InputError("percent-too-precise", { found: text });
  const bps = Number(whole + fraction.padEnd(2, "0"));
  if (bps > max) throw new InputError("percent-too-large", { found: text, max });
  return bps;
}

/**
 * Basis points as a percentage, exact.
 *
 * @example formatPercent(50n, "es"); // "0,5 %"
 */
export function formatPercent(bps: bigint | number, lang: Lang): string {
  const digits = bps.toString().padStart(3, "0");
  const fraction = digits.slice(-2).replace(/0+$/, "");
  const number =
    fraction === "" ? digits.slice(0, -2) : `${digits.slice(0, -2)}${lang === "es" ? "," : "."}${fraction}`;
  return lang === "es" ? `${number} %` : `${number}%`;
}

/**
 * A share of an amount, rounded down as the contracts do: the rest stays with whoever holds the whole.
 *
 * @param amount smallest units of the token
 * @param bps basis points
 * @example shareOf(999n, 500n); // 49n
 */
export function shareOf(amount: bigint, bps: bigint): bigint {
  return (amount * bps) / BigInt(WHOLE_BPS);
}
