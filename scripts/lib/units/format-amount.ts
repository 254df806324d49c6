import type { Lang } from "../lang.ts";

/** What is needed to show a token's amounts. */
export interface TokenUnit {
  readonly decimals: number;
  readonly symbol: string;
}

/**
 * A whole number with its thousands grouped, as each language writes it and whatever the machine's locale is.
 *
 * @example groupDigits(1_250_000n, "es"); // "1.250.000"
 */
export function groupDigits(value: bigint, lang: Lang): string {
  return value.toString().replace(/\B(?=(?:\d{3})+$)/g, lang === "es" ? "." : ",");
}

/**
 * An amount for people, exact: all the decimals that are not trailing zeros, and at least two if the token has them.
 *
 * @param amount smallest units of the token, negative for a difference
 * @example formatAmount(125_000_050n, { decimals: 2, symbol: "CLP" }, "es"); // "1.250.000,50 CLP"
 */
export function formatAmount(amount: bigint, { decimals, symbol }: TokenUnit, lang: Lang): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  const whole = groupDigits(BigInt(digits.slice(0, split)), lang);
  const fraction = digits.slice(split).replace(/0+$/, "").padEnd(Math.min(decimals, 2), "0");
  const decimalsShown = fraction === "" ? "" : `${lang === "es" ? "," : "."}${fraction}`;
  return `${sign}${whole}${decimalsShown} ${symbol}`;
}
