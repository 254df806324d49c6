import { DISPUTE_STAGES, DISPUTE_TOPICS, PROCESS_STAGES } from "../procurement/names.ts";
import type { Annex } from "../procurement/deed.ts";
import type { TaskContext } from "./context.ts";
import type { Pending } from "./contract-status.ts";
import type { DeedFile } from "./deed-file.ts";
import type { Words } from "./say.ts";

/** Steps of a fine or a termination, as the court records them; unix seconds, 0 where not taken. */
interface Course {
  readonly noticedAt: bigint;
  readonly defendedAt: bigint;
  readonly decidedAt: bigint;
  readonly appealedAt: bigint;
  readonly reviewedAt: bigint;
  readonly upheld: boolean;
}

/** Stages of `DueProcess.Stage`. */
const STAGE = { defence: 1, decision: 2, appealable: 3, review: 4, final: 5, extinguished: 6 } as const;

const WHO: Readonly<Record<number, Words>> = {
  [STAGE.defence]: (say) => say.pick("proveedor", "supplier"),
  [STAGE.decision]: (say) => say.pick("organismo", "buyer"),
  [STAGE.appealable]: (say) => say.pick("proveedor", "supplier"),
  [STAGE.review]: (say) => say.pick("revisor", "reviewer"),
};

const anyone: Words = (say) => say.pick("cualquiera", "anyone");

const SILENCE: Readonly<Record<number, Words>> = {
  [STAGE.defence]: (say) => say.pick("se decide sin descargos", "it is decided without a defence"),
  [STAGE.decision]: (say) => say.pick("se extingue", "it is extinguished"),
  [STAGE.appealable]: (say) => say.pick("queda firme", "it becomes final"),
  [STAGE.review]: (say) => say.pick("se extingue", "it is extinguished"),
  [STAGE.final]: (say) => say.pick("se puede cerrar ya", "it may be closed now"),
  [STAGE.extinguished]: (say) => say.pick("se puede cerrar ya, sin efecto", "it may be closed now, without effect"),
};

/** The stage of a course and the end of its term, pauses left aside. */
function stageOf(course: Course, annex: Annex, now: bigint): { stage: number; until: bigint } {
  const { noticedAt, defendedAt, decidedAt, appealedAt, reviewedAt, upheld } = course;
  const within = (stage: number, until: bigint, after: number) =>
    now <= until ? { stage, until } : { stage: after, until: 0n };
  if (reviewedAt !== 0n) return { stage: upheld ? STAGE.final : STAGE.extinguished, until: 0n };
  if (appealedAt !== 0n) return within(STAGE.review, appealedAt + annex.reviewWindow, STAGE.extinguished);
  if (decidedAt !== 0n && !upheld) return { stage: STAGE.extinguished, until: 0n };
  if (decidedAt !== 0n) return within(STAGE.appealable, decidedAt + annex.appealWindow, STAGE.final);
  const heardAt = defendedAt === 0n ? noticedAt + annex.defenceWindow : defendedAt;
  if (defendedAt === 0n && now <= heardAt) return { stage: STAGE.defence, until: heardAt };
  return within(STAGE.decision, heardAt + annex.decisionWindow, STAGE.extinguished);
}

function pendingCourse(what: Words, course: Course, annex: Annex, now: bigint): Pending {
  const { stage, until } = stageOf(course, annex, now);
  return {
    ...{ what, until, who: WHO[stage] ?? anyone },
    status: (say) => say.label(PROCESS_STAGES, stage),
    silence: SILENCE[stage] ?? anyone,
  };
}

/**
 * The fine of a milestone, while it runs.
 *
 * @example await pendingFine(0, deedFile, context)
 */
export async function pendingFine(index: number, { id, deed }: DeedFile, context: TaskContext): Promise<Pending[]> {
  const { course, closed, amount } = await context.contracts.court.getFine(id, index);
  if (course.noticedAt === 0n || closed) return [];
  const what: Words = (say) => say.pick(`multa del hito ${index + 1}`, `fine of milestone ${index + 1}`);
  return [pendingCourse((say) => `${what(say)} (${say.amount(amount)})`, course, deed.annex, context.door.now)];
}

/**
 * The termination of a contract, while it runs.
 *
 * @example await pendingTermination(deedFile, context)
 */
export async function pendingTermination({ id, deed }: DeedFile, context: TaskContext): Promise<Pending[]> {
  const { course } = await context.contracts.court.getTermination(id);
  if (course.noticedAt === 0n) return [];
  const what: Words = (say) => say.pick("término anticipado", "early termination");
  return [pendingCourse(what, course, deed.annex, context.door.now)];
}

/**
 * The open disputes filed under a milestone.
 *
 * @example await pendingDispute(0, deedFile, context)
 */
export async function pendingDispute(index: number, { id, deed }: DeedFile, context: TaskContext): Promise<Pending[]> {
  const found: Pending[] = [];
  for (let topic = 0; topic < DISPUTE_TOPICS.es.length; topic++) {
    const { openedAt, resolved, amount } = await context.contracts.court.getCase(id, index, topic);
    if (openedAt === 0n || resolved) continue;
    const { settlementWindow, rulingWindow } = deed.annex;
    const ends = [0n, rulingWindow, 2n * rulingWindow].map((more) => openedAt + settlementWindow + more);
    const passed = ends.filter((end) => context.door.now > end).length;
    found.push({
      what: (say) =>
        `${say.pick("controversia del hito", "dispute of milestone")} ${index + 1}, ${say.label(DISPUTE_TOPICS, topic)} (${say.amount(amount)})`,
      status: (say) => say.label(DISPUTE_STAGES, passed + 1),
      who: (say) =>
        say.pick(
          ["ambas partes", "árbitro", "árbitro de reemplazo", "cualquiera"][passed] ?? "",
          ["both sides", "arbiter", "fallback arbiter", "anyone"][passed] ?? "",
        ),
      until: ends[passed] ?? 0n,
      silence: (say) =>
        say.pick(
          ["falla el árbitro", "falla el de reemplazo", "se aplica la regla publicada", "se puede aplicar ya"][
            passed
          ] ?? "",
          ["the arbiter rules", "the fallback rules", "the published default applies", "it may be applied now"][
            passed
          ] ?? "",
        ),
    });
  }
  return found;
}
