import { randomBytes } from "node:crypto";

import { hexlify } from "ethers";

import { bidCommitment, priceHash, technicalHash, type BidScope, type Declared } from "./envelopes.ts";

/** A bid as the bidder decides it. */
export interface Offer extends BidScope {
  /** SHA-256 of the technical offer's file. */
  readonly document: string;
  /** Where that file can be fetched once the envelope is open; not part of the commitment. */
  readonly pointer: string;
  readonly declared: Declared;
  /** Smallest units of the tender's token. */
  readonly price: bigint;
}

/** An offer with the two salts that keep it from being guessed: the bidder's secret until the openings. */
export interface SealedBid extends Offer {
  readonly technicalSalt: string;
  readonly priceSalt: string;
}

/** The hashes of a bid. */
export interface BidHashes {
  readonly technical: string;
  readonly price: string;
  readonly commitment: string;
}

const SALT_BYTES = 32;

const drawSalt = (): string => hexlify(randomBytes(SALT_BYTES));

/**
 * Draws the salts of an offer. They come from the platform's generator alone, because prices are few enough to be tried
 * one by one by whoever knows or guesses a salt.
 *
 * @throws TypeError of ethers, when a value of the offer does not fit its type
 * @example const bid = prepareBid(offer); await saveSealedBid(folder, bid, password, files);
 */
export function prepareBid(offer: Offer): SealedBid {
  const bid = { ...offer, technicalSalt: drawSalt(), priceSalt: drawSalt() };
  hashBid(bid);
  return bid;
}

/**
 * The hashes of a bid's envelopes, and the commitment that goes to the chain.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example hashBid(bid).commitment;
 */
export function hashBid(bid: SealedBid): BidHashes {
  const technical = technicalHash(bid, { document: bid.document, declared: bid.declared, salt: bid.technicalSalt });
  const price = priceHash(bid, { price: bid.price, salt: bid.priceSalt });
  return { technical, price, commitment: bidCommitment(technical, price) };
}
