import { AbiCoder, Interface, keccak256, toBeHex, ZeroHash } from "ethers";

import { packed } from "../../../scripts/lib/housing/results/packed.ts";
import { postingOf } from "../../../scripts/lib/housing/results/posting.ts";
import type { ApplicationProof, Refutation } from "../../../scripts/lib/housing/results/refutation-of.ts";
import type { RoundFacts, RoundResult } from "../../../scripts/lib/housing/results/types.ts";
import type { Application, Slot } from "../../../scripts/lib/housing/application.ts";
import { MockCallBook__factory, ResultBook__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";
import { SEED } from "../support.ts";
import { distorted, idOf, standingOf, type Standing, type Story } from "./support.ts";

const abi = new Interface(ResultBook__factory.abi);

/** Length of the window of a test's call, seconds. */
export const WINDOW = 20n * 86_400n;

export const mutableLeaf = (application: Application) => ({ ...application, slots: [...application.slots] });
export const mutableProof = (proof: ApplicationProof) => ({ ...proof, application: mutableLeaf(proof.application) });

/** A result as the contract takes it. */
export function postable(result: RoundResult, facts: RoundFacts) {
  const posting = postingOf(result, facts);
  return { ...posting, added: posting.added.map(mutableLeaf) };
}

/** The data of a refutation. */
export function refutationData(id: string, { method, exhibit, rest }: Refutation): string {
  const isProof = (part: unknown): part is ApplicationProof => typeof part === "object" && !Array.isArray(part);
  const plain = rest.map((part) =>
    isProof(part) ? mutableProof(part) : Array.isArray(part) ? part.map(mutableProof) : part,
  );
  return abi.encodeFunctionData(method, [id, exhibit, ...plain]);
}

/** The results with a table in the place of the other contracts. */
export async function resultScene({ ethers }: Connection) {
  const [deployer, poster, rival, stranger] = await ethers.getSigners();
  const mock = await new MockCallBook__factory(deployer!).deploy();
  const results = await new ResultBook__factory(deployer!).deploy(mock, mock, mock, mock, mock);
  return { mock, results, deployer: deployer!, poster: poster!, rival: rival!, stranger: stranger! };
}

export type ResultScene = Awaited<ReturnType<typeof resultScene>>;

/** Puts a call into the table. */
export async function enterCall({ mock }: ResultScene, { id, root, count, slots, marks }: Standing): Promise<void> {
  const seats = slots.map(({ seats: number, isCommittee }) => ({
    ...{ cutoff: 0, seats: number, taken: 0, benefit: 0, committees: isCommittee },
  }));
  await mock.setCall(id, root, count, SEED, seats);
  await mock.setWindows(id, WINDOW, 3);
  for (const [nullifier, mark] of marks) await mock.setMark(id, nullifier, mark);
}

/** Opens a round of a call in the table. */
export async function enterRound({ mock }: ResultScene, { id, rounds }: Standing, at: number): Promise<void> {
  const { facts, absent } = rounds[at]!;
  await mock.setRound(id, at + 1, packed(facts.offers), absent);
}

/** The number under which the table knows an account. */
export const entityOf = ({ address }: { address: string }): bigint => BigInt(address) & (2n ** 64n - 1n);

const household = (index: number, slots: number[], size = 1): Application => ({
  ...{ nullifier: toBeHex(index + 1, 32), score: BigInt(100 - index), slots, size, keepsWaiting: false },
  ...{ eligible: true, attributes: ZeroHash, members: ZeroHash, claim: ZeroHash },
});
const slot = (seats: number, isCommittee = false): Slot => ({
  ...{ project: 0, reserve: 0, seats, subsidy: 1n, isCommittee },
});
/** Three seats of two slots, and four households that want the first one most. */
const SMALL: Story = {
  call: { slots: [slot(2), slot(1)], applications: [0, 1, 2, 3].map((index) => household(index, [0, 1])) },
  ...{ struck: [], replaced: [], draws: [] },
};
/** Five homes, and committees of three, three and two: the second does not fit, so the third has no home either. */
const COMMITTEES: Story = {
  call: { slots: [slot(5, true)], applications: [3, 3, 2].map((size, index) => household(index, [0], size)) },
  ...{ struck: [], replaced: [], draws: [] },
};

/** A call in its first round, its result, and one in which the last household takes the place of a better one. */
export async function smallScene(connection: Connection) {
  const scene = await resultScene(connection);
  const [standing, committees] = [standingOf(SMALL, idOf(1)), standingOf(COMMITTEES, idOf(2))];
  for (const one of [standing, committees]) {
    await enterCall(scene, one);
    await enterRound(scene, one, 0);
  }
  const { facts, truth: result } = standing.rounds[0]!;
  const lie = distorted(standing, 0, { how: "forget", slot: 0, other: 0, at: 0 });
  const posting = postable(result, facts);
  const record = (number: number): string =>
    keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint8", "uint256"], [standing.id, 1, number]));
  return { ...scene, standing, committees, id: standing.id, facts, result, posting, lie: postable(lie, facts), record };
}

/** A true result and a false one stand, and the window is over. */
export const isDue = (connection: Connection) =>
  async function bothStand() {
    const scene = await smallScene(connection);
    const { results, poster, rival, id, posting, lie } = scene;
    await results.connect(poster).post(id, 1, posting);
    await results.connect(rival).post(id, 1, lie);
    await connection.networkHelpers.time.increase(WINDOW + 1n);
    return scene;
  };
