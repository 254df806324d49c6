import { liveBids, type LiveBid } from "../../lib/tender/read/read-tender.ts";
import { perform } from "../play.ts";
import type { Bidding } from "./bidding.ts";

/**
 * A stranger asks for the bid bonds that nothing holds any more.
 *
 * @param isFree whether a bid's bond is, by the rules
 * @throws the chain's refusal, where the rule says otherwise
 * @example await returnFreeBonds(bidding, (bid) => bid.technical === null);
 */
export async function returnFreeBonds(
  { play, id, stranger, read }: Bidding,
  isFree: (bid: LiveBid) => boolean | Promise<boolean>,
): Promise<void> {
  const { book } = play.stage.contracts;
  for (const bid of liveBids(await read())) {
    const { bidder } = bid;
    if ((await book.bondOf(id, bidder)) === 0n || !(await isFree(bid))) continue;
    await perform(play, (overrides) => book.connect(stranger).returnBond(id, bidder, overrides));
  }
}
