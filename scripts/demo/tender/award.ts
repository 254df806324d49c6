import { documentDigest } from "../../lib/documents/document.ts";
import { awardPages } from "../../lib/tender/award/award-pages.ts";
import { rankBids } from "../../lib/tender/award/rank-bids.ts";
import { liveBids } from "../../lib/tender/read/read-tender.ts";
import { awardRules, lotOf, qualifiedBids } from "../../lib/tender/verify/ranking-of.ts";
import { provideBonds } from "../acts/provide.ts";
import { castOf } from "../cast.ts";
import { DAY, HOUR, perform, SUPPLIER } from "../play.ts";
import type { Bidding } from "./bidding.ts";
import { LAPSING, MORNING } from "./plan-awards.ts";
import { returnFreeBonds } from "./return-bonds.ts";

/** `Award.Ruling.Confirm`. */
const CONFIRM = 1n;
/** One transaction before the moment of the signature. */
const STEP = 60n;

/**
 * Plans the award by a stranger and what follows: complaint, lapses and awards anew, until the winner signs.
 *
 * @example planAward(bidding);
 */
export function planAward(bidding: Bidding): void {
  bidding.play.agenda.add(bidding.terms.timetable.pricesBy + MORNING, () => award(bidding, 0));
}

async function award(bidding: Bidding, round: number): Promise<void> {
  const { play, file, terms, id, stranger, read } = bidding;
  const { stage, entityName } = play;
  const awards = stage.contracts.awards.connect(stranger);
  const live = liveBids(await read());
  const bids = qualifiedBids(live, ({ evaluation }) => evaluation ?? undefined);
  const { basis } = rankBids(awardRules(terms.rules), bids, lotOf(live) ?? 0n);
  for (const { bidders, first, last } of awardPages(bids)) {
    await perform(play, (overrides) => awards.award(id, terms.rules, basis, [...bidders], first, last, overrides));
  }
  await returnFreeBonds(bidding, async ({ bidder }) => !(await awards.holdsBond(id, bidder)));
  const { winner, awardedAt } = await awards.getAward(id);
  const bid = file.licitacion.ofertas.find(({ nombre }) => nombre === entityName(winner));
  const follow = async (): Promise<void> => {
    if (bid?.firma === true) planSignature(bidding);
    else await planLapse(bidding, round);
  };
  const { reclamo } = file.licitacion;
  if (reclamo && round === 0) planComplaint(bidding, reclamo, awardedAt, follow);
  else await follow();
}

type Complaint = NonNullable<Bidding["file"]["licitacion"]["reclamo"]>;

function planComplaint(
  { play, file, terms, id }: Bidding,
  { oferente, motivo, decision }: Complaint,
  awardedAt: bigint,
  follow: () => Promise<void>,
): void {
  const { agenda, stage, cast, say, paragraph, entity } = play;
  const { awards } = stage.contracts;
  const { complaintWindow, reviewWindow, reviewer } = terms.procedure;
  const digest = documentDigest(new TextEncoder().encode(motivo));
  agenda.add(awardedAt + 3n * DAY, () =>
    perform(play, (overrides) =>
      awards
        .connect(cast.of(castOf(file, oferente)))
        .complain(id, entity(oferente), { digest, pointer: "" }, overrides),
    ),
  );
  const silentUntil = awardedAt + complaintWindow + reviewWindow;
  agenda.add(
    decision === "rechaza" ? awardedAt + complaintWindow + reviewWindow / 2n : silentUntil + HOUR,
    async () => {
      if (decision === "rechaza") {
        const desk = awards.connect(cast.byAddress(reviewer));
        await perform(play, (overrides) => desk.rule(id, CONFIRM, 0n, 0n, digest, overrides));
      } else paragraph.push(say("complaintSilence", {}));
      await follow();
    },
  );
}

/** Nobody signs; a stranger has the award lapse and made again. */
async function planLapse(bidding: Bidding, round: number): Promise<void> {
  const { play, id, stranger } = bidding;
  const awards = play.stage.contracts.awards.connect(stranger);
  const { until } = await awards.signatureWindowOf(id);
  play.agenda.add(until + LAPSING, async () => {
    await perform(play, (overrides) => awards.lapseSignature(id, overrides));
    play.paragraph.push(play.say("rerun", {}));
    await award(bidding, round + 1);
  });
}

function planSignature(bidding: Bidding): void {
  const { play, file } = bidding;
  play.agenda.add(file.firmaHasta - DAY, () => provideBonds(play));
  play.agenda.add(file.firmaHasta - STEP, () => sign(bidding));
  play.agenda.add(file.firmaHasta + HOUR, () => returnFreeBonds(bidding, () => true));
}

async function sign({ play, file, terms, id }: Bidding): Promise<void> {
  const { stage, cast, say, paragraph, entity, draft } = play;
  const { awards, treasury } = stage.contracts;
  const { call, contractTerms, schedule } = terms;
  const winner = awards.connect(cast.of(SUPPLIER));
  const told = paragraph.length;
  await perform(play, (overrides) => winner.sign(id, call, contractTerms, schedule, overrides));
  const { price, lineId } = draft.deed.terms;
  const { available } = (await treasury.getLine(lineId)).balance;
  const supplier = entity(file.proveedor.nombre);
  const { budget } = call;
  paragraph.splice(
    told,
    0,
    say("signed", { supplier, price, milestones: schedule.length, budget, rest: budget - price, available }),
  );
}
