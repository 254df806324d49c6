import type { FieldPath } from "../lib/input/field-path.ts";
import { InputError } from "../lib/input/input-error.ts";
import { atMost, checkEnding, numberUpTo, only, required, type Report } from "./course-rules.ts";
import type { DemoFile } from "./demo-file.ts";
import { checkMilestoneCourse } from "./milestone-course.ts";
import type { Story } from "./story-fields.ts";

/**
 * Whether what a story tells can follow from what it tells before: the chain has the last word.
 *
 * @example checkCourse(file, historia, report);
 */
export function checkCourse({ hitos, garantiaFielCumplimiento }: DemoFile, story: Story, report: Report): void {
  const { modificacion, bloqueo, reclamoGarantia, observacionFinal, recepcionDefinitiva } = story;
  const path = ["historia"];
  if (modificacion) numberUpTo([...path, "modificacion", "hito"], modificacion.hito, hitos.length, report);
  if (bloqueo?.cuenta === "cesionario" && !story.hitos.some(({ cesion }) => cesion)) {
    report([...path, "bloqueo", "cuenta"], new InputError("story-no-assignee", {}));
  }
  for (const [index, entry] of story.hitos.entries()) {
    const at = [...path, "hitos", index];
    numberUpTo([...at, "hito"], entry.hito, hitos.length, report);
    if (story.hitos.findIndex(({ hito }) => hito === entry.hito) < index) {
      report([...at, "hito"], new InputError("story-repeated", { number: entry.hito }));
    }
    const contracted = hitos[entry.hito - 1];
    const changed = modificacion?.hito === entry.hito ? modificacion.monto : 0n;
    const amount = contracted?.monto ?? 0n;
    const whole = changed > amount ? changed : amount;
    checkMilestoneCourse(at, entry, { whole, isCertified: contracted?.certificados.length !== 0 }, report);
  }
  const bond = (garantiaFielCumplimiento?.monto ?? 0n) + (modificacion?.aumentoGarantia ?? 0n);
  checkTermination(path, story, bond, report);
  const isObjected = recepcionDefinitiva === "observa";
  only(path, { observacionFinal }, '"recepcionDefinitiva": "observa"', isObjected, report);
  required([...path, "observacionFinal"], observacionFinal, isObjected, report);
  if (observacionFinal) checkEnding([...path, "observacionFinal"], observacionFinal, observacionFinal.monto, report);
  if (!reclamoGarantia) return;
  atMost([...path, "reclamoGarantia", "monto"], reclamoGarantia.monto, bond, report);
  checkEnding([...path, "reclamoGarantia"], reclamoGarantia, reclamoGarantia.monto, report);
}

function checkTermination(path: FieldPath, { terminoAnticipado }: Story, bond: bigint, report: Report): void {
  if (!terminoAnticipado) return;
  const { decision, garantia, apelacion } = terminoAnticipado;
  const at = [...path, "terminoAnticipado"];
  only(at, { garantia, apelacion }, '"decision": "termina"', decision === "termina", report);
  atMost([...at, "garantia"], garantia, bond, report);
  if (!apelacion) return;
  const isConfirmed = apelacion.decision === "confirma";
  only([...at, "apelacion"], { garantia: apelacion.garantia }, '"decision": "confirma"', isConfirmed, report);
  atMost([...at, "apelacion", "garantia"], apelacion.garantia, garantia ?? 0n, report);
}
