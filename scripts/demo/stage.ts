import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { Interface } from "ethers";

import Suite from "../../ignition/modules/Suite.ts";
import {
  CertificateDesk__factory,
  ClosingDesk__factory,
  ContractChanges__factory,
  ContractCourt__factory,
  ContractReader__factory,
  MilestoneEscrow__factory,
  MockClp__factory,
  OpeningDesk__factory,
  Registry__factory,
  Treasury__factory,
  type CertificateDesk,
  type ClosingDesk,
  type ContractChanges,
  type ContractCourt,
  type ContractReader,
  type MilestoneEscrow,
  type MockClp,
  type OpeningDesk,
  type Registry,
  type Treasury,
} from "../../typechain-types/index.js";
import { ROLES } from "../lib/roles.ts";
import type { Connection } from "./cast.ts";
import { DECIMALS } from "./demo-file.ts";

export interface Contracts {
  readonly registry: Registry;
  readonly treasury: Treasury;
  readonly opening: OpeningDesk;
  readonly desk: CertificateDesk;
  readonly court: ContractCourt;
  readonly changes: ContractChanges;
  readonly closing: ClosingDesk;
  readonly escrow: MilestoneEscrow;
  readonly reader: ContractReader;
  readonly token: MockClp;
}

/** The contracts that may refuse a step of a story. */
export const storyInterfaces: readonly Interface[] = [
  Registry__factory,
  Treasury__factory,
  OpeningDesk__factory,
  CertificateDesk__factory,
  ContractCourt__factory,
  ContractChanges__factory,
  ClosingDesk__factory,
  MilestoneEscrow__factory,
  MockClp__factory,
].map((factory) => factory.createInterface());

/** The Suite as Ignition deploys it on a local chain, with a peso token of the demo's own. */
export interface Stage {
  readonly chainId: bigint;
  readonly contracts: Contracts;
  /** Interface of every contract that emits events of the story, by address. */
  readonly interfaces: ReadonlyMap<string, Interface>;
  /** The account of an office of the role table, by its key. */
  readonly office: (key: string) => HardhatEthersSigner;
}

/**
 * Deploys the Suite and a token on a connection's chain.
 *
 * @param buyer account that holds the buyers' role
 * @throws Error for an office that the role table does not have
 * @example const { contracts, office } = await setStage(await network.create(), cast.of("organismo").address);
 */
export async function setStage({ ethers, ignition }: Connection, buyer: string): Promise<Stage> {
  const signers = await ethers.getSigners();
  const at = (position: number): HardhatEthersSigner => {
    const signer = signers[position];
    if (!signer) throw new Error(`the local chain has no account ${position}`);
    return signer;
  };
  const deployer = at(0);
  const deployed = await ignition.deploy(Suite, { defaultSender: deployer.address, parameters: { Suite: { buyer } } });
  const address = (name: keyof typeof deployed): Promise<string> => deployed[name].getAddress();
  const contracts = {
    registry: Registry__factory.connect(await address("registry"), deployer),
    treasury: Treasury__factory.connect(await address("treasury"), deployer),
    opening: OpeningDesk__factory.connect(await address("opening"), deployer),
    desk: CertificateDesk__factory.connect(await address("desk"), deployer),
    court: ContractCourt__factory.connect(await address("court"), deployer),
    changes: ContractChanges__factory.connect(await address("changes"), deployer),
    closing: ClosingDesk__factory.connect(await address("closing"), deployer),
    escrow: MilestoneEscrow__factory.connect(await address("escrow"), deployer),
    reader: ContractReader__factory.connect(await address("reader"), deployer),
    token: await new MockClp__factory(deployer).deploy(DECIMALS),
  };
  const interfaces = new Map<string, Interface>();
  for (const contract of Object.values(contracts)) interfaces.set(await contract.getAddress(), contract.interface);
  return {
    chainId: (await ethers.provider.getNetwork()).chainId,
    contracts,
    interfaces,
    office(key) {
      const position = ROLES.findIndex((role) => role.key === key);
      if (position === -1) throw new Error(`no office ${key}`);
      return at(2 + position);
    },
  };
}
