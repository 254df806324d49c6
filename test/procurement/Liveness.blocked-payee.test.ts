import { expect } from "chai";
import { network } from "hardhat";

import { MockClp__factory } from "../../typechain-types/index.js";
import { DAY } from "../helpers/agreement.ts";
import { BOND, EVIDENCE } from "../helpers/court.ts";
import { expectEnded, letTimePass } from "../helpers/liveness.ts";
import { APPROPRIATION, fundedLine, openContract, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The first contract of a line in a token whose issuer blocks accounts. */
async function blockableContract() {
  const fixture = await fundedLine(connection);
  const { treasury, opening, escrow, budgetOffice, thresholds, supplier, deployer, buyerId } = fixture;
  const clp = await new MockClp__factory(deployer).deploy(0);
  await treasury.connect(budgetOffice).allowToken(clp, true);
  await opening.connect(thresholds).setThreshold(clp, THRESHOLD);
  await treasury.connect(budgetOffice).openLine(clp, escrow, buyerId, ethers.id("31"));
  for (const holder of [budgetOffice, supplier]) {
    await clp.mint(holder, APPROPRIATION);
    await clp.connect(holder).approve(treasury, APPROPRIATION);
  }
  await treasury.connect(budgetOffice).fund(2n, APPROPRIATION);
  const terms = { token: await clp.getAddress(), lineId: 2n };
  const contract = await openContract(fixture, { terms, annex: { performanceBond: BOND } });
  await escrow.connect(supplier).deliver(contract.id, 0, EVIDENCE);
  return { ...fixture, ...contract, clp };
}

describe("Liveness, given the token refuses the supplier", () => {
  it("credits every payment, retention and bond to the end, and pays when the block ends", async () => {
    const state = await networkHelpers.loadFixture(blockableContract);
    const { treasury, clp, supplier, supplierId, stranger } = state;
    await clp.setBlocked(supplier, true);
    await letTimePass(connection, state);
    await expectEnded(state, 20_000_000n);
    expect(await treasury.creditOf(supplierId, clp)).to.equal(20_000_000n + BOND);
    await expect(treasury.withdraw(supplierId, clp))
      .to.be.revertedWithCustomError(treasury, "Treasury_TransferRefused")
      .withArgs(clp, supplier);
    await clp.setBlocked(supplier, false);
    await treasury.connect(stranger).withdraw(supplierId, clp);
    await expectEnded(state, 20_000_000n);
    expect(await treasury.creditOf(supplierId, clp)).to.equal(0n);
  });

  it("pays the factoring house while the supplier is refused", async () => {
    const state = await networkHelpers.loadFixture(blockableContract);
    const { escrow, treasury, clp, supplier, factor, factorId, supplierId, stranger, deed, id } = state;
    await escrow.connect(supplier).assign(id, 0, factorId);
    await clp.setBlocked(supplier, true);
    await networkHelpers.time.increase(9n * DAY);
    await expect(escrow.connect(stranger).settle(deed.terms, 0)).to.changeTokenBalance(
      ethers,
      clp,
      factor,
      18_000_000n,
    );
    expect(await treasury.creditOf(supplierId, clp)).to.equal(0n);
    await letTimePass(connection, state);
    await expectEnded(state, 20_000_000n);
  });

  it("leaves what is refused by everybody as credits, and the line as it should be", async () => {
    const state = await networkHelpers.loadFixture(blockableContract);
    const { clp, buyer, supplier, inspector } = state;
    for (const account of [buyer, supplier, inspector]) await clp.setBlocked(account, true);
    await letTimePass(connection, state);
    await expectEnded(state, 20_000_000n);
  });
});
