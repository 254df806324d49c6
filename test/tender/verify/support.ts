import { currentVersion, liveBids, readTender } from "../../../scripts/lib/tender/read/read-tender.ts";
import type { TenderSource } from "../../../scripts/lib/tender/read/tender-logs.ts";
import type { TenderRecord } from "../../../scripts/lib/tender/read/tender-record.ts";
import { localBeacon } from "../../../scripts/lib/randomness/local-beacon.ts";
import { QUICKNET } from "../../../scripts/lib/randomness/beacon.ts";
import { sealEnvelopes } from "../../../scripts/lib/tender/sealed/seal-envelopes.ts";
import { firstRoundFrom } from "../../../scripts/lib/randomness/beacon.ts";
import type { RoundSignatures } from "../../../scripts/lib/tender/verify/check-envelopes.ts";
import { verifyTender, type VerifyOptions } from "../../../scripts/lib/tender/verify/verify-tender.ts";
import { readViews } from "../../../scripts/lib/tender/verify/views.ts";
import type { Verification } from "../../../scripts/lib/tender/verify/verification.ts";
import { documentOf } from "../../helpers/agreement.ts";
import type { Connection } from "../../helpers/suite.ts";
import { timetableOf } from "../../helpers/tender-terms.ts";
import { chainOf } from "../../send/support/runs.ts";
import {
  addBidder,
  fileBid,
  openPrice,
  openTechnical,
  publishTender,
  scanOf,
  scopeOf,
  scoreAll,
  sealBid,
  tenderStage,
  type Bidder,
  type TenderStage,
  type TestBid,
} from "../../helpers/tenders.ts";

/** A beacon that ticks as quicknet does and whose key the tests hold. */
export const BEACON = localBeacon({ secret: new Uint8Array(32).fill(9), genesis: QUICKNET.genesis, period: 3n });

interface Entry {
  readonly bidder: Bidder;
  readonly bid: TestBid;
  readonly scores: readonly bigint[];
}

/** Files a bid whose envelopes are encrypted; `noise` replaces the price envelope by another content's. */
async function fileLocked(stage: TenderStage, id: string, bidder: Bidder, price: bigint, rounds: bigint[], noise = "") {
  const scope = await scopeOf(stage, id, bidder.id);
  const bid = sealBid(scope, { price });
  const { document, declared } = bid.technical;
  const sealed = {
    ...{ ...scope, document, declared, pointer: "" },
    ...{ price: noise === "price" ? price + 1n : price, technicalSalt: bid.technical.salt, priceSalt: bid.price.salt },
  };
  const [technicalRound = 0n, priceRound = 0n] = rounds;
  const other = { ...sealed, price };
  const locked = await sealEnvelopes(other, { info: BEACON.info, technicalRound, priceRound });
  const wrong = await sealEnvelopes(sealed, { info: BEACON.info, technicalRound, priceRound });
  await stage.book
    .connect(bidder.account)
    .bid(id, bidder.id, bid.commitment, noise === "technical" ? "0xabcd" : locked.technical, wrong.price);
  return bid;
}

/** Five bids, two of one group, a decoy under the abnormally-low threshold; sealed with or without a time lock. */
export async function sealedTender(connection: Connection, isLocked: boolean) {
  const stage = await tenderStage(connection);
  const now = BigInt(await connection.networkHelpers.time.latest());
  const { technicalFrom, pricesFrom } = timetableOf(now) as { technicalFrom: bigint; pricesFrom: bigint };
  const rounds = [technicalFrom, pricesFrom].map((time) => firstRoundFrom(BEACON.info, time - 2n));
  const [technicalRound = 0n, priceRound = 0n] = rounds;
  const { id, terms } = await publishTender(stage, {
    ...(isLocked ? { call: { timeLocked: true, technicalRound, priceRound } } : {}),
    timetable: timetableOf(now),
  });
  const prices = [500_000_000n, 520_000_000n, 560_000_000n, 200_000_000n, 540_000_000n];
  const scores = [8_000n, 7_000n, 9_000n, 10_000n, 2_000n];
  const entries: Entry[] = [];
  for (const [index, price] of prices.entries()) {
    const bidder = await addBidder(stage, index + 1, index === 2 ? { group: 77_000_002n } : {});
    const noise = { 1: "price", 4: "technical" }[index] ?? "";
    const bid = isLocked
      ? await fileLocked(stage, id, bidder, price, rounds, noise)
      : await fileBid(stage, id, bidder, { price, declared: [200n + BigInt(index), 0n, 0n, 0n] });
    entries.push({ bidder, bid, scores: [0n, scores[index] ?? 0n, 9_000n] });
  }
  return { stage, connection, id, terms, entries };
}

