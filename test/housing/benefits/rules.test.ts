import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { APPEAL_STATUS, appealStatus, correctedSlot } from "../../../scripts/lib/housing/appeal-rules.ts";
import { BENEFIT_STAGE, benefitStage, usableUntil } from "../../../scripts/lib/housing/benefit-status.ts";
import { dutyUntil } from "../../../scripts/lib/housing/occupancy.ts";
import { BenefitHarness__factory } from "../../../typechain-types/index.js";
import { agree } from "../../twins/support/agree.ts";
import { application } from "../support.ts";

const { ethers, networkHelpers } = await network.create();

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new BenefitHarness__factory(deployer!).deploy();
}

const START = 1_800_000_000n;
const seconds = (most: bigint) => fc.bigInt({ min: 0n, max: most });

/** Requests as the desk leaves them, asked about at the edges of their windows. */
const used = fc
  .record({
    ...{ asked: fc.constantFrom(true, true, true, false), objected: fc.boolean(), certified: fc.boolean() },
    ...{ window: seconds(40n).map((given) => given + 1n), after: seconds(40n), left: seconds(500n) },
    ...{ windows: fc.constantFrom(0n, 1n, 2n), off: fc.constantFrom(-1n, 0n, 1n) },
  })
  .map(({ asked, objected, after, left, windows, off, ...rest }) => {
    const wait = after < rest.window ? after : rest.window;
    const objectedAt = objected ? START + wait : 0n;
    const time = (objected ? objectedAt : START) + windows * rest.window + off;
    return { ...rest, requestedAt: asked ? START : 0n, objectedAt, until: START + left, time };
  });

describe("benefitStage", () => {
  it("agrees with the contract at the edges of the windows, each stage among them", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const structs = (batch: (typeof used extends fc.Arbitrary<infer V> ? V : never)[]) =>
      batch.map(({ requestedAt, objectedAt, certified, ...rest }) => ({
        request: { seller: 1n, usedAt: 0n, step: 0n, count: 1n, requestedAt, objectedAt, certified },
        ...rest,
      }));
    const answers = await agree(
      used,
      async (batch) => {
        const stages = await contract.stages(structs(batch));
        const validities = await contract.validities(
          structs(batch).map((item) => ({ ...item, request: { ...item.request, objectedAt: START + 1n } })),
        );
        return stages.map((stage, index) => [BENEFIT_STAGE[Number(stage)]!, validities[index]!] as const);
      },
      (item) => {
        const refused = { requestedAt: item.requestedAt, objectedAt: START + 1n, certified: false };
        const end = START + 2n + item.window;
        const asked = item.requestedAt !== 0n;
        const validity = asked
          ? usableUntil(refused, item.window, item.until, end)
          : item.until + START + 1n + item.window;
        return [benefitStage(item, item.window, item.time), validity] as const;
      },
    );
    expect(new Set(answers.map(([stage]) => stage))).to.deep.equal(new Set(BENEFIT_STAGE));
  });

  it("gives back what a refused request took, and only that", () => {
    const request = { requestedAt: 100n, objectedAt: 105n, certified: false };
    expect(usableUntil(request, 10n, 120n, 115n)).to.equal(120n);
    expect(usableUntil(request, 10n, 120n, 116n)).to.equal(135n);
    expect(usableUntil({ ...request, certified: true }, 10n, 120n, 116n)).to.equal(120n);
  });
});

describe("appealStatus", () => {
  it("agrees with the contract: silence rejects after the last second of the window", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const cases = fc.record({
      ruling: fc.constantFrom(...APPEAL_STATUS),
      filedAt: seconds(100n),
      window: seconds(100n),
      off: fc.constantFrom(-1n, 0n, 1n),
    });
    const answers = await agree(
      cases,
      async (batch) => {
        const ruled = batch.map(({ ruling, filedAt, window, off }) => ({
          record: {
            ...{ filedAt, ruling: BigInt(APPEAL_STATUS.indexOf(ruling)), slot: 0n },
            ...{ claim: `0x${"00".repeat(13)}`, leaf: `0x${"00".repeat(32)}` },
          },
          window,
          time: filedAt + window + 1n + off,
        }));
        return (await contract.rulings(ruled)).map((status) => APPEAL_STATUS[Number(status)]!);
      },
      ({ ruling, filedAt, window, off }) => appealStatus(ruling, filedAt, window, filedAt + window + 1n + off),
      0.3,
    );
    expect(new Set(answers)).to.deep.equal(new Set(APPEAL_STATUS));
  });
});

describe("correctedSlot", () => {
  it("agrees with the contract on what a corrected application clears, at the cutoff, one below and one above", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const key = fc.bigInt({ min: 1n, max: 2n ** 192n - 2n });
    const cases = fc.record({
      key,
      application,
      slots: fc.uniqueArray(fc.nat(6), { maxLength: 6 }),
      sound: fc.constantFrom(true, true, true, false),
      offers: fc.array(
        fc.record({ off: fc.constantFrom(-1n, 0n, 1n, 1n), isCommittee: fc.constantFrom(false, false, true) }),
        { minLength: 1, maxLength: 7 },
      ),
    });
    const partsOf = (item: typeof cases extends fc.Arbitrary<infer V> ? V : never) => ({
      application: item.sound ? { ...item.application, slots: item.slots, size: 1, eligible: true } : item.application,
      offers: item.offers.map(({ off, isCommittee }) => ({ cutoff: item.key + off, isCommittee })),
    });
    const answers = await agree(
      cases,
      async (batch) => {
        const asked = batch.map((item) => {
          const { application: a, offers } = partsOf(item);
          return {
            application: { ...a, slots: [...a.slots] },
            key: item.key,
            offers: offers.map(({ cutoff, isCommittee }) => ({
              ...{ cutoff, seats: 1n, taken: 0n, benefit: 0n, committees: isCommittee },
            })),
          };
        });
        return (await contract.cleared(asked)).map((position, index) => {
          const { slots } = asked[index]!.application;
          if (position > 10n) return "not-servable";
          const slot = slots[Number(position)];
          return slot === undefined ? "clears-none" : { slot };
        });
      },
      (item) => {
        const { application: a, offers } = partsOf(item);
        return correctedSlot(a, item.key, offers);
      },
    );
    expect(new Set(answers.map((answer) => (typeof answer === "string" ? answer : "slot"))).size).to.equal(3);
  });
});

describe("dutyUntil", () => {
  it("agrees with the contract, and is five years of which one is a leap year", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const times = [0n, 1n, START, 2n ** 40n - 1n];
    expect(await contract.duties(times)).to.deep.equal(times.map(dutyUntil));
    const leap = [Date.UTC(2027, 2, 1), Date.UTC(2032, 2, 1)].map((date) => BigInt(date / 1_000)) as [bigint, bigint];
    expect(dutyUntil(leap[0]) - leap[1]).to.equal(-86_400n);
  });
});
