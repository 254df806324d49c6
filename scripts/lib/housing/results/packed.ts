import { concat, toBeHex } from "ethers";

/** Bytes of a number in a packed list, and of a cutoff. */
const WIDTH = 3;
const CUTOFF_WIDTH = 24;

/**
 * Numbers of at most 24 bits as the chain packs them, three bytes each, big-endian. 0x hex.
 *
 * @throws RangeError for a number that does not fit
 * @example packed([1, 258]); // "0x000001000102"
 */
export function packed(numbers: readonly number[]): string {
  const bytes = Buffer.alloc(WIDTH * numbers.length);
  numbers.forEach((number, position) => bytes.writeUIntBE(number, WIDTH * position, WIDTH));
  return `0x${bytes.toString("hex")}`;
}

/**
 * The numbers of a packed list.
 *
 * @param list 0x hex, three bytes a number
 * @example unpacked("0x000001000102"); // [1, 258]
 */
export function unpacked(list: string): number[] {
  const bytes = Buffer.from(list.slice(2), "hex");
  return Array.from({ length: bytes.length / WIDTH }, (_, position) => bytes.readUIntBE(WIDTH * position, WIDTH));
}

/**
 * Cutoffs as a posting packs them, 24 bytes each. 0x hex.
 *
 * @throws RangeError for `CLOSED`, which no cutoff of a slot with a seat is
 * @example packedCutoffs(round.cutoffs);
 */
export function packedCutoffs(cutoffs: readonly bigint[]): string {
  if (cutoffs.some((cutoff) => cutoff >> BigInt(8 * CUTOFF_WIDTH) !== 0n))
    throw new RangeError("A cutoff has 192 bits.");
  return concat(cutoffs.map((cutoff) => toBeHex(cutoff, CUTOFF_WIDTH)));
}
