import type { Check } from "../tender/verify/verification.ts";
import type { Words } from "./say.ts";

/**
 * What a verification found, in words: each figure that differs from the chain's, and how many are equal.
 *
 * @param nameIn name of the entity that a figure concerns, with its colon; "" for null
 * @example lines.push(...checkLines(verification.checks, nameIn));
 */
export function checkLines(checks: readonly Check[], nameIn: (entity: bigint | null) => string): Words[] {
  const differences = checks.filter(({ isEqual }) => !isEqual);
  const equal = checks.length - differences.length;
  return [
    ...differences.map(
      ({ bidder, what, derived, onChain }): Words =>
        (say) =>
          say.pick(
            `DIFERENCIA, ${nameIn(bidder)}${what.es}: según las reglas ${derived}, en la cadena ${onChain}.`,
            `DIFFERENCE, ${nameIn(bidder)}${what.en}: by the rules ${derived}, on the chain ${onChain}.`,
          ),
    ),
    (say) =>
      say.pick(
        `${equal} de ${checks.length} cifras recalculadas son iguales a las de la cadena.`,
        `${equal} of ${checks.length} figures worked out again equal the chain's.`,
      ),
  ];
}
