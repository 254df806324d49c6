import type { Interface } from "ethers";
import { ZeroAddress, type ContractRunner } from "ethers";

import {
  AccessManager__factory,
  AgileQuotes__factory,
  AwardDesk__factory,
  CertificateDesk__factory,
  ClosingDesk__factory,
  ContractChanges__factory,
  ContractCourt__factory,
  ContractReader__factory,
  DrandEvmnet__factory,
  DrandQuicknet__factory,
  EvaluationPanel__factory,
  FrameworkBook__factory,
  FrameworkContests__factory,
  FrameworkOrders__factory,
  JointBids__factory,
  MilestoneEscrow__factory,
  MockClp__factory,
  OpeningDesk__factory,
  PublicationDesk__factory,
  PurchaseDesk__factory,
  Registry__factory,
  TenderBook__factory,
  Treasury__factory,
} from "../../../typechain-types/index.js";
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
