import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { network } from "hardhat";

import { PlainToken__factory, Treasury__factory } from "../../typechain-types/index.js";
import * as program from "../helpers/program.ts";
import { RECORD } from "../helpers/program.ts";
import { APPROPRIATION, deploySuite } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const CODE = encodeBytes32String("31.02.004");

const newSuite = async () => deploySuite(connection);
const fundedLine = async () => program.programLine(connection);
const committedLine = async () => program.committedLine(connection);

async function closedLine() {
  const fixture = await committedLine();
  await fixture.treasury.connect(fixture.budgetOffice).closeLine(fixture.lineId);
  return fixture;
}

describe("Treasury.constructor", () => {
  describe("when the registry has no code", () => {
    it("reverts", async () => {
      const { manager, deployer, stranger } = await networkHelpers.loadFixture(newSuite);
      const factory = new Treasury__factory(deployer);
      await expect(factory.deploy(manager, stranger))
        .to.be.revertedWithCustomError(factory, "Treasury_NotAContract")
        .withArgs(stranger.address);
    });
  });
});

describe("Treasury.allowToken", () => {
  describe("when the token has no code", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, stranger } = await networkHelpers.loadFixture(newSuite);
      await expect(treasury.connect(budgetOffice).allowToken(stranger, true))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotAContract")
        .withArgs(stranger.address);
    });
  });

  describe("when the budget office allows and stops a token", () => {
    it("logs old and new", async () => {
      const { treasury, budgetOffice, deployer } = await networkHelpers.loadFixture(newSuite);
      const token = await new PlainToken__factory(deployer).deploy();
      const address = await token.getAddress();
      await expect(treasury.connect(budgetOffice).allowToken(token, true))
        .to.emit(treasury, "TokenAllowed")
        .withArgs(address, budgetOffice.address, true, false);
      await expect(treasury.connect(budgetOffice).allowToken(token, false))
        .to.emit(treasury, "TokenAllowed")
        .withArgs(address, budgetOffice.address, false, true);
      expect(await treasury.isTokenAllowed(token)).to.equal(false);
    });
  });
});

describe("Treasury.approveProgram", () => {
  describe("given calls that were scheduled and are due", () => {
    it("refuses an account without code, approves a contract, and logs old and new", async () => {
      const { treasury, manager, programs, opening, stranger } = await networkHelpers.loadFixture(newSuite);
      const contract = await opening.getAddress();
      for (const address of [contract, stranger.address]) {
        const call = treasury.interface.encodeFunctionData("approveProgram", [address, true]);
        await manager.connect(programs).schedule(treasury, call, 0);
      }
      await networkHelpers.time.increase(5 * 86_400);
      await expect(treasury.connect(programs).approveProgram(stranger, true))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotAContract")
        .withArgs(stranger.address);
      await expect(treasury.connect(programs).approveProgram(contract, true))
        .to.emit(treasury, "ProgramApproved")
        .withArgs(contract, programs.address, true, false);
      expect(await treasury.isProgramApproved(contract)).to.equal(true);
    });
  });
});

describe("Treasury.openLine", () => {
  describe("when the token is not allowed", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, escrow, buyerId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(budgetOffice).openLine(escrow, escrow, buyerId, CODE))
        .to.be.revertedWithCustomError(treasury, "Treasury_TokenNotAllowed")
        .withArgs(await escrow.getAddress());
    });
  });

  describe("when the program is not approved", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, token, stranger, buyerId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(budgetOffice).openLine(token, stranger, buyerId, CODE))
        .to.be.revertedWithCustomError(treasury, "Treasury_ProgramNotApproved")
        .withArgs(stranger.address);
    });
  });

  describe("when the owner is a supplier, suspended or unknown", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, token, escrow, supplierId, registry, sanctions, buyerId } =
        await networkHelpers.loadFixture(fundedLine);
      const until = (await networkHelpers.time.latest()) + 1_000;
      await registry.connect(sanctions).suspend(buyerId, until, RECORD);
      for (const owner of [supplierId, buyerId, 99n]) {
        await expect(treasury.connect(budgetOffice).openLine(token, escrow, owner, CODE))
          .to.be.revertedWithCustomError(treasury, "Treasury_OwnerNotActive")
          .withArgs(owner);
      }
    });
  });

  describe("when the budget office opens one", () => {
    it("counts it and logs who may spend what", async () => {
      const { treasury, budgetOffice, token, escrow, buyerId } = await networkHelpers.loadFixture(fundedLine);
      const [spender, currency] = [await escrow.getAddress(), await token.getAddress()];
      await expect(treasury.connect(budgetOffice).openLine(token, escrow, buyerId, CODE))
        .to.emit(treasury, "LineOpened")
        .withArgs(2n, budgetOffice.address, spender, currency, buyerId, CODE);
      expect(await treasury.lineCount()).to.equal(2n);
      expect(await treasury.getLine(2n)).to.deep.equal([
        [spender, currency, buyerId, false],
        [0n, 0n],
      ]);
    });
  });
});

