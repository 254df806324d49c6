import type { Interface } from "ethers";
import { ZeroAddress, type ContractRunner } from "ethers";

// Each from a file of its own: the index reads the mocks too, and every command would wait for them.
import { AccessManager__factory } from "../../../typechain-types/factories/@openzeppelin/contracts/access/manager/AccessManager__factory.js";
import { MockClp__factory } from "../../../typechain-types/factories/contracts/mocks/MockClp__factory.js";
import { AgileQuotes__factory } from "../../../typechain-types/factories/contracts/procurement/AgileQuotes__factory.js";
import { AwardDesk__factory } from "../../../typechain-types/factories/contracts/procurement/AwardDesk__factory.js";
import { CertificateDesk__factory } from "../../../typechain-types/factories/contracts/procurement/CertificateDesk__factory.js";
import { ClosingDesk__factory } from "../../../typechain-types/factories/contracts/procurement/ClosingDesk__factory.js";
import { ContractChanges__factory } from "../../../typechain-types/factories/contracts/procurement/ContractChanges__factory.js";
import { ContractCourt__factory } from "../../../typechain-types/factories/contracts/procurement/ContractCourt__factory.js";
import { ContractReader__factory } from "../../../typechain-types/factories/contracts/procurement/ContractReader__factory.js";
import { EvaluationPanel__factory } from "../../../typechain-types/factories/contracts/procurement/EvaluationPanel__factory.js";
import { FrameworkBook__factory } from "../../../typechain-types/factories/contracts/procurement/FrameworkBook__factory.js";
import { FrameworkContests__factory } from "../../../typechain-types/factories/contracts/procurement/FrameworkContests__factory.js";
import { FrameworkOrders__factory } from "../../../typechain-types/factories/contracts/procurement/FrameworkOrders__factory.js";
import { JointBids__factory } from "../../../typechain-types/factories/contracts/procurement/JointBids__factory.js";
import { MilestoneEscrow__factory } from "../../../typechain-types/factories/contracts/procurement/MilestoneEscrow__factory.js";
import { OpeningDesk__factory } from "../../../typechain-types/factories/contracts/procurement/OpeningDesk__factory.js";
import { PublicationDesk__factory } from "../../../typechain-types/factories/contracts/procurement/PublicationDesk__factory.js";
import { PurchaseDesk__factory } from "../../../typechain-types/factories/contracts/procurement/PurchaseDesk__factory.js";
import { TenderBook__factory } from "../../../typechain-types/factories/contracts/procurement/TenderBook__factory.js";
import { DrandEvmnet__factory } from "../../../typechain-types/factories/contracts/randomness/DrandEvmnet__factory.js";
import { DrandQuicknet__factory } from "../../../typechain-types/factories/contracts/randomness/DrandQuicknet__factory.js";
import { Registry__factory } from "../../../typechain-types/factories/contracts/registry/Registry__factory.js";
import { Treasury__factory } from "../../../typechain-types/factories/contracts/treasury/Treasury__factory.js";
import type { NetworkIdentity } from "../send/network-identity.ts";
import { SendError } from "../send/send-error.ts";

/** Unattached contracts: reading an interface is what costs, so each is read once a process. */
const TEMPLATES = {
  manager: AccessManager__factory.connect(ZeroAddress),
  registry: Registry__factory.connect(ZeroAddress),
  treasury: Treasury__factory.connect(ZeroAddress),
  opening: OpeningDesk__factory.connect(ZeroAddress),
  desk: CertificateDesk__factory.connect(ZeroAddress),
  court: ContractCourt__factory.connect(ZeroAddress),
  changes: ContractChanges__factory.connect(ZeroAddress),
  closing: ClosingDesk__factory.connect(ZeroAddress),
  escrow: MilestoneEscrow__factory.connect(ZeroAddress),
  reader: ContractReader__factory.connect(ZeroAddress),
  book: TenderBook__factory.connect(ZeroAddress),
  publication: PublicationDesk__factory.connect(ZeroAddress),
  joints: JointBids__factory.connect(ZeroAddress),
  panel: EvaluationPanel__factory.connect(ZeroAddress),
  awards: AwardDesk__factory.connect(ZeroAddress),
  purchases: PurchaseDesk__factory.connect(ZeroAddress),
  quotes: AgileQuotes__factory.connect(ZeroAddress),
  frameworks: FrameworkBook__factory.connect(ZeroAddress),
  orders: FrameworkOrders__factory.connect(ZeroAddress),
  contests: FrameworkContests__factory.connect(ZeroAddress),
  quicknet: DrandQuicknet__factory.connect(ZeroAddress),
  evmnet: DrandEvmnet__factory.connect(ZeroAddress),
} as const;

/** The contracts of the suite by the names of Ignition's module. */
export type Contracts = { readonly [K in keyof typeof TEMPLATES]: ReturnType<(typeof TEMPLATES)[K]["connect"]> };

/** Names of the contracts, in the order of deployment. */
export const CONTRACT_NAMES = Object.keys(TEMPLATES) as readonly (keyof Contracts)[];

/** Interfaces of all that may refuse a call, the token's errors included. */
export const INTERFACES: readonly Interface[] = [
  ...Object.values(TEMPLATES).map((template) => template.interface as Interface),
  MockClp__factory.createInterface(),
];

/**
 * The typed contracts of a deployment.
 *
 * @param addresses where each contract is, by its name
 * @param runner answers reads; nothing is sent through it unless it signs
 * @example attachContracts({ treasury: "0x..." }, provider).treasury.lineCount();
 */
export function attachContracts(addresses: Readonly<Record<string, string>>, runner: ContractRunner): Contracts {
  const entries = CONTRACT_NAMES.map((name) => [
    name,
    TEMPLATES[name].attach(addresses[name] ?? ZeroAddress).connect(runner),
  ]);
  return Object.fromEntries(entries) as Contracts;
}

/**
 * The typed contracts of a recorded deployment.
 *
 * @param runner answers reads; nothing is sent through it
 * @throws SendError "identity-file-bad" when the record lacks a contract
 * @example connectContracts(identity, provider).treasury.lineCount();
 */
export function connectContracts(identity: NetworkIdentity, runner: ContractRunner): Contracts {
  const missing = CONTRACT_NAMES.find((name) => identity.contracts[name] === undefined);
  if (missing !== undefined) throw new SendError("identity-file-bad", { path: "identity.json", reason: missing });
  const addresses = Object.entries(identity.contracts).map(([name, { address }]) => [name, address] as const);
  return attachContracts(Object.fromEntries(addresses), runner);
}
