import { expect } from "chai";
import { keccak256, toUtf8Bytes, ZeroAddress, ZeroHash } from "ethers";
import { network } from "hardhat";

import { packed, packedCutoffs } from "../../../scripts/lib/housing/results/packed.ts";
import { digestsOf } from "../../../scripts/lib/housing/results/posting.ts";
import { seedOf } from "../../../scripts/lib/housing/results/seed-of.ts";
import type { Connection } from "../../helpers/suite.ts";
import { entityOf, isDue, smallScene, WINDOW } from "./scene.ts";

const connection: Connection = await network.create();
const { networkHelpers, ethers } = connection;
const scene = () => smallScene(connection);

const SEALED = 9;
const FALLBACK = 10;
const MOST = 2n ** 192n - 1n;

describe("ResultBook.post", () => {
  it("refuses what is late, of another round or call, or of nobody who answers for it", async () => {
    const { results, mock, poster, id, posting } = await networkHelpers.loadFixture(scene);
    const post = (round = 1) => results.connect(poster).post(id, round, posting);
    await mock.setOutcome(id, 2);
    await expect(post()).to.be.revertedWithCustomError(results, "Call_Ended").withArgs(id, 2);
    await mock.setOutcome(id, 0);
    await expect(post(2)).to.be.revertedWithCustomError(results, "Result_Round").withArgs(id, 2, 1);
    await expect(results.connect(poster).post(ZeroHash, 0, posting))
      .to.be.revertedWithCustomError(results, "Result_Round")
      .withArgs(ZeroHash, 0, 0);
    await mock.fix(id, [0, 0], 0);
    await expect(post()).to.be.revertedWithCustomError(results, "Round_Fixed").withArgs(id, 1);
    await mock.setRound(id, 1, posting.offers, []);
    await mock.setInactive(entityOf(poster), true);
    await expect(post()).to.be.revertedWithCustomError(results, "Result_NotActive").withArgs(id, poster.address);
  });

  it("refuses what cannot be true, for all that can be seen without an application", async () => {
    const { results, poster, id, posting, result, facts } = await networkHelpers.loadFixture(scene);
    const post = (change: Partial<typeof posting>) => results.connect(poster).post(id, 1, { ...posting, ...change });
    const refused = async (change: Partial<typeof posting>, error: string, ...args: unknown[]) => {
      await expect(post(change))
        .to.be.revertedWithCustomError(results, error)
        .withArgs(id, ...args);
    };
    await refused({ offers: packed([2, 2]) }, "Result_Offers");
    await refused({ cutoffs: packedCutoffs([0n]) }, "Result_Slots", 2);
    await refused({ counts: packed([2]) }, "Result_Slots", 2);
    await refused({ misfits: packed([0]) }, "Result_Slots", 2);
    await refused({ cutoffs: packedCutoffs([0n, 1n]) }, "Result_Slot", 0, 2, 2, 0, MOST);
    await refused({ counts: packed([1, 1]) }, "Result_Slot", 0, 1, 2, result.cutoffs[0], MOST);
    await refused({ misfits: packed([0, 1]) }, "Result_Slot", 1, 1, 1, result.cutoffs[1], MOST);
    await refused({ entries: packed([...result.lists[0]!, 5]) }, "Result_NotProven", 5);
    await refused({ added: [{ ...facts.applicationOf(0), slots: [0] }] }, "Result_Added", 1, 0);
    await refused({ entries: packed([...result.lists.flat(), 0]) }, "Result_Entries", 4);
    await refused({ entries: packed(result.lists[0]!) }, "Result_Entries", 2);
  });

  it("holds a bond, publishes the result, and gives others half of the window", async () => {
    const { results, mock, poster, rival, id, posting, lie } = await networkHelpers.loadFixture(scene);
    const record = await results.recordOf(id, 1, 0);
    const before = BigInt(await networkHelpers.time.latest());
    await networkHelpers.time.setNextBlockTimestamp(before + 10n);
    const tx = results.connect(poster).post(id, 1, posting);
    await expect(tx)
      .to.emit(results, "ResultPosted")
      .withArgs(id, poster.address, 1, 0, entityOf(poster), Object.values(posting));
    await expect(tx).to.emit(mock, "Held").withArgs(record, 3, entityOf(poster), 5_000);
    const { list, misfits, posting: digest } = digestsOf(posting);
    expect(await results.getPosted(id, 1, 0)).to.deep.equal([digest, entityOf(poster), 3n, 1n]);
    const [competeBy, until] = [before + 10n + WINDOW / 2n, before + 10n + WINDOW];
    expect(await results.getWindow(id, 1)).to.deep.equal([competeBy, until, 1n, 1n]);

    await expect(results.connect(rival).post(id, 1, posting))
      .to.be.revertedWithCustomError(results, "Result_Known")
      .withArgs(id, digest);
    await networkHelpers.time.setNextBlockTimestamp(competeBy);
    await results.connect(rival).post(id, 1, lie);
    await expect(results.connect(rival).post(id, 1, { ...lie, entries: posting.entries }))
      .to.be.revertedWithCustomError(results, "Result_Late")
      .withArgs(id, competeBy);
    expect((await results.getWindow(id, 1)).until).to.equal(until);

    await expect(results.fix(id, posting.cutoffs, list, misfits))
      .to.be.revertedWithCustomError(results, "Result_NotDue")
      .withArgs(id, 1, until);
    await expect(results.giveBack(id, 1, 0)).to.be.revertedWithCustomError(results, "Result_NotDue");
    await networkHelpers.time.setNextBlockTimestamp(until + 1n);
    await expect(results.giveBack(id, 1, 0))
      .to.be.revertedWithCustomError(results, "Result_NotDue")
      .withArgs(id, 1, until);
  });

  it("fixes the earliest that stands, and gives every bond back that nobody took by a proof", async () => {
    const { results, mock, stranger, id, posting, result, record } = await networkHelpers.loadFixture(
      isDue(connection),
    );
    const { list, misfits } = digestsOf(posting);
    await expect(results.fix(id, posting.cutoffs, misfits, list))
      .to.be.revertedWithCustomError(results, "Result_Exhibit")
      .withArgs(id, 0);
    const tx = results.connect(stranger).fix(id, posting.cutoffs, list, misfits);
    await expect(tx).to.emit(results, "ResultFixed").withArgs(id, stranger.address, 1, 0);
    await expect(tx).to.emit(mock, "Fixed").withArgs(id, result.cutoffs, 3);
    // The other one stands too, because nobody needed to refute it.
    for (const number of [1, 0]) {
      await expect(results.giveBack(id, 1, number))
        .to.emit(mock, "Returned")
        .withArgs(record(number), 5_000);
      await expect(results.giveBack(id, 1, number))
        .to.be.revertedWithCustomError(results, "Result_State")
        .withArgs(id, number, 3);
    }
    await expect(results.fix(id, posting.cutoffs, list, misfits)).to.be.revertedWithCustomError(
      results,
      "Result_NotDue",
    );
  });

  it("gives the bond back if the call ended without its cutoffs", async () => {
    const { results, mock, id, record } = await networkHelpers.loadFixture(isDue(connection));
    await mock.setOutcome(id, 1);
    await expect(results.giveBack(id, 1, 0))
      .to.emit(mock, "Returned")
      .withArgs(record(0), 5_000);
  });
});

