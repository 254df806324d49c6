import { expect } from "chai";
import { toBeHex, ZeroHash } from "ethers";
import fc from "fast-check";
import { network } from "hardhat";

import { falsehoodOf } from "../../../scripts/lib/housing/results/falsehood-of.ts";
import { isFalse } from "../../../scripts/lib/housing/results/is-false.ts";
import { isPlausible } from "../../../scripts/lib/housing/results/is-plausible.ts";
import { digestsOf } from "../../../scripts/lib/housing/results/posting.ts";
import { refutationOf } from "../../../scripts/lib/housing/results/refutation-of.ts";
import type { Claim, RoundFacts, RoundResult } from "../../../scripts/lib/housing/results/types.ts";
import { ResultBook__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";
import { textOf } from "../../twins/support/agree.ts";
import { enterCall, enterRound, postable, refutationData, resultScene } from "./scene.ts";
import {
  distorted,
  distortion,
  idOf,
  standingOf,
  stories,
  type Distortion,
  type Standing,
  type Story,
} from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

/** Every home is taken by the first committee, and the second one is refused. */
const FULL: Story = {
  call: {
    slots: [{ project: 0, reserve: 0, seats: 3, subsidy: 1n, isCommittee: true }],
    applications: [3, 2, 2].map((size, index) => ({
      ...{ nullifier: toBeHex(index + 1, 32), score: BigInt(9 - index), slots: [0], size },
      ...{ keepsWaiting: false, eligible: true, attributes: ZeroHash, members: ZeroHash, claim: ZeroHash },
    })),
  },
  ...{ struck: [], replaced: [], draws: [[0]] },
};
const UNNAME: Distortion = { how: "unname", slot: 0, other: 0, at: 0 };

/** A ruling corrected the first household's application, and a later fact put it out. */
const GHOST: Story = {
  call: {
    slots: [{ project: 0, reserve: 0, seats: 2, subsidy: 1n, isCommittee: false }],
    applications: FULL.call.applications.slice(1).map((one) => ({ ...one, size: 1 })),
  },
  ...{ struck: [0], replaced: [0], draws: [] },
};
const ADMIT: Distortion = { how: "stranger", slot: 0, other: 0, at: 2 };

const IS_DEEP = process.env.ERARIO_DEEP === "1";
const CALLS = IS_DEEP ? 200 : 24;
const SAMPLE = IS_DEEP ? {} : { seed: 2_042 };
/** Calls in one question, so that it stays under the gas of a block. */
const BATCH = 25;
const errors = ResultBook__factory.createInterface();

const scene = () => resultScene(connection);

/** Everything that anybody could say against a result, with and without reason. */
function everyClaim({ lists, misfits }: RoundResult, { total, slots }: RoundFacts): Claim[] {
  const indexes = Array.from({ length: total }, (_, index) => index);
  return slots.flatMap((_, slot): Claim[] => {
    const positions = [...lists[slot]!.keys()];
    return [
      ...positions.map((position): Claim => ({ kind: "entry", slot, position })),
      ...positions.flatMap((position) => positions.map((later): Claim => ({ kind: "order", slot, position, later }))),
      ...indexes.flatMap((index): Claim[] => [
        { kind: "absence", slot, index },
        { kind: "unnamed", slot, index },
      ]),
      ...(positions.length > 0 ? [{ kind: "cutoff", slot } as const] : []),
      ...(misfits[slot] !== undefined ? [{ kind: "misfit", slot } as const] : []),
      { kind: "homes", slot },
    ];
  });
}

const errorOf = (answer: string): string => errors.parseError(answer)?.name ?? `unknown ${answer}`;

/** Why the door is shut to a result, as the twin sees it. */
function refusal(result: RoundResult, facts: RoundFacts): string | undefined {
  for (const slot of facts.slots.keys()) {
    if (!isPlausible(result, facts, slot)) return "Result_Slot";
    const named = [...result.lists[slot]!, ...(result.misfits[slot] === undefined ? [] : [result.misfits[slot]])];
    if (named.some((index) => index >= facts.count && !facts.takesPart(index))) return "Result_NotProven";
  }
  return undefined;
}

describe("ResultBook and its twin", () => {
  const seen = new Map<string, number>();
  const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1);

  async function compare(
    { results, mock, poster }: Awaited<ReturnType<typeof scene>>,
    standing: Standing,
    at: number,
    result: RoundResult,
    number: number,
  ): Promise<boolean> {
    const { id, rounds, proofOf } = standing;
    const { facts, truth } = rounds[at]!;
    const posting = postable(result, facts);
    const data = errors.encodeFunctionData("post", [id, at + 1, posting]);
    const [answer] = await mock.probeAll.staticCall(results, [data]);
    const refused = refusal(result, facts);
    expect(answer === "0x" ? undefined : errorOf(answer!), textOf(result)).to.equal(refused);
    if (refused !== undefined) {
      count(refused);
      return false;
    }
    await results.connect(poster).post(id, at + 1, posting);
    expect((await results.getPosted(id, at + 1, number)).digest).to.equal(digestsOf(posting).posting);

    const isTrue = textOf(result) === textOf(truth);
    // Of the many that say of some household that it is missing, a false result hears every third.
    const claims = everyClaim(result, facts).filter(
      (claim, place) => isTrue || claim.kind !== "absence" || place % 3 === number % 3,
    );
    const first = falsehoodOf(result, facts);
    expect(first === undefined, "only the truth has no falsehood").to.equal(isTrue);
    count(isTrue ? "true" : first!.kind);
    for (let from = 0; from < claims.length; from += BATCH) {
      const batch = claims.slice(from, from + BATCH);
      const calls = batch.map((claim) => refutationData(id, refutationOf(posting, number, claim, proofOf)));
      const answers = await mock.probeAll.staticCall(results, calls);
      answers.forEach((found, index) => {
        const claim = batch[index]!;
        const expected = isFalse(result, facts, claim);
        expect(found === "0x", `${textOf(claim)} ${found} of ${textOf(result)}`).to.equal(expected);
        count(expected ? `proves ${claim.kind}` : `${errorOf(found)} ${claim.kind}`);
      });
    }
    return true;
  }

  it("take the same results and see the same falsehoods, by every proof that there is", async () => {
    const all = await networkHelpers.loadFixture(scene);
    const drawn = fc.sample(
      fc.tuple(stories({ applications: 7, slots: 3 }), fc.array(distortion, { minLength: 4, maxLength: 4 })),
      { numRuns: CALLS, ...SAMPLE },
    );
    for (const [number, [story, bends]] of [[FULL, [UNNAME]] as const, [GHOST, [ADMIT]] as const, ...drawn].entries()) {
      const standing = standingOf(story, idOf(number));
      await enterCall(all, standing);
      for (const [at, { truth }] of standing.rounds.entries()) {
        await enterRound(all, standing, at);
        const known = new Set<string>();
        for (const result of [truth, ...bends.map((bend) => distorted(standing, at, bend))]) {
          if (known.has(textOf(result))) continue;
          if (await compare(all, standing, at, result, known.size)) known.add(textOf(result));
        }
        await all.mock.fix(standing.id, [...truth.cutoffs], 0);
      }
    }
    for (const kind of ["entry", "order", "absence", "cutoff", "homes", "misfit", "unnamed"]) {
      expect(seen.get(`proves ${kind}`) ?? 0, kind).to.be.above(1);
    }
    for (const what of ["true", "Result_Slot", "Result_NotProven", "Result_True absence", "Result_NotProven absence"]) {
      expect(seen.get(what) ?? 0, what).to.be.above(0);
    }
  });
});
