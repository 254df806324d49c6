import { describeReason } from "../tender/verify/describe-reason.ts";
import type { LiveBid } from "../tender/read/read-tender.ts";
import { technicalHash } from "../tender/sealed/envelopes.ts";
import { openPrice, openTechnical } from "../tender/sealed/open-bid.ts";
import type { Move } from "./act.ts";
import { nameOf, type TenderTools } from "./context.ts";
import type { Words } from "./say.ts";
import type { SubjectMoves } from "./subject-act.ts";
import { scopeOf, toolsOf, type TenderContext } from "./tender-act.ts";
import { arePricesDue, priceMove, technicalMove } from "./tender-openings.ts";

/** A round's signature, and with what it was verified. */
interface Opener extends Pick<TenderTools, "beacon"> {
  readonly technical: string;
  readonly price: string | null;
}

/**
 * The openings of every bid of a tender with a time lock, from the ciphertexts on the chain and the rounds of the beacon, which are fetched and
 * verified. An envelope that opens to something else than was sealed counts as not opened, and is named.
 *
 * @throws CodedError of the beacon: `beacon-round-pending` before its time
 * @example const { moves, notes } = await openingMoves(context);
 */
export async function openingMoves(context: TenderContext): Promise<SubjectMoves> {
  const { terms, live } = context;
  const { timeLocked, technicalRound, priceRound } = terms.call;
  if (!timeLocked) return { moves: [], notes: [NOT_LOCKED] };
  const { beacon, signatureOf } = await toolsOf(context);
  const isPrice = arePricesDue(context);
  const opener: Opener = {
    ...{ beacon, technical: await signatureOf(technicalRound) },
    price: isPrice ? await signatureOf(priceRound) : null,
  };
  const moves: Move[] = [];
  const notes: Words[] = [];
  for (const bid of live.filter(isPrice ? awaitsPrice : awaitsTechnical)) {
    const opened = await openingOf(context, bid, opener);
    if ("key" in opened) moves.push(opened);
    else notes.push(opened.note);
  }
  return { moves, notes };
}

const NOT_LOCKED: Words = (say) =>
  say.pick(
    "Esta licitación no tiene sello de tiempo: cada oferente abre sus sobres con «tender open».",
    "This tender has no time lock: each bidder opens its envelopes with “tender open”.",
  );

const awaitsTechnical = ({ standing }: LiveBid): boolean => standing?.eligible !== false;
const awaitsPrice = ({ evaluation }: LiveBid): boolean => evaluation?.qualified === true;

async function openingOf(context: TenderContext, bid: LiveBid, opener: Opener): Promise<Move | { note: Words }> {
  const { technicalRound, priceRound } = context.terms.call;
  const { filing, bidder } = bid;
  const scope = await scopeOf(context, bidder);
  const name = await nameOf(context, bidder);
  const locked = { ciphertext: filing.technical, round: technicalRound, signature: opener.technical };
  const technical = await openTechnical({ ...scope, commitment: filing.commitment }, locked, opener.beacon);
  const told = (reason: Parameters<typeof describeReason>[0]): { note: Words } => ({
    note: (say) => {
      const why = describeReason(reason)[say.lang];
      return say.pick(`El sobre de ${name} no se abre: ${why}.`, `The envelope of ${name} does not open: ${why}.`);
    },
  });
  if (!technical.opened) return told(technical.reason);
  const { priceCommitment, pointer, document, declared, salt } = technical.content;
  if (opener.price === null) {
    return technicalMove(context, bid, { technical: { document, declared, salt }, pointer, priceCommitment });
  }
  const lockedPrice = { ciphertext: filing.price, round: priceRound, signature: opener.price };
  const price = await openPrice(scope, priceCommitment, lockedPrice, opener.beacon);
  if (!price.opened) return told(price.reason);
  const technicalCommitment = technicalHash(scope, { document, declared, salt });
  return priceMove(context, bid, { ...price.content, technicalCommitment });
}
