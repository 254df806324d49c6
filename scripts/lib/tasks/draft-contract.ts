import { contractFileField } from "../procurement/contract-file.ts";
import { draftOf } from "../procurement/contract-file-deed.ts";
import { contractId } from "../procurement/deed.ts";
import { InputError } from "../input/input-error.ts";
import { loadInput } from "../input/load-input.ts";
import { formatRut } from "../rut.ts";
import { entityOf, tokenAt, type TaskContext } from "./context.ts";
import type { DeedFile } from "./deed-file.ts";
import { findUnit } from "./find-unit.ts";
import { sayIn, type Words } from "./say.ts";
import type { Lang } from "../lang.ts";

/** A contract as its file says it, and as both sides will sign it. */
export interface DraftedContract {
  readonly deedFile: DeedFile;
  /** What the file says, a sentence a line. */
  readonly lines: readonly string[];
}

/**
 * Checks a contract's file, puts it into words and makes the deed that both sides sign. Nothing is sent.
 *
 * @throws InputError of the door, `line-unknown` or `entity-unknown`
 * @example const { deedFile, lines } = await draftContract("obra.json", context, "es");
 */
export async function draftContract(file: string, context: TaskContext, lang: Lang): Promise<DraftedContract> {
  const { decimals } = await findUnit(file, context);
  const read = await loadInput(file, (door) => contractFileField(door, { decimals }), context.door);
  const { line } = await context.contracts.treasury.getLine(read.linea);
  if (BigInt(line.token) === 0n) throw new InputError("line-unknown", { line: read.linea }, { file, field: "linea" });
  const { unit } = await tokenAt(context.runner, line.token);
  const buyer = await entityOf(context, read.organismo.rut, [2n]);
  const supplier = await entityOf(context, read.proveedor.rut, [1n]);
  const { deed, schedule } = draftOf(read, { token: line.token, buyer, supplier });
  const id = contractId(deed.terms);
  const { causal, fundamento } = read.tratoDirecto;
  const deedFile = { id, deed, schedule, directAward: { route: causal, justification: fundamento } };

  const { terms, annex } = deed;
  const words: Words[] = [
    (say) =>
      say.pick(
        `${read.objeto}: ${read.organismo.nombre} (${formatRut(read.organismo.rut)}) contrata a ${read.proveedor.nombre} (${formatRut(read.proveedor.rut)}) por ${say.amount(terms.price)} de la línea ${read.linea}.`,
        `${read.objeto}: ${read.organismo.nombre} (${formatRut(read.organismo.rut)}) contracts ${read.proveedor.nombre} (${formatRut(read.proveedor.rut)}) for ${say.amount(terms.price)} of line ${read.linea}.`,
      ),
    (say) =>
      say.pick(
        `Garantía ${say.amount(annex.performanceBond)}, anticipo ${say.amount(terms.advance)}; se firma hasta ${say.date(annex.signBy)} y termina ${say.date(annex.endsAt)}.`,
        `Bond ${say.amount(annex.performanceBond)}, advance ${say.amount(terms.advance)}; to be signed by ${say.date(annex.signBy)}, ends ${say.date(annex.endsAt)}.`,
      ),
    ...read.hitos.map(
      ({ nombre, monto, vence }, index): Words =>
        (say) =>
          say.pick(
            `Hito ${index + 1}, ${nombre}: ${say.amount(monto)}, vence ${say.date(vence)}.`,
            `Milestone ${index + 1}, ${nombre}: ${say.amount(monto)}, due ${say.date(vence)}.`,
          ),
    ),
    (say) => say.pick(`Identificador ${id}.`, `Id ${id}.`),
  ];
  const say = sayIn(lang, unit);
  return { deedFile, lines: words.map((sentence) => sentence(say)) };
}
