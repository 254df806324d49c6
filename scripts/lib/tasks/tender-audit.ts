import { CodedError, isCodedError } from "../messages/coded-error.ts";
import { timeOf } from "../randomness/beacon.ts";
import type { TenderTerms } from "../tender/terms/types.ts";
import type { RoundSignatures } from "../tender/verify/check-envelopes.ts";
import { verifyTender } from "../tender/verify/verify-tender.ts";
import { readViews } from "../tender/verify/views.ts";
import type { BidAccount, Verification } from "../tender/verify/verification.ts";
import { checkLines } from "./check-lines.ts";
import { nameOf, type TaskContext } from "./context.ts";
import type { Say, Words } from "./say.ts";
import { openTender, toolsOf } from "./tender-act.ts";
import { ABSENCES, CRITERIA } from "./tender-names.ts";

/** A verification with what people read of it. */
export interface TenderAudit {
  readonly verification: Verification;
  readonly lines: readonly Words[];
}

const POINT = 1_000_000n;

/** Points out of a hundred, as people read them: two decimals, the last one cut. */
const points = (value: bigint, { lang }: Say): string => {
  const cents = ((value % POINT) / (POINT / 100n)).toString().padStart(2, "0");
  return `${value / POINT}${lang === "es" ? "," : "."}${cents}`;
};

const percent = (bps: bigint, { lang }: Say): string =>
  `${bps / 100n}${lang === "es" ? "," : "."}${(bps % 100n).toString().padStart(2, "0")} %`;

/**
 * Works out a tender again from the chain alone and puts into words, bid by bid, how each point came about.
 *
 * @param given its id, or the id of its process
 * @throws InputError `tender-unknown`, `process-count`; CodedError of a beacon that lies, never of one that cannot be reached
 * @example const { verification, lines } = await auditTender(id, context);
 */
export async function auditTender(given: string, context: TaskContext): Promise<TenderAudit> {
  const { contracts, identity } = context;
  const { id, tender, terms, live } = await openTender(given, context);
  const views = await readViews(
    contracts.book,
    id,
    live.map(({ bidder }) => bidder),
  );
  const signatures = await signaturesOf(terms, context);
  const verification = await verifyTender(tender, {
    ...{ views, chainId: identity.chainId, book: await contracts.book.getAddress() },
    ...(signatures === null ? {} : { signatures }),
  });
  const names = new Map<bigint, string>();
  for (const { bidder } of live) names.set(bidder, await nameOf(context, bidder));
  const nameIn = (bidder: bigint | null): string => (bidder === null ? "" : `${names.get(bidder) ?? `#${bidder}`}: `);
  const isClosed = terms.call.timeLocked && signatures === null;
  return {
    verification,
    lines: [
      ...verification.bids.flatMap((bid) => bidLines(bid, nameIn(bid.bidder), terms)),
      ...verification.remarks.map(
        (each): Words =>
          (say) =>
            `${nameIn(each.bidder)}${each.what[say.lang]}`,
      ),
      ...(isClosed ? [UNREAD] : []),
      ...checkLines(verification.checks, nameIn),
    ],
  };
}

const UNREAD: Words = (say) =>
  say.pick(
    "Los sobres cifrados no se leyeron: falta la ronda del faro o no se pudo consultar.",
    "The encrypted envelopes were not read: the beacon's round is missing or could not be asked for.",
  );

/** The rounds that are signed by now; null where the first is not, or nobody answers for the beacon. */
async function signaturesOf({ call }: TenderTerms, context: TaskContext): Promise<RoundSignatures | null> {
  if (!call.timeLocked) return null;
  const { beacon, signatureOf } = await toolsOf(context);
  const { now } = context.door;
  const signed = async (round: bigint): Promise<string | null> =>
    timeOf(beacon, round) > now ? null : signatureOf(round);
  try {
    const technical = await signed(call.technicalRound);
    if (technical === null) return null;
    return { info: beacon, technical, price: await signed(call.priceRound) };
  } catch (error) {
    if (isCodedError(error) && (error.code === "beacon-unreachable" || error.code === "beacon-round-pending"))
      return null;
    throw error;
  }
}

function bidLines(bid: BidAccount, name: string, { rules }: TenderTerms): Words[] {
  if (!bid.isOpened)
    return [(say) => `${name}${say.pick("sobre técnico sin abrir.", "technical envelope not opened.")}`];
  const criteria = bid.criteria.map(({ kind, weight, given, score, points: earned }): Words => (say) => {
    const scores = given.length === 0 ? "" : ` (${given.map((each) => percent(each, say)).join(" | ")})`;
    return `  ${say.label(CRITERIA, kind)}: ${percent(score, say)}${scores} x ${percent(weight, say)} = ${points(earned, say)}`;
  });
  const priceWeight = rules.criteria.find(({ kind }) => kind === 1n)?.weight ?? 0n;
  const { price, pricePoints, total, rank, absence } = bid;
  const priceLine: Words = (say) =>
    price === null || pricePoints === null
      ? ""
      : `  ${say.label(CRITERIA, 1)}: ${percent(pricePoints, say)} x ${percent(priceWeight, say)} = ${points(priceWeight * pricePoints, say)}`;
  const place: Words = (say) => {
    if (!bid.isQualified) return say.pick("bajo el mínimo técnico", "under the technical minimum");
    if (absence !== null) return ABSENCES[absence][say.lang];
    if (rank === null || total === null) return say.pick("sin orden", "not ranked");
    return say.pick(`lugar ${rank}, total ${points(total, say)}`, `rank ${rank}, total ${points(total, say)}`);
  };
  const head: Words = (say) => `${name}${price === null ? "" : `${say.amount(price)}, `}${place(say)}.`;
  return pricePoints === null ? [head, ...criteria] : [head, ...criteria, priceLine];
}

/**
 * Refuses a tender of which any figure differs from the chain's.
 *
 * @throws CodedError `tender-mismatch` naming the figures
 * @example refuseDifference((await auditTender(id, context)).verification);
 */
export function refuseDifference({ checks }: Verification): void {
  const parts = checks.filter(({ isEqual }) => !isEqual).map(({ what }) => what);
  if (parts.length === 0) return;
  const inLang = (lang: "es" | "en"): string => [...new Set(parts.map((what) => what[lang]))].join("; ");
  throw new CodedError("tender-mismatch", { count: parts.length, parts: { es: inLang("es"), en: inLang("en") } });
}
