import { formatRut } from "../../lib/rut.ts";
import { currentVersion, liveBids } from "../../lib/tender/read/read-tender.ts";
import type { Verification } from "../../lib/tender/verify/verification.ts";
import { verifyTender } from "../../lib/tender/verify/verify-tender.ts";
import { readViews } from "../../lib/tender/verify/views.ts";
import { fundLine, provide } from "../acts/provide.ts";
import { castOf } from "../cast.ts";
import type { Play } from "../play.ts";
import { startOf } from "../story-start.ts";
import { printSentence, tellStory } from "../tell-story.ts";
import { planAward } from "./award.ts";
import { biddingOf, type Bidding } from "./bidding.ts";
import { planEvaluation } from "./evaluate.ts";
import { planBids } from "./file-bids.ts";
import { planOpenings } from "./open-envelopes.ts";
import { printTender } from "./print-tender.ts";
import { planPublication } from "./publish.ts";

/**
 * Plays a file's tender to the signature of its contract, tells it, and works it out again from the chain alone.
 *
 * @param play of a file with a tender
 * @returns the verification; the play's contract is open
 * @throws the chain's refusal; Error where the tender has opened another contract than the file's
 * @example const { isVerified } = await runTender(await setScene(stage, file));
 */
export async function runTender(play: Play): Promise<Verification> {
  const { agenda, paragraph, stage, id } = play;
  const bidding = await biddingOf(play);
  introduce(bidding);
  agenda.add(startOf(bidding.file), () => fund(bidding));
  planPublication(bidding);
  planBids(bidding);
  planOpenings(bidding);
  planEvaluation(bidding);
  planAward(bidding);
  await tellStory(agenda, paragraph, stage);
  const record = await bidding.read();
  if (record.ending?.contractId !== id) throw new Error("the tender has not opened the contract of the file");
  const verification = await verify(bidding);
  printTender(verification, bidding);
  return verification;
}

function introduce({ play, file }: Bidding): void {
  const { say, stage } = play;
  const { printer } = stage;
  const { objeto: object, ocid, organismo, licitacion } = file;
  printer.line(say("title", { object, ocid }));
  const buyer = { buyer: organismo.nombre, buyerRut: formatRut(organismo.rut) };
  printSentence(printer, say("tenderParties", { ...buyer, budget: licitacion.presupuesto }));
  printSentence(printer, say("local", {}));
  printer.line();
}

/** The line has what the tender may cost, and each bidder what it is to bond. */
async function fund({ play, file, terms }: Bidding): Promise<void> {
  const { historia, licitacion } = file;
  await fundLine(play, historia?.asignacion ?? licitacion.presupuesto);
  const { bidBond } = terms.call;
  if (bidBond === 0n) return;
  for (const { nombre } of licitacion.ofertas) await provide(play, play.cast.of(castOf(file, nombre)), bidBond);
}

async function verify({ play, id, book, read }: Bidding): Promise<Verification> {
  const { chainId, contracts, beacon } = play.stage;
  const record = await read();
  const bidders = liveBids(record).map(({ bidder }) => bidder);
  const { technicalRound, priceRound } = currentVersion(record).terms.call;
  return verifyTender(record, {
    ...{ chainId, book },
    views: await readViews(contracts.book, id, bidders),
    signatures: { info: beacon.info, technical: beacon.sign(technicalRound), price: beacon.sign(priceRound) },
  });
}
