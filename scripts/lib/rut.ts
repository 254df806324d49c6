import { InputError } from "./input/input-error.ts";

/** A Chilean tax number (RUT). */
export interface Rut {
  readonly body: number;
  /** `0` to `9` or `K`. */
  readonly checkDigit: string;
}

/** The tax authority numbers legal entities from here on; below are natural persons, whose data never goes on chain. */
export const FIRST_LEGAL_ENTITY = 50_000_000;

const PLAIN_OR_DOTTED = /^([1-9]\d{0,7}|[1-9]\d{0,2}(?:\.\d{3}){1,2})-([\dkK])$/;
const OCDS_SCHEME = "CL-RUT-";

/**
 * The check digit (dígito verificador) of a RUT: weights 2 to 7 from the right, modulo 11.
 *
 * @example rutCheckDigit(76_123_456); // "0"
 */
export function rutCheckDigit(body: number): string {
  const digits = Array.from(body.toString()).reverse();
  const sum = digits.reduce((total, digit, place) => total + Number(digit) * (2 + (place % 6)), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? "0" : check === 10 ? "K" : check.toString();
}

/**
 * Reads a RUT written `76.123.456-0` or `76123456-0`.
 *
 * @throws InputError `rut-malformed`, `rut-check-digit`
 * @example parseRut("76.123.456-0"); // { body: 76123456, checkDigit: "0" }
 */
export function parseRut(text: string): Rut {
  const [, digits, written] = PLAIN_OR_DOTTED.exec(text) ?? [];
  if (digits === undefined || written === undefined) throw new InputError("rut-malformed", { found: text });
  const body = Number(digits.replaceAll(".", ""));
  const checkDigit = rutCheckDigit(body);
  if (written.toUpperCase() !== checkDigit) throw new InputError("rut-check-digit", { found: text });
  return { body, checkDigit };
}

/**
 * Reads the RUT of a legal entity, the only kind that may reach the chain.
 *
 * @param first the lowest number that counts as a legal entity's
 * @throws InputError as `parseRut`, and `rut-natural-person`, which does not repeat the number
 * @example parseLegalEntityRut("76123456-0").body; // 76123456
 */
export function parseLegalEntityRut(text: string, first = FIRST_LEGAL_ENTITY): Rut {
  const rut = parseRut(text);
  if (rut.body < first) throw new InputError("rut-natural-person", {});
  return rut;
}

/**
 * Reads a reference to a legal entity: its RUT or its OCDS identifier.
 *
 * @throws InputError as `parseLegalEntityRut`
 * @example parseEntityReference("CL-RUT-76123456-0").body; // 76123456
 */
export function parseEntityReference(text: string, first = FIRST_LEGAL_ENTITY): Rut {
  return parseLegalEntityRut(text.startsWith(OCDS_SCHEME) ? text.slice(OCDS_SCHEME.length) : text, first);
}

/**
 * A RUT for people.
 *
 * @example formatRut({ body: 76_123_456, checkDigit: "0" }); // "76.123.456-0"
 */
export function formatRut({ body, checkDigit }: Rut): string {
  return `${body.toString().replace(/\B(?=(?:\d{3})+$)/g, ".")}-${checkDigit}`;
}

/**
 * The identifier of a legal entity in OCDS and in the Registry.
 *
 * @example rutToOcds({ body: 76_123_456, checkDigit: "0" }); // "CL-RUT-76123456-0"
 */
export function rutToOcds({ body, checkDigit }: Rut): string {
  return `${OCDS_SCHEME}${body}-${checkDigit}`;
}
