import { expect } from "chai";
import type { Result } from "ethers";
import { network } from "hardhat";

import { TenderBook__factory } from "../../typechain-types/index.js";
import { REASON } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import { BUDGET, evaluate, FLAG, openTechnicals, sealedTender } from "../helpers/tender-life.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** A struct as the chain gave it, to be passed on. */
const plain = (struct: unknown) => (struct as Result).toObject(true);

const sealed = () => sealedTender(connection, [{ price: 500_000_000n }, { price: 510_000_000n }]);

/** The first envelope open and scored, the second not. */
async function evaluated() {
  const life = await sealed();
  await openTechnicals(life, life.bids.slice(0, 1));
  await evaluate(life, life.bids.slice(0, 1));
  return life;
}

describe("The orders of modules", () => {
  it("are taken from the modules alone, and the modules are bound once", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id } = life;
    const asBuyer = stage.book.connect(stage.buyer);
    const { deed, milestones } = await stage.awards.draftOf(
      life.terms.call,
      life.terms.contractTerms,
      life.terms.schedule,
      1n,
      BUDGET,
      false,
      0n,
    );
    const entered = {
      desk: plain(await stage.book.getDesk(id)),
      money: plain(await stage.book.getMoney(id)),
      openings: plain(await stage.book.getOpenings(id)),
      prices: plain(await stage.book.getPrices(id)),
      stages: plain(await stage.book.getStages(id)),
      digests: plain(await stage.book.getDigests(id)),
    };
    for (const order of [
      () => asBuyer.enter(id, entered as never, stage.token, 0n),
      () => asBuyer.countEnquiry(id, true),
      () => asBuyer.join(id, 1n, 1n, { lead: 1n, group: 1n }),
      () => asBuyer.evaluate(id, 1n, 1n, 1n, true),
      () => asBuyer.end(id, 3n, REASON.digest),
      () => asBuyer.remove(id, 1n, true),
      () => asBuyer.conclude(id, plain(deed) as never, milestones.map(plain) as never),
    ]) {
      await expect(order())
        .to.be.revertedWithCustomError(stage.book, "Tender_OnlyModule")
        .withArgs(stage.buyer.address);
    }
    await expect(asBuyer.bindModules(stage.book, stage.book, stage.book, stage.book))
      .to.be.revertedWithCustomError(stage.book, "Tender_AlreadyBound")
      .withArgs(stage.publication.target);
  });

  it("are bound to contracts only", async () => {
    const { stage } = await networkHelpers.loadFixture(sealed);
    const factory = new TenderBook__factory(stage.deployer);
    const book = await factory.deploy(stage.registry, stage.treasury, stage.opening);
    const places = [stage.publication.target, stage.joints.target, stage.panel.target, stage.awards.target] as string[];
    for (const place of places.keys()) {
      const [desk = "", joints = "", panel = "", awards = ""] = places.with(place, stage.stranger.address);
      await expect(book.bindModules(desk, joints, panel, awards))
        .to.be.revertedWithCustomError(book, "Tender_NotAContract")
        .withArgs(stage.stranger.address);
    }
    const [desk = "", joints = "", panel = "", awards = ""] = places;
    await expect(book.bindModules(desk, joints, panel, awards))
      .to.emit(book, "ModulesBound")
      .withArgs(desk, joints, panel, awards);
  });

  it("let the panel enter the points of an opened bid once", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    const { stage, id, bids } = life;
    const panel = await stage.panel.getAddress();
    await networkHelpers.impersonateAccount(panel);
    await networkHelpers.setBalance(panel, 10n ** 18n);
    const asPanel = stage.book.connect(await ethers.getSigner(panel));
    const all = FLAG.copied | FLAG.eligible | FLAG.technical | FLAG.tallied | FLAG.qualified;
    await expect(asPanel.evaluate(id, bids[0]!.bidder.id, 1n, 1n, true))
      .to.be.revertedWithCustomError(stage.book, "Bid_State")
      .withArgs(id, bids[0]!.bidder.id, all);
    await expect(asPanel.evaluate(id, bids[1]!.bidder.id, 1n, 1n, true))
      .to.be.revertedWithCustomError(stage.book, "Bid_State")
      .withArgs(id, bids[1]!.bidder.id, 0n);
  });
});