describe("ResultBook.drawSeed", () => {
  it("takes the first beacon's round, and only the second one's after it", async () => {
    const { results, mock, id } = await networkHelpers.loadFixture(scene);
    const drawOf = (round: number, fallbackRound: number) => ({
      ...{ beacon: mock, round, fallbackBeacon: mock, fallbackRound },
    });
    const seed = seedOf({
      chainId: (await ethers.provider.getNetwork()).chainId,
      results: await results.getAddress(),
      callId: id,
      root: await mock.rootOf(id),
      randomness: keccak256(toUtf8Bytes("round 7")),
    });
    await mock.setDraw(id, { ...drawOf(7, 7), beacon: ZeroAddress }, SEALED - 1);
    await expect(results.drawSeed(id))
      .to.be.revertedWithCustomError(results, "Call_Status")
      .withArgs(id, SEALED - 1);
    for (const [rounds, status] of [
      [drawOf(7, 8), SEALED],
      [drawOf(8, 7), FALLBACK],
    ] as const) {
      await mock.setDraw(id, rounds, status);
      const tx = results.drawSeed(id);
      await expect(tx).to.emit(mock, "InputsSettled").withArgs(id);
      await expect(tx).to.emit(mock, "SeedSet").withArgs(id, seed);
      await mock.setDraw(id, rounds, status === SEALED ? FALLBACK : SEALED);
      await expect(results.drawSeed(id)).to.revert(ethers);
    }
  });
});

describe("ResultBook.openRound", () => {
  it("opens as many as the call has", async () => {
    const { results, mock, id } = await networkHelpers.loadFixture(scene);
    await expect(results.openRound(id)).to.emit(mock, "RoundAsked").withArgs(id);
    await mock.setRound(id, 3, "0x", []);
    await expect(results.openRound(id)).to.be.revertedWithCustomError(results, "Result_LastRound").withArgs(id, 3);
  });
});
