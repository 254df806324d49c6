import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { Interface } from "ethers";

import Suite from "../../ignition/modules/Suite.ts";
import {
  AwardDesk__factory,
  CertificateDesk__factory,
  ClosingDesk__factory,
  ContractChanges__factory,
  ContractCourt__factory,
  ContractReader__factory,
  EvaluationPanel__factory,
  JointBids__factory,
  MilestoneEscrow__factory,
  MockClp__factory,
  OpeningDesk__factory,
  PublicationDesk__factory,
  Registry__factory,
  TenderBook__factory,
  Treasury__factory,
  type AwardDesk,
  type CertificateDesk,
  type ClosingDesk,
  type ContractChanges,
  type ContractCourt,
  type ContractReader,
  type EvaluationPanel,
  type JointBids,
  type MilestoneEscrow,
  type MockClp,
  type OpeningDesk,
  type PublicationDesk,
  type Registry,
  type TenderBook,
  type Treasury,
} from "../../typechain-types/index.js";
import type { BeaconInfo } from "../lib/randomness/beacon.ts";
import type { Connection } from "./cast.ts";
import { DECIMALS } from "./token.ts";

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
  readonly publication: PublicationDesk;
  readonly joints: JointBids;
  readonly book: TenderBook;
  readonly panel: EvaluationPanel;
  readonly awards: AwardDesk;
  readonly token: MockClp;
}

/** The contracts that may refuse a step of a story. */
export const suiteInterfaces: readonly Interface[] = [
  Registry__factory,
  Treasury__factory,
  OpeningDesk__factory,
  CertificateDesk__factory,
  ContractCourt__factory,
  ContractChanges__factory,
  ClosingDesk__factory,
  MilestoneEscrow__factory,
  PublicationDesk__factory,
  JointBids__factory,
  TenderBook__factory,
  EvaluationPanel__factory,
  AwardDesk__factory,
  MockClp__factory,
].map((factory) => factory.createInterface());

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
  const address = (name: keyof typeof deployed): Promise<string> => deployed[name].getAddress();
  return {
    registry: Registry__factory.connect(await address("registry"), deployer),
    treasury: Treasury__factory.connect(await address("treasury"), deployer),
    opening: OpeningDesk__factory.connect(await address("opening"), deployer),
    desk: CertificateDesk__factory.connect(await address("desk"), deployer),
    court: ContractCourt__factory.connect(await address("court"), deployer),
    changes: ContractChanges__factory.connect(await address("changes"), deployer),
    closing: ClosingDesk__factory.connect(await address("closing"), deployer),
    escrow: MilestoneEscrow__factory.connect(await address("escrow"), deployer),
    reader: ContractReader__factory.connect(await address("reader"), deployer),
    publication: PublicationDesk__factory.connect(await address("publication"), deployer),
    joints: JointBids__factory.connect(await address("joints"), deployer),
    book: TenderBook__factory.connect(await address("book"), deployer),
    panel: EvaluationPanel__factory.connect(await address("panel"), deployer),
    awards: AwardDesk__factory.connect(await address("awards"), deployer),
    token: await new MockClp__factory(deployer).deploy(DECIMALS),
  };
}
