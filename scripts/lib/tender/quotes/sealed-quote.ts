import { randomBytes } from "node:crypto";

import { hexlify } from "ethers";
import * as z from "zod";

import { canonicalJson } from "../../documents/canonical-json.ts";
import { InputError } from "../../input/input-error.ts";
import { priceListHash } from "./basket.ts";
import { listCommitment, quoteCommitment, type QuotePlace } from "./commitment.ts";

/** What is sealed: one price for everything, or a list with a price for each item of a catalogue. */
export const QUOTE_FORMS = ["quote", "list"] as const;
export type QuoteForm = (typeof QUOTE_FORMS)[number];

/** A price or a price list, smallest units; 0 in a list where the item is not offered. A quote has one price. */
export interface QuoteOffer extends QuotePlace {
  readonly form: QuoteForm;
  readonly prices: readonly bigint[];
}

/** An offer with the salt that keeps it from being guessed: the supplier's secret until the openings. */
export interface SealedQuote extends QuoteOffer {
  readonly salt: string;
}

const SALT_BYTES = 32;

/**
 * Draws the salt of an offer from the platform's generator.
 *
 * @throws TypeError of ethers, when a value of the offer does not fit its type
 * @example const sealed = prepareQuote({ ...place, form: "quote", prices: [5_000_000n] });
 */
export function prepareQuote(offer: QuoteOffer): SealedQuote {
  const sealed = { ...offer, salt: hexlify(randomBytes(SALT_BYTES)) };
  commitmentOf(sealed);
  return sealed;
}

/**
 * The word that commits to a sealed quote or list.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example commitmentOf(sealed) === (await quotes.getQuote(id, supplier)).commitment;
 */
export function commitmentOf({ form, prices, salt, ...place }: SealedQuote): string {
  return form === "quote"
    ? quoteCommitment(place, prices[0] ?? 0n, salt)
    : listCommitment(place, priceListHash(prices), salt);
}

const number = z
  .string()
  .regex(/^\d{1,78}$/)
  .transform(BigInt);
const bytes32 = z.string().regex(/^0x[0-9a-fA-F]{64}$/);

const schema: z.ZodType<SealedQuote> = z.strictObject({
  form: z.enum(QUOTE_FORMS),
  chainId: number,
  book: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  record: bytes32,
  supplier: number,
  prices: z.array(number).min(1),
  salt: bytes32,
});

/**
 * A sealed quote with its salt as text, for the supplier's encrypted file alone.
 *
 * @returns canonical JSON, amounts as decimal text
 * @example await encryptText(quoteText(sealed), password);
 */
export function quoteText({ form, chainId, book, record, supplier, prices, salt }: SealedQuote): string {
  return canonicalJson({ form, chainId, book, record, supplier, prices: [...prices], salt });
}

/**
 * Reads what `quoteText` wrote.
 *
 * @throws InputError `bid-file-damaged` when it is no sealed quote
 * @example readQuoteText(await decryptText(file, password)).prices;
 */
export function readQuoteText(text: string): SealedQuote {
  try {
    const sealed = schema.parse(JSON.parse(text));
    commitmentOf(sealed);
    return sealed;
  } catch {
    throw new InputError("bid-file-damaged", {});
  }
}
