import * as z from "zod";

import { positiveAmountField, record, type Field } from "../input/fields.ts";
import { indexValueField } from "../input/index-value-field.ts";
import { InputError } from "../input/input-error.ts";
import { indexToToken, QUANTITY_DECIMALS, type IndexValue } from "../units/index-value.ts";
import { tokenField, type ActDoor } from "./act.ts";

const THOUSAND = 1_000n * 10n ** BigInt(QUANTITY_DECIMALS);

/** What is wrong with the way in which a file says 1,000 UTM. */
function faultOf(milUtm: bigint | undefined, utm: IndexValue | undefined): [field: string, InputError] | undefined {
  if (milUtm === undefined && utm === undefined) return ["milUtm", new InputError("field-missing", {})];
  if (milUtm !== undefined && utm !== undefined) {
    return ["utm", new InputError("options-clash", { one: "milUtm", other: "utm" })];
  }
  if (utm === undefined || utm.unit === "UTM") return undefined;
  return ["utm.unidad", new InputError("field-not-listed", { found: utm.unit, accepted: "UTM" })];
}

/**
 * 1,000 UTM in a token: `milUtm`, an amount, or `utm`, the published value of one UTM.
 *
 * @returns smallest units of the token
 * @example thresholdField(door) // { "token": "prueba", "utm": { "unidad": "UTM", "fecha": "2026-11-01", ... } }
 */
export const thresholdField = (door: ActDoor): Field<{ token: string; milUtm: bigint }> =>
  record({
    token: tokenField(door),
    milUtm: positiveAmountField(door.decimals).optional(),
    utm: indexValueField().optional(),
  }).transform(({ token, milUtm, utm }, context) => {
    const fault = faultOf(milUtm, utm);
    if (fault !== undefined) {
      context.addIssue({ code: "custom", path: fault[0].split("."), params: { error: fault[1] } });
      return z.NEVER;
    }
    const converted = utm === undefined ? 0n : indexToToken(THOUSAND, utm, door.decimals, "nearest");
    return { token, milUtm: milUtm ?? converted };
  });
