import {
  agreedTerminationData,
  changeData,
  type AgreedTermination,
  type Change as SignedChange,
} from "../../scripts/lib/procurement/agreement.ts";
import type { ContractChanges } from "../../typechain-types/index.js";
import type { Agreement } from "../../typechain-types/contracts/procurement/ContractChanges.js";
import { MockWallet__factory } from "../../typechain-types/index.js";
import { placeOf, signTyped } from "./accreditation.ts";
import { DAY } from "./agreement.ts";
import type { Deed, MilestoneTerms } from "./agreement.ts";
import { latest, REASON } from "./court.ts";
import type { Connection, Signer, SuiteFixture } from "./suite.ts";

export type Change = Agreement.ChangeStruct;

/** The signature of a change order; `verifyingContract` overrides what it is bound to. */
export async function signChange(changes: ContractChanges, signer: Signer, order: Change, verifyingContract?: string) {
  const data = changeData(await placeOf(changes, signer), order as SignedChange);
  return signTyped(signer, data, verifyingContract === undefined ? {} : { verifyingContract });
}

/** The signature of an agreed termination. */
export async function signTermination(changes: ContractChanges, signer: Signer, agreed: AgreedTermination) {
  return signTyped(signer, agreedTerminationData(await placeOf(changes, signer), agreed));
}

export interface ChangeState extends SuiteFixture {
  id: string;
  deed: Deed;
  schedule: MilestoneTerms[];
}

/** A change order on the terms as they stand: `rows` by milestone index, the dates of the contract kept. */
export async function orderOf(
  connection: Connection,
  { changes, escrow, id, deed }: ChangeState,
  rows: readonly (readonly [index: bigint, terms: MilestoneTerms])[],
  overrides: Partial<Change> = {},
): Promise<Change> {
  const extended = await escrow.bondExtensionOf(id);
  return {
    termsHash: await changes.termsHashOf(id),
    document: REASON.digest,
    indexes: rows.map(([index]) => index),
    schedule: rows.map(([, terms]) => terms),
    endsAt: (await escrow.getFacts(id)).endsAt,
    bondUntil: extended === 0n ? deed.annex.bondUntil : extended,
    bondIncrease: 0n,
    deadline: (await latest(connection)) + DAY,
    ...overrides,
  };
}

/** Both sides sign and anyone submits. */
export async function applyChange(state: ChangeState, order: Change) {
  const { changes, buyer, supplier, stranger, deed } = state;
  const signatures = [await signChange(changes, buyer, order), await signChange(changes, supplier, order)] as const;
  return changes.connect(stranger).change(deed, order, ...signatures);
}

/** Gives an entity a contract account of its present owner, as an office with a multisig has. */
export async function moveToWallet(
  { networkHelpers }: Connection,
  { registry }: SuiteFixture,
  entity: bigint,
  owner: Signer,
) {
  const wallet = await new MockWallet__factory(owner).deploy(owner.address);
  await registry.connect(owner).proposeRotation(entity, wallet);
  await networkHelpers.time.increase(7n * DAY);
  await wallet.connect(owner).execute(registry, registry.interface.encodeFunctionData("acceptRotation", [entity]));
  return wallet;
}
