import { AbiCoder, keccak256 } from "ethers";

import { WHOLE } from "../../procurement/law.ts";

/**
 * Score of a price: in proportion to the reference price and rounded down; the whole at or below it.
 *
 * @param basis reference price, token units
 * @param price token units, not zero
 * @returns basis points
 * @example pricePoints(80n, 100n); // 8_000n
 */
export function pricePoints(basis: bigint, price: bigint): bigint {
  const points = (WHOLE * basis) / price;
  return points < WHOLE ? points : WHOLE;
}

/**
 * What a bidder draws where nothing else decides; the higher ranks first.
 *
 * @param lot lot of the tender: the sum of the opened price salts
 * @param bidder registry entity
 * @example drawnLot(1n, 7n) > drawnLot(1n, 8n);
 */
export const drawnLot = (lot: bigint, bidder: bigint): bigint =>
  BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint64"], [lot, bidder])));
