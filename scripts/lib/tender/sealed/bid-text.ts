import * as z from "zod";

import { canonicalJson } from "../../documents/canonical-json.ts";
import { InputError } from "../../input/input-error.ts";
import { hashBid, type SealedBid } from "./sealed-bid.ts";

const number = z
  .string()
  .regex(/^\d{1,78}$/)
  .transform(BigInt);
const bytes32 = z.string().regex(/^0x[0-9a-fA-F]{64}$/);

const schema: z.ZodType<SealedBid> = z.strictObject({
  chainId: number,
  book: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  tender: bytes32,
  version: number,
  bidder: number,
  document: bytes32,
  pointer: z.string(),
  declared: z.tuple([number, number, number, number]),
  price: number,
  technicalSalt: bytes32,
  priceSalt: bytes32,
});

/**
 * A bid with its salts as text, for the bidder's encrypted file alone.
 *
 * @returns canonical JSON, amounts as decimal text
 * @example await encryptText(bidText(bid), password);
 */
export function bidText(bid: SealedBid): string {
  const { chainId, book, tender, version, bidder, document, pointer, declared, price, technicalSalt, priceSalt } = bid;
  return canonicalJson({
    chainId,
    book,
    tender,
    version,
    bidder,
    document,
    pointer,
    declared: [...declared],
    price,
    technicalSalt,
    priceSalt,
  });
}

/**
 * Reads what `bidText` wrote.
 *
 * @throws InputError `bid-file-damaged` when it is not such a bid
 * @example readBidText(await decryptText(file, password)).price;
 */
export function readBidText(text: string): SealedBid {
  try {
    const bid = schema.parse(JSON.parse(text));
    hashBid(bid);
    return bid;
  } catch {
    throw new InputError("bid-file-damaged", {});
  }
}
