import { expect } from "chai";
import { network } from "hardhat";

import { falsehoodOf } from "../../../scripts/lib/housing/results/falsehood-of.ts";
import { packedCutoffs } from "../../../scripts/lib/housing/results/packed.ts";
import { digestsOf } from "../../../scripts/lib/housing/results/posting.ts";
import { refutationOf } from "../../../scripts/lib/housing/results/refutation-of.ts";
import type { Claim, RoundResult } from "../../../scripts/lib/housing/results/types.ts";
import type { Connection } from "../../helpers/suite.ts";
import { entityOf, mutableProof, postable, refutationData, smallScene, WINDOW } from "./scene.ts";
import { distorted, type Standing } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const scene = () => smallScene(connection);

/** Both calls of the scene with a false result each: a better household left out, and a committee that fits named as one that does not. */
async function lies() {
  const at = await scene();
  const { results, rival, standing, committees, lie } = at;
  await results.connect(rival).post(standing.id, 1, lie);
  const fits = distorted(committees, 0, { how: "name", slot: 0, other: 0, at: 2 });
  await results.connect(rival).post(committees.id, 1, postable(fits, committees.rounds[0]!.facts));
  const forgotten = distorted(standing, 0, { how: "forget", slot: 0, other: 0, at: 0 });
  return { ...at, fits, forgotten };
}

const refutation = ({ rounds, proofOf }: Standing, result: RoundResult, claim?: Claim, number = 0) => {
  const { facts } = rounds[0]!;
  return refutationOf(postable(result, facts), number, claim ?? falsehoodOf(result, facts)!, proofOf);
};

describe("ResultBook.refuteAbsence", () => {
  it("refutes a result that leaves a better household out, and its bond is forfeited to the line", async () => {
    const { results, mock, stranger, standing, forgotten, id, record } = await networkHelpers.loadFixture(lies);
    const { method, exhibit, rest } = refutation(standing, forgotten);
    expect([method, exhibit.slot]).to.deep.equal(["refuteAbsence", 0]);
    const tx = stranger.sendTransaction({
      to: results,
      data: refutationData(id, refutation(standing, forgotten)),
    });
    await expect(tx).to.emit(results, "ResultRefuted").withArgs(id, stranger.address, 1, 0, 2, 0);
    await expect(tx).to.emit(mock, "Forfeited").withArgs(record(0), 5_000);
    expect((await results.getWindow(id, 1)).standing).to.equal(0n);

    await expect(results.refuteAbsence(id, exhibit, mutableProof(rest[0] as never)))
      .to.be.revertedWithCustomError(results, "Result_State")
      .withArgs(id, 0, 2);
    await expect(results.giveBack(id, 1, 0))
      .to.be.revertedWithCustomError(results, "Result_State")
      .withArgs(id, 0, 2);
  });

  it("refuses what is late or not of the posting", async () => {
    const { results, standing, forgotten, id } = await networkHelpers.loadFixture(lies);
    const { exhibit, rest } = refutation(standing, forgotten);
    const refute = (change: Partial<typeof exhibit>, index = 0) =>
      results.refuteAbsence(id, { ...exhibit, ...change }, { ...mutableProof(rest[0] as never), index });
    await expect(refute({ number: 1 }))
      .to.be.revertedWithCustomError(results, "Result_State")
      .withArgs(id, 1, 0);
    for (const change of [
      { cutoffs: packedCutoffs([1n, 1n]) },
      { digests: [...exhibit.digests].reverse() },
      { misfits: "0x000001000000" },
      { list: "0x000001" },
      { slot: 2 },
    ]) {
      await expect(refute(change)).to.be.revertedWithCustomError(results, "Result_Exhibit").withArgs(id, 0);
    }
    await expect(refute({}, 1)).to.be.revertedWithCustomError(results, "Result_True").withArgs(id, 0, 2);
    await expect(refute({}, 3)).to.be.revertedWithCustomError(results, "Result_NotProven").withArgs(id, 3);
    const { until } = await results.getWindow(id, 1);
    await networkHelpers.time.setNextBlockTimestamp(until + 1n);
    await expect(refute({})).to.be.revertedWithCustomError(results, "Result_Late").withArgs(id, until);
  });
});

