import type { Lang } from "../../lib/lang.ts";
import type { Absence } from "../../lib/tender/award/types.ts";
import type { BidAccount, Verification } from "../../lib/tender/verify/verification.ts";
import { groupDigits } from "../../lib/units/format-amount.ts";
import { printSentence } from "../tell-story.ts";
import type { Bidding } from "./bidding.ts";

const WORDS = {
  es: {
    heads: ["Oferente", "Precio", "Comisión", "Atributos", "Por precio", "Total", "Lugar"],
    sealed: "no se abrió",
    unqualified: "bajo el mínimo",
    absent: {
      removed: "no firmó",
      unopened: "precio sin abrir",
      inadmissible: "no admisible",
      "group-unopened": "grupo excluido",
      "group-lower": "por su grupo",
    },
  },
  en: {
    heads: ["Bidder", "Price", "Panel", "Attributes", "By price", "Total", "Rank"],
    sealed: "did not open",
    unqualified: "under the minimum",
    absent: {
      removed: "did not sign",
      unopened: "price not opened",
      inadmissible: "not admissible",
      "group-unopened": "group excluded",
      "group-lower": "its group",
    },
  },
} as const satisfies Record<Lang, { readonly absent: Record<Absence, string> } & Record<string, unknown>>;

const POINT = 1_000_000n;

/** Points out of a hundred with two decimals, the rest cut. */
function points(value: bigint, lang: Lang): string {
  const cents = ((value % POINT) / (POINT / 100n)).toString().padStart(2, "0");
  return `${value / POINT}${lang === "es" ? "," : "."}${cents}`;
}

function placeOf({ isOpened, isQualified, absence, rank }: BidAccount, lang: Lang): string {
  const words = WORDS[lang];
  if (!isOpened) return words.sealed;
  if (!isQualified) return words.unqualified;
  return absence === null ? String(rank) : words.absent[absence];
}

/**
 * Prints how every bid came to its points, and whether all that was decided follows from the rules.
 *
 * @example printTender(verification, bidding);
 */
export function printTender({ bids, checks, isVerified }: Verification, { play, terms }: Bidding): void {
  const { say, stage, entityName } = play;
  const { printer, lang } = stage;
  const priceWeight = terms.rules.criteria.find(({ kind }) => kind === 1n)?.weight ?? 0n;
  const shown = (value: bigint | null, show: (value: bigint) => string): string => (value === null ? "" : show(value));
  printer.line(say("comparison", {}));
  printer.line();
  printer.table(
    WORDS[lang].heads,
    bids.map((bid) => [
      entityName(bid.bidder) ?? "",
      shown(bid.price, (price) => groupDigits(price, lang)),
      shown(bid.isOpened ? bid.technical : null, (value) => points(value, lang)),
      shown(bid.isOpened ? bid.attributes : null, (value) => points(value, lang)),
      shown(bid.pricePoints, (value) => points(value * priceWeight, lang)),
      shown(bid.total, (value) => points(value, lang)),
      placeOf(bid, lang),
    ]),
  );
  printer.line();
  for (const { what, derived, onChain, isEqual } of checks) {
    if (!isEqual) printSentence(printer, say("unverified", { what, derived, onChain }));
  }
  if (isVerified) printSentence(printer, say("verified", { count: checks.length }));
  printer.line();
}
