import type { LiveBid } from "../read/read-tender.ts";
import type { BeaconInfo } from "../../randomness/beacon.ts";
import type { BidScope } from "../sealed/envelopes.ts";
import { openPrice, openTechnical } from "../sealed/open-bid.ts";
import { priceHash, technicalHash } from "../sealed/envelopes.ts";
import type { Call } from "../terms/types.ts";
import { describeReason } from "./describe-reason.ts";
import { remark, type Remark } from "./verification.ts";

/** Signatures of the rounds of a tender, verified; null where a round is still to come. */
export interface RoundSignatures {
  readonly info: BeaconInfo;
  readonly technical: string | null;
  readonly price: string | null;
}

/**
 * Decrypts the envelopes of a bid and says where they hold something else than what was opened. The commitment binds, not the ciphertext, so
 * these are remarks and no differences: otherwise any bidder could spoil a verification with an envelope of noise.
 *
 * @throws CodedError of the beacon, of which nothing follows for the bid
 * @example await checkEnvelopes(bid, scope, terms.call, signatures);
 */
export async function checkEnvelopes(
  bid: LiveBid,
  scope: BidScope,
  { technicalRound, priceRound }: Call,
  { info, technical, price }: RoundSignatures,
): Promise<Remark[]> {
  if (technical === null) return [];
  const { bidder, filing } = bid;
  const sealed = { ...scope, commitment: filing.commitment };
  const locked = { ciphertext: filing.technical, round: technicalRound, signature: technical };
  const read = await openTechnical(sealed, locked, info);
  if (!read.opened) return [remark(bidder, "remark-unreadable", { reason: describeReason(read.reason) })];
  if (!bid.technical) return bid.standing?.eligible === false ? [] : [remark(bidder, "remark-left-sealed", {})];
  if (technicalHash(scope, read.content) !== technicalHash(scope, bid.technical)) {
    return [remark(bidder, "remark-other-content", {})];
  }
  if (price === null) return [];
  const lockedPrice = { ciphertext: filing.price, round: priceRound, signature: price };
  const readPrice = await openPrice(scope, read.content.priceCommitment, lockedPrice, info);
  if (!readPrice.opened) return [remark(bidder, "remark-unreadable", { reason: describeReason(readPrice.reason) })];
  if (!bid.price) return bid.evaluation?.qualified === true ? [remark(bidder, "remark-left-sealed", {})] : [];
  const { salt } = bid.price;
  if (salt === null || priceHash(scope, readPrice.content) === priceHash(scope, { price: bid.price.price, salt })) {
    return [];
  }
  return [remark(bidder, "remark-other-content", {})];
}
