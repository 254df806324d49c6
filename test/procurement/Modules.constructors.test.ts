import { expect } from "chai";
import type { ContractFactory } from "ethers";
import { network } from "hardhat";

import {
  CertificateDesk__factory,
  ClosingDesk__factory,
  ContractChanges__factory,
  ContractCourt__factory,
  ContractReader__factory,
  MilestoneEscrow__factory,
  OpeningDesk__factory,
} from "../../typechain-types/index.js";
import { deploySuite } from "../helpers/suite.ts";
import type { Connection, Signer, SuiteFixture } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const newSuite = async () => deploySuite(connection);

interface Parts {
  readonly factory: (deployer: Signer) => ContractFactory;
  /** The constructor's arguments as the suite is deployed. */
  readonly given: (suite: SuiteFixture) => unknown[];
  /** Which of them must be contracts, by name, where nothing else would refuse an account without code. */
  readonly contracts: Readonly<Record<string, number>>;
}

const CONSTRUCTORS: Readonly<Record<string, Parts>> = {
  OpeningDesk: {
    factory: (deployer) => new OpeningDesk__factory(deployer),
    given: ({ manager, registry }) => [manager, registry, 1_900],
    contracts: { registry: 1 },
  },
  CertificateDesk: {
    factory: (deployer) => new CertificateDesk__factory(deployer),
    given: ({ registry }) => [registry],
    contracts: { registry: 0 },
  },
  ContractCourt: {
    factory: (deployer) => new ContractCourt__factory(deployer),
    given: ({ registry, desk }) => [registry, desk],
    contracts: { registry: 0, "certificate desk": 1 },
  },
  ContractChanges: {
    factory: (deployer) => new ContractChanges__factory(deployer),
    given: ({ registry, opening }) => [registry, opening],
    contracts: { registry: 0, "opening desk": 1 },
  },
  ClosingDesk: {
    factory: (deployer) => new ClosingDesk__factory(deployer),
    given: ({ court }) => [court],
    contracts: { court: 0 },
  },
  MilestoneEscrow: {
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
    factory: (deployer) => new ContractReader__factory(deployer),
    given: ({ escrow, desk }) => [escrow, desk],
    contracts: { escrow: 0, "certificate desk": 1 },
  },
};

describe("The constructors of procurement", () => {
  for (const [name, { factory, given, contracts }] of Object.entries(CONSTRUCTORS)) {
    for (const [part, position] of Object.entries(contracts)) {
      it(`${name} reverts where the ${part} has no code`, async () => {
        const suite = await networkHelpers.loadFixture(newSuite);
        const made = factory(suite.deployer);
        const args = given(suite).with(position, suite.stranger);
        await expect(made.deploy(...args))
          .to.be.revertedWithCustomError(made, "Terms_NotAContract")
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
