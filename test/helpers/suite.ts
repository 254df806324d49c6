import type { DeploymentParameters } from "@nomicfoundation/ignition-core";
import type { NetworkConnection } from "hardhat/types/network";

import {
  contractSignatureData,
  type Deed as SignedDeed,
  type MilestoneTerms as SignedMilestone,
} from "../../scripts/lib/procurement/agreement.ts";
import { attachContracts } from "../../scripts/lib/tasks/contracts.ts";
import { PlainToken__factory } from "../../typechain-types/index.js";
import type { OpeningDesk, Registry } from "../../typechain-types/index.js";
import { placeOf, signAccreditation, signTyped } from "./accreditation.ts";
import { annexHash, annexOf, contractId, documentOf, equalSchedule } from "./agreement.ts";
import type { Annex, Deed, MilestoneTerms, Terms } from "./agreement.ts";
import { ignitedSuite } from "./ignited-suite.ts";

export type Connection = NetworkConnection<"l1">;
export type Signer = Awaited<ReturnType<Connection["ethers"]["getSigners"]>>[number];

/** Public numbers of the entities that the fixtures enter. */
export const KIND = { supplier: 1n, publicBody: 2n } as const;

/** The suite as Ignition deploys it, its offices by name, and a token that the budget office allowed. */
export async function deploySuite(connection: Connection, parameters: DeploymentParameters = {}) {
  const [
    deployer,
    admin,
    accreditor,
    registryAppeals,
    sanctions,
    budgetOffice,
    programs,
    buyer,
    ,
    thresholds,
    guardian,
  ] = await connection.ethers.getSigners();
  const parties = (await connection.ethers.getSigners()).slice(11);
  const [inspector, substitute, arbiter, fallbackArbiter, reviewer, certifier, supplier, factor, stranger] = parties;
  const actors = {
    deployer: deployer!,
    admin: admin!,
    accreditor: accreditor!,
    registryAppeals: registryAppeals!,
    sanctions: sanctions!,
    budgetOffice: budgetOffice!,
    programs: programs!,
    buyer: buyer!,
    thresholds: thresholds!,
    guardian: guardian!,
    inspector: inspector!,
    substitute: substitute!,
    arbiter: arbiter!,
    fallbackArbiter: fallbackArbiter!,
    reviewer: reviewer!,
    certifier: certifier!,
    supplier: supplier!,
    factor: factor!,
    stranger: stranger!,
  };
  const at = await ignitedSuite(connection, actors.deployer.address, parameters);
  const suite = attachContracts(at, actors.deployer);
  const { provider } = connection.ethers;
  const token = await new PlainToken__factory(actors.deployer).deploy();
  await suite.treasury.connect(actors.budgetOffice).allowToken(token, true);
  return { ...suite, ...actors, token, provider };
}

export type SuiteFixture = Awaited<ReturnType<typeof deploySuite>>;

/** Enters a legal entity: the accreditor signs, the entity submits. */
export async function accredit(
  registry: Registry,
  accreditor: Signer,
  account: Signer,
  entity: { kind: bigint; number: bigint; size?: bigint; region?: bigint; group?: bigint; validUntil?: bigint },
): Promise<bigint> {
  const known = await registry.entityByNumber(entity.kind, entity.number);
  const accreditation = {
    number: entity.number,
    account: account.address,
    kind: entity.kind,
    size: entity.size ?? 2n,
    region: entity.region ?? 13n,
    group: entity.group ?? 0n,
    validUntil: entity.validUntil ?? 4_000_000_000n,
    sequence: known === 0n ? 0n : (await registry.getEntity(known)).sequence,
    deadline: 4_000_000_000n,
  };
  const signature = await signAccreditation(registry, accreditor, accreditation);
  await registry.connect(account).accredit(accreditation, accreditor, signature);
  return registry.entityByNumber(entity.kind, entity.number);
}

