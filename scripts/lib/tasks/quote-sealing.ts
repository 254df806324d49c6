import { join } from "node:path";

import * as z from "zod";

import { record, type Field } from "../input/fields.ts";
import { loadInput } from "../input/load-input.ts";
import { bidPassword, newBidPassword } from "../tender/sealed/bid-password.ts";
import { lockQuote } from "../tender/quotes/quote-envelope.ts";
import { loadSealedQuote, quoteFile, saveSealedQuote } from "../tender/quotes/quote-store.ts";
import { commitmentOf, prepareQuote, type QuoteOffer } from "../tender/quotes/sealed-quote.ts";
import type { TaskContext, TenderTools } from "./context.ts";
import type { Words } from "./say.ts";

/** A sealed quote or list as it goes to the chain, and where its salt is. */
export interface SealedFiling {
  readonly commitment: string;
  readonly ciphertext: string;
  /** The supplier's encrypted file. */
  readonly file: string;
}

const hex = z.string().regex(/^0x(?:[0-9a-f]{2})+$/);
const envelopeField: Field<Omit<SealedFiling, "file">> = record({ commitment: hex, ciphertext: hex });

/** What a quote is sealed with. */
export interface QuoteDesk {
  /** Folder of the supplier's encrypted files. */
  readonly folder: string;
  readonly round: bigint;
  readonly tools: TenderTools;
}

/**
 * Seals a quote or a price list: draws its salt, keeps it in an encrypted file and encrypts the envelope to the round of the contest. The same
 * offer sealed before is taken up again, so that a repeated command files the same one; another is sealed anew.
 *
 * @throws InputError of the supplier's file and of its password
 * @example const { commitment, ciphertext } = await sealQuote({ ...place, form: "quote", prices: [price] }, desk, context);
 */
export async function sealQuote(offer: QuoteOffer, desk: QuoteDesk, context: TaskContext): Promise<SealedFiling> {
  const { folder, round, tools } = desk;
  const envelopeFile = join(folder, `sobre-${offer.record.slice(2, 10)}-${offer.supplier}.json`);
  const earlier = await earlierFiling(offer, envelopeFile, desk, context);
  if (earlier) return earlier;
  const sealed = prepareQuote(offer);
  const file = await saveSealedQuote(folder, sealed, await newBidPassword(tools.password), tools.files);
  const envelope = { commitment: commitmentOf(sealed), ciphertext: await lockQuote(sealed, round, tools.beacon) };
  await tools.files.replace(envelopeFile, `${JSON.stringify(envelope, null, 2)}\n`);
  return { ...envelope, file };
}

/** The envelope that this command sealed before, where it holds this very offer. */
async function earlierFiling(
  offer: QuoteOffer,
  envelopeFile: string,
  { folder, tools }: QuoteDesk,
  { door }: TaskContext,
): Promise<SealedFiling | null> {
  if (tools.files.read(envelopeFile) === null) return null;
  const envelope = await loadInput(envelopeFile, () => envelopeField, door);
  const wanted = { ...offer, commitment: envelope.commitment };
  const file = quoteFile(folder, wanted);
  if (tools.files.read(file) === null) return null;
  const held = await loadSealedQuote(folder, wanted, await bidPassword(tools.password), tools.files);
  const isSame =
    held.prices.length === offer.prices.length && held.prices.every((price, at) => price === offer.prices[at]);
  return isSame ? { ...envelope, file } : null;
}

/**
 * Where the secrets of a filing are.
 *
 * @example { notes: [keptIn(file)], moves }
 */
export const keptIn =
  (file: string): Words =>
  (say) =>
    say.pick(
      `El secreto de la oferta queda cifrado en ${file}: guarde una copia y la clave.`,
      `The secret of the offer is encrypted in ${file}: keep a copy and the password.`,
    );