describe("Treasury.fund", () => {
  describe("when the line does not exist or is closed", () => {
    it("reverts", async () => {
      const { treasury, stranger, lineId } = await networkHelpers.loadFixture(closedLine);
      await expect(treasury.connect(stranger).fund(9n, 1n))
        .to.be.revertedWithCustomError(treasury, "Treasury_UnknownLine")
        .withArgs(9n);
      await expect(treasury.connect(stranger).fund(lineId, 1n))
        .to.be.revertedWithCustomError(treasury, "Treasury_LineClosed")
        .withArgs(lineId);
    });
  });

  describe("when the token is allowed no more", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, token, lineId } = await networkHelpers.loadFixture(fundedLine);
      await treasury.connect(budgetOffice).allowToken(token, false);
      await expect(treasury.connect(budgetOffice).fund(lineId, 1n))
        .to.be.revertedWithCustomError(treasury, "Treasury_TokenNotAllowed")
        .withArgs(await token.getAddress());
    });
  });

  describe("when the amount is zero", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, lineId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(budgetOffice).fund(lineId, 0n)).to.be.revertedWithCustomError(
        treasury,
        "Treasury_ZeroAmount",
      );
    });
  });

  describe("when the caller has not approved the treasury", () => {
    it("reverts with the token's reason", async () => {
      const { treasury, stranger, token, lineId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(stranger).fund(lineId, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(await treasury.getAddress(), 0n, 1n);
    });
  });

  describe("when anyone appropriates", () => {
    it("adds to what is available", async () => {
      const { treasury, stranger, token, lineId } = await networkHelpers.loadFixture(fundedLine);
      await token.mint(stranger, 70n);
      await token.connect(stranger).approve(treasury, 70n);
      const funding = treasury.connect(stranger).fund(lineId, 70n);
      await expect(funding).to.emit(treasury, "LineFunded").withArgs(lineId, stranger.address, 70n);
      await expect(funding).to.changeTokenBalances(ethers, token, [stranger, treasury], [-70n, 70n]);
      expect((await treasury.getLine(lineId)).balance.available).to.equal(APPROPRIATION + 70n);
    });
  });
});

describe("Treasury.closeLine", () => {
  describe("when the line does not exist or is closed", () => {
    it("reverts", async () => {
      const { treasury, budgetOffice, lineId } = await networkHelpers.loadFixture(closedLine);
      await expect(treasury.connect(budgetOffice).closeLine(9n))
        .to.be.revertedWithCustomError(treasury, "Treasury_UnknownLine")
        .withArgs(9n);
      await expect(treasury.connect(budgetOffice).closeLine(lineId))
        .to.be.revertedWithCustomError(treasury, "Treasury_LineClosed")
        .withArgs(lineId);
    });
  });

  describe("when the budget office closes it", () => {
    it("moves nothing: what is committed stays committed and is still paid", async () => {
      const { treasury, budgetOffice, program, token, lineId, supplier, supplierId } =
        await networkHelpers.loadFixture(committedLine);
      await expect(treasury.connect(budgetOffice).closeLine(lineId))
        .to.emit(treasury, "LineClosed")
        .withArgs(lineId, budgetOffice.address);
      const { line, balance } = await treasury.getLine(lineId);
      expect(line.closed).to.equal(true);
      expect(balance).to.deep.equal([APPROPRIATION - 1_000n, 1_000n]);
      const payment = treasury.connect(program).pay(lineId, token, supplierId, 1_000n, RECORD);
      await expect(payment).to.changeTokenBalance(ethers, token, supplier, 1_000n);
    });
  });
});

describe("Treasury.sweepLine", () => {
  describe("when the line is open or unknown", () => {
    it("reverts", async () => {
      const { treasury, stranger, lineId } = await networkHelpers.loadFixture(fundedLine);
      for (const line of [lineId, 9n]) {
        await expect(treasury.connect(stranger).sweepLine(line))
          .to.be.revertedWithCustomError(treasury, "Treasury_LineNotClosed")
          .withArgs(line);
      }
    });
  });

  describe("when nothing is available", () => {
    it("reverts", async () => {
      const { treasury, stranger, lineId } = await networkHelpers.loadFixture(closedLine);
      await treasury.connect(stranger).sweepLine(lineId);
      await expect(treasury.connect(stranger).sweepLine(lineId)).to.be.revertedWithCustomError(
        treasury,
        "Treasury_ZeroAmount",
      );
    });
  });

  describe("when anyone sweeps", () => {
    it("returns only what is uncommitted to the public body, and later what was released", async () => {
      const { treasury, stranger, buyer, buyerId, program, token, lineId } =
        await networkHelpers.loadFixture(closedLine);
      const free = APPROPRIATION - 1_000n;
      const sweep = treasury.connect(stranger).sweepLine(lineId);
      await expect(sweep).to.emit(treasury, "LineSwept").withArgs(lineId, stranger.address, buyerId, free);
      await expect(sweep).to.changeTokenBalances(ethers, token, [treasury, buyer], [-free, free]);
      await treasury.connect(program).release(lineId, token, 400n, RECORD);
      const again = treasury.connect(stranger).sweepLine(lineId);
      await expect(again).to.changeTokenBalance(ethers, token, buyer, 400n);
      expect((await treasury.getLine(lineId)).balance).to.deep.equal([0n, 600n]);
    });
  });
});
