import { openQuote, type QuoteContent } from "../tender/quotes/quote-envelope.ts";
import { basketTotal, priceListHash, type Need } from "../tender/quotes/basket.ts";
import type { ContestQuote } from "../tender/quotes/contest-record.ts";
import { describeReason } from "../tender/verify/describe-reason.ts";
import { InputError } from "../input/input-error.ts";
import type { ActContext, Move } from "./act.ts";
import { openFramework, placeOf, quoteTools, type ContestSubject, type FrameworkSubject } from "./contest-act.ts";
import { nameOf } from "./context.ts";
import type { Words } from "./say.ts";
import type { SubjectMoves } from "./subject-act.ts";

type ContestContext = ActContext & ContestSubject;
type FrameworkContext = ActContext & FrameworkSubject;

/** A quote and what its envelope holds. */
interface OpenedQuote extends QuoteContent {
  readonly quote: ContestQuote;
}

/** Why an envelope counts as not opened, in words. */
const toldOf =
  (name: string, reason: Parameters<typeof describeReason>[0]): Words =>
  (say) => {
    const why = describeReason(reason)[say.lang];
    return say.pick(`El sobre de ${name} no se abre: ${why}.`, `The envelope of ${name} does not open: ${why}.`);
  };

/**
 * The openings of every sealed quote of a contest, from the ciphertexts on the chain and the round of the beacon; cheapest first, each with
 * the one before it as its place in the ranking. An envelope that opens to something else than was sealed is named.
 *
 * @throws CodedError of the beacon: `beacon-round-pending` before its time
 * @example const { moves, notes } = await contestOpenings(context);
 */
export async function contestOpenings(context: ContestContext): Promise<SubjectMoves> {
  const { id, book, contest } = context;
  const { beacon, signatureOf } = await quoteTools(book, context);
  const { round } = contest.timetable;
  const signature = await signatureOf(round);
  const found: OpenedQuote[] = [];
  const notes: Words[] = [];
  for (const quote of contest.quotes) {
    const { supplier, filing } = quote;
    const filed = {
      ...(await placeOf(book, context, id, supplier)),
      form: "quote",
      commitment: filing.commitment,
    } as const;
    const opened = await openQuote(filed, { ciphertext: filing.ciphertext, round, signature }, beacon);
    if (opened.opened) found.push({ quote, ...opened.content });
    else notes.push(toldOf(await nameOf(context, supplier), opened.reason));
  }
  return { notes, moves: await quoteMoves(context, found) };
}

/**
 * The transactions that open quotes.
 *
 * @example await quoteMoves(context, [{ quote, prices: [price], salt }]);
 */
export async function quoteMoves(context: ContestContext, opened: readonly OpenedQuote[]): Promise<Move[]> {
  const priceOf = ({ prices }: Pick<QuoteContent, "prices">): bigint => prices[0] ?? 0n;
  const ascending = [...opened].sort((one, other) => (priceOf(one) < priceOf(other) ? -1 : 1));
  const moves: Move[] = [];
  for (const [index, { quote, salt, ...content }] of ascending.entries()) {
    const { supplier } = quote;
    const { id, book, contracts, contest } = context;
    const price = priceOf(content);
    const hint = ascending[index - 1]?.quote.filing.group ?? 0n;
    const name = await nameOf(context, supplier);
    moves.push({
      key: `open-${supplier}`,
      call:
        book === "quotes"
          ? contracts.quotes.open.populateTransaction(id, supplier, price, salt, hint)
          : competitionOpening(context, supplier, price, salt, hint),
      done: async () => (await contracts[book].getQuote(id, supplier)).opened,
      deadline: contest.timetable.opensBy,
      words: (say) =>
        say.pick(
          `Abrir la cotización de ${name}: ${say.amount(price)}.`,
          `Open the quote of ${name}: ${say.amount(price)}.`,
        ),
    });
  }
  return moves;
}

/** An offer of a competition opens beside the list that its supplier had when it filed it. */
async function competitionOpening(
  context: ContestContext,
  supplier: bigint,
  price: bigint,
  salt: string,
  hint: bigint,
) {
  const { contests } = context.contracts;
  const { basket, list } = await boundOf(context, supplier);
  const needs = basket.map((need) => ({ ...need }));
  return contests.open.populateTransaction(context.id, supplier, price, salt, needs, list, hint);
}

/** What bounds an offer of a second competition. */
export interface OfferBound {
  readonly basket: readonly Need[];
  readonly list: bigint[];
  /** What the basket costs by the list, smallest units; 0 where it does not cover it. */
  readonly total: bigint;
}

/**
 * Basket, list of the moment of filing, and what the basket costs by it.
 *
 * @throws InputError `list-missing`
 * @example (await boundOf(context, supplier)).total;
 */
export async function boundOf({ id, contest, ...context }: ContestContext, supplier: bigint): Promise<OfferBound> {
  const { framework: frameworkId = "", basket = [] } = contest.subject ?? {};
  const { framework } = await openFramework(frameworkId, context);
  const hash = await context.contracts.contests.listOf(id, supplier);
  const lists = framework.offers.find((offer) => offer.supplier === supplier)?.lists ?? [];
  const list = lists.find((prices) => priceListHash(prices) === hash);
  if (!list) throw new InputError("list-missing", { supplier });
  return { basket, list: [...list], total: basketTotal(basket, list) ?? 0n };
}

/** The transactions that open price lists. */
export async function listMoves(
  context: FrameworkContext,
  opened: readonly (QuoteContent & { readonly supplier: bigint })[],
): Promise<Move[]> {
  const { id, framework, contracts } = context;
  const items = framework.items.map((item) => ({ ...item }));
  const moves: Move[] = [];
  for (const { supplier, prices, salt } of opened) {
    const name = await nameOf(context, supplier);
    moves.push({
      key: `open-${supplier}`,
      call: contracts.frameworks.open.populateTransaction(id, supplier, items, [...prices], salt),
      done: async () => (await contracts.frameworks.getOffer(id, supplier)).opened,
      deadline: framework.terms.opensBy,
      words: (say) => {
        const offered = prices.filter((price) => price > 0n).length;
        return say.pick(
          `Abrir la lista de precios de ${name}: ofrece ${offered} de ${items.length} productos.`,
          `Open the price list of ${name}: it offers ${offered} of ${items.length} products.`,
        );
      },
    });
  }
  return moves;
}

/**
 * The openings of every sealed price list of a framework, from the ciphertexts on the chain.
 *
 * @throws CodedError of the beacon: `beacon-round-pending` before its time
 * @example const { moves, notes } = await listOpenings(context);
 */
export async function listOpenings(context: FrameworkContext): Promise<SubjectMoves> {
  const { id, framework } = context;
  const { beacon, signatureOf } = await quoteTools("frameworks", context);
  const { round } = framework.terms;
  const signature = await signatureOf(round);
  const found: (QuoteContent & { supplier: bigint })[] = [];
  const notes: Words[] = [];
  for (const { supplier, commitment, ciphertext } of framework.offers) {
    const filed = { ...(await placeOf("frameworks", context, id, supplier)), form: "list", commitment } as const;
    const opened = await openQuote(filed, { ciphertext, round, signature }, beacon);
    if (opened.opened) found.push({ supplier, ...opened.content });
    else notes.push(toldOf(await nameOf(context, supplier), opened.reason));
  }
  return { notes, moves: await listMoves(context, found) };
}
