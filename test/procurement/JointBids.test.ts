import { expect } from "chai";
import { network } from "hardhat";

import { jointBidData } from "../../scripts/lib/tender/joint-bid-data.ts";
import { MockWallet__factory } from "../../typechain-types/index.js";
import { accreditationOf, signAccreditation } from "../helpers/accreditation.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import { accredit, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { FLAG, goTo } from "../helpers/tender-life.ts";
import type { Life } from "../helpers/tender-life.ts";
import { addBidder, fileBid, openTechnical, publishTender, tenderStage } from "../helpers/tenders.ts";
import type { Bidder } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const AGREEMENT = documentOf("joint liability").digest;
interface Joint {
  tender: string;
  lead: bigint;
  members: bigint[];
  agreement: string;
  deadline: bigint;
}

/** Three small firms and a large one, ids ascending, before any bid. */
async function firms() {
  const stage = await tenderStage(connection);
  const { id, terms } = await publishTender(stage);
  const [lead, second, third] = [await addBidder(stage, 1), await addBidder(stage, 2), await addBidder(stage, 3)];
  const large = await addBidder(stage, 4, { size: 4n });
  const joint: Joint = {
    tender: id,
    lead: lead.id,
    members: [second.id, third.id],
    agreement: AGREEMENT,
    deadline: (await latest(connection)) + DAY,
  };
  return { stage, id, terms, lead, second, third, large, joint };
}

type Firms = Awaited<ReturnType<typeof firms>>;

async function signed({ stage }: Pick<Firms, "stage">, joint: Joint, signers: readonly Pick<Bidder, "account">[]) {
  const place = { chainId: (await stage.provider.getNetwork()).chainId, contract: await stage.joints.getAddress() };
  const { domain, types, message } = jointBidData(place, joint);
  return Promise.all(signers.map(({ account }) => account.signTypedData(domain, types, message)));
}

/** Sends a joint bid with the signatures of these firms. */
async function form(state: Firms, joint = state.joint, signers = [state.second, state.third], by = state.lead) {
  return state.stage.joints.connect(by.account).formJoint(joint, await signed(state, joint, signers));
}

async function formed() {
  const state = await firms();
  await form(state);
  return state;
}

