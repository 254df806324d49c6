import type { LiveBid } from "../tender/read/read-tender.ts";
import { priceHash, technicalHash, type Declared } from "../tender/sealed/envelopes.ts";
import type { Move } from "./act.ts";
import { nameOf } from "./context.ts";
import { scopeOf, type TenderContext } from "./tender-act.ts";

/** What opens a bid, whether it comes from the bidder's file or from the ciphertexts. */
export interface BidContents {
  readonly document: string;
  readonly pointer: string;
  readonly declared: Declared;
  readonly technicalSalt: string;
  readonly price: bigint;
  readonly priceSalt: string;
}

/** Bits of a bid's facts: copied, eligible, technical envelope opened; price opened. */
const FLAG = { copied: 1n, eligible: 2n, technical: 4n, price: 32n } as const;

/** Whether the prices are the envelopes that are opened now. */
export const arePricesDue = ({ door, terms }: Pick<TenderContext, "door" | "terms">): boolean =>
  door.now > terms.timetable.technicalBy;

/**
 * The transaction that opens the envelope which is due: the technical one until its window has passed, then the price.
 *
 * @example [await openingMove(context, bid, sealed)]
 */
export async function openingMove(context: TenderContext, bid: LiveBid, contents: BidContents): Promise<Move> {
  const { pointer, document, declared, technicalSalt: salt, price, priceSalt } = contents;
  const scope = await scopeOf(context, bid.bidder);
  const technical = { document, declared, salt };
  return arePricesDue(context)
    ? priceMove(context, bid, { price, salt: priceSalt, technicalCommitment: technicalHash(scope, technical) })
    : technicalMove(context, bid, {
        ...{ technical, pointer },
        priceCommitment: priceHash(scope, { price, salt: priceSalt }),
      });
}

/** A technical opening, as the book takes it. */
export interface TechnicalCall {
  readonly technical: { readonly document: string; readonly declared: Declared; readonly salt: string };
  readonly pointer: string;
  readonly priceCommitment: string;
}

/**
 * The transaction that opens a technical envelope.
 *
 * @example await technicalMove(context, bid, { technical, pointer, priceCommitment });
 */
export async function technicalMove(context: TenderContext, { bidder }: LiveBid, given: TechnicalCall): Promise<Move> {
  const { id, contracts } = context;
  const { technical, pointer, priceCommitment } = given;
  const name = await nameOf(context, bidder);
  const envelope = { ...technical, declared: [...technical.declared] as [bigint, bigint, bigint, bigint] };
  return {
    key: `open-technical-${bidder}`,
    call: contracts.book.openTechnical.populateTransaction(id, bidder, envelope, priceCommitment, pointer),
    done: async () => {
      const flags = (await contracts.book.getBids(id, [bidder]))[0]?.bid.flags ?? 0n;
      const isIneligible = (flags & FLAG.copied) !== 0n && (flags & FLAG.eligible) === 0n;
      return isIneligible || (flags & FLAG.technical) !== 0n;
    },
    deadline: context.terms.timetable.technicalBy,
    words: (say) => say.pick(`Abrir el sobre técnico de ${name}.`, `Open the technical envelope of ${name}.`),
  };
}

/** A price opening, as the book takes it. */
export interface PriceCall {
  readonly price: bigint;
  readonly salt: string;
  readonly technicalCommitment: string;
}

/**
 * The transaction that opens a price envelope.
 *
 * @example await priceMove(context, bid, { price, salt, technicalCommitment });
 */
export async function priceMove(context: TenderContext, { bidder }: LiveBid, given: PriceCall): Promise<Move> {
  const { id, contracts } = context;
  const { price, salt, technicalCommitment } = given;
  const name = await nameOf(context, bidder);
  return {
    key: `open-price-${bidder}`,
    call: contracts.book.openPrice.populateTransaction(id, bidder, price, salt, technicalCommitment),
    done: async () => (((await contracts.book.getBids(id, [bidder]))[0]?.offer.flags ?? 0n) & FLAG.price) !== 0n,
    deadline: context.terms.timetable.pricesBy,
    words: (say) =>
      say.pick(`Abrir el precio de ${name}: ${say.amount(price)}.`, `Open the price of ${name}: ${say.amount(price)}.`),
  };
}
