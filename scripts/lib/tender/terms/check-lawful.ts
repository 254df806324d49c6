import type * as z from "zod";

import { faultPath } from "./fault-path.ts";
import type { TenderFile } from "./tender-file.ts";
import { tenderFaults, type TenderPlace } from "./terms-faults.ts";
import { termsOfFile, type TenderParties } from "./terms-of-file.ts";

/**
 * The limits of the law for a tender's file, once the chain's facts are known; each fault names its field. For `superRefine`.
 *
 * @example tenderFileField(door, { decimals: 0 }).superRefine(checkLawful(parties, place))
 */
export function checkLawful(
  parties: TenderParties,
  place: TenderPlace,
): (file: TenderFile, context: z.core.$RefinementCtx) => void {
  return (file, context) => {
    for (const error of tenderFaults(termsOfFile(file, parties), place)) {
      const path = [...faultPath(error.place.field ?? "", file)];
      context.addIssue({ code: "custom", path, params: { error } });
    }
  };
}
