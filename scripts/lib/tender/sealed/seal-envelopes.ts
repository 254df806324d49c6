import type { BeaconInfo } from "../../randomness/beacon.ts";
import { encodePrice, encodeTechnical } from "./plaintexts.ts";
import { hashBid, type SealedBid } from "./sealed-bid.ts";
import { lockToRound } from "./time-lock.ts";

/** The beacon of a tender and the two rounds that its publication fixed. */
export interface TimeLock {
  readonly info: BeaconInfo;
  readonly technicalRound: bigint;
  readonly priceRound: bigint;
}

/** The two ciphertexts of a bid, 0x hex, as they go into calldata. */
export interface Ciphertexts {
  readonly technical: string;
  readonly price: string;
}

/**
 * Encrypts the envelopes of a bid, each to its own round.
 *
 * @throws CodedError as `lockToRound`: `envelope-too-large` when the pointer is too long
 * @example await sealEnvelopes(bid, { info: QUICKNET, technicalRound, priceRound });
 */
export async function sealEnvelopes(bid: SealedBid, lock: TimeLock): Promise<Ciphertexts> {
  const { document, pointer, declared, technicalSalt, price, priceSalt } = bid;
  const priceCommitment = hashBid(bid).price;
  const technical = encodeTechnical({ document, pointer, declared, salt: technicalSalt, priceCommitment });
  return {
    technical: await lockToRound(technical, lock.technicalRound, lock.info),
    price: await lockToRound(encodePrice({ price, salt: priceSalt }), lock.priceRound, lock.info),
  };
}
