import type { LiveBid } from "../tender/read/read-tender.ts";
import type { TenderTerms } from "../tender/terms/types.ts";
import { nameOf, type TaskContext } from "./context.ts";
import type { Words } from "./say.ts";
import { openTender } from "./tender-act.ts";
import { AWARD_STATUSES, TENDER_STATUSES } from "./tender-names.ts";

/** A second that matters to a tender. */
export interface TenderDate {
  readonly what: Words;
  /** Unix seconds. */
  readonly time: bigint;
}

/** A bid as anyone may see it. */
export interface BidStatus {
  readonly bidder: bigint;
  readonly name: string;
  readonly state: Words;
  /** Bond still held, smallest units. */
  readonly bond: bigint;
}

/** Where a tender stands. */
export interface TenderStatus {
  readonly id: string;
  readonly version: bigint;
  readonly status: Words;
  readonly award: Words;
  readonly winner: string | null;
  readonly terms: TenderTerms;
  readonly asked: number;
  readonly unanswered: number;
  /** Dates that are still to come, in order. */
  readonly next: readonly TenderDate[];
  readonly bids: readonly BidStatus[];
}

const DATES: readonly (readonly [stage: keyof TenderTerms["timetable"], es: string, en: string])[] = [
  ["enquiriesUntil", "último día para preguntas", "last day for enquiries"],
  ["answersUntil", "último día para respuestas", "last day for answers"],
  ["technicalFrom", "comienza la apertura técnica", "technical opening begins"],
  ["technicalBy", "termina la apertura técnica", "technical opening ends"],
  ["scoresBy", "último día para evaluar", "last day for scores"],
  ["substitutesBy", "último día para las suplencias", "last day for substitutes"],
  ["pricesFrom", "comienza la apertura de precios", "price opening begins"],
  ["pricesBy", "termina la apertura de precios", "price opening ends"],
  ["validUntil", "termina la vigencia de las ofertas", "validity of the bids ends"],
];

/**
 * Where a tender stands, what comes next and how each bid is doing; pauses are counted in.
 *
 * @param given its id, or the id of its process
 * @throws InputError `tender-unknown`, `process-count`
 * @example (await tenderStatus(id, context)).next[0]?.time;
 */
export async function tenderStatus(given: string, context: TaskContext): Promise<TenderStatus> {
  const { book, awards } = context.contracts;
  const { id, tender, version, terms, live } = await openTender(given, context);
  const status = await book.statusOf(id);
  const awarding = await awards.statusOf(id);
  const { winner } = await awards.getAward(id);
  const bids: BidStatus[] = [];
  for (const bid of live) {
    bids.push({
      ...{ bidder: bid.bidder, name: await nameOf(context, bid.bidder) },
      ...{ state: stateOf(bid), bond: await book.bondOf(id, bid.bidder) },
    });
  }
  const isRunning = tender.ending === null;
  return {
    ...{ id, version, terms, bids },
    status: (say) => say.label(TENDER_STATUSES, status),
    award: (say) => say.label(AWARD_STATUSES, awarding),
    winner: winner === 0n ? null : await nameOf(context, winner),
    asked: tender.enquiries.length,
    unanswered: tender.enquiries.filter(({ answer }) => answer === null).length,
    next: isRunning ? await datesOf(id, terms, context) : [],
  };
}

async function datesOf(id: string, { timetable }: TenderTerms, context: TaskContext): Promise<TenderDate[]> {
  const { book, awards } = context.contracts;
  const { from, until } = await awards.signatureWindowOf(id);
  const dates: TenderDate[] = [
    ...DATES.map(([stage, es, en]): TenderDate => ({ time: timetable[stage], what: (say) => say.pick(es, en) })),
    { time: await book.closesAt(id), what: (say) => say.pick("cierre", "closing") },
    { time: from, what: (say) => say.pick("se puede firmar", "the winner may sign") },
    { time: until, what: (say) => say.pick("último día para firmar", "last day to sign") },
  ];
  return dates.filter(({ time }) => time >= context.door.now).sort((a, b) => Number(a.time - b.time));
}

function stateOf({ standing, technical, evaluation, price, removal }: LiveBid): Words {
  return (say) => {
    if (removal) return removal.declined ? say.pick("no firmó", "did not sign") : say.pick("excluida", "excluded");
    if (price) {
      const shown = say.amount(price.price);
      return price.admissible ? shown : say.pick(`inadmisible (${shown})`, `inadmissible (${shown})`);
    }
    if (evaluation) {
      return evaluation.qualified
        ? say.pick("alcanzó el mínimo técnico", "reached the technical minimum")
        : say.pick("bajo el mínimo técnico", "under the technical minimum");
    }
    if (technical) return say.pick("sobre técnico abierto", "technical envelope open");
    return standing?.eligible === false
      ? say.pick("inhábil al cierre", "not eligible at closing")
      : say.pick("sellada", "sealed");
  };
}