/** The supplier's EIP-712 signature of terms and schedule. */
export async function signContract(
  opening: OpeningDesk,
  supplier: Signer,
  deed: Deed,
  schedule: readonly MilestoneTerms[],
): Promise<string> {
  const place = await placeOf(opening, supplier);
  return signTyped(supplier, contractSignatureData(place, deed as SignedDeed, schedule as SignedMilestone[]));
}

export const APPROPRIATION = 10_000_000_000n;
export const THRESHOLD = 70_000_000n;

/** Buyer, supplier and factoring house in the registry, a funded budget line, a threshold; the supplier approved the treasury. */
export async function fundedLine(connection: Connection) {
  const suite = await deploySuite(connection);
  const { registry, treasury, token, accreditor, budgetOffice } = suite;
  const buyerId = await accredit(registry, accreditor, suite.buyer, { kind: KIND.publicBody, number: 61_002_000n });
  const supplierId = await accredit(registry, accreditor, suite.supplier, { kind: KIND.supplier, number: 76_123_456n });
  const factorId = await accredit(registry, accreditor, suite.factor, { kind: KIND.supplier, number: 96_667_560n });
  await suite.opening.connect(suite.thresholds).setThreshold(token, THRESHOLD);
  await treasury
    .connect(budgetOffice)
    .openLine(token, await suite.escrow.getAddress(), buyerId, `0x${"00".repeat(31)}31`);
  const lineId = 1n;
  await token.mint(budgetOffice, APPROPRIATION);
  await token.connect(budgetOffice).approve(treasury, APPROPRIATION);
  await treasury.connect(budgetOffice).fund(lineId, APPROPRIATION);
  await token.mint(suite.supplier, APPROPRIATION);
  await token.connect(suite.supplier).approve(treasury, APPROPRIATION);
  return { ...suite, buyerId, supplierId, factorId, lineId };
}

export type LineFixture = Awaited<ReturnType<typeof fundedLine>>;

export interface ContractOptions {
  amounts?: readonly bigint[];
  terms?: Partial<Terms>;
  annex?: Partial<Annex>;
  certificates?: bigint;
}

/** Terms of a small contract under the fixture's line; below the threshold, so without bonds unless overridden. */
export async function draftContract(fixture: LineFixture, options: ContractOptions = {}) {
  const now = BigInt((await fixture.provider.getBlock("latest"))!.timestamp);
  const amounts = options.amounts ?? [20_000_000n, 20_000_000n, 20_000_000n];
  const price = amounts.reduce((sum, amount) => sum + amount, 0n);
  const annex = annexOf(
    now,
    price,
    {
      inspector: fixture.inspector.address,
      substitute: fixture.substitute.address,
      arbiter: fixture.arbiter.address,
      fallbackArbiter: fixture.fallbackArbiter.address,
      reviewer: fixture.reviewer.address,
      certifier: fixture.certifier.address,
    },
    options.annex,
  );
  const terms: Terms = {
    annex: annexHash(annex),
    lineId: fixture.lineId,
    token: await fixture.token.getAddress(),
    buyer: fixture.buyerId,
    supplier: fixture.supplierId,
    price,
    advance: 0n,
    retentionBps: 1_000n,
    retentionCapBps: 500n,
    inspector: fixture.inspector.address,
    substitute: fixture.substitute.address,
    ...options.terms,
  };
  const schedule = equalSchedule(now, amounts, options.certificates ?? 0n);
  return { deed: { terms, annex }, schedule, id: contractId(terms) };
}

export type Draft = Awaited<ReturnType<typeof draftContract>>;

/** The direct award of a drafted contract, signed by the supplier and sent by the buyer. */
export async function awardDraft({ opening, supplier, buyer }: LineFixture, { deed, schedule }: Draft) {
  const signature = await signContract(opening, supplier, deed, schedule);
  return opening.connect(buyer).award(deed, schedule, 1, documentOf("sole supplier"), signature);
}

/** A contract opened by direct award under the fixture's line. */
export async function openContract(fixture: LineFixture, options: ContractOptions = {}) {
  const draft = await draftContract(fixture, options);
  return { ...draft, tx: await awardDraft(fixture, draft) };
}
