import type { FieldPath } from "../lib/input/field-path.ts";
import { InputError } from "../lib/input/input-error.ts";
import type { DisputeStory } from "./story-fields.ts";

/** Reports a fault of a field of the file. */
export type Report = (path: FieldPath, error: InputError) => void;

/**
 * Reports the fields that are there although what they need is not.
 *
 * @example only(["historia"], { observacionFinal }, '"recepcionDefinitiva": "observa"', isObjected, report);
 */
export function only(path: FieldPath, fields: object, needs: string, isMet: boolean, report: Report): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined && !isMet) report([...path, field], new InputError("story-needs", { needs }));
  }
}

/**
 * Reports a field that is due and missing.
 *
 * @example required([...path, "observado"], observado, isObjected, report);
 */
export function required(path: FieldPath, value: unknown, isDue: boolean, report: Report): void {
  if (isDue && value === undefined) report(path, new InputError("field-missing", {}));
}

/**
 * Reports an amount that is too high.
 *
 * @example atMost([...path, "fallo"], fallo, disputed, report);
 */
export function atMost(path: FieldPath, found: bigint | undefined, most: bigint, report: Report): void {
  if (found !== undefined && found > most) report(path, new InputError("story-above", { found, most }));
}

/**
 * Reports the number of a milestone that is not there.
 *
 * @example numberUpTo([...path, "hito"], hito, hitos.length, report);
 */
export function numberUpTo(path: FieldPath, found: number, max: number, report: Report): void {
  if (found > max) report(path, new InputError("integer-range", { found, min: 1, max }));
}

/**
 * Reports a ruling or an offer above what is disputed.
 *
 * @example checkEnding(path, story, disputed, report);
 */
export function checkEnding(path: FieldPath, { ofertas, fallo }: DisputeStory, most: bigint, report: Report): void {
  atMost([...path, "fallo"], fallo, most, report);
  atMost([...path, "ofertas", "organismo"], ofertas?.organismo, most, report);
  atMost([...path, "ofertas", "proveedor"], ofertas?.proveedor, most, report);
}
