import { canonicalJson } from "../../documents/canonical-json.ts";
import { digestField, documentField } from "../../input/document-fields.ts";
import { integerField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { loadInput } from "../../input/load-input.ts";
import { checkLawful } from "../../tender/terms/check-lawful.ts";
import { tenderFileField, type TenderFile } from "../../tender/terms/tender-file.ts";
import type { TenderPlace } from "../../tender/terms/terms-faults.ts";
import { tenderId } from "../../tender/terms/terms-hash.ts";
import { termsOfEvent } from "../../tender/terms/terms-of-event.ts";
import { termsOfFile } from "../../tender/terms/terms-of-file.ts";
import type { TenderTerms } from "../../tender/terms/types.ts";
import { oneMove, pathField, type Act, type ActContext, type Move } from "../act.ts";
import { entityOf, eventsOf, isDocument, isLast } from "../context.ts";
import { datedAct } from "../dated-act.ts";
import { findUnit } from "../find-unit.ts";
import type { Words } from "../say.ts";
import { buyerAccount, tenderAct, toolsOf } from "../tender-act.ts";

/** The terms of a file, judged, with the account that publishes them. */
interface JudgedTerms {
  readonly file: TenderFile;
  readonly terms: TenderTerms;
  readonly buyer: string;
}

const CANCELLED = 3n;

/**
 * Reads the terms of a tender, asks the chain for what the law needs of it, and refuses every fault with its field; what is published was
 * judged by the clock of its day.
 *
 * @param until last second until which the budget is reserved, for an amendment
 */
async function judge(path: string, context: ActContext, until?: bigint): Promise<JudgedTerms> {
  const { contracts, door, unit } = context;
  const options = { decimals: unit.decimals };
  const file = await loadInput(path, (at) => tenderFileField(at, options), door);
  const { beacon } = await toolsOf(context);
  const { line } = await contracts.treasury.getLine(file.linea);
  if (BigInt(line.token) === 0n) {
    throw new InputError("line-unknown", { line: file.linea }, { file: path, field: "linea" });
  }
  const entity = await entityOf(context, file.organismo.rut, [2n]);
  const buyer = await contracts.registry.accountOf(entity);
  const threshold = await contracts.opening.thresholdOf(line.token);
  const parties = { token: line.token, buyer: entity, beacon };
  const place: TenderPlace = { threshold, buyer, beacon, time: door.now, ...(until === undefined ? {} : { until }) };
  const isJudged = door.pastDates !== true;
  if (isJudged)
    await loadInput(path, (at) => tenderFileField(at, options).superRefine(checkLawful(parties, place)), door);
  return { file, buyer, terms: termsOfFile(file, parties) };
}

const sentence =
  (verb: readonly [es: string, en: string], { objeto, linea }: TenderFile, terms: TenderTerms, id: string): Words =>
  (say) => {
    const { closesAt, technicalFrom, pricesFrom } = terms.timetable;
    const { budget, bidBond } = terms.call;
    const dates = [closesAt, technicalFrom, pricesFrom].map((time) => say.date(time));
    return say.pick(
      `${verb[0]} la licitación «${objeto}»: presupuesto ${say.amount(budget)} de la línea ${linea}, garantía de seriedad ${say.amount(bidBond)}. Cierra el ${dates[0] ?? ""}; apertura técnica el ${dates[1] ?? ""}; precios el ${dates[2] ?? ""}. Identificador ${id}.`,
      `${verb[1]} the tender “${objeto}”: budget ${say.amount(budget)} of line ${linea}, bid bond ${say.amount(bidBond)}. Closes on ${dates[0] ?? ""}; technical opening on ${dates[1] ?? ""}; prices on ${dates[2] ?? ""}. Id ${id}.`,
    );
  };

/** Whether the last version that was published is this one. */
function isPublished(context: ActContext, id: string, terms: TenderTerms): Move["done"] {
  const { publication } = context.contracts;
  return async () => {
    const last = (await eventsOf(context, publication, publication.filters.TenderPublished(id))).at(-1);
    if (!last) return false;
    return asText(termsOfEvent(last.args.getValue("terms") as never)) === asText(terms);
  };
}

const asText = (terms: TenderTerms): string => canonicalJson(JSON.parse(JSON.stringify(terms, bigintAsText)) as never);

const bigintAsText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

const publish: Act = {
  async prepare(path, context) {
    const full = { ...context, unit: await findUnit(path, context) };
    const { file, terms, buyer } = await judge(path, full);
    const { publication, book } = context.contracts;
    const id = tenderId(context.identity.chainId, await book.getAddress(), terms.call);
    const moves = oneMove(
      "publish",
      publication.publish.populateTransaction(terms),
      isPublished(full, id, terms),
      sentence(["Publicar", "Publish"], file, terms, id),
    );
    return { moves, unit: full.unit, by: buyer };
  },
};

/** What the buyer of a tender does. */
export const tenderBuyerActs: Readonly<Record<string, Act>> = {
  publish: datedAct(publish),

  amend: datedAct(
    tenderAct(
      buyerAccount,
      (door) => ({ bases: pathField(door) }),
      async ({ bases }, context) => {
        const { contracts, id } = context;
        const { until } = await contracts.opening.getReservation(await contracts.book.getAddress(), id);
        const { file, terms } = await judge(bases, context, until);
        return oneMove(
          "amend",
          contracts.publication.amend.populateTransaction(id, terms),
          isPublished(context, id, terms),
          sentence(["Modificar", "Amend"], file, terms, id),
        );
      },
    ),
  ),

  answer: tenderAct(
    buyerAccount,
    (door) => ({ pregunta: integerField(1, 1 << 24), respuesta: documentField(door) }),
    ({ pregunta, respuesta }, context) => {
      const { id, tender } = context;
      const { publication } = context.contracts;
      const number = BigInt(pregunta - 1);
      return oneMove(
        "answer",
        publication.answer.populateTransaction(id, number, respuesta),
        () =>
          Promise.resolve(
            tender.enquiries.some((each) => each.number === number && isDocument(each.answer, respuesta)),
          ),
        (say) => say.pick(`Responder la pregunta ${pregunta}.`, `Answer question ${pregunta}.`),
      );
    },
  ),

  cancel: tenderAct(
    buyerAccount,
    (door) => ({ motivo: digestField(door) }),
    ({ motivo }, context) => {
      const { id } = context;
      const { publication, book } = context.contracts;
      return oneMove(
        "cancel",
        publication.cancel.populateTransaction(id, motivo),
        () =>
          isLast(
            context,
            book,
            book.filters.TenderEnded(id),
            ({ outcome, reason }) => outcome === CANCELLED && reason === motivo,
          ),
        (say) =>
          say.pick(
            "Cancelar la licitación antes del cierre: el presupuesto y las garantías vuelven.",
            "Cancel the tender before closing: budget and bonds return.",
          ),
      );
    },
  ),
};
