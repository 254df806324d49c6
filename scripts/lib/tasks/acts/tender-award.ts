import { documentField } from "../../input/document-fields.ts";
import { entityField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { awardPages } from "../../tender/award/award-pages.ts";
import { rankBids } from "../../tender/award/rank-bids.ts";
import { draftOf } from "../../tender/terms/draft-of.ts";
import { awardRules, lotOf, qualifiedBids } from "../../tender/verify/ranking-of.ts";
import { oneMove, type Act, type Move } from "../act.ts";
import { bondApproval } from "../bond-approval.ts";
import { entityOf, happened, isDocument, nameOf } from "../context.ts";
import { bidderAccount, tenderAct, type TenderContext } from "../tender-act.ts";

const SIGNED = 1n;

/** The award, complaints against it, and what the winner does or leaves undone. */
export const tenderAwardActs: Readonly<Record<string, Act>> = {
  award: tenderAct(
    null,
    () => ({}),
    async (_, context) => {
      const { id, terms, contracts, live } = context;
      const bids = qualifiedBids(live, ({ evaluation }) => evaluation ?? undefined);
      const lot = lotOf(live) ?? (await contracts.book.getPrices(id)).lot;
      const { basis, ranked } = rankBids(awardRules(terms.rules), bids, lot);
      const pages = awardPages(bids);
      const winner = ranked[0] && (await nameOf(context, ranked[0].bidder));
      return pages.map(({ bidders, first, last }, index) => ({
        key: `award-${index + 1}`,
        call: contracts.awards.award.populateTransaction(id, terms.rules, basis, [...bidders], first, last),
        done: async () =>
          (await contracts.awards.getAward(id)).awardedAt !== 0n || (await contracts.book.getDesk(id)).outcome !== 0n,
        deadline: terms.timetable.validUntil,
        words: (say) => {
          const page = pages.length === 1 ? "" : ` (${index + 1}/${pages.length})`;
          return winner === undefined
            ? say.pick(
                `Declarar desierta la licitación: ninguna oferta es admisible${page}.`,
                `End the tender as unsuccessful: no bid is admissible${page}.`,
              )
            : say.pick(
                `Adjudicar según las reglas a ${winner}; precio de referencia ${say.amount(basis)}${page}.`,
                `Award by the rules to ${winner}; reference price ${say.amount(basis)}${page}.`,
              );
        },
      }));
    },
  ),

  complain: tenderAct(
    bidderAccount,
    (door) => ({ oferente: entityField(), motivo: documentField(door) }),
    async ({ oferente, motivo }, context) => {
      const { id, contracts } = context;
      const { awards } = contracts;
      const bidder = await entityOf(context, oferente, [1n]);
      const { round } = await awards.getReview(id);
      return oneMove(
        "complain",
        awards.complain.populateTransaction(id, bidder, motivo),
        () =>
          happened(
            context,
            awards,
            awards.filters.ComplaintFiled(id, undefined, bidder),
            ({ args }) => args.round === round && isDocument(args.reason, motivo),
          ),
        (say) => say.pick("Reclamar contra la adjudicación.", "Complain against the award."),
      );
    },
  ),

  sign: tenderAct(
    async (_, context) => context.contracts.registry.accountOf((await awardOf(context)).winner),
    () => ({}),
    async (_, context) => {
      const { id, contracts, terms, door } = context;
      const { winner, abnormallyLow } = await awardOf(context);
      const price = context.live.find(({ bidder }) => bidder === winner)?.price?.price ?? 0n;
      const facts = { supplier: winner, price, isAbnormallyLow: abnormallyLow, signedAt: door.now };
      const { performanceBond } = draftOf(terms, facts).deed.annex;
      const name = await nameOf(context, winner);
      const done: Move["done"] = async () => (await contracts.book.getDesk(id)).outcome === SIGNED;
      const { call, contractTerms, schedule } = terms;
      return [
        ...(await bondApproval(context, terms.call.token, performanceBond, done)),
        ...oneMove("sign", contracts.awards.sign.populateTransaction(id, call, contractTerms, schedule), done, (say) =>
          say.pick(
            `Firmar, como ${name}, el contrato por ${say.amount(price)} y entregar la garantía de ${say.amount(performanceBond)}.`,
            `Sign, as ${name}, the contract of ${say.amount(price)} and post the bond of ${say.amount(performanceBond)}.`,
          ),
        ),
      ];
    },
  ),

  "lapse-signature": tenderAct(
    null,
    () => ({}),
    (_, context) => {
      const { id, contracts } = context;
      const { awards } = contracts;
      return oneMove(
        "lapse-signature",
        awards.lapseSignature.populateTransaction(id),
        async () => {
          const { awardedAt } = await awards.getAward(id);
          return awardedAt === 0n && (await happened(context, awards, awards.filters.SignatureLapsed(id)));
        },
        (say) =>
          say.pick(
            "Retirar al adjudicatario que no firmó: pierde su garantía y se adjudica entre las demás.",
            "Remove the winner who did not sign: its bond is forfeited and the award is made among the others.",
          ),
      );
    },
  ),
};

/** The award that stands, or the last one where the tender was signed. */
async function awardOf({ id, contracts, tender }: TenderContext): Promise<{ winner: bigint; abnormallyLow: boolean }> {
  const { winner, abnormallyLow } = await contracts.awards.getAward(id);
  if (winner !== 0n) return { winner, abnormallyLow };
  const last = tender.awards.at(-1);
  if (tender.ending?.outcome !== SIGNED || !last) throw new InputError("award-missing", { id });
  return { winner: last.winner, abnormallyLow: last.isAbnormallyLow };
}
