import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { network } from "hardhat";

import {
  attestationData,
  boardConfiguration,
  byAccount,
  type AttestedReport,
  type Endorsement,
} from "../../scripts/lib/attestation/attestation.ts";
import {
  AccessManager__factory,
  MockAttestation__factory,
  MockWallet__factory,
  type MockAttestation,
} from "../../typechain-types/index.js";
import { placeOf, signTyped } from "../helpers/accreditation.ts";
import type { Signer } from "../helpers/suite.ts";

const { ethers, networkHelpers } = await network.create();

const BOARD = 7n;
const REPORT = id("report");
const NAME = "Erario Mock";

type Place = Awaited<ReturnType<typeof placeOf>>;

/** Five members, one of them a contract that answers for its owner; three must sign. */
async function composedBoard() {
  const [office, stranger, owner, ...others] = (await ethers.getSigners()) as [Signer, Signer, Signer, ...Signer[]];
  const manager = await new AccessManager__factory(office).deploy(office);
  const program = await new MockAttestation__factory(office).deploy(manager);
  const wallet = await new MockWallet__factory(owner).deploy(owner);
  const keys = new Map([
    [await wallet.getAddress(), owner],
    ...others.slice(0, 4).map((signer) => [signer.address, signer] as const),
  ]);
  const members = [...keys.keys()].sort(byAccount);
  await program.configureBoard(BOARD, members, 3n);
  const report: AttestedReport = {
    board: BOARD,
    report: REPORT,
    epoch: 1n,
    configuration: boardConfiguration(BOARD, 1n, 3n, members),
  };
  const place = await placeOf(program, office);
  /** The endorsements of members by their place on the board; `changes` is what they sign instead. */
  const endorse = (seats: readonly number[], changes: Partial<AttestedReport> = {}, at: Partial<Place> = {}) =>
    Promise.all(
      seats.map(async (seat): Promise<Endorsement> => {
        const signer = members[seat]!;
        const data = attestationData(NAME, { ...place, ...at }, { ...report, ...changes });
        return { signer, signature: await signTyped(keys.get(signer)!, data) };
      }),
    );
  const walletSeat = members.indexOf(await wallet.getAddress());
  return { office, stranger, manager, program, members, report, endorse, wallet, walletSeat };
}
const composed = () => networkHelpers.loadFixture(composedBoard);

const submit = (program: MockAttestation, endorsements: Endorsement[], epoch = 1n, report = REPORT) =>
  program.submit(BOARD, report, { epoch, endorsements });

describe("Attestation.configureBoard", () => {
  it("reverts for a stranger", async () => {
    const { program, stranger, members } = await composed();
    await expect(program.connect(stranger).configureBoard(BOARD, members, 3n))
      .to.be.revertedWithCustomError(program, "AccessManagedUnauthorized")
      .withArgs(stranger);
  });

  it("reverts with fewer than two members, or more than sixteen", async () => {
    const { program, members } = await composed();
    const many = Array.from({ length: 17 }, (_, index) => `0x${(index + 1).toString(16).padStart(40, "0")}`);
    for (const list of [[], members.slice(0, 1), many]) {
      await expect(program.configureBoard(BOARD, list, BigInt(list.length)))
        .to.be.revertedWithCustomError(program, "Attestation_Members")
        .withArgs(BOARD, list.length, 2, 16);
    }
    await program.configureBoard(8n, many.slice(1), 16n);
  });

  it("reverts with a threshold of half the members or less, or of more than all", async () => {
    const { program, members } = await composed();
    for (const [count, threshold] of [
      [5, 2n],
      [5, 6n],
      [4, 2n],
      [2, 1n],
      [2, 0n],
    ] as const) {
      await expect(program.configureBoard(BOARD, members.slice(0, count), threshold))
        .to.be.revertedWithCustomError(program, "Attestation_Threshold")
        .withArgs(BOARD, threshold, Math.floor(count / 2) + 1, count);
    }
  });

  it("reverts when a member is there twice, out of order, or the zero address", async () => {
    const { program, members } = await composed();
    const [a, b] = members as [string, string];
    for (const [list, member, previous] of [
      [[a, a], a, a],
      [[b, a], a, b],
      [[ZeroAddress, a], ZeroAddress, ZeroAddress],
    ] as const) {
      await expect(program.configureBoard(BOARD, [...list], 2n))
        .to.be.revertedWithCustomError(program, "Attestation_MemberOrder")
        .withArgs(BOARD, member, previous);
    }
  });

  it("raises the epoch and seats the new members only", async () => {
    const { program, office, members } = await composed();
    const configuration = boardConfiguration(BOARD, 2n, 2n, members.slice(1, 4));
    await expect(program.configureBoard(BOARD, members.slice(1, 4), 2n))
      .to.emit(program, "BoardConfigured")
      .withArgs(BOARD, office, 2n, 2n, members.slice(1, 4), configuration);
    expect(await program.getBoard(BOARD)).to.deep.equal([2n, 2n, configuration]);
    const sits = await Promise.all(members.map((member) => program.sitsOn(BOARD, member)));
    expect(sits).to.deep.equal([false, true, true, true, false]);
    expect(await program.getBoard(9n)).to.deep.equal([0n, 0n, `0x${"00".repeat(32)}`]);
  });
});

