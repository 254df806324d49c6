import { concat, hexlify, toBeHex } from "ethers";

import { CodedError } from "../../messages/coded-error.ts";
import type { BeaconInfo } from "../../randomness/beacon.ts";
import { assertCommitted, settle, type Opened } from "../sealed/open-bid.ts";
import { decodePrice, encodePrice } from "../sealed/plaintexts.ts";
import {
  lockToRound,
  MAX_CIPHERTEXT,
  MAX_LIST_CIPHERTEXT,
  openEnvelope,
  type LockedEnvelope,
} from "../sealed/time-lock.ts";
import { commitmentOf, type QuoteForm, type SealedQuote } from "./sealed-quote.ts";
import type { QuotePlace } from "./commitment.ts";

/** What the envelope of a quote or of a price list holds: all that its opening needs. */
export type QuoteContent = Pick<SealedQuote, "prices" | "salt">;

/** A quote or a list as it was filed. */
export interface FiledEnvelope extends QuotePlace {
  readonly form: QuoteForm;
  readonly commitment: string;
}

const SALT_BYTES = 32;
const PRICE_BYTES = 16;

const limitOf = (form: QuoteForm): number => (form === "quote" ? MAX_CIPHERTEXT : MAX_LIST_CIPHERTEXT);

/**
 * Encrypts a quote or a list to the round of its contest. A quote is 64 bytes whatever the price; a list its salt and 16 bytes an item of
 * the catalogue, so that its length tells nothing.
 *
 * @returns the ciphertext, 0x hex
 * @throws CodedError as `lockToRound`
 * @example await lockQuote(sealed, round, QUICKNET);
 */
export function lockQuote(sealed: SealedQuote, round: bigint, info: BeaconInfo): Promise<string> {
  const { form, prices, salt } = sealed;
  const plaintext =
    form === "quote"
      ? encodePrice({ price: prices[0] ?? 0n, salt })
      : concat([salt, ...prices.map((price) => toBeHex(price, PRICE_BYTES))]);
  return lockToRound(plaintext, round, info, limitOf(form));
}

/**
 * Opens a quote or a list with the signature of its round and holds it against its commitment.
 *
 * @throws CodedError of the beacon, of which nothing follows for the quote
 * @example const opened = await openQuote(filed, { ciphertext, round, signature }, QUICKNET);
 */
export function openQuote(
  { commitment, ...filed }: FiledEnvelope,
  envelope: LockedEnvelope,
  info: BeaconInfo,
): Promise<Opened<QuoteContent>> {
  return settle(async () => {
    const limit = limitOf(filed.form);
    const content = decode(filed.form, await openEnvelope({ ...envelope, limit }, info));
    assertCommitted(commitment, commitmentOf({ ...filed, ...content }));
    return content;
  });
}

function decode(form: QuoteForm, bytes: Uint8Array): QuoteContent {
  if (form === "quote") {
    const { price, salt } = decodePrice(bytes);
    return { prices: [price], salt };
  }
  const length = bytes.length - SALT_BYTES;
  if (length <= 0 || length % PRICE_BYTES !== 0) throw new CodedError("envelope-malformed", {});
  const prices = Array.from({ length: length / PRICE_BYTES }, (_, index) => {
    const from = SALT_BYTES + index * PRICE_BYTES;
    return BigInt(hexlify(bytes.subarray(from, from + PRICE_BYTES)));
  });
  return { prices, salt: hexlify(bytes.subarray(0, SALT_BYTES)) };
}
