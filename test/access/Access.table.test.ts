import { expect } from "chai";
import type { BaseContract } from "ethers";
import { network } from "hardhat";

import { ROLES } from "../../scripts/lib/roles.ts";
import { emptyCall, stateChanging } from "../helpers/functions.ts";
import { deploySuite } from "../helpers/suite.ts";
import type { Connection, Signer, SuiteFixture } from "../helpers/suite.ts";
import { MANAGER, WHO_MAY } from "./who-may.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const MODULE_ERRORS = [
  "Escrow_OnlyModule",
  "Module_OnlyEscrow",
  "Module_AlreadyBound",
  "Tender_OnlyModule",
  "Tender_AlreadyBound",
  "Framework_OnlyModules",
  "Framework_AlreadyBound",
];
const BY_MODULES = [
  "opening desk",
  "court",
  "court or changes",
  "closing desk",
  "certificate desk",
  "changes",
  "deployment, once",
  "publication desk",
  "joint bids",
  "panel",
  "award desk",
  "publication desk, panel or award desk",
  "framework orders or contests",
];

async function deployedSuite() {
  return deploySuite(connection);
}

/** Every deployed contract by name, the manager and the token apart. */
function contractsOf(suite: SuiteFixture): Record<string, BaseContract> {
  return {
    Registry: suite.registry,
    Treasury: suite.treasury,
    OpeningDesk: suite.opening,
    MilestoneEscrow: suite.escrow,
    ContractCourt: suite.court,
    CertificateDesk: suite.desk,
    ContractChanges: suite.changes,
    ClosingDesk: suite.closing,
    ContractReader: suite.reader,
    PublicationDesk: suite.publication,
    TenderBook: suite.book,
    JointBids: suite.joints,
    EvaluationPanel: suite.panel,
    AwardDesk: suite.awards,
    PurchaseDesk: suite.purchases,
    AgileQuotes: suite.quotes,
    FrameworkBook: suite.frameworks,
    FrameworkOrders: suite.orders,
    FrameworkContests: suite.contests,
    DrandQuicknet: suite.quicknet,
    DrandEvmnet: suite.evmnet,
  };
}

/** Who holds each role; the tender book holds the awarding contracts' one. */
function holdersOf(suite: SuiteFixture): Record<string, Signer> {
  const { accreditor, registryAppeals, sanctions, budgetOffice, programs, buyer, thresholds, guardian } = suite;
  return { accreditor, registryAppeals, sanctions, budgetOffice, programs, buyer, thresholds, guardian };
}

/** Name of the contract's own error that a call reverts with; undefined for any other outcome. */
async function refusalOf(contract: BaseContract, data: string, from: string): Promise<string | undefined> {
  try {
    await ethers.provider.call({ to: contract, data, from });
  } catch (error) {
    return contract.interface.parseError((error as { data?: string }).data ?? "0x")?.name;
  }
  return undefined;
}

describe("The role table", () => {
  it("names every function that changes state exactly once, or who may call it without a role", async () => {
    const suite = await networkHelpers.loadFixture(deployedSuite);
    const named = (functions: readonly string[]) => [...functions].sort();
    for (const [name, contract] of Object.entries(contractsOf(suite))) {
      const restricted = ROLES.flatMap((role) => role.functions[name] ?? []);
      const open = Object.values(WHO_MAY[name] ?? {}).flat();
      const all = stateChanging(contract.interface).map((fragment) => fragment.name);
      expect(named([...restricted, ...open]), name).to.deep.equal(named(all));
    }
    const managed = stateChanging(suite.manager.interface).map((fragment) => fragment.name);
    expect(named([...MANAGER.admin, ...MANAGER.own])).to.deep.equal(named(managed));
  });

  it("leaves no way to send native money", async () => {
    const suite = await networkHelpers.loadFixture(deployedSuite);
    for (const [name, contract] of Object.entries(contractsOf(suite))) {
      for (const fragment of stateChanging(contract.interface)) {
        expect(fragment.payable, `${name}.${fragment.name}`).to.equal(false);
      }
      await expect(suite.stranger.sendTransaction({ to: contract, value: 1n }), name).to.be.revert(ethers);
    }
  });

  it("lets each restricted function be called by its role alone, after the role's delay", async () => {
    const suite = await networkHelpers.loadFixture(deployedSuite);
    const { admin, deployer, stranger } = suite;
    const callers = Object.entries({ ...holdersOf(suite), admin, deployer, stranger });
    for (const role of ROLES) {
      for (const [name, functions] of Object.entries(role.functions)) {
        const contract = contractsOf(suite)[name]!;
        for (const fragment of functions.map((one) => contract.interface.getFunction(one)!)) {
          for (const [key, caller] of callers) {
            const mine = key === role.key;
            const expected = [mine && role.executionDelay === 0, mine ? BigInt(role.executionDelay) : 0n];
            const answer = await suite.manager.canCall(caller, contract, fragment.selector);
            expect(answer, `${key} ${name}.${fragment.name}`).to.deep.equal(expected);
          }
        }
      }
    }
  });

  it("is what the contracts themselves enforce on a call", async () => {
    const suite = await networkHelpers.loadFixture(deployedSuite);
    const { admin, deployer, stranger } = suite;
    const callers = Object.entries({ ...holdersOf(suite), admin, deployer, stranger });
    for (const [name, contract] of Object.entries(contractsOf(suite))) {
      for (const fragment of stateChanging(contract.interface)) {
        const owner = ROLES.find((role) => role.functions[name]?.includes(fragment.name) === true);
        const guarded = owner !== undefined || fragment.name === "setAuthority";
        const data = emptyCall(contract.interface, fragment);
        for (const [key, caller] of callers) {
          const refusal = await refusalOf(contract, data, caller.address);
          const refused = guarded && key !== owner?.key;
          expect(refusal === "AccessManagedUnauthorized", `${key} ${name}.${fragment.name}`).to.equal(refused);
        }
      }
    }
  });

  it("leaves the modules' orders to the modules, whatever office calls", async () => {
    const suite = await networkHelpers.loadFixture(deployedSuite);
    const callers = [...Object.values(holdersOf(suite)), suite.admin, suite.deployer, suite.stranger];
    for (const [name, contract] of Object.entries(contractsOf(suite))) {
      for (const [who, functions] of Object.entries(WHO_MAY[name]!)) {
        if (!BY_MODULES.includes(who) && !who.startsWith("escrow")) continue;
        for (const fragment of functions.map((one) => contract.interface.getFunction(one)!)) {
          const data = emptyCall(contract.interface, fragment);
          for (const caller of callers) {
            const refusal = await refusalOf(contract, data, caller.address);
            expect(MODULE_ERRORS, `${name}.${fragment.name}`).to.include(refusal);
          }
        }
      }
    }
  });

  it("is administered by ADMIN alone, and by nobody without a delay", async () => {
    const suite = await networkHelpers.loadFixture(deployedSuite);
    const { manager, admin, deployer, stranger } = suite;
    for (const name of MANAGER.admin) {
      const data = emptyCall(manager.interface, manager.interface.getFunction(name));
      for (const caller of [...Object.values(holdersOf(suite)), deployer, stranger]) {
        await expect(caller.sendTransaction({ to: manager, data }), name)
          .to.be.revertedWithCustomError(manager, "AccessManagerUnauthorizedAccount")
          .withArgs(caller.address, 0n);
      }
      await expect(admin.sendTransaction({ to: manager, data }), name).to.be.revertedWithCustomError(
        manager,
        "AccessManagerNotScheduled",
      );
    }
  });
});
