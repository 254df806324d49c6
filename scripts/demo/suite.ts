import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";

import Suite from "../../ignition/modules/Suite.ts";
import { MockClp__factory, type MockClp } from "../../typechain-types/index.js";
import type { BeaconInfo } from "../lib/randomness/beacon.ts";
import { attachContracts, type Contracts as SuiteContracts } from "../lib/tasks/contracts.ts";
import type { Connection } from "./cast.ts";
import { DECIMALS } from "./token.ts";

export interface Contracts extends SuiteContracts {
  readonly token: MockClp;
}

/**
 * Deploys the Suite by Ignition, and a peso token of the demo's own.
 *
 * @param buyer account that holds the buyers' role
 * @param beacon the beacon of the time lock
 * @example const { treasury, token } = await deploySuite(connection, deployer, buyer.address, beacon.info);
 */
export async function deploySuite(
  { ignition }: Connection,
  deployer: HardhatEthersSigner,
  buyer: string,
  { chainHash, genesis, period }: Pick<BeaconInfo, "chainHash" | "genesis" | "period">,
): Promise<Contracts> {
  const beacon = { beaconGenesis: Number(genesis), beaconPeriod: Number(period) };
  const parameters = { Suite: { buyer }, Tenders: { ...beacon, beaconChainHash: chainHash }, Quotes: beacon };
  const deployed = await ignition.deploy(Suite, { defaultSender: deployer.address, parameters });
  const named = Object.entries(deployed).map(async ([name, contract]) => [name, await contract.getAddress()] as const);
  const contracts = attachContracts(Object.fromEntries(await Promise.all(named)), deployer);
  return { ...contracts, token: await new MockClp__factory(deployer).deploy(DECIMALS) };
}
