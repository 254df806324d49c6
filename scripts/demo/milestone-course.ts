import type { FieldPath } from "../lib/input/field-path.ts";
import { atMost, checkEnding, only, required, type Report } from "./course-rules.ts";
import type { MilestoneStory } from "./story-fields.ts";

/**
 * Whether what a story tells of a milestone can follow from what it tells before: a correction from an objection, a
 * ruling from a dispute, an appeal from a fine, and no amount from a smaller one.
 *
 * @param whole most that the milestone may come to, token units
 * @example checkMilestoneCourse(["historia", "hitos", 0], entry, { whole, isCertified: true }, report);
 */
export function checkMilestoneCourse(
  path: FieldPath,
  story: MilestoneStory,
  { whole, isCertified }: { whole: bigint; isCertified: boolean },
  report: Report,
): void {
  checkObjection(path, story, whole, report);
  checkFine(path, story, report);
  checkRefusal(path, story, { whole, isCertified }, report);
}

function checkObjection(path: FieldPath, story: MilestoneStory, whole: bigint, report: Report): void {
  const { entrega, revision, observado, respuesta, correccion, ofertas, fallo, cesion, multa, rechazo } = story;
  const afterwards = { observado, respuesta, correccion, ofertas, fallo };
  if (entrega === "nunca") {
    only(path, { ...afterwards, cesion, multa, rechazo }, '"entrega": "2027-03-24T16:00"', false, report);
    return;
  }
  const isObjected = revision === "observa";
  only(path, afterwards, '"revision": "observa"', isObjected, report);
  if (!isObjected) return;
  required([...path, "observado"], observado, true, report);
  atMost([...path, "observado"], observado, whole, report);
  only(path, { correccion }, '"respuesta": "corrige"', respuesta === "corrige", report);
  const again = correccion?.revision === "observa";
  if (correccion) {
    const at = [...path, "correccion"];
    only(at, { observado: correccion.observado }, '"revision": "observa"', again, report);
    required([...at, "observado"], correccion.observado, again, report);
    atMost([...at, "observado"], correccion.observado, observado ?? whole, report);
  }
  const isDisputed = again || (respuesta ?? "reclama") === "reclama";
  only(path, { ofertas, fallo }, '"respuesta": "reclama"', isDisputed, report);
  if (isDisputed) checkEnding(path, story, correccion?.observado ?? observado ?? whole, report);
}

function checkFine(path: FieldPath, { multa }: MilestoneStory, report: Report): void {
  if (!multa) return;
  const { decision, apelacion } = multa;
  const isFined = decision !== "silencio" && decision !== 0n;
  only([...path, "multa"], { apelacion }, '"decision" > 0', isFined, report);
  if (typeof decision !== "bigint" || typeof apelacion?.decision !== "bigint" || !isFined) return;
  atMost([...path, "multa", "apelacion", "decision"], apelacion.decision, decision, report);
}

function checkRefusal(
  path: FieldPath,
  { certificados, rechazo, observado }: MilestoneStory,
  { whole, isCertified }: { whole: bigint; isCertified: boolean },
  report: Report,
): void {
  const isRefused = certificados === "rechaza";
  only(path, { rechazo }, '"certificados": "rechaza"', isRefused, report);
  if (!isRefused) return;
  only(path, { certificados }, '"hitos[].certificados"', isCertified, report);
  required([...path, "rechazo"], rechazo, true, report);
  if (!rechazo) return;
  atMost([...path, "rechazo", "monto"], rechazo.monto, whole - (observado ?? 0n), report);
  checkEnding([...path, "rechazo"], rechazo, rechazo.monto, report);
}
