import type { Annex } from "../procurement/deed.ts";
import { DISPUTE_STAGE, disputeTerm, type DisputeStage } from "../procurement/dispute-clock.ts";
import { finalAt, PROCESS_STAGE, processTerm, type Course, type ProcessStage } from "../procurement/due-process.ts";
import { DISPUTE_STAGES, DISPUTE_TOPICS, PROCESS_STAGES } from "../procurement/names.ts";
import type { TaskContext } from "./context.ts";
import type { DeedFile } from "./deed-file.ts";
import { PARTIES, type ContractClock, type Pending } from "./pending.ts";
import type { Words } from "./say.ts";

/** Who a stage waits for, and what follows from silence. */
interface Awaited {
  readonly who: Words;
  readonly silence: Words;
}

const extinguishes: Words = (say) => say.pick("se extingue", "it is extinguished");

/** Stages of a fine or a termination that runs. */
const COURSE: Readonly<Record<Exclude<ProcessStage, "none">, Awaited>> = {
  defence: {
    who: PARTIES.supplier,
    silence: (say) => say.pick("se decide sin descargos", "it is decided without a defence"),
  },
  decision: { who: PARTIES.buyer, silence: extinguishes },
  appealable: { who: PARTIES.supplier, silence: (say) => say.pick("queda firme", "it becomes final") },
  review: { who: PARTIES.reviewer, silence: extinguishes },
  final: { who: PARTIES.anyone, silence: (say) => say.pick("se puede cerrar ya", "it may be closed now") },
  extinguished: {
    who: PARTIES.anyone,
    silence: (say) => say.pick("se puede cerrar ya, sin efecto", "it may be closed now, without effect"),
  },
};

/** Stages of an open dispute. */
const DISPUTE: Readonly<Record<Exclude<DisputeStage, "none" | "resolved">, Awaited>> = {
  settlement: { who: PARTIES.both, silence: (say) => say.pick("falla el árbitro", "the arbiter rules") },
  arbiter: { who: PARTIES.arbiter, silence: (say) => say.pick("falla el de reemplazo", "the fallback rules") },
  fallback: {
    who: PARTIES.fallback,
    silence: (say) => say.pick("se aplica la regla publicada", "the published default applies"),
  },
  default: { who: PARTIES.anyone, silence: (say) => say.pick("se puede aplicar ya", "it may be applied now") },
};

function pendingCourse(what: Words, course: Course, annex: Annex, { now, pausedAt }: ContractClock): Pending[] {
  const { stage, until } = processTerm(course, annex, pausedAt, now);
  if (stage === "none") return [];
  const status: Words = (say) => say.label(PROCESS_STAGES, PROCESS_STAGE.indexOf(stage));
  return [{ what, status, until, ...COURSE[stage] }];
}

/**
 * The fine of a milestone, while it runs.
 *
 * @example await pendingFine(0, deedFile, context, clock)
 */
export async function pendingFine(
  index: number,
  { id, deed }: DeedFile,
  { contracts }: TaskContext,
  clock: ContractClock,
): Promise<Pending[]> {
  const { course, closed, amount } = await contracts.court.getFine(id, index);
  if (closed) return [];
  const what: Words = (say) => say.pick(`multa del hito ${index + 1}`, `fine of milestone ${index + 1}`);
  return pendingCourse((say) => `${what(say)} (${say.amount(amount)})`, course, deed.annex, clock);
}

/**
 * The termination of a contract, while it runs; once it is final, up to when a delivery counts.
 *
 * @example await pendingTermination(deedFile, context, clock)
 */
export async function pendingTermination(
  { id, deed }: DeedFile,
  { contracts }: TaskContext,
  clock: ContractClock,
): Promise<Pending[]> {
  const { course } = await contracts.court.getTermination(id);
  const what: Words = (say) => say.pick("término anticipado", "early termination");
  return pendingCourse(what, course, deed.annex, clock).map((pending) =>
    processTerm(course, deed.annex, clock.pausedAt, clock.now).stage === "final"
      ? { ...pending, silence: untilFinal(finalAt(course, deed.annex, clock.pausedAt)) }
      : pending,
  );
}

const untilFinal =
  (instant: bigint): Words =>
  (say) =>
    say.pick(
      `se puede cerrar ya; cuenta lo entregado hasta el ${say.date(instant)}`,
      `it may be closed now; what was delivered up to ${say.date(instant)} counts`,
    );

/**
 * The open disputes filed under a milestone. A pause lengthens none of their terms.
 *
 * @example await pendingDispute(0, deedFile, context, clock)
 */
export async function pendingDispute(
  index: number,
  { id, deed }: DeedFile,
  { contracts }: TaskContext,
  { now }: ContractClock,
): Promise<Pending[]> {
  const found: Pending[] = [];
  for (let topic = 0; topic < DISPUTE_TOPICS.es.length; topic++) {
    const { openedAt, resolved, amount } = await contracts.court.getCase(id, index, topic);
    const { stage, until } = disputeTerm({ openedAt, resolved }, deed.annex, now);
    if (stage === "none" || stage === "resolved") continue;
    found.push({
      what: (say) =>
        `${say.pick("controversia del hito", "dispute of milestone")} ${index + 1}, ${say.label(DISPUTE_TOPICS, topic)} (${say.amount(amount)})`,
      status: (say) => say.label(DISPUTE_STAGES, DISPUTE_STAGE.indexOf(stage)),
      ...{ until, ...DISPUTE[stage] },
    });
  }
  return found;
}