describe("Proofs of what a posting says", () => {
  it("are of the entries at their places", async () => {
    const { results, standing, forgotten, id } = await networkHelpers.loadFixture(lies);
    const { exhibit } = refutation(standing, forgotten);
    const proof = (index: number) => mutableProof(standing.proofOf(index));
    const notListed = (index: number) => [id, 0, index] as const;
    await expect(results.refuteEntry(id, exhibit, 2, proof(1)))
      .to.be.revertedWithCustomError(results, "Result_NotListed")
      .withArgs(...notListed(1));
    await expect(results.refuteOrder(id, exhibit, 0, 1, proof(1), proof(3)))
      .to.be.revertedWithCustomError(results, "Result_NotListed")
      .withArgs(...notListed(3));
    await expect(results.refuteCutoff(id, exhibit, proof(1)))
      .to.be.revertedWithCustomError(results, "Result_NotListed")
      .withArgs(...notListed(1));
    await expect(results.refuteMisfit(id, exhibit, proof(1)))
      .to.be.revertedWithCustomError(results, "Result_NotMisfit")
      .withArgs(id, 1);
    await expect(results.refuteOrder(id, exhibit, 0, 1, proof(1), proof(2)))
      .to.be.revertedWithCustomError(results, "Result_True")
      .withArgs(id, 0, 1);
  });

  it("are of all committees of a slot and of the one that does not fit, against the homes on offer", async () => {
    const { results, committees, fits, stranger } = await networkHelpers.loadFixture(lies);
    const { id } = committees;
    const shown = refutation(committees, fits, { kind: "homes", slot: 0 });
    const [offers, proofs] = shown.rest as [string, never[]];
    const given = proofs.map(mutableProof);
    expect(given.length).to.equal(2);
    await expect(results.refuteHomes(id, shown.exhibit, "0x000006", given))
      .to.be.revertedWithCustomError(results, "Result_Offers")
      .withArgs(id);
    await expect(results.refuteHomes(id, shown.exhibit, offers, given.slice(1)))
      .to.be.revertedWithCustomError(results, "Result_Proofs")
      .withArgs(id, 1, 2);
    await expect(results.connect(stranger).refuteHomes(id, shown.exhibit, offers, given))
      .to.emit(results, "ResultRefuted")
      .withArgs(id, stranger.address, 1, 0, 4, 0);
  });
});

describe("Stalling a round", () => {
  it("does not work by refuting one's own posting in the last second, if the true one stands", async () => {
    const { results, mock, poster, standing, forgotten, id, posting, result } = await networkHelpers.loadFixture(lies);
    const { competeBy, until } = await results.getWindow(id, 1);
    await networkHelpers.time.setNextBlockTimestamp(competeBy);
    await results.connect(poster).post(id, 1, posting);
    await networkHelpers.time.setNextBlockTimestamp(until);
    await poster.sendTransaction({ to: results, data: refutationData(id, refutation(standing, forgotten)) });
    const { list, misfits } = digestsOf(posting);
    await expect(results.fix(id, posting.cutoffs, list, misfits))
      .to.emit(mock, "Fixed")
      .withArgs(id, result.cutoffs, 3);
    expect((await results.getWindow(id, 1)).until).to.equal(until);
  });

  it("costs a bond for every window, which the next posting begins anew", async () => {
    const { results, mock, rival, poster, standing, forgotten, id, posting, lie } =
      await networkHelpers.loadFixture(lies);
    const { until } = await results.getWindow(id, 1);
    await networkHelpers.time.setNextBlockTimestamp(until);
    await expect(rival.sendTransaction({ to: results, data: refutationData(id, refutation(standing, forgotten)) }))
      .to.emit(mock, "Forfeited")
      .withArgs(await results.recordOf(id, 1, 0), 5_000);
    await expect(results.connect(rival).post(id, 1, lie))
      .to.be.revertedWithCustomError(results, "Result_Known")
      .withArgs(id, digestsOf(lie).posting);
    await networkHelpers.time.setNextBlockTimestamp(until + 10n);
    await results.connect(poster).post(id, 1, posting);
    expect(await results.getWindow(id, 1)).to.deep.equal([until + 10n + WINDOW / 2n, until + 10n + WINDOW, 2n, 1n]);
    expect((await results.getPosted(id, 1, 1)).entity).to.equal(entityOf(poster));
    await networkHelpers.time.increase(WINDOW);
    const { list, misfits } = digestsOf(posting);
    await expect(results.fix(id, posting.cutoffs, list, misfits)).to.emit(results, "ResultFixed");
  });
});
