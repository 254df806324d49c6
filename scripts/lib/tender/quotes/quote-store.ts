import { join } from "node:path";

import { InputError } from "../../input/input-error.ts";
import { loadSecret, saveSecret, type BidFiles } from "../sealed/secret-file.ts";
import { commitmentOf, quoteText, readQuoteText, type SealedQuote } from "./sealed-quote.ts";
import type { QuotePlace } from "./commitment.ts";

/** The quote that a file is wanted for. */
export interface WantedQuote extends QuotePlace {
  readonly commitment: string;
}

/**
 * The encrypted file of a sealed quote or list: each has its own, so that no salt is ever overwritten.
 *
 * @example quoteFile("cotizaciones", sealed); // "cotizaciones/quote-a1a1a1a1-7-215aea4f6b22bb90.json"
 */
export function quoteFile(folder: string, { record, supplier, commitment }: WantedQuote): string {
  return join(folder, `quote-${record.slice(2, 10)}-${supplier}-${commitment.slice(2, 18)}.json`.toLowerCase());
}

/**
 * Writes a sealed quote with its salt into an encrypted file of its own, before it is sent.
 *
 * @returns the file's path
 * @throws InputError `bid-file-taken`, and as `loadSealedQuote` when an earlier file cannot be opened
 * @throws SendError `output-unwritable`
 * @example const file = await saveSealedQuote("cotizaciones", sealed, password, nodeFiles);
 */
export async function saveSealedQuote(
  folder: string,
  sealed: SealedQuote,
  password: string,
  files: BidFiles,
): Promise<string> {
  const file = quoteFile(folder, { ...sealed, commitment: commitmentOf(sealed) });
  const secret = { text: quoteText(sealed), textOf: (text: string) => quoteText(readQuoteText(text)) };
  await saveSecret(file, secret, password, files);
  return file;
}

/**
 * Reads a sealed quote back from its encrypted file.
 *
 * @throws InputError with the file: `file-missing`, `file-unreadable`, `bid-file-damaged`, `bid-file-password`, `quote-file-other`
 * @example const sealed = await loadSealedQuote("cotizaciones", wanted, password, nodeFiles);
 */
export function loadSealedQuote(
  folder: string,
  wanted: WantedQuote,
  password: string,
  files: Pick<BidFiles, "read">,
): Promise<SealedQuote> {
  const read = (text: string): SealedQuote => {
    const sealed = readQuoteText(text);
    const { chainId, book, record, supplier } = wanted;
    const bound = { ...sealed, chainId, book, record, supplier };
    if (commitmentOf(bound) !== wanted.commitment.toLowerCase()) throw new InputError("quote-file-other", {});
    return bound;
  };
  return loadSecret(quoteFile(folder, wanted), read, password, files);
}
