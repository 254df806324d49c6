import { CodedError, isCodedError } from "../../messages/coded-error.ts";
import type { BeaconInfo } from "../../randomness/beacon.ts";
import { bidCommitment, priceHash, technicalHash, type BidScope, type PriceContent } from "./envelopes.ts";
import { decodePrice, decodeTechnical, type TechnicalPlaintext } from "./plaintexts.ts";
import { openEnvelope, type LockedEnvelope } from "./time-lock.ts";

const ENVELOPE_FAULTS = [
  "envelope-too-large",
  "envelope-wrong-chain",
  "envelope-wrong-round",
  "envelope-unreadable",
  "envelope-malformed",
  "envelope-not-committed",
] as const;

/** Why an envelope counts as not opened: a fault of the bidder's own bytes, never of the beacon or of the relay. */
export type EnvelopeFault = (typeof ENVELOPE_FAULTS)[number];

/** An envelope that is open, or the reason why it counts as not opened. */
export type Opened<T> =
  | { readonly opened: true; readonly content: T }
  | { readonly opened: false; readonly reason: CodedError<EnvelopeFault> };

/** Both envelopes of a bid. */
export interface OpenedBid {
  readonly technical: TechnicalPlaintext;
  readonly price: PriceContent;
}

/** A bid as the chain's events tell it. */
export interface BidOnChain extends BidScope {
  readonly commitment: string;
}

/**
 * Opens the technical envelope of a bid and holds it against the commitment.
 *
 * @throws CodedError `beacon-scheme`, `beacon-chain-mismatch`, `beacon-signature-false`, of which nothing follows for the
 *   bid
 * @example const technical = await openTechnical(bid, { ciphertext, round, signature }, QUICKNET);
 */
export function openTechnical(
  bid: BidOnChain,
  envelope: LockedEnvelope,
  info: BeaconInfo,
): Promise<Opened<TechnicalPlaintext>> {
  return settle(async () => {
    const content = decodeTechnical(await openEnvelope(envelope, info));
    assertCommitted(bid.commitment, bidCommitment(technicalHash(bid, content), content.priceCommitment));
    return content;
  });
}

/**
 * Opens the price envelope of a bid and holds it against the hash that the technical opening left.
 *
 * @param priceCommitment hash of the price envelope
 * @throws CodedError as `openTechnical`
 * @example const price = await openPrice(scope, technical.priceCommitment, envelope, QUICKNET);
 */
export function openPrice(
  scope: BidScope,
  priceCommitment: string,
  envelope: LockedEnvelope,
  info: BeaconInfo,
): Promise<Opened<PriceContent>> {
  return settle(async () => {
    const content = decodePrice(await openEnvelope(envelope, info));
    assertCommitted(priceCommitment, priceHash(scope, content));
    return content;
  });
}

/**
 * Opens both envelopes of a bid, once both rounds are signed.
 *
 * @throws CodedError as `openTechnical`
 * @example const opened = await openBid(bid, { technical, price }, QUICKNET); if (!opened.opened) opened.reason.code;
 */
export async function openBid(
  bid: BidOnChain,
  envelopes: Readonly<Record<"technical" | "price", LockedEnvelope>>,
  info: BeaconInfo,
): Promise<Opened<OpenedBid>> {
  const technical = await openTechnical(bid, envelopes.technical, info);
  if (!technical.opened) return technical;
  const price = await openPrice(bid, technical.content.priceCommitment, envelopes.price, info);
  if (!price.opened) return price;
  return { opened: true, content: { technical: technical.content, price: price.content } };
}

/**
 * Refuses what an envelope holds where it is not what was committed to.
 *
 * @throws CodedError `envelope-not-committed`
 * @example assertCommitted(quote.commitment, quoteCommitment(place, price, salt));
 */
export function assertCommitted(committed: string, found: string): void {
  if (found !== committed.toLowerCase()) throw new CodedError("envelope-not-committed", { committed, found });
}

/**
 * What an envelope holds, or why it counts as not opened.
 *
 * @throws what `open` throws that is no fault of the envelope: the beacon's
 * @example await settle(async () => decodePrice(await openEnvelope(envelope, info)));
 */
export async function settle<T>(open: () => Promise<T>): Promise<Opened<T>> {
  try {
    return { opened: true, content: await open() };
  } catch (error) {
    if (isEnvelopeFault(error)) return { opened: false, reason: error };
    throw error;
  }
}

const isEnvelopeFault = (error: unknown): error is CodedError<EnvelopeFault> =>
  isCodedError(error) && ENVELOPE_FAULTS.some((code) => code === error.code);