export type SealedTender = Awaited<ReturnType<typeof sealedTender>>;

/** Opens, scores, tallies and opens the prices of those who reached the minimum. */
export async function openAll({ stage, connection, id, terms, entries }: SealedTender): Promise<void> {
  const { time } = connection.networkHelpers;
  await time.increaseTo(terms.timetable.technicalFrom);
  for (const { bidder, bid } of entries) await openTechnical(stage, id, bidder, bid);
  await time.increaseTo((terms.timetable.technicalBy as bigint) + 1n);
  await scoreAll(stage, id, terms, entries);
  await time.increaseTo((terms.timetable.scoresBy as bigint) + 1n);
  const bidders = entries.map(({ bidder }) => bidder.id);
  await stage.panel.connect(stage.stranger).tally(id, terms.panel, terms.rules, bidders);
  await time.increaseTo(terms.timetable.pricesFrom);
  for (const { bidder, bid } of entries.slice(0, 4)) await openPrice(stage, id, bidder, bid);
  await time.increaseTo((terms.timetable.pricesBy as bigint) + 1n);
}

/** Makes the award on the bids that remain. */
export async function award({ stage, id, terms, entries }: SealedTender): Promise<void> {
  const { basis, bidders } = await scanOf(stage, id, terms, entries);
  await stage.awards.connect(stage.stranger).award(id, terms.rules, basis, bidders, true, true);
}

/** The decoy wins and does not sign; the next winner is complained against, excluded, and the one after signs. */
export async function finish(tender: SealedTender): Promise<void> {
  const { stage, connection, id, terms, entries } = tender;
  const { time } = connection.networkHelpers;
  await award(tender);
  await time.increaseTo((await stage.awards.signatureWindowOf(id)).until + 1n);
  await stage.awards.connect(stage.stranger).lapseSignature(id);
  await award(tender);
  const { winner } = await stage.awards.getAward(id);
  const other = entries.find(({ bidder }) => bidder.id !== winner)!.bidder;
  await stage.awards.connect(other.account).complain(id, other.id, documentOf("complaint"));
  await time.increase((terms.procedure.complaintWindow as bigint) + 1n);
  await stage.awards.connect(stage.reviewer).rule(id, 2n, winner, 3n, documentOf("ruling").digest);
  await award(tender);
  const next = (await stage.awards.getAward(id)).winner;
  await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
  const { account } = entries.find(({ bidder }) => bidder.id === next)!.bidder;
  await stage.awards.connect(account).sign(id, terms.call, terms.contractTerms, terms.schedule);
}

/** The tender as a stranger reads it. */
export async function recordOf({ stage, id }: SealedTender): Promise<TenderRecord> {
  const { book, publication, joints, panel, awards, provider } = stage;
  const contracts = { book, publication, joints, panel, awards } as unknown as TenderSource["contracts"];
  return readTender({ chain: chainOf(provider), contracts, fromBlock: 0 }, id);
}

/** The signatures of a locked tender's rounds. */
export function signaturesOf(record: TenderRecord): RoundSignatures {
  const { technicalRound, priceRound } = currentVersion(record).terms.call;
  return { info: BEACON.info, technical: BEACON.sign(technicalRound), price: BEACON.sign(priceRound) };
}

/** Verifies a record against the chain that it was read from. */
export async function verify(
  { stage, id }: SealedTender,
  record: TenderRecord,
  options: Partial<VerifyOptions> = {},
): Promise<Verification> {
  const { chainId } = await stage.provider.getNetwork();
  const bidders = liveBids(record).map(({ bidder }) => bidder);
  const views = await readViews(stage.book, id, bidders);
  return verifyTender(record, { chainId, book: await stage.book.getAddress(), views, ...options });
}
