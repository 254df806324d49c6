import type { Narrator } from "./narrate-parts.ts";

/** Points out of 10,000 * 10,000, in basis points of the whole. */
const shareOf = (points: unknown): bigint => (points as bigint) / 10_000n;

/** How the events of a tender are told. */
export const narrateTender: Readonly<Record<string, Narrator>> = {
  PriceOpened: (args, { say, file }) => {
    const [bidder, price] = [args.bidder as bigint, args.price as bigint];
    if (args.admissible !== true) return say("priceInadmissible", { bidder, price });
    const isLow = price < (file.licitacion?.evaluacion.ofertaTemeraria ?? 0n);
    return say(isLow ? "priceLow" : "priceOpened", { bidder, price });
  },
  BidEvaluated: (args, { say, file }) => {
    const [technical, attributes] = [shareOf(args.technical), shareOf(args.attributes)];
    const bidder = args.bidder as bigint;
    if (!file.licitacion?.comision) return say("bidCounted", { bidder, attributes });
    return say(args.qualified === true ? "bidQualified" : "bidUnqualified", { bidder, technical, attributes });
  },
  Awarded: ({ winner, total, basis, abnormallyLow }, { say }) => [
    say("awarded", { winner: winner as bigint, total: shareOf(total), basis: basis as bigint }),
    ...(abnormallyLow === true ? [say("awardedLow", {})] : []),
  ],
  ComplaintFiled: ({ bidder }, { say, file }) =>
    say("complained", { bidder: bidder as bigint, reason: file.licitacion?.reclamo?.motivo ?? "" }),
  ComplaintRuled: (_, { say }) => say("complaintRejected", {}),
  SignatureLapsed: ({ bidder }, { say }) => say("signatureLapsed", { bidder: bidder as bigint }),
  BidBondForfeited: ({ bidder, amount }, { say }) => say("bidBondForfeited", { bidder: bidder as bigint, amount }),
};
