import { InputError } from "../../input/input-error.ts";
import type { Text } from "../../lang.ts";
import { groupDigits } from "../../units/format-amount.ts";
import { parseAmount } from "../../units/parse-amount.ts";
import type { HousingProgram } from "./program-of-file.ts";
import { DECIMALS, SCALE } from "./types.ts";

/**
 * The values of a household in the order of a program's attributes, from what its record says by name: a number, or an option.
 *
 * @returns ten-thousandths
 * @throws InputError `field-missing`, `field-not-listed`, or of `parseAmount`, with the attribute's name
 * @example valuesOf(ds49, { edad: "34", ahorro: "12,5", discapacidad: "no", ... });
 */
export function valuesOf({ attributes }: HousingProgram, said: Readonly<Record<string, string>>): bigint[] {
  return attributes.map(({ name: field, options }) => {
    const found = said[field];
    if (found === undefined) throw new InputError("field-missing", {}, { field });
    if (!options) return parseAmount(found, DECIMALS);
    const option = options.indexOf(found);
    if (option < 0) throw new InputError("field-not-listed", { found, accepted: options.join(", ") }, { field });
    return BigInt(option) * SCALE;
  });
}

/**
 * A number of ten-thousandths for people, without trailing zeros.
 *
 * @example showNumber(125_000n).es; // "12,5"
 */
export function showNumber(value: bigint): Text {
  const fraction = (value % SCALE).toString().padStart(DECIMALS, "0").replace(/0+$/, "");
  const show = (whole: string, mark: string): string => (fraction === "" ? whole : `${whole}${mark}${fraction}`);
  return { es: show(groupDigits(value / SCALE, "es"), ","), en: show(groupDigits(value / SCALE, "en"), ".") };
}
