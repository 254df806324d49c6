import type { ContractTransactionResponse } from "ethers";

import { DAY, documentOf } from "../../test/helpers/agreement.ts";
import type { Connection } from "../../test/helpers/suite.ts";
import {
  addBidder,
  openPrice,
  openTechnical,
  publishTender,
  scanOf,
  scoreAll,
  scopeOf,
  sealBid,
  tenderStage,
} from "../../test/helpers/tenders.ts";
import type { Gas } from "./operations.ts";

const BIDS = 50;

const gasOf = async (sent: Promise<ContractTransactionResponse>): Promise<number> => {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("the transaction was not mined");
  return Number(receipt.gasUsed);
};

/**
 * Plays a tender of fifty bidders with bid bonds and a panel of three on the suite as Ignition deploys it.
 *
 * Bid and openings are those of a bidder in the middle; the ciphertexts of `tender.bid.timelocked` have the size that quicknet's have (711 and
 * 423 bytes). `tender.award.per_bid` is the whole transaction of the award divided by fifty, rounded up.
 *
 * @param connection A fresh in-process chain.
 * @returns Gas used by each operation.
 */
export async function measureTender(connection: Connection): Promise<Gas> {
  const { time } = connection.networkHelpers;
  const stage = await tenderStage(connection);
  const gas: Gas = {};
  const { id, terms } = await publishTender(stage);
  gas["tender.publish"] = await gasOf(
    stage.publication
      .connect(stage.buyer)
      .publish({ ...terms, call: { ...terms.call, ocid: documentOf("measured").digest } }),
  );
  const bids: { bidder: Awaited<ReturnType<typeof addBidder>>; bid: ReturnType<typeof sealBid>; scores: bigint[] }[] =
    [];
  for (let position = 1; position <= BIDS; position += 1) {
    const bidder = await addBidder(stage, position);
    const content = { price: 400_000_000n + BigInt(position) * 1_000_000n, declared: [200n, 0n, 0n, 0n] as const };
    const bid = sealBid(await scopeOf(stage, id, bidder.id), content);
    gas["tender.bid"] = await gasOf(stage.book.connect(bidder.account).bid(id, bidder.id, bid.commitment, "0x", "0x"));
    bids.push({ bidder, bid, scores: [0n, 7_000n + BigInt(position) * 10n, 8_000n] });
  }

  await time.increaseTo(terms.timetable.technicalFrom);
  for (const { bidder, bid } of bids) gas["tender.openTechnical"] = await gasOf(openTechnical(stage, id, bidder, bid));
  await time.increaseTo((terms.timetable.technicalBy as bigint) + 1n);
  await scoreAll(stage, id, terms, bids);
  await time.increaseTo((terms.timetable.scoresBy as bigint) + 1n);
  const ids = bids.map(({ bidder }) => bidder.id);
  const tally = await gasOf(stage.panel.connect(stage.stranger).tally(id, terms.panel, terms.rules, ids));
  gas["tender.tally.per_bid"] = Math.ceil(tally / BIDS);
  await time.increaseTo(terms.timetable.pricesFrom);
  for (const { bidder, bid } of bids) gas["tender.openPrice"] = await gasOf(openPrice(stage, id, bidder, bid));
  await time.increaseTo((terms.timetable.pricesBy as bigint) + 1n);
  const { basis, bidders } = await scanOf(stage, id, terms, bids);
  const award = await gasOf(stage.awards.connect(stage.stranger).award(id, terms.rules, basis, bidders, true, true));
  gas["tender.award.per_bid"] = Math.ceil(award / BIDS);
  const { winner } = await stage.awards.getAward(id);
  const winning = bids.find(({ bidder }) => bidder.id === winner);
  if (winning === undefined) throw new Error("nobody won");
  await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
  gas["tender.sign"] = await gasOf(
    stage.awards.connect(winning.bidder.account).sign(id, terms.call, terms.contractTerms, terms.schedule),
  );

  gas["tender.bid.timelocked"] = await measureTimeLocked(stage, winning.bidder);
  return gas;
}

async function measureTimeLocked(
  stage: Awaited<ReturnType<typeof tenderStage>>,
  bidder: Awaited<ReturnType<typeof addBidder>>,
): Promise<number> {
  const genesis = await stage.publication.BEACON_GENESIS();
  const period = await stage.publication.BEACON_PERIOD();
  const now = BigInt(await stage.connection.networkHelpers.time.latest());
  const roundFrom = (at: bigint): bigint => (at - genesis + period - 1n) / period + 1n;
  const { id } = await publishTender(stage, {
    call: {
      ocid: documentOf("time locked").digest,
      timeLocked: true,
      technicalRound: roundFrom(now + 12n * DAY),
      priceRound: roundFrom(now + 22n * DAY),
    },
  });
  const bid = sealBid(await scopeOf(stage, id, bidder.id), { price: 450_000_000n });
  const noise = (bytes: number): string => `0x${"a7".repeat(bytes)}`;
  return gasOf(stage.book.connect(bidder.account).bid(id, bidder.id, bid.commitment, noise(711), noise(423)));
}
