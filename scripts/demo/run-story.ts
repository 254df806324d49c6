import { formatRut } from "../lib/rut.ts";
import { planAgreedEnd } from "./acts/agreed-end.ts";
import { planBlock } from "./acts/block.ts";
import { planBondClaim } from "./acts/bond-claim.ts";
import { planChange } from "./acts/change.ts";
import { planMilestones } from "./acts/milestone.ts";
import { planAdvance, planOpening } from "./acts/open-contract.ts";
import { planTermination } from "./acts/termination.ts";
import type { DemoFile } from "./demo-file.ts";
import { fundLine, provideBonds } from "./acts/provide.ts";
import type { Play } from "./play.ts";
import { printAccount } from "./print-account.ts";
import { accountFor, readLogs, type Account } from "./read-chain.ts";
import { setScene } from "./set-scene.ts";
import type { Stage } from "./stage.ts";
import { startOf } from "./story-start.ts";
import { printSentence, tellStory } from "./tell-story.ts";

/** What a story leaves behind. */
export interface Ending {
  readonly play: Play;
  readonly account: Account;
}

/**
 * Plays the whole life of a file's contract, tells it, and reconciles the treasury.
 *
 * @param tendered the play of the tender that has opened the contract; without it a direct award opens it
 * @throws the chain's refusal
 * @example const { account } = await runStory(await setStage(connection, "es", printer), file);
 */
export async function runStory(stage: Stage, input: DemoFile, tendered?: Play): Promise<Ending> {
  const play = tendered ?? (await setScene(stage, input));
  if (!tendered) introduce(play);
  planStory(play);
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

function planStory(play: Play): void {
  const { agenda, file } = play;
  const { historia, tratoDirecto } = file;
  if (tratoDirecto) {
    agenda.add(startOf(file), async () => {
      await fundLine(play, historia?.asignacion ?? file.precio);
      await provideBonds(play);
      planOpening(play, tratoDirecto, () => {
        planMilestones(play);
      });
      planAdvance(play);
    });
  } else {
    planMilestones(play);
    planAdvance(play);
  }
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