describe("Attestation of a report", () => {
  it("reverts for a board that was never composed", async () => {
    const { program } = await composed();
    await expect(program.submit(9n, REPORT, { epoch: 0n, endorsements: [] }))
      .to.be.revertedWithCustomError(program, "Attestation_NoBoard")
      .withArgs(9n);
  });

  it("reverts with signatures of an earlier epoch, also when they claim the present one", async () => {
    const { program, members, endorse } = await composed();
    const endorsements = await endorse([0, 1, 2]);
    await program.configureBoard(BOARD, members, 3n);
    await expect(submit(program, endorsements))
      .to.be.revertedWithCustomError(program, "Attestation_StaleEpoch")
      .withArgs(BOARD, 1n, 2n);
    await expect(submit(program, endorsements, 2n))
      .to.be.revertedWithCustomError(program, "Attestation_FalseSignature")
      .withArgs(BOARD, members[0]);
  });

  it("reverts with too few, a member twice, members out of order, or a stranger", async () => {
    const { program, members, stranger, endorse, report } = await composed();
    const [first, second, third] = (await endorse([0, 1, 2])) as [Endorsement, Endorsement, Endorsement];
    await expect(submit(program, [first, second]))
      .to.be.revertedWithCustomError(program, "Attestation_TooFew")
      .withArgs(BOARD, 2n, 3n);
    for (const [list, signer, previous] of [
      [[first, first, second], members[0], members[0]],
      [[first, third, second], members[1], members[2]],
    ] as const) {
      await expect(submit(program, [...list]))
        .to.be.revertedWithCustomError(program, "Attestation_SignerOrder")
        .withArgs(BOARD, signer, previous);
    }
    const data = attestationData(NAME, await placeOf(program, stranger), report);
    const strange = { signer: stranger.address, signature: await signTyped(stranger, data) };
    const mixed = [first, second, strange].sort((a, b) => byAccount(a.signer, b.signer));
    await expect(submit(program, mixed))
      .to.be.revertedWithCustomError(program, "Attestation_NotAMember")
      .withArgs(BOARD, stranger);
  });

  it("reverts with signatures for another report, board, composition, chain or contract", async () => {
    const { program, members, endorse, wallet } = await composed();
    const elsewhere = { contract: await wallet.getAddress() };
    for (const endorsements of [
      await endorse([0, 1, 2], { report: id("other") }),
      await endorse([0, 1, 2], { board: 8n }),
      await endorse([0, 1, 2], { configuration: id("other") }),
      await endorse([0, 1, 2], {}, { chainId: 1n }),
      await endorse([0, 1, 2], {}, elsewhere),
    ]) {
      await expect(submit(program, endorsements))
        .to.be.revertedWithCustomError(program, "Attestation_FalseSignature")
        .withArgs(BOARD, members[0]);
    }
  });

  it("reverts with one member's signature under another's name, and for a contract that no longer agrees", async () => {
    const { program, members, endorse, wallet, walletSeat, stranger } = await composed();
    const seats = [0, 1, 2, 3, 4].filter((seat) => seat !== walletSeat);
    const [first, second, third] = (await endorse(seats.slice(0, 3))) as [Endorsement, Endorsement, Endorsement];
    await expect(submit(program, [first, { ...second, signature: first.signature }, third]))
      .to.be.revertedWithCustomError(program, "Attestation_FalseSignature")
      .withArgs(BOARD, second.signer);
    const all = await endorse([0, 1, 2, 3, 4]);
    await wallet.setOwner(stranger);
    await expect(submit(program, all))
      .to.be.revertedWithCustomError(program, "Attestation_FalseSignature")
      .withArgs(BOARD, members[walletSeat]);
  });

  it("counts with any three members, all five, and a contract among them", async () => {
    const { program, endorse, walletSeat } = await composed();
    const others = [0, 1, 2, 3, 4].filter((seat) => seat !== walletSeat);
    for (const seats of [others.slice(0, 3), [...others.slice(2), walletSeat].sort(), [0, 1, 2, 3, 4]]) {
      const report = id(`report of ${seats.join()}`);
      await submit(program, await endorse(seats, { report }), 1n, report);
      expect(await program.reports(BOARD)).to.equal(report);
    }
  });

  it("has the digest that the wallets sign", async () => {
    const { program, report, office } = await composed();
    const { domain, types, message } = attestationData(NAME, await placeOf(program, office), report);
    const digest = ethers.TypedDataEncoder.hash(domain, types, message);
    expect(await program.attestationDigest(BOARD, REPORT)).to.equal(digest);
  });
});
