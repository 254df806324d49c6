import type { LiveBid } from "../read/read-tender.ts";
import { contractHash, panelHash, rulesHash } from "../terms/terms-hash.ts";
import type { TenderTerms } from "../terms/types.ts";
import { check, type Check } from "./verification.ts";

/** A bid as the book keeps it. */
export interface KeptBid {
  readonly bid: { readonly declared: bigint; readonly group: bigint; readonly size: bigint; readonly region: bigint };
  readonly offer: { readonly price: bigint; readonly technical: bigint; readonly attributes: bigint };
}

/** What the contracts keep of a tender, to hold its events against. */
export interface TenderViews {
  readonly digests: { readonly rules: string; readonly panel: string; readonly contractTerms: string };
  readonly lot: bigint;
  readonly bids: ReadonlyMap<bigint, KeptBid>;
}

/** The part of the book that is asked. */
export interface ViewedBook {
  getDigests(id: string): Promise<TenderViews["digests"]>;
  getPrices(id: string): Promise<{ readonly lot: bigint }>;
  getBids(id: string, bidders: bigint[]): Promise<readonly KeptBid[]>;
}

const BIDS_A_CALL = 200;

/**
 * Asks the book what it keeps of a tender.
 *
 * @example await readViews(contracts.book, id, liveBids(record).map(({ bidder }) => bidder));
 */
export async function readViews(book: ViewedBook, id: string, bidders: readonly bigint[]): Promise<TenderViews> {
  const bids = new Map<bigint, KeptBid>();
  for (let start = 0; start < bidders.length; start += BIDS_A_CALL) {
    const page = bidders.slice(start, start + BIDS_A_CALL);
    const kept = await book.getBids(id, page);
    page.forEach((bidder, index) => {
      const entry = kept[index];
      if (entry) bids.set(bidder, entry);
    });
  }
  const { rules, panel, contractTerms } = await book.getDigests(id);
  const { lot } = await book.getPrices(id);
  return { digests: { rules, panel, contractTerms }, lot, bids };
}

const FIGURE_BITS = 32n;

/**
 * Holds what the events say against what the book keeps.
 *
 * @param lot as the openings give it; null where their calls do not show every salt
 * @example checkViews(views, terms, live, lot).every(({ isEqual }) => isEqual);
 */
export function checkViews(
  { digests, lot: keptLot, bids }: TenderViews,
  terms: TenderTerms,
  live: readonly LiveBid[],
  lot: bigint | null,
): Check[] {
  return [
    check(null, "check-rules-hash", {}, rulesHash(terms.rules), digests.rules),
    check(null, "check-panel-hash", {}, panelHash(terms.panel), digests.panel),
    check(null, "check-contract-hash", {}, contractHash(terms), digests.contractTerms),
    ...(lot === null ? [] : [check(null, "check-lot", {}, lot, keptLot)]),
    ...live.flatMap((bid) => keptChecks(bid, bids.get(bid.bidder))),
  ];
}

function keptChecks({ bidder, technical, standing, evaluation, price }: LiveBid, kept: KeptBid | undefined): Check[] {
  if (!kept) return [];
  const figures = technical?.declared ?? [];
  const declared = figures.reduce((sum, figure, index) => sum + (figure << (FIGURE_BITS * BigInt(index))), 0n);
  const told = [
    ...[declared, standing?.group ?? 0n, standing?.size ?? 0n, standing?.region ?? 0n],
    ...[evaluation?.technical ?? 0n, evaluation?.attributes ?? 0n, price?.admissible === true ? price.price : 0n],
  ];
  const { bid, offer } = kept;
  const stored = [bid.declared, bid.group, bid.size, bid.region, offer.technical, offer.attributes, offer.price];
  return [check(bidder, "check-kept", {}, told.join(", "), stored.join(", "))];
}