describe("JointBids.formJoint", () => {
  describe("given small firms without a bid", () => {
    it("gives every one its place under the lead, with the signatures of all", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const { stage, id, lead, second, third } = state;
      await expect(form(state))
        .to.emit(stage.joints, "JointFormed")
        .withArgs(id, lead.account.address, lead.id, [second.id, third.id], AGREEMENT);
      expect(await stage.book.getMembers(id, lead.id)).to.deep.equal([second.id, third.id]);
      expect((await stage.book.getDesk(id)).joint).to.equal(true);
    });

    it("takes the signature of a contract account (ERC-1271)", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const { stage, lead, second } = state;
      const wallet = await new MockWallet__factory(second.account).deploy(second.account.address);
      const number = 77_000_900n;
      const member = await accreditWallet(state, wallet, number);
      const joint = { ...state.joint, members: [member] };
      await form(state, joint, [second]);
      expect(await stage.book.getMembers(state.id, lead.id)).to.deep.equal([member]);
    });

    const faults: [
      what: string,
      change: (state: Firms) => Partial<Joint>,
      error: string,
      args: (s: Firms) => unknown[],
    ][] = [
      ["without members", () => ({ members: [] }), "Joint_Size", ({ id }) => [id, 0n, 4n]],
      ["without an agreement", () => ({ agreement: ZERO_HASH }), "Joint_Size", ({ id }) => [id, 2n, 4n]],
      ["after the signatures' deadline", () => ({ deadline: 1n }), "Joint_Expired", ({ id }) => [id, 1n]],
      [
        "with a member twice",
        ({ second }) => ({ members: [second.id, second.id] }),
        "Joint_Member",
        ({ id, second }) => [id, second.id],
      ],
      [
        "with members out of order",
        ({ second, third }) => ({ members: [third.id, second.id] }),
        "Joint_Member",
        ({ id, second }) => [id, second.id],
      ],
      [
        "with a large firm",
        ({ second, large }) => ({ members: [second.id, large.id] }),
        "Joint_Member",
        ({ id, large }) => [id, large.id],
      ],
      [
        "when a public body joins",
        ({ stage, second }) => ({ members: [stage.buyerId, second.id] }),
        "Joint_Member",
        ({ stage, id }) => [id, stage.buyerId],
      ],
      [
        "when the lead is its own member",
        ({ lead, second }) => ({ members: [lead.id, second.id] }),
        "Joint_Member",
        ({ id, lead }) => [id, lead.id],
      ],
    ];
    for (const [what, change, error, args] of faults) {
      it(`reverts ${what}`, async () => {
        const state = await networkHelpers.loadFixture(firms);
        const joint = { ...state.joint, ...change(state) };
        const signers = what.endsWith("order") ? [state.third, state.second] : [state.second, state.third];
        await expect(form(state, joint, signers.slice(0, joint.members.length)))
          .to.be.revertedWithCustomError(state.stage.joints, error)
          .withArgs(...args(state));
      });
    }

    it("reverts with more than four members or with fewer signatures than members", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const { stage, id, second, third } = state;
      const members = [second.id, third.id, 90n, 91n, 92n];
      await expect(form(state, { ...state.joint, members }, [second, third, second, second, second]))
        .to.be.revertedWithCustomError(stage.joints, "Joint_Size")
        .withArgs(id, 5n, 4n);
      await expect(form(state, state.joint, [second]))
        .to.be.revertedWithCustomError(stage.joints, "Joint_Size")
        .withArgs(id, 2n, 4n);
    });

    it("reverts when a member signed something else, or another signed for it", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const { stage, id, lead, second, third } = state;
      await expect(form(state, state.joint, [second, second]))
        .to.be.revertedWithCustomError(stage.joints, "Joint_BadSignature")
        .withArgs(id, third.id);
      const signatures = await signed(state, { ...state.joint, agreement: REASON.digest }, [second, third]);
      await expect(stage.joints.connect(lead.account).formJoint(state.joint, signatures))
        .to.be.revertedWithCustomError(stage.joints, "Joint_BadSignature")
        .withArgs(id, second.id);
    });

    it("reverts for every account but the lead's", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const { stage, id, lead, second } = state;
      await expect(form(state, state.joint, [state.second, state.third], second))
        .to.be.revertedWithCustomError(stage.joints, "Tender_NotTheBidder")
        .withArgs(id, second.account.address, lead.id);
    });

    it("is possible in the last second of closing and not in the next", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const closesAt = state.terms.timetable.closesAt as bigint;
      const joint = { ...state.joint, deadline: closesAt + DAY };
      await at(connection, closesAt + 1n);
      await expect(form(state, joint))
        .to.be.revertedWithCustomError(state.stage.joints, "Tender_OutsideWindow")
        .withArgs(state.id, 0n, closesAt);
    });

    it("works in the last second of closing", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const closesAt = state.terms.timetable.closesAt as bigint;
      await at(connection, closesAt);
      await expect(form(state, { ...state.joint, deadline: closesAt })).to.emit(state.stage.joints, "JointFormed");
    });
  });

  describe("given a firm that has a bid", () => {
    it("reverts until it withdraws", async () => {
      const state = await networkHelpers.loadFixture(firms);
      const { stage, id, third } = state;
      await fileBid(stage, id, third, { price: 500_000_000n });
      await expect(form(state)).to.be.revertedWithCustomError(stage.book, "Joint_Member").withArgs(id, third.id);
      await stage.book.connect(third.account).withdraw(id, third.id);
      await form(state);
      expect(await stage.book.getMembers(id, state.lead.id)).to.have.length(2);
    });
  });

  describe("given a joint bid was formed", () => {
    it("lets only its lead bid", async () => {
      const { stage, id, lead, second } = await networkHelpers.loadFixture(formed);
      await expect(fileBid(stage, id, second, { price: 500_000_000n }))
        .to.be.revertedWithCustomError(stage.book, "Joint_Member")
        .withArgs(id, second.id);
      await fileBid(stage, id, lead, { price: 500_000_000n });
      expect(await stage.book.hasBid(id, lead.id)).to.equal(true);
    });

    it("takes none of its firms, and none of their groups, into another", async () => {
      const state = await networkHelpers.loadFixture(formed);
      const { stage, id, third } = state;
      const sister = await addBidder(stage, 5, { group: 77_000_003n });
      const fourth = await addBidder(stage, 6);
      for (const [lead, member] of [
        [fourth, third],
        [third, fourth],
        [sister, fourth],
        [fourth, sister],
      ] as const) {
        const joint = { ...state.joint, lead: lead.id, members: [member.id] };
        const refused = lead === fourth ? member : lead;
        await expect(form(state, joint, [member], lead))
          .to.be.revertedWithCustomError(stage.book, "Joint_Member")
          .withArgs(id, refused.id);
      }
    });

    it("counts as one group with every other firm of its members' groups", async () => {
      const { stage, id, lead, third, terms } = await networkHelpers.loadFixture(formed);
      const sister = await addBidder(stage, 5, { group: 77_000_003n });
      await fileBid(stage, id, lead, { price: 500_000_000n });
      await fileBid(stage, id, sister, { price: 400_000_000n });
      const alone = await addBidder(stage, 6);
      await fileBid(stage, id, alone, { price: 450_000_000n });
      await goTo({ stage, terms } as unknown as Life, "technicalFrom");
      await stage.book.copyStanding(id, [lead.id, sister.id, alone.id, third.id]);
      const entries = await stage.book.getBids(id, [lead.id, sister.id, alone.id]);
      expect(entries.map(({ bid }) => bid.group)).to.deep.equal([77_000_001n, 77_000_001n, 77_000_006n]);
    });

    for (const [what, spoil] of [
      [
        "a member is suspended",
        async ({ stage, third, terms }: Firms) =>
          stage.registry.connect(stage.sanctions).suspend(third.id, terms.timetable.validUntil, REASON.digest),
      ],
      [
        "a member has grown large",
        async ({ stage, second }: Firms) =>
          accredit(stage.registry, stage.accreditor, second.account, {
            kind: KIND.supplier,
            number: 77_000_002n,
            size: 4n,
          }),
      ],
      [
        "the lead has grown large",
        async ({ stage, lead }: Firms) =>
          accredit(stage.registry, stage.accreditor, lead.account, {
            kind: KIND.supplier,
            number: 77_000_001n,
            size: 4n,
          }),
      ],
    ] as [string, (state: Firms) => Promise<unknown>][]) {
      it(`takes no further part when at closing ${what}`, async () => {
        const state = await networkHelpers.loadFixture(formed);
        const { stage, id, lead, terms } = state;
        const bid = await fileBid(stage, id, lead, { price: 500_000_000n });
        await spoil(state);
        await goTo({ stage, terms } as unknown as Life, "technicalFrom");
        await expect(openTechnical(stage, id, lead, bid))
          .to.emit(stage.book, "StandingCopied")
          .withArgs(
            id,
            stage.stranger.address,
            lead.id,
            false,
            77_000_001n,
            what.startsWith("the lead") ? 4n : 2n,
            13n,
          );
        const [entry] = await stage.book.getBids(id, [lead.id]);
        expect(Number(entry!.bid.flags)).to.equal(FLAG.copied);
      });
    }
  });
});

/** A supplier whose account is a wallet contract: it submits its own accreditation. */
async function accreditWallet(
  { stage, second }: Firms,
  wallet: Awaited<ReturnType<MockWallet__factory["deploy"]>>,
  number: bigint,
): Promise<bigint> {
  const accreditation = accreditationOf(await wallet.getAddress(), { number });
  const signature = await signAccreditation(stage.registry, stage.accreditor, accreditation);
  await wallet
    .connect(second.account)
    .execute(
      stage.registry,
      stage.registry.interface.encodeFunctionData("accredit", [accreditation, stage.accreditor.address, signature]),
    );
  return stage.registry.entityByNumber(KIND.supplier, number);
}
