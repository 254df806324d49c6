import { liveBids } from "../../lib/tender/read/read-tender.ts";
import { sealEnvelopes, type TimeLock } from "../../lib/tender/sealed/seal-envelopes.ts";
import { hashBid, prepareBid } from "../../lib/tender/sealed/sealed-bid.ts";
import { paperOf } from "../acts/documents.ts";
import { castOf } from "../cast.ts";
import { perform } from "../play.ts";
import type { Bidding } from "./bidding.ts";
import { figuresOf, groupOf, MORNING, priceOf } from "./plan-awards.ts";
import type { BidStory } from "./tender-fields.ts";

/** A bid as it goes to the chain: the seal and both ciphertexts. */
interface Filed {
  readonly commitment: string;
  readonly technical: string;
  readonly price: string;
}

/**
 * Plans the bids of a tender, each sealed by its bidder, and after closing the copy of what the registry says.
 *
 * @example planBids(bidding);
 */
export function planBids(bidding: Bidding): void {
  const { play, file, terms } = bidding;
  const { ofertas } = file.licitacion;
  for (const [index, bid] of ofertas.entries()) {
    play.agenda.add(bid.presentada, () => fileBid(bidding, bid, index));
  }
  play.agenda.add(terms.timetable.closesAt + MORNING, () => copyStandings(bidding));
}

async function fileBid(bidding: Bidding, bid: BidStory, index: number): Promise<void> {
  const { play, file, id } = bidding;
  const { stage, cast, say, paragraph, entity } = play;
  const bidder = entity(bid.nombre);
  const { commitment, technical, price } =
    bid.copiaDe === undefined ? await seal(bidding, bid, index) : await copyOf(bidding, entity(bid.copiaDe));
  paragraph.push(
    bid.copiaDe === undefined ? say("bidFiled", { bidder }) : say("bidCopied", { bidder, copied: entity(bid.copiaDe) }),
  );
  const book = stage.contracts.book.connect(cast.of(castOf(file, bid.nombre)));
  await perform(play, (overrides) => book.bid(id, bidder, commitment, technical, price, overrides));
}

/** What the bidder does alone: salts, hashes, and envelopes that only the beacon's rounds open. */
async function seal({ play, file, terms, scopeOf }: Bidding, bid: BidStory, index: number): Promise<Filed> {
  const { digest: document, pointer } = paperOf("oferta técnica", index);
  const offer = { document, pointer, declared: figuresOf(bid), price: priceOf(file, bid) };
  const sealed = prepareBid({ ...scopeOf(play.entity(bid.nombre)), ...offer });
  const { technicalRound, priceRound } = terms.call;
  const lock: TimeLock = { info: play.stage.beacon.info, technicalRound, priceRound };
  return { commitment: hashBid(sealed).commitment, ...(await sealEnvelopes(sealed, lock)) };
}

/** What somebody who has nothing of its own can see on the chain. */
async function copyOf({ read }: Bidding, bidder: bigint): Promise<Filed> {
  const found = liveBids(await read()).find((bid) => bid.bidder === bidder);
  if (!found) throw new Error(`entity ${bidder} has no bid to copy`);
  return found.filing;
}

async function copyStandings({ play, file, terms, id, stranger }: Bidding): Promise<void> {
  const { stage, say, paragraph, entity } = play;
  const { ofertas } = file.licitacion;
  const bidders = ofertas.map(({ nombre }) => entity(nombre));
  const { book } = stage.contracts;
  await perform(play, (overrides) => book.connect(stranger).copyStanding(id, bidders, overrides));
  paragraph.push(say("copiedStanding", { count: ofertas.length }));
  const heads = new Set(ofertas.map((bid) => groupOf(ofertas, bid)));
  heads.delete(0n);
  for (const head of heads) {
    const members = ofertas.filter((bid) => groupOf(ofertas, bid) === head);
    if (members.length > 1) paragraph.push(say("sameGroup", { names: namesOf(members) }));
  }
  const { region } = terms.rules;
  const small = ofertas.filter((bid) => BigInt(bid.region) === region && SMALL.includes(bid.tamano));
  if (small.length !== 0) paragraph.push(say("smallFirms", { names: namesOf(small) }));
}

const SMALL: readonly BidStory["tamano"][] = ["micro", "pequena"];

const namesOf = (bids: readonly BidStory[]): string => bids.map(({ nombre }) => nombre).join(", ");
