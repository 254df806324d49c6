import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { Interface, type ErrorFragment, type JsonFragment } from "ethers";

import type { Catalogue, ParamSpec } from "../../scripts/lib/messages/types.ts";

const require = createRequire(import.meta.url);

/** The Solidity types whose values a kind of parameter can show. */
const SOLIDITY: Readonly<Record<Extract<ParamSpec, string>, RegExp>> = {
  text: /^string$/,
  own: /^$/,
  reason: /^$/,
  jsonType: /^$/,
  count: /^uint\d+$/,
  id: /^uint\d+$/,
  ordinal: /^uint256$/,
  amount: /^u?int\d+$/,
  date: /^uint\d+$/,
  day: /^$/,
  duration: /^uint\d+$/,
  bps: /^uint\d+$/,
  address: /^address$/,
  entity: /^uint64$/,
  digest: /^bytes\d*$/,
  flag: /^bool$/,
};

const fits = (spec: ParamSpec, type: string): boolean =>
  typeof spec === "string" ? SOLIDITY[spec].test(type) : type === "uint8";

/** The custom errors that an ABI declares. */
export function customErrors(abi: readonly JsonFragment[]): ErrorFragment[] {
  const errors: ErrorFragment[] = [];
  new Interface(abi).forEachError((error) => errors.push(error));
  return errors;
}

/** What is wrong with the catalogue's entries for these errors: each must have one that takes its arguments. */
export function entryFaults(errors: readonly ErrorFragment[], messages: Catalogue): string[] {
  const faults = errors.flatMap(({ name, inputs }) => {
    const message = messages[name];
    if (!message) return [`${name} has no entry`];
    const specs = Object.values(message.params);
    if (specs.length !== inputs.length) return [`${name} takes ${inputs.length} arguments, its entry ${specs.length}`];
    return inputs.flatMap(({ type }, index) => {
      const spec = specs[index];
      return spec !== undefined && fits(spec, type) ? [] : [`${name} argument ${index} is a ${type}`];
    });
  });
  return [...new Set(faults)];
}

/** The entries that are named like a contract's error but that none of these errors has. */
export function orphans(errors: readonly ErrorFragment[], messages: Catalogue): string[] {
  const names = new Set(errors.map(({ name }) => name));
  return Object.keys(messages).filter((code) => /^[A-Z]/.test(code) && !names.has(code));
}

/** The custom errors of every contract that OpenZeppelin's package ships compiled. */
export function openZeppelinErrors(): ErrorFragment[] {
  const folder = join(dirname(require.resolve("@openzeppelin/contracts/package.json")), "build", "contracts");
  return readdirSync(folder).flatMap((file) => {
    const { abi } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { abi: JsonFragment[] };
    return customErrors(abi);
  });
}
