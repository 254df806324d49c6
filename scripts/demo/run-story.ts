import type { Lang } from "../lib/lang.ts";
import { formatDay } from "../lib/calendar/format-date.ts";
import { readLocal } from "../lib/calendar/local-time.ts";
import type { Printer } from "../lib/output/printer.ts";
import { formatRut } from "../lib/rut.ts";
import { planBlock } from "./acts/block.ts";
import { planChange } from "./acts/change.ts";
import { planMilestones } from "./acts/milestone.ts";
import { planOpening } from "./acts/open-contract.ts";
import type { Connection } from "./cast.ts";
import type { DemoFile } from "./demo-file.ts";
import { perform, SUPPLIER, type Play } from "./play.ts";
import { printAccount } from "./print-account.ts";
import { accountFor, readLogs, type Account } from "./read-chain.ts";
import { setScene } from "./set-scene.ts";
import { storyInterfaces } from "./stage.ts";
import { startOf } from "./story-start.ts";
import { wrap } from "./wrap.ts";

const WIDTH = 100;

/** 1,000 UTM for a file that does not state it, token units: the UTM of November 2026 was 69,542 pesos. */
const THOUSAND_UTM = 69_542_000n;

export { storyInterfaces };

/** What a story leaves behind. */
export interface Ending {
  readonly play: Play;
  readonly account: Account;
}

/**
 * Plays the whole life of a file's contract, tells it, and reconciles the treasury.
 *
 * @param connection a fresh local chain whose clock stands before the story
 * @throws the chain's refusal
 * @example const { account } = await runStory(connection, file, "es", printer);
 */
export async function runStory(connection: Connection, input: DemoFile, lang: Lang, printer: Printer): Promise<Ending> {
  const play = await setScene(connection, input, lang);
  const print = (sentence: string): void => {
    for (const line of wrap(sentence, WIDTH - 2)) printer.line(`  ${line}`);
  };
  introduce(play, printer, print);
  planPrologue(play);
  for (let next = play.agenda.next(); next; next = play.agenda.next()) {
    play.paragraph.length = 0;
    await play.clock.moveTo(next.at);
    const { date, time } = readLocal(play.clock.now);
    await next.act();
    if (play.paragraph.length === 0) continue;
    printer.line(`${formatDay(date, lang)}, ${time.slice(0, 5)}`);
    play.paragraph.forEach(print);
    printer.line();
  }
  const account = await accountFor(await readLogs(connection), play);
  printAccount(printer, account, play, lang);
  return { play, account };
}

function introduce({ say, file }: Play, printer: Printer, print: (sentence: string) => void): void {
  const { objeto: object, ocid, organismo, proveedor, precio: price, hitos } = file;
  printer.line(say("title", { object, ocid }));
  print(
    say("parties", {
      buyer: organismo.nombre,
      buyerRut: formatRut(organismo.rut),
      supplier: proveedor.nombre,
      supplierRut: formatRut(proveedor.rut),
      price,
      count: hitos.length,
    }),
  );
  print(say("local", {}));
  printer.line();
}

function planPrologue(play: Play): void {
  const { agenda, file, stage, draft, say, paragraph, cast } = play;
  const { treasury, token, opening } = stage.contracts;
  const { historia } = file;
  const threshold = historia?.milUtm ?? THOUSAND_UTM;
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
    planOpening(play, threshold, () => {
      planMilestones(play);
    });
  });
  if (historia?.modificacion) planChange(play, historia.modificacion);
  if (historia?.bloqueo) {
    const assignee = historia.hitos.find(({ cesion }) => cesion)?.cesion;
    const party = historia.bloqueo.cuenta === "proveedor" ? file.proveedor.nombre : assignee?.nombre;
    const name = historia.bloqueo.cuenta === "proveedor" ? SUPPLIER : assignee?.nombre;
    if (party !== undefined && name !== undefined) planBlock(play, historia.bloqueo, name, party);
  }
}
