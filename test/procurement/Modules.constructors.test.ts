import { expect } from "chai";
import type { ContractFactory } from "ethers";
import { network } from "hardhat";

import {
  AgileQuotes__factory,
  AwardDesk__factory,
  CertificateDesk__factory,
  ClosingDesk__factory,
  ContractChanges__factory,
  ContractCourt__factory,
  ContractReader__factory,
  EvaluationPanel__factory,
  FrameworkBook__factory,
  FrameworkContests__factory,
  FrameworkOrders__factory,
  JointBids__factory,
  MilestoneEscrow__factory,
  OpeningDesk__factory,
  PublicationDesk__factory,
  PurchaseDesk__factory,
  TenderBook__factory,
} from "../../typechain-types/index.js";
import { ZERO_HASH } from "../helpers/court.ts";
import { deploySuite } from "../helpers/suite.ts";
import type { Connection, Signer, SuiteFixture } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const newSuite = async () => deploySuite(connection);

const BEACON = { genesis: 1, period: 3 };
const DAY = 86_400;

interface Parts {
  readonly error: "Terms_NotAContract" | "Tender_NotAContract" | "Quote_NotAContract";
  readonly factory: (deployer: Signer) => ContractFactory;
  /** The constructor's arguments as the suite is deployed. */
  readonly given: (suite: SuiteFixture) => unknown[];
  /** Which of them must be contracts, by name, where nothing else would refuse an account without code. */
  readonly contracts: Readonly<Record<string, number>>;
}

const CONSTRUCTORS: Readonly<Record<string, Parts>> = {
  OpeningDesk: {
    error: "Terms_NotAContract",
    factory: (deployer) => new OpeningDesk__factory(deployer),
    given: ({ manager, registry }) => [manager, registry, 1_900],
    contracts: { registry: 1 },
  },
  CertificateDesk: {
    error: "Terms_NotAContract",
    factory: (deployer) => new CertificateDesk__factory(deployer),
    given: ({ registry }) => [registry],
    contracts: { registry: 0 },
  },
  ContractCourt: {
    error: "Terms_NotAContract",
    factory: (deployer) => new ContractCourt__factory(deployer),
    given: ({ registry, desk }) => [registry, desk],
    contracts: { registry: 0, "certificate desk": 1 },
  },
  ContractChanges: {
    error: "Terms_NotAContract",
    factory: (deployer) => new ContractChanges__factory(deployer),
    given: ({ registry, opening }) => [registry, opening],
    contracts: { registry: 0, "opening desk": 1 },
  },
  ClosingDesk: {
    error: "Terms_NotAContract",
    factory: (deployer) => new ClosingDesk__factory(deployer),
    given: ({ court }) => [court],
    contracts: { court: 0 },
  },
  MilestoneEscrow: {
    error: "Terms_NotAContract",
    factory: (deployer) => new MilestoneEscrow__factory(deployer),
    given: (suite) => [
      suite.treasury,
      suite.registry,
      suite.opening,
      suite.court,
      suite.desk,
      suite.changes,
      suite.closing,
    ],
    contracts: { treasury: 0, registry: 1 },
  },
  ContractReader: {
    error: "Terms_NotAContract",
    factory: (deployer) => new ContractReader__factory(deployer),
    given: ({ escrow, desk }) => [escrow, desk],
    contracts: { escrow: 0, "certificate desk": 1 },
  },
  TenderBook: {
    error: "Tender_NotAContract",
    factory: (deployer) => new TenderBook__factory(deployer),
    given: ({ registry, treasury, opening }) => [registry, treasury, opening],
    contracts: { registry: 0, treasury: 1, "opening desk": 2 },
  },
  PublicationDesk: {
    error: "Tender_NotAContract",
    factory: (deployer) => new PublicationDesk__factory(deployer),
    given: ({ manager, registry, book, awards, opening }) => [
      manager,
      registry,
      book,
      awards,
      opening,
      { chainHash: ZERO_HASH, ...BEACON },
    ],
    contracts: { registry: 1, book: 2, "award desk": 3, "opening desk": 4 },
  },
  EvaluationPanel: {
    error: "Tender_NotAContract",
    factory: (deployer) => new EvaluationPanel__factory(deployer),
    given: ({ book }) => [book],
    contracts: { book: 0 },
  },
  AwardDesk: {
    error: "Tender_NotAContract",
    factory: (deployer) => new AwardDesk__factory(deployer),
    given: ({ book, registry }) => [book, registry],
    contracts: { book: 0, registry: 1 },
  },
  JointBids: {
    error: "Tender_NotAContract",
    factory: (deployer) => new JointBids__factory(deployer),
    given: ({ registry, book }) => [registry, book],
    contracts: { registry: 0, book: 1 },
  },
  PurchaseDesk: {
    error: "Quote_NotAContract",
    factory: (deployer) => new PurchaseDesk__factory(deployer),
    given: ({ manager, opening }) => [manager, opening],
    contracts: { "opening desk": 1 },
  },
  AgileQuotes: {
    error: "Quote_NotAContract",
    factory: (deployer) => new AgileQuotes__factory(deployer),
    given: ({ manager, registry, purchases }) => [manager, registry, purchases, BEACON, DAY],
    contracts: { registry: 1, "purchase desk": 2 },
  },
  FrameworkBook: {
    error: "Quote_NotAContract",
    factory: (deployer) => new FrameworkBook__factory(deployer),
    given: ({ manager, registry, purchases }) => [manager, registry, purchases, BEACON, DAY],
    contracts: { registry: 1, "purchase desk": 2 },
  },
  FrameworkOrders: {
    error: "Quote_NotAContract",
    factory: (deployer) => new FrameworkOrders__factory(deployer),
    given: ({ manager, registry, purchases, frameworks }) => [manager, registry, purchases, frameworks],
    contracts: { registry: 1, "purchase desk": 2, "framework book": 3 },
  },
  FrameworkContests: {
    error: "Quote_NotAContract",
    factory: (deployer) => new FrameworkContests__factory(deployer),
    given: ({ manager, registry, purchases, frameworks }) => [manager, registry, purchases, frameworks, BEACON],
    contracts: { registry: 1, "purchase desk": 2, "framework book": 3 },
  },
};

