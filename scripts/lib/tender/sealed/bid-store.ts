import { join } from "node:path";

import { InputError } from "../../input/input-error.ts";
import { bidText, readBidText } from "./bid-text.ts";
import type { BidScope } from "./envelopes.ts";
import { loadSecret, saveSecret, type BidFiles } from "./secret-file.ts";
import { hashBid, type SealedBid } from "./sealed-bid.ts";

export type { BidFiles };

/** The bid that a file is wanted for: a tender of a network, a bidder and, once it is on the chain, the commitment. */
export interface WantedBid extends BidScope {
  readonly commitment?: string;
}

/**
 * The file of a bid. Each bid has its own, also when it replaces an earlier one of the same bidder, so that no salt is
 * ever overwritten.
 *
 * @example bidFile("ofertas", bid, hashBid(bid).commitment); // "ofertas/bid-a1a1a1a1-v2-7-215aea4f6b22bb90.json"
 */
export function bidFile(folder: string, { tender, version, bidder }: BidScope, commitment: string): string {
  return join(folder, `bid-${tender.slice(2, 10)}-v${version}-${bidder}-${commitment.slice(2, 18)}.json`.toLowerCase());
}

/**
 * Writes a bid with its salts into an encrypted file of its own. To be called before the bid is sent: without the salts
 * nobody but the beacon can open it. Saving the same bid again changes nothing.
 *
 * @returns the file's path
 * @throws InputError `bid-file-taken` when the file holds another bid; as `loadSealedBid` when it cannot be opened
 * @throws SendError `output-unwritable`
 * @example const file = await saveSealedBid("ofertas", bid, password, nodeFiles);
 */
export async function saveSealedBid(
  folder: string,
  bid: SealedBid,
  password: string,
  files: BidFiles,
): Promise<string> {
  const file = bidFile(folder, bid, hashBid(bid).commitment);
  const secret = { text: bidText(bid), textOf: (text: string) => bidText(readBidText(text)) };
  await saveSecret(file, secret, password, files);
  return file;
}

/**
 * Reads a bid back from its encrypted file.
 *
 * @param wanted what the bid must be for
 * @throws InputError with the file: `file-missing`, `file-unreadable`, `bid-file-damaged`, `bid-file-password`, `bid-file-other`
 * @example const bid = await loadSealedBid(bidFile("ofertas", wanted, commitment), password, wanted, nodeFiles);
 */
export async function loadSealedBid(
  file: string,
  password: string,
  wanted: WantedBid,
  files: BidFiles,
): Promise<SealedBid> {
  const read = (text: string): SealedBid => {
    const bid = readBidText(text);
    assertWanted(bid, wanted);
    return bid;
  };
  return loadSecret(file, read, password, files);
}

/**
 * Refuses a bid that is not for the wanted tender and bidder, or not the one on the chain.
 *
 * @throws InputError `bid-file-other`
 * @example assertWanted(bid, { ...scope, commitment });
 */
export function assertWanted(bid: SealedBid, wanted: WantedBid): void {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const differs = [
    bid.chainId !== wanted.chainId,
    !same(bid.book, wanted.book),
    !same(bid.tender, wanted.tender),
    bid.version !== wanted.version,
    bid.bidder !== wanted.bidder,
    wanted.commitment !== undefined && !same(hashBid(bid).commitment, wanted.commitment),
  ];
  const part = differs.indexOf(true);
  if (part >= 0) throw new InputError("bid-file-other", { part: BigInt(part) });
}
