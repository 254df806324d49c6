import type { Interface } from "ethers";
import { type ContractRunner } from "ethers";

import {
  AccessManager__factory,
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
} from "../../../typechain-types/index.js";
import type { NetworkIdentity } from "../send/network-identity.ts";
import { SendError } from "../send/send-error.ts";

const FACTORIES = {
  manager: AccessManager__factory,
  registry: Registry__factory,
  treasury: Treasury__factory,
  opening: OpeningDesk__factory,
  desk: CertificateDesk__factory,
  court: ContractCourt__factory,
  changes: ContractChanges__factory,
  closing: ClosingDesk__factory,
  escrow: MilestoneEscrow__factory,
  reader: ContractReader__factory,
  book: TenderBook__factory,
  publication: PublicationDesk__factory,
  joints: JointBids__factory,
  panel: EvaluationPanel__factory,
  awards: AwardDesk__factory,
} as const;

/** The contracts of the suite by the names of Ignition's module. */
export type Contracts = { readonly [K in keyof typeof FACTORIES]: ReturnType<(typeof FACTORIES)[K]["connect"]> };

/** Names of the contracts, in the order of deployment. */
export const CONTRACT_NAMES = Object.keys(FACTORIES) as readonly (keyof Contracts)[];

/** Interfaces of all that may refuse a call, the token's errors included. */
export const INTERFACES: readonly Interface[] = [
  ...Object.values(FACTORIES).map((factory) => factory.createInterface() as Interface),
  MockClp__factory.createInterface(),
];

/**
 * The typed contracts of a recorded deployment.
 *
 * @param runner answers reads; nothing is sent through it
 * @throws SendError "identity-file-bad" when the record lacks a contract
 * @example connectContracts(identity, provider).treasury.lineCount();
 */
export function connectContracts(identity: NetworkIdentity, runner: ContractRunner): Contracts {
  const entries = CONTRACT_NAMES.map((name) => {
    const recorded = identity.contracts[name];
    if (recorded === undefined) throw new SendError("identity-file-bad", { path: "identity.json", reason: name });
    return [name, FACTORIES[name].connect(recorded.address, runner)];
  });
  return Object.fromEntries(entries) as Contracts;
}
