import { AbiCoder, getBytes, hexlify, id, keccak256 } from "ethers";

const TYPE_TAG = id("Erario housing attributes(bytes32 salt,int64[] values)");
const SALT_BYTES = 32;

/**
 * The salt of a household's commitment: 32 random bytes that the registry office keeps, and destroys when the household asks for erasure.
 *
 * @param randomBytes as of `node:crypto`
 * @returns 0x and 64 hex digits
 * @throws RangeError when the source gives another length, or nothing but zeros
 * @example newSalt(randomBytes);
 */
export function newSalt(randomBytes: (size: number) => Uint8Array): string {
  const salt = randomBytes(SALT_BYTES);
  requireSalt(salt);
  return hexlify(salt);
}

/**
 * The salted commitment to a household's private values, which its application carries in public.
 *
 * @param salt 32 bytes as hex
 * @param values ten-thousandths, one per attribute of the rules
 * @throws RangeError when the salt is not 32 bytes, or zero; TypeError of ethers when a value does not fit 64 bits
 * @example sealAttributes(newSalt(randomBytes), values);
 */
export function sealAttributes(salt: string, values: readonly bigint[]): string {
  requireSalt(getBytes(salt));
  return keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "bytes32", "int64[]"], [TYPE_TAG, salt, values]));
}

function requireSalt(salt: Uint8Array): void {
  if (salt.length === SALT_BYTES && salt.some((byte) => byte !== 0)) return;
  throw new RangeError(`a salt is ${SALT_BYTES} random bytes`);
}
