import { awardTimes } from "../../lib/tender/award/award-clock.ts";
import { rankBids } from "../../lib/tender/award/rank-bids.ts";
import type { QualifiedBid } from "../../lib/tender/award/types.ts";
import { evaluateBid } from "../../lib/tender/evaluation/evaluate-bid.ts";
import { CRITERION } from "../../lib/tender/evaluation/rules.ts";
import type { Rules, TenderTerms } from "../../lib/tender/terms/types.ts";
import { awardRules } from "../../lib/tender/verify/ranking-of.ts";
import { SIZES, type BidStory } from "./tender-fields.ts";
import type { TenderedFile } from "./tender-terms.ts";

const HOUR = 3_600n;
/** The opening is over at midnight; whoever has something to do comes in the morning. */
export const MORNING = 10n * HOUR + 1n;

/** Whoever has an award lapse comes so long after the signature window. */
export const LAPSING = 2n * HOUR;

/** An award that a file's bids lead to; unix seconds. */
export interface PlannedAward {
  /** Name of the bidder. */
  readonly winner: string;
  readonly signFrom: bigint;
  readonly signUntil: bigint;
}

/**
 * Number of the business group of a bidder: that of the first bidder of the file that belongs to it.
 *
 * @returns 0 for a bidder of none
 * @example groupOf(licitacion.ofertas, bid);
 */
export function groupOf(bids: readonly BidStory[], { grupo }: BidStory): bigint {
  const head = grupo === undefined ? undefined : bids.find((bid) => bid.grupo === grupo);
  return BigInt(head?.rut.body ?? 0);
}

/** `Entity.Size` of a bidder. */
export const sizeOf = ({ tamano }: BidStory): bigint => BigInt(SIZES.indexOf(tamano) + 1);

/** The price of a bid: the supplier's is the contract's. */
export const priceOf = ({ precio: price, proveedor }: TenderedFile, { nombre, precio }: BidStory): bigint =>
  nombre === proveedor.nombre ? price : (precio ?? 0n);

/** The four declared figures of a bid. */
export const figuresOf = ({ datos }: BidStory): [bigint, bigint, bigint, bigint] => {
  const [first = 0, second = 0, third = 0, fourth = 0] = datos;
  return [BigInt(first), BigInt(second), BigInt(third), BigInt(fourth)];
};

/**
 * What the official on a seat gives a bid, criterion by criterion in the order of the rules.
 *
 * @param seat from 0, in the order of the file's `notas`
 * @example sheetOf(terms.rules, bid, 0); // [0n, 8_500n, 9_000n, 0n, ...]
 */
export function sheetOf({ criteria }: Rules, { notas }: BidStory, seat: number): bigint[] {
  let technical = -1;
  return criteria.map(({ kind }) => {
    if (kind !== CRITERION.technical) return 0n;
    technical += 1;
    return BigInt(notas[technical]?.[seat] ?? 0);
  });
}

function qualifiedOf(file: TenderedFile, { rules }: TenderTerms): QualifiedBid[] {
  const { ofertas, comision } = file.licitacion;
  const seats = (comision?.evaluadores ?? []).map((_, seat) => seat);
  return ofertas.flatMap((bid, index): QualifiedBid[] => {
    if (bid.copiaDe !== undefined) return [];
    const sheets = seats.map((seat) => sheetOf(rules, bid, seat));
    const facts = { declared: figuresOf(bid), size: sizeOf(bid), region: BigInt(bid.region) };
    const { technical, attributes, qualified } = evaluateBid(rules, sheets, facts);
    if (!qualified) return [];
    const price = priceOf(file, bid);
    return [
      {
        bidder: BigInt(index + 1),
        group: groupOf(ofertas, bid) || BigInt(bid.rut.body),
        filedAt: bid.presentada,
        isOpened: true,
        isRemoved: false,
        price: price <= file.licitacion.presupuesto ? price : 0n,
        ...{ technical, attributes },
      },
    ];
  });
}

/**
 * The awards that a file's bids lead to by its rules, one after another until a winner signs; ties that only the lot
 * decides may fall otherwise on the chain.
 *
 * @returns the last one is that of the winner who signs; empty where nobody is admissible
 * @example planAwards(file, terms).at(-1)?.winner;
 */
export function planAwards(file: TenderedFile, terms: TenderTerms): PlannedAward[] {
  const { ofertas, reclamo } = file.licitacion;
  const { procedure, timetable } = terms;
  const windows = { ...procedure, validUntil: timetable.validUntil };
  const bids = qualifiedOf(file, terms);
  const awards: PlannedAward[] = [];
  const removed = new Set<bigint>();
  let awardedAt = timetable.pricesBy + MORNING;
  for (;;) {
    const standing = bids.map((bid) => ({ ...bid, isRemoved: removed.has(bid.bidder) }));
    const [best] = rankBids(awardRules(terms.rules), standing, 0n).ranked;
    const winner = best && ofertas[Number(best.bidder) - 1];
    if (!best || !winner) return awards;
    const isDisputed = reclamo !== undefined && awards.length === 0;
    const ruledAt =
      isDisputed && reclamo.decision === "rechaza"
        ? awardedAt + procedure.complaintWindow + procedure.reviewWindow / 2n
        : 0n;
    const facts = { awardedAt, complaints: isDisputed ? 1n : 0n, ruledAt, suspended: 0n, pausedAt: 0n };
    const { signFrom, signUntil } = awardTimes(windows, facts);
    awards.push({ winner: winner.nombre, signFrom, signUntil });
    if (winner.firma) return awards;
    removed.add(best.bidder);
    awardedAt = signUntil + LAPSING;
  }
}
