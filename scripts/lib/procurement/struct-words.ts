import { AbiCoder } from "ethers";

/**
 * The words of a struct as `abi.encode` gives them, in the contract's order, whatever the order of the object's keys.
 *
 * @param types type of each field, in the contract's order
 * @throws TypeError of ethers, when a value does not fit its type
 * @example keccak256(structWords(terms, TERMS_WORDS));
 */
export function structWords<T extends object>(struct: T, types: Readonly<Record<keyof T, string>>): string {
  const names = Object.keys(types) as (keyof T)[];
  return AbiCoder.defaultAbiCoder().encode(
    Object.values<string>(types),
    names.map((name) => struct[name]),
  );
}
