import type { DeploymentParameters } from "@nomicfoundation/ignition-core";
import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, getCreateAddress, toQuantity } from "ethers";

import Suite from "../../ignition/modules/Suite.ts";

type Parameters = DeploymentParameters;

interface Recording {
  /** Address of each contract of the module, by its name there. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly transactions: readonly { to: string | null; data: string; created: string | null }[];
}

/** The most that one transaction may ask for under EIP-7825. */
const GAS = toQuantity(16_777_216);

const recordings = new Map<string, Promise<Recording>>();

/**
 * The addresses of the suite, deployed by Ignition once a process and parameters, and on every later chain by the same transactions.
 * Ignition's own reading and checking costs a second a deployment, and the tests deploy on more than a hundred chains.
 *
 * @param connection chain on which `deployer` is an unlocked account
 */
export async function ignitedSuite(
  connection: NetworkConnection<"l1">,
  deployer: string,
  parameters: Parameters,
): Promise<Readonly<Record<string, string>>> {
  const key = JSON.stringify([deployer, parameters]);
  const known = recordings.get(key);
  if (known !== undefined) return repeat(connection, deployer, await known);
  const recording = record(connection, deployer, parameters);
  recordings.set(key, recording);
  return (await recording).addresses;
}

async function record({ ethers, ignition }: NetworkConnection<"l1">, deployer: string, parameters: Parameters) {
  const before = await ethers.provider.getBlockNumber();
  const deployed = await ignition.deploy(Suite, { defaultSender: deployer, parameters });
  const named = Object.entries(deployed).map(async ([name, contract]) => [name, await contract.getAddress()] as const);
  const addresses = Object.fromEntries(await Promise.all(named));

  const transactions: Recording["transactions"][number][] = [];
  for (let block = before + 1; block <= (await ethers.provider.getBlockNumber()); block += 1) {
    const mined = await ethers.provider.getBlock(block, true);
    for (const { from, to, data, nonce } of mined!.prefetchedTransactions) {
      if (from !== deployer) throw new Error(`the deployment has a transaction of ${from}`);
      transactions.push({ to, data, created: to === null ? getCreateAddress({ from, nonce }) : null });
    }
  }
  return { addresses, transactions };
}

/** Sends the transactions again, with the addresses that this chain's nonces give. */
async function repeat({ ethers }: NetworkConnection<"l1">, from: string, { addresses, transactions }: Recording) {
  let nonce = await ethers.provider.getTransactionCount(from);
  const here = new Map<string, string>();
  for (const { created } of transactions) {
    if (created !== null) here.set(bare(created), bare(getCreateAddress({ from, nonce })));
    nonce += 1;
  }
  const moved = new RegExp([...here.keys()].join("|"), "g");
  const translate = (hex: string): string => hex.toLowerCase().replace(moved, (address) => here.get(address)!);

  for (const { to, data } of transactions) {
    const target = to === null ? {} : { to: translate(to) };
    await ethers.provider.send("eth_sendTransaction", [{ from, gas: GAS, ...target, data: translate(data) }]);
  }
  return Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, getAddress(translate(address))]));
}

function bare(address: string): string {
  return address.slice(2).toLowerCase();
}

/** Has a connection's Ignition deploy the suite as `ignitedSuite` does, for code under test that deploys by itself. */
export function hurryIgnition<C extends NetworkConnection<"l1">>(connection: C): C {
  const deploy = async (_: unknown, options: { defaultSender: string; parameters: Parameters }) => {
    const addresses = await ignitedSuite({ ...connection, ignition }, options.defaultSender, options.parameters);
    return Object.fromEntries(
      Object.entries(addresses).map(([name, address]) => [name, { getAddress: () => Promise.resolve(address) }]),
    );
  };
  const { ignition } = connection;
  return Object.assign(connection, { ignition: { deploy } });
}
