import { CodedError } from "../messages/coded-error.ts";
import { verifyContest, type ContestVerification, type ContestViews } from "../tender/quotes/verify-contest.ts";
import { openContest, type ContestBook, type ContestSubject } from "./contest-act.ts";
import { checkLines } from "./check-lines.ts";
import { nameOf, type TaskContext } from "./context.ts";
import { PLAIN_UNIT } from "./find-unit.ts";
import { boundOf } from "./quote-openings.ts";
import type { Words } from "./say.ts";

/** A verification with what people read of it. */
export interface ContestAudit {
  readonly verification: ContestVerification;
  readonly token: string;
  readonly lines: readonly Words[];
}

/**
 * Works out a request or a second competition again from the chain alone and puts it into words.
 *
 * @param given its id, or the id of its process
 * @throws InputError `contest-unknown`, `process-count`
 * @example const { verification, lines } = await auditContest("quotes", id, context);
 */
export async function auditContest(book: ContestBook, given: string, context: TaskContext): Promise<ContestAudit> {
  const subject = await openContest(book, given, context);
  const { contest } = subject;
  const verification = verifyContest(contest, await viewsOf(subject, context));
  const names = new Map<bigint, string>();
  for (const { supplier } of contest.quotes) names.set(supplier, await nameOf(context, supplier));
  const nameIn = (supplier: bigint | null): string => (supplier === null ? "" : `${names.get(supplier) ?? "#"}: `);
  const rankOf = (supplier: bigint): number => verification.ranking.findIndex((each) => each.supplier === supplier);
  return {
    verification,
    token: contest.contract.call.token,
    lines: [
      ...contest.quotes.map(({ supplier, opening }): Words => (say) => {
        const place = rankOf(supplier);
        const shown = opening === null ? say.pick("sin abrir", "not opened") : say.amount(opening.price);
        const counted =
          place >= 0
            ? say.pick(`cuenta, lugar ${place + 1}`, `counts, rank ${place + 1}`)
            : say.pick("no cuenta", "does not count");
        return `${nameIn(supplier)}${shown}, ${counted}.`;
      }),
      ...contest.choices.map(
        ({ supplier, isCheapest, justification }): Words =>
          (say) =>
            isCheapest
              ? `${nameIn(supplier)}${say.pick("elegida, la más barata.", "chosen, the cheapest.")}`
              : `${nameIn(supplier)}${say.pick("elegida sin ser la más barata; justificación", "chosen, not the cheapest; justification")} ${justification.digest}.`,
      ),
      ...checkLines(verification.checks, nameIn),
    ],
  };
}

async function viewsOf({ id, book, contest }: ContestSubject, context: TaskContext): Promise<ContestViews> {
  const contract = context.contracts[book];
  const { admissible, closesAt, opensBy, budget } = await contract.getContest(id);
  const { supplier, price } = await contract.cheapestOf(id);
  const bounds = new Map<bigint, bigint>();
  if (book === "contests") {
    for (const quote of contest.quotes) {
      const full = { ...context, unit: PLAIN_UNIT, id, book, contest };
      bounds.set(quote.supplier, (await boundOf(full, quote.supplier)).total);
    }
  }
  const place = { chainId: context.identity.chainId, book: await contract.getAddress() };
  return {
    ...{ admissible, closesAt, opensBy, budget, bounds, place },
    ...{ cheapest: { supplier, price }, now: context.door.now },
  };
}

/**
 * Refuses a contest of which any figure differs from the chain's.
 *
 * @throws CodedError `contest-mismatch` naming the figures
 * @example refuseContestDifference((await auditContest("quotes", id, context)).verification);
 */
export function refuseContestDifference({ checks }: ContestVerification): void {
  const parts = checks.filter(({ isEqual }) => !isEqual).map(({ what }) => what);
  if (parts.length === 0) return;
  const inLang = (lang: "es" | "en"): string => [...new Set(parts.map((what) => what[lang]))].join("; ");
  throw new CodedError("contest-mismatch", { count: parts.length, parts: { es: inLang("es"), en: inLang("en") } });
}
