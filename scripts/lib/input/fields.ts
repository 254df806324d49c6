import { getAddress, ZeroAddress } from "ethers";
import * as z from "zod";

import { escapeText } from "../output/escape-text.ts";
import { parseEntityReference, parseLegalEntityRut, type Rut } from "../rut.ts";
import { parseAmount } from "../units/parse-amount.ts";
import { parsePercent, WHOLE_BPS } from "../units/basis-points.ts";
import { InputError, isInputError } from "./input-error.ts";

/** The schema of a field whose checked value is a `T`. */
export type Field<T> = z.ZodType<T>;

/**
 * An object with exactly these fields; the message about an unknown one lists them.
 *
 * @example record({ nombre: textField(80), hitos: z.array(record({ monto: amountField(0) })).min(1) })
 */
export function record<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const accepted = Object.keys(shape).join(", ");
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? accepted : undefined) });
}

/**
 * A text that a parser turns into a value; the InputError it throws becomes the field's fault.
 *
 * @example parsedField(parseLocalDate)
 */
export function parsedField<T>(parse: (text: string) => T | Promise<T>): Field<T> {
  return z.string().transform(async (text, context): Promise<T> => {
    try {
      return await parse(text);
    } catch (error) {
      if (!isInputError(error)) throw error;
      context.addIssue({ code: "custom", params: { error } });
      return z.NEVER;
    }
  });
}

/**
 * An amount of a token with `decimals` decimals, zero included (see `parseAmount` for the forms).
 *
 * @returns smallest units
 * @example amountField(0) // "1.250.000" is 1250000n
 */
export const amountField = (decimals: number): Field<bigint> => parsedField((text) => parseAmount(text, decimals));

/**
 * An amount above zero (see `amountField`).
 *
 * @example positiveAmountField(0) // "0" is refused
 */
export const positiveAmountField = (decimals: number): Field<bigint> =>
  parsedField((text) => {
    const amount = parseAmount(text, decimals);
    if (amount === 0n) throw new InputError("amount-zero", {});
    return amount;
  });

/**
 * A percentage, `5 %` or `0,5 %`, of at most `max` basis points.
 *
 * @returns basis points
 * @example percentField(3_000) // "30 %" is 3000
 */
export const percentField = (max = WHOLE_BPS): Field<number> => parsedField((text) => parsePercent(text, max));

/**
 * The RUT of a legal entity.
 *
 * @example rutField() // "76.123.456-0"
 */
export const rutField = (): Field<Rut> => parsedField((text) => parseLegalEntityRut(text));

/**
 * A legal entity, by RUT or by OCDS identifier.
 *
 * @example entityField() // "CL-RUT-76123456-0"
 */
export const entityField = (): Field<Rut> => parsedField((text) => parseEntityReference(text));

/**
 * An account's address, not zero; with mixed case the EIP-55 checksum must be right.
 *
 * @returns the address with its checksum
 * @example addressField() // "0x52908400098527886e0f7030069857d2e4169ee7"
 */
export const addressField = (): Field<string> => parsedField(parseAddress);

/**
 * Reads an address: 0x and 40 hex digits, not zero; with mixed case the EIP-55 checksum must be right.
 *
 * @throws InputError `address-malformed`, `address-checksum`, `address-zero`
 * @example parseAddress("0x52908400098527886e0f7030069857d2e4169ee7");
 */
export function parseAddress(text: string): string {
  if (!/^0x[\da-fA-F]{40}$/.test(text)) throw new InputError("address-malformed", { found: text });
  const address = getAddress(text.toLowerCase());
  const isMixed = /[a-f]/.test(text) && /[A-F]/.test(text.slice(2));
  if (isMixed && address !== text) throw new InputError("address-checksum", { found: text });
  if (address === ZeroAddress) throw new InputError("address-zero", {});
  return address;
}

/**
 * A whole number, written without quotes, within bounds.
 *
 * @example integerField(1, 60)
 */
export const integerField = (min: number, max: number): Field<number> =>
  z.int().transform((value, context) => {
    if (value >= min && value <= max) return value;
    const error = new InputError("integer-range", { found: value, min, max });
    context.addIssue({ code: "custom", params: { error } });
    return z.NEVER;
  });

/**
 * A text for people, of at most `max` characters, in Latin letters and without invisible characters, so that no two
 * names look alike; not in the form of a spreadsheet formula.
 *
 * @returns the text in Unicode form NFC
 * @example textField(80) // "Puente Río Ñuble"
 */
export const textField = (max: number): Field<string> =>
  parsedField((text) => {
    const shown = text.normalize("NFC");
    const length = Array.from(shown).length;
    if (shown.trim() === "") throw new InputError("text-empty", {});
    if (length > max) throw new InputError("text-too-long", { found: length, max });
    if (escapeText(shown) !== shown || !/^[\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]*$/u.test(shown)) {
      throw new InputError("text-characters", { found: text });
    }
    if (/^[=+\-@]/.test(shown)) throw new InputError("text-formula", { found: text });
    return shown;
  });