describe("The constructors of procurement", () => {
  for (const [name, { error, factory, given, contracts }] of Object.entries(CONSTRUCTORS)) {
    for (const [part, position] of Object.entries(contracts)) {
      it(`${name} reverts where the ${part} has no code`, async () => {
        const suite = await networkHelpers.loadFixture(newSuite);
        const made = factory(suite.deployer);
        const args = given(suite).with(position, suite.stranger);
        await expect(made.deploy(...args))
          .to.be.revertedWithCustomError(made, error)
          .withArgs(suite.stranger.address);
      });
    }
  }

  it("OpeningDesk reverts for a tax above the whole of the net price", async () => {
    const { deployer, manager, registry } = await networkHelpers.loadFixture(newSuite);
    const factory = new OpeningDesk__factory(deployer);
    await expect(factory.deploy(manager, registry, 10_001))
      .to.be.revertedWithCustomError(factory, "Terms_BasisPoints")
      .withArgs(10_001, 0, 10_000);
    expect(await (await factory.deploy(manager, registry, 10_000)).MAX_TAX_BPS()).to.equal(10_000n);
  });

  it("MilestoneEscrow reverts where a module serves another escrow", async () => {
    const suite = await networkHelpers.loadFixture(newSuite);
    const factory = new MilestoneEscrow__factory(suite.deployer);
    const { treasury, registry, opening, court, desk, changes, closing } = suite;
    await expect(factory.deploy(treasury, registry, opening, court, desk, changes, closing))
      .to.be.revertedWithCustomError(opening, "Module_AlreadyBound")
      .withArgs(await opening.getAddress(), await suite.escrow.getAddress());
  });
});
