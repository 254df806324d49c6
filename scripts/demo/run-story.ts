import { formatRut } from "../lib/rut.ts";
import { planAgreedEnd } from "./acts/agreed-end.ts";
import { planBlock } from "./acts/block.ts";
import { planBondClaim } from "./acts/bond-claim.ts";
import { planChange } from "./acts/change.ts";
import { planMilestones } from "./acts/milestone.ts";
import { planOpening } from "./acts/open-contract.ts";
import { planTermination } from "./acts/termination.ts";
import type { DemoFile } from "./demo-file.ts";
import { perform, SUPPLIER, type Play } from "./play.ts";
import { printAccount } from "./print-account.ts";
import { accountFor, readLogs, type Account } from "./read-chain.ts";
import { setScene } from "./set-scene.ts";
import type { Stage } from "./stage.ts";
import { openingOf, startOf } from "./story-start.ts";
import { printSentence, tellStory } from "./tell-story.ts";

/** What a story leaves behind. */
export interface Ending {
  readonly play: Play;
  readonly account: Account;
}

/**
 * Plays the whole life of a file's contract, tells it, and reconciles the treasury.
 *
 * @throws the chain's refusal
 * @example const { account } = await runStory(await setStage(connection, "es", printer), file);
 */
export async function runStory(stage: Stage, input: DemoFile): Promise<Ending> {
  const play = await setScene(stage, input);
  introduce(play);
  planPrologue(play);
  await tellStory(play.agenda, play.paragraph, stage);
  const account = await accountFor(await readLogs(stage.connection), play);
  printAccount(stage.printer, account, play, stage.lang);
  return { play, account };
}

function introduce({ say, file, stage }: Play): void {
  const { objeto: object, ocid, organismo, proveedor, precio: price, hitos } = file;
  const { printer } = stage;
  printer.line(say("title", { object, ocid }));
  printSentence(
    printer,
    say("parties", {
      buyer: organismo.nombre,
      buyerRut: formatRut(organismo.rut),
      supplier: proveedor.nombre,
      supplierRut: formatRut(proveedor.rut),
      price,
      count: hitos.length,
    }),
  );
  printSentence(printer, say("local", {}));
  printer.line();
}

function planPrologue(play: Play): void {
  const { agenda, file, stage, draft, say, paragraph, cast } = play;
  const { treasury, token, opening } = stage.contracts;
  const { historia } = file;
  const { threshold } = openingOf(file);
  const budget = stage.office("budgetOffice");
  const { annex, terms } = draft.deed;
  const start = startOf(file);
  agenda.add(start, async () => {
    await perform(play, (overrides) =>
      opening.connect(stage.office("thresholds")).setThreshold(token, threshold, overrides),
    );
    paragraph.push(say("threshold", { threshold }));
    const funds = historia?.asignacion ?? terms.price;
    const bonds = annex.performanceBond + annex.advanceBond + (historia?.modificacion?.aumentoGarantia ?? 0n);
    for (const [signer, amount] of [
      [budget, funds],
      [cast.of(SUPPLIER), bonds],
    ] as const) {
      await perform(play, (overrides) => token.mint(signer.address, amount, overrides));
      await perform(play, (overrides) => token.connect(signer).approve(treasury, amount, overrides));
    }
    await perform(play, (overrides) => treasury.connect(budget).fund(terms.lineId, funds, overrides));
    planOpening(play, () => {
      planMilestones(play);
    });
  });
  if (historia?.modificacion) planChange(play, historia.modificacion);
  if (historia?.resciliacion) planAgreedEnd(play, historia.resciliacion.fecha);
  if (historia?.terminoAnticipado) planTermination(play, historia.terminoAnticipado);
  if (historia?.reclamoGarantia) planBondClaim(play, historia.reclamoGarantia);
  if (historia?.bloqueo) {
    const assignee = historia.hitos.find(({ cesion }) => cesion)?.cesion;
    const { nombre } = historia.bloqueo.cuenta === "cesionario" && assignee ? assignee : file.proveedor;
    planBlock(play, historia.bloqueo, nombre);
  }
}
