import { id as hashOf } from "ethers";

import { NaiveTender__factory } from "../../typechain-types/index.js";
import { DAY } from "./agreement.ts";
import { latest } from "./court.ts";
import type { Connection, Signer } from "./suite.ts";

export const NAIVE_BUDGET = 1_000_000n;

/** A naive tender of the first account, with bidders at hand; closes in a day, opens for another. */
export async function naiveTender(connection: Connection) {
  const [buyer, ...bidders] = (await connection.ethers.getSigners()) as [Signer, ...Signer[]];
  const now = await latest(connection);
  const tender = await new NaiveTender__factory(buyer).deploy(now + DAY, now + 2n * DAY, { value: NAIVE_BUDGET });
  return { tender, buyer, bidders, closesAt: now + DAY, opensUntil: now + 2n * DAY };
}

export type NaiveState = Awaited<ReturnType<typeof naiveTender>>;

/** A salt of the tests. */
export const salt = (label: string): string => hashOf(label);

/** Bids of these prices, each by the account of its position with a bond of 3 %; opened and scored as asked. */
export async function naiveBids(
  connection: Connection,
  { tender, buyer, bidders, closesAt }: NaiveState,
  bids: readonly { price: bigint; quality?: bigint; opens?: boolean }[],
): Promise<void> {
  for (const [position, { price }] of bids.entries()) {
    const hash = await tender.hashOf(price, salt(`${position}`));
    await tender.connect(bidders[position]).bid(hash, { value: (price * 3n) / 100n });
  }
  await connection.networkHelpers.time.increaseTo(closesAt + 1n);
  for (const [position, { price, quality = 0n, opens = true }] of bids.entries()) {
    if (opens) await tender.connect(bidders[position]).open(position, price, salt(`${position}`));
    if (quality !== 0n) await tender.connect(buyer).score(position, quality);
  }
}
