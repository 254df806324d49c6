import type * as z from "zod";

import type { FieldPath } from "../lib/input/field-path.ts";
import { InputError } from "../lib/input/input-error.ts";
import type { DemoFile, MilestoneStory } from "./demo-file.ts";

type Report = (path: FieldPath, error: InputError) => void;

/**
 * What must hold between a file's story and its contract: the line pays for it, and every milestone is there, once.
 *
 * @example record(fields).superRefine(checkStory)
 */
export function checkStory({ historia, hitos, precio }: DemoFile, context: z.core.$RefinementCtx): void {
  const report: Report = (path, error) => {
    context.addIssue({ code: "custom", path: ["historia", ...path], params: { error } });
  };
  if (!historia) return;
  const { asignacion, modificacion, bloqueo } = historia;
  if (asignacion !== undefined && asignacion < precio) {
    report(["asignacion"], new InputError("story-line-short", { found: asignacion, price: precio }));
  }
  if (modificacion) checkNumber(["modificacion", "hito"], modificacion.hito, hitos.length, report);
  if (bloqueo?.cuenta === "cesionario" && !historia.hitos.some(({ cesion }) => cesion)) {
    report(["bloqueo", "cuenta"], new InputError("story-no-assignee", {}));
  }
  for (const [index, entry] of historia.hitos.entries()) {
    checkNumber(["hitos", index, "hito"], entry.hito, hitos.length, report);
    if (historia.hitos.findIndex(({ hito }) => hito === entry.hito) < index) {
      report(["hitos", index, "hito"], new InputError("story-repeated", { number: entry.hito }));
    }
    const amount = hitos[entry.hito - 1]?.monto ?? 0n;
    const changed = modificacion?.hito === entry.hito ? modificacion.monto : 0n;
    checkObjection(["hitos", index], entry, changed > amount ? changed : amount, report);
  }
}

function checkNumber(path: FieldPath, found: number, count: number, report: Report): void {
  if (found > count) report(path, new InputError("integer-range", { found, min: 1, max: count }));
}

/** @param whole most that the milestone may come to; the chain has the last word */
function checkObjection(path: FieldPath, story: MilestoneStory, whole: bigint, report: Report): void {
  const { revision, observado, ofertas, fallo } = story;
  if (revision !== "observa") {
    for (const [field, value] of Object.entries({ observado, ofertas, fallo })) {
      if (value !== undefined) report([...path, field], new InputError("story-without-objection", {}));
    }
    return;
  }
  if (observado === undefined) {
    report([...path, "observado"], new InputError("field-missing", {}));
    return;
  }
  if (observado > whole) {
    report([...path, "observado"], new InputError("story-above-milestone", { found: observado, most: whole }));
  }
  const shares = { fallo, "ofertas.organismo": ofertas?.organismo, "ofertas.proveedor": ofertas?.proveedor };
  for (const [field, found] of Object.entries(shares)) {
    if (found === undefined || found <= observado) continue;
    report([...path, ...field.split(".")], new InputError("story-above-disputed", { found, most: observado }));
  }
}
