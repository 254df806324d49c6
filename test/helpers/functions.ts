import type { FunctionFragment, Interface, ParamType } from "ethers";

/** Functions of a contract that can change state, by its ABI. */
export function stateChanging(contract: Interface): FunctionFragment[] {
  const functions: FunctionFragment[] = [];
  contract.forEachFunction((fragment) => {
    if (!fragment.constant) functions.push(fragment);
  });
  return functions;
}

function emptyValue(type: ParamType): unknown {
  if (type.isArray()) {
    const length = type.arrayLength;
    return Array.from({ length: length < 0 ? 0 : length }, () => emptyValue(type.arrayChildren));
  }
  if (type.isTuple()) return type.components.map(emptyValue);
  if (type.type === "address") return `0x${"00".repeat(20)}`;
  if (type.type === "bool") return false;
  if (type.type === "string") return "";
  if (type.type === "bytes") return "0x";
  if (type.type.startsWith("bytes")) return `0x${"00".repeat(Number(type.type.slice(5)))}`;
  return 0n;
}

/** Calldata of a call with nothing but zeroes: enough to ask who may call. */
export function emptyCall(contract: Interface, fragment: FunctionFragment): string {
  return contract.encodeFunctionData(fragment, fragment.inputs.map(emptyValue));
}
