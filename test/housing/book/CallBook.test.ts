import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import { applicationTable } from "../../../scripts/lib/housing/application-table.ts";
import { applicationTree } from "../../../scripts/lib/housing/application-tree.ts";
import type { Application } from "../../../scripts/lib/housing/application.ts";
import { CallBook__factory } from "../../../typechain-types/index.js";
import { bookStage, enterCall, leafOf, MODULES, seatOf } from "../../helpers/housing/call-book.ts";
import type { Connection } from "../../helpers/suite.ts";
import { SEED } from "../support.ts";
import { ana, applicant, ben, cleo, drawn, key, slot, UNTIL } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const stage = () => bookStage(connection);

describe("CallBook", () => {
  it("binds its modules once, each with code", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const book = await new CallBook__factory(at.deployer).deploy(at.treasury);
    const some = await at.treasury.getAddress();
    const all = Object.fromEntries(MODULES.map((name) => [name, some])) as Record<(typeof MODULES)[number], string>;
    for (const name of MODULES) {
      await expect(book.bindModules({ ...all, [name]: at.stranger.address }))
        .to.be.revertedWithCustomError(book, "Book_NotAContract")
        .withArgs(at.stranger.address);
    }
    await expect(book.bindModules(all)).to.emit(book, "ModulesBound");
    await expect(book.bindModules(all)).to.be.revertedWithCustomError(book, "Book_AlreadyBound").withArgs(some);
    expect((await book.getModules()).desk).to.equal(some);
  });

  it("lets each module do its own and nobody else anything", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const { id } = await drawn(at, [slot(1)], [ana]);
    const leaf = leafOf(ana);
    const orders = {
      desk: [["end", [id, 1, ZeroHash]]],
      intake: [
        ["setAnchored", [id]],
        ["setRoot", [id, SEED, 1]],
        ["strike", [id, SEED]],
        ["replace", [id, leaf]],
      ],
      results: [
        ["setSeed", [id, SEED]],
        ["openRound", [id]],
        ["fix", [id, [0n], 1]],
      ],
      benefits: [
        ...[
          ["accept", [SEED, true, 1]],
          ["leaveLine", [SEED]],
          ["vacate", [SEED, 0]],
          ["extend", [SEED, 1]],
        ],
        ["fulfil", [SEED, 1]],
      ],
      appeals: [
        ["grant", [id, 0, leaf, 0]],
        ["releasePool", [id]],
      ],
      occupancy: [["revoke", [SEED]]],
    } as const;
    for (const [owner, calls] of Object.entries(orders)) {
      for (const [name, args] of calls) {
        const data = book.interface.encodeFunctionData(name as "end", args as never);
        const others = Object.entries(modules)
          .filter(([module]) => module !== owner)
          .map(([, signer]) => signer);
        for (const caller of [...others, at.stranger]) {
          await expect(caller.sendTransaction({ to: book, data }), `${name} by another`)
            .to.be.revertedWithCustomError(book, "Book_OnlyModule")
            .withArgs(caller.address);
        }
      }
    }
  });

  it("gives the first slot of the list that the key clears, at the cutoff itself and not below it", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const { id, fix, claim } = await drawn(at, [slot(1), slot(1)], [ana, ben, cleo]);
    await expect(claim(ana)).to.be.revertedWithCustomError(book, "Round_NotFixed").withArgs(id, 1);
    await fix([key(ana), key(ben)], 2);
    await expect(book.connect(modules.results).fix(id, [0n, 0n], 2))
      .to.be.revertedWithCustomError(book, "Round_Fixed")
      .withArgs(id, 1);
    await expect(claim(cleo)).to.be.revertedWithCustomError(book, "Seat_None").withArgs(id, cleo.nullifier);
    await expect(claim(ben)).to.emit(book, "Settled").withArgs(id, ben.nullifier, 1);
    await expect(claim(ana)).to.emit(book, "Settled").withArgs(id, ana.nullifier, 0);
    const seat = await seatOf(book, ben.nullifier);
    const now = BigInt(await networkHelpers.time.latest());
    expect(seat).to.deep.equal({
      ...{ call: 1n, slot: 1n, round: 1n, state: 1n, size: 1n, inLine: true, claim: ben.claim.slice(0, 28) },
      ...{ index: seat.index, until: now - 1n + 86_400n },
    });
    await expect(claim(ana), "twice").to.be.revertedWithCustomError(book, "Seat_None");
  });

  it("takes no other application, index, order or proof than those of the root", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book } = at;
    const { id, tree, fix, claim, indexOf } = await drawn(at, [slot(1), slot(1)], [ana, ben, cleo]);
    await fix([0n, 0n], 3);
    const path = (one: Application) => tree.spot(indexOf(one)).path;
    const refused = [
      claim(ana, { ...ana, score: 31n }),
      claim(ana, { ...ana, claim: ben.claim }),
      claim(ana, { ...ana, slots: [1, 0] }),
      claim(ana, ben),
      book.claim(id, indexOf(ana), leafOf(ana), path(ana).slice(1)),
      book.claim(id, indexOf(ana), leafOf(ana), [...path(ana), ZeroHash]),
      book.claim(id, indexOf(ana), leafOf(ana), []),
      book.claim(id, indexOf(ana) + 4, leafOf(ana), path(ana)),
      book.settle(id, [0, 1], [leafOf(ana)], []),
      book.settle(id, [0], [leafOf(ana), leafOf(ben)], []),
      book.settle(id, [], [], []),
      book.settle(id, [indexOf(ana), indexOf(ana)], [leafOf(ana), leafOf(ana)], path(ana)),
    ];
    for (const one of refused) await expect(one).to.be.revertedWithCustomError(book, "Seat_NotProven").withArgs(id);
  });

  it("passes by whoever is settled, out or without a seat, so that nobody spoils another's batch", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const dora = applicant("dora", 40n, [0], { eligible: false });
    const eva = applicant("eva", 50n, [7, 0]);
    const { id, fix, claim, settle } = await drawn(at, [slot(2), slot(1)], [ana, ben, cleo, dora, eva]);
    await book.connect(modules.intake).strike(id, ben.nullifier);
    await fix([key(ana), 0n], 3);
    await claim(ana);
    await expect(settle(ana, ben, cleo, dora, eva))
      .to.emit(book, "Settled")
      .withArgs(id, eva.nullifier, 0)
      .and.to.emit(book, "Settled")
      .withArgs(id, cleo.nullifier, 1);
    for (const out of [ben, dora]) expect((await book.awardOf(out.nullifier)).call).to.equal(0n);
    expect((await book.getCourse(id)).unsettled).to.equal(0n);
    await settle(ana, ben, cleo, dora, eva);
    expect((await book.getSlots(id)).map(({ taken }) => taken)).to.deep.equal([2n, 1n]);
    await expect(claim(ben)).to.be.revertedWithCustomError(book, "Seat_NotProven");
  });

  it("H1: gives no seat that is not there, whatever the cutoffs say", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book } = at;
    const { id, fix, claim, settle } = await drawn(at, [slot(1)], [ana, ben, cleo]);
    await fix([0n], 3);
    await claim(cleo);
    await settle(ana, ben, cleo);
    await expect(claim(ana)).to.be.revertedWithCustomError(book, "Seat_None").withArgs(id, ana.nullifier);
    expect((await book.getSlot(id, 0)).taken).to.equal(1n);
  });

  it("keeps committees and households apart, and gives a committee as many seats as it has homes", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book } = at;
    const committee = applicant("comité", 50n, [0, 1], { size: 4 });
    const { id, fix, claim } = await drawn(at, [slot(9), slot(5, true)], [ana, { ...ben, slots: [1] }, committee]);
    await fix([0n, 0n], 2);
    await claim(committee);
    await claim(ana);
    expect((await book.getSlots(id)).map(({ taken }) => taken)).to.deep.equal([1n, 4n]);
    await expect(claim({ ...ben, slots: [1] })).to.be.revertedWithCustomError(book, "Seat_None");
    expect((await book.awardOf(committee.nullifier)).size).to.equal(4n);
  });

  it("H2: passes over a household that has a seat of another call, whose seat comes back", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book } = at;
    const first = await drawn(at, [slot(1)], [ana]);
    const second = await drawn(at, [slot(1), slot(1)], [ana, ben]);
    await first.fix([0n], 1);
    await first.claim(ana);
    await second.fix([key(ana), 0n], 2);
    await expect(second.claim(ana)).to.emit(book, "PassedOver").withArgs(second.id, ana.nullifier, 1);
    await expect(second.claim(ana)).to.be.revertedWithCustomError(book, "Seat_NotProven");
    const course = await book.getCourse(second.id);
    expect([course.freed, course.unsettled]).to.deep.equal([true, 1n]);
    expect((await book.getSlot(second.id, 0)).taken).to.equal(0n);
    expect((await book.awardOf(ana.nullifier)).call).to.equal(1n);
  });

  it("reads an application that replaced another, and none of the root in its place", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const id = await enterCall(at, [slot(2)]);
    const tree = applicationTree(id, applicationTable([ana, ben]));
    await book.connect(modules.intake).setRoot(id, tree.root, 2);
    const better = { ...ana, score: 99n };
    const other = applicant("omitted", 5n, [0]);
    await expect(book.connect(modules.intake).replace(id, leafOf(better)))
      .to.emit(book, "ApplicationReplaced")
      .withArgs(id, ana.nullifier, 2, (mark: string) => mark !== ZeroHash);
    await book.connect(modules.intake).replace(id, leafOf(other));
    expect(await book.nextIndex(id)).to.equal(4n);
    await book.connect(modules.results).setSeed(id, SEED);
    await book.connect(modules.results).fix(id, [0n], 2);
    const at0 = tree.positionOf(ana.nullifier);
    await expect(book.claim(id, at0, leafOf(ana), tree.spot(at0).path)).to.be.revertedWithCustomError(
      book,
      "Seat_NotProven",
    );
    await expect(book.claim(id, 2, leafOf(better), tree.spot(at0).path)).to.be.revertedWithCustomError(
      book,
      "Seat_NotProven",
    );
    expect(await book.stands(id, 2, leafOf(better), [])).to.equal(true);
    await book.claim(id, 2, leafOf(better), []);
    await book.claim(id, 3, leafOf(other), []);
    expect((await book.awardOf(other.nullifier)).index).to.equal(3n);
    // A corrected root begins without marks.
    await book.connect(modules.intake).setRoot(id, SEED, 9);
    expect([await book.markOf(id, ana.nullifier), await book.nextIndex(id)]).to.deep.equal([ZeroHash, 9n]);
  });

  it("knows who takes part in a round", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const { id, fix, settle } = await drawn(at, [slot(1), slot(1)], [ana, ben, cleo]);
    const part = (one: Application) => book.takesPart(id, leafOf(one));
    expect(await Promise.all([ana, ben, cleo, { ...ana, eligible: false }].map(part))).to.deep.equal([
      ...[true, true, true, false],
    ]);
    await fix([key(ana), key(ben)], 2);
    await settle(ana, ben);
    await book.connect(modules.benefits).accept(ana.nullifier, true, UNTIL);
    await book.connect(modules.benefits).accept(ben.nullifier, true, UNTIL);
    expect(await Promise.all([ana, ben, cleo].map(part))).to.deep.equal([false, true, true]);
    expect(await book.inLineOf(id, 1)).to.equal(1n);
    await book.connect(modules.benefits).vacate(ana.nullifier, 0);
    expect(await part(ana)).to.equal(false);
  });
});
