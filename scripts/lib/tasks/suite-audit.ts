import { keccak256 } from "ethers";

import { CodedError } from "../messages/coded-error.ts";
import { ROLES } from "../roles.ts";
import { CONTRACT_NAMES, type Contracts } from "./contracts.ts";
import type { TaskContext } from "./context.ts";

/** The runtime code of a build, with the places that the constructor fills in. */
export interface BuiltCode {
  readonly deployedBytecode: string;
  readonly immutableReferences?: Readonly<Record<string, readonly { start: number; length: number }[]>>;
}

/** What a deployment is like on the chain. */
export interface SuiteAudit {
  readonly contracts: readonly { name: string; address: string; matchesBuild: boolean }[];
  readonly offices: readonly { office: string; account: string; holds: boolean; delay: number }[];
  /** Roles that the deployer still holds; none after a whole deployment. */
  readonly deployerHolds: readonly string[];
}

/**
 * Whether code on the chain is that of a build, immutables left aside.
 *
 * @param code 0x hex of `eth_getCode`
 * @example isBuilt(await chain.code(address), artifact);
 */
export function isBuilt(code: string, built: BuiltCode): boolean {
  return keccak256(blank(code, built)) === keccak256(blank(built.deployedBytecode, built));
}

function blank(code: string, { immutableReferences = {} }: BuiltCode): string {
  let hex = code.slice(2);
  for (const { start, length } of Object.values(immutableReferences).flat()) {
    hex = hex.slice(0, 2 * start) + "0".repeat(2 * length) + hex.slice(2 * (start + length));
  }
  return `0x${hex}`;
}

const ADMIN = { id: 0n, key: "admin" };

/**
 * Compares a deployment with the build, with the parameters of its network and with the promise that the deployer
 * keeps nothing.
 *
 * @param builtOf the build of a contract, by its name in the suite
 * @param deployer null where it is not known
 * @example await auditSuite(context, (name) => readArtifact(name), deployer);
 */
export async function auditSuite(
  { contracts, identity, chain, offices }: TaskContext,
  builtOf: (name: keyof Contracts) => Promise<BuiltCode>,
  deployer: string | null,
): Promise<SuiteAudit> {
  const rows = [];
  for (const name of CONTRACT_NAMES) {
    const address = identity.contracts[name]?.address ?? "";
    rows.push({ name, address, matchesBuild: isBuilt(await chain.code(address), await builtOf(name)) });
  }
  const held = [];
  const deployerHolds: string[] = [];
  for (const { id, key } of [ADMIN, ...ROLES]) {
    const account = offices[key];
    if (account !== undefined) {
      const { isMember, executionDelay } = await contracts.manager.hasRole(id, account);
      held.push({ office: key, account, holds: isMember, delay: Number(executionDelay) });
    }
    if (deployer !== null && (await contracts.manager.hasRole(id, deployer)).isMember) deployerHolds.push(key);
  }
  return { contracts: rows, offices: held, deployerHolds };
}

/**
 * Refuses a deployment of which any part is not as it should be.
 *
 * @throws CodedError `suite-mismatch` naming the contracts, the offices and the deployer's roles that are off
 * @example refuseMismatch(await auditSuite(context, builtOf, deployer));
 */
export function refuseMismatch({ contracts, offices, deployerHolds }: SuiteAudit): void {
  const parts = [
    ...contracts.filter(({ matchesBuild }) => !matchesBuild).map(({ name }) => name),
    ...offices.filter(({ holds }) => !holds).map(({ office }) => office),
    ...deployerHolds.map((role) => `deployer: ${role}`),
  ];
  if (parts.length > 0) throw new CodedError("suite-mismatch", { parts: parts.join(", ") });
}
