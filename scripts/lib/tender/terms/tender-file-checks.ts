import type * as z from "zod";

import type { FieldPath } from "../../input/field-path.ts";
import { InputError } from "../../input/input-error.ts";
import type { TenderFile } from "./tender-file.ts";

const SCALE = ["dato", "sinPuntaje", "todoElPuntaje"] as const;

/**
 * What must hold between the fields of a tender's file whatever the chain says: one timetable, a scale exactly where a figure is declared, a
 * region where a local supplier is preferred, an office for each certificate. For `superRefine`; each fault names its field.
 *
 * @example record(tenderFields(door, { decimals: 0 })).superRefine(checkTenderFile)
 */
export function checkTenderFile(file: TenderFile, context: z.core.$RefinementCtx): void {
  const report = (path: FieldPath, error: InputError): void => {
    context.addIssue({ code: "custom", path: [...path], params: { error } });
  };
  if ((file.calendario === undefined) === (file.plazos === undefined)) {
    report(file.plazos === undefined ? [] : ["plazos"], new InputError("tender-timetable", {}));
  }
  file.evaluacion.criterios.forEach((criterion, index) => {
    const isDeclared = criterion.tipo === "declarado" || criterion.tipo === "social";
    for (const name of SCALE) {
      if ((criterion[name] !== undefined) === isDeclared) continue;
      const path = ["evaluacion", "criterios", index, ...(isDeclared ? [] : [name])];
      report(path, new InputError("tender-scale", { field: name }));
    }
  });
  const local = file.evaluacion.criterios.findIndex(({ tipo }) => tipo === "local");
  if (local >= 0 && file.evaluacion.region === undefined) {
    report(["evaluacion", "criterios", local], new InputError("tender-region", {}));
  }
  checkCertificates(file, context);
}

/** The parts of a file that certificates are named in. */
export type CertificateParts = {
  readonly contrato: { readonly oficinas: Pick<TenderFile["contrato"]["oficinas"], "certificadores"> };
  readonly hitos: readonly { readonly certificados: readonly string[] }[];
};

/**
 * Each certificate that a milestone asks for has an office that gives it. For `superRefine`.
 *
 * @example record(purchaseContractFields(door)).superRefine(checkCertificates)
 */
export function checkCertificates({ contrato, hitos }: CertificateParts, context: z.core.$RefinementCtx): void {
  const kinds = contrato.oficinas.certificadores.map(({ certificado }) => certificado);
  hitos.forEach(({ certificados }, index) => {
    certificados.forEach((found, position) => {
      if (kinds.includes(found)) return;
      const error = new InputError("field-not-listed", { found, accepted: kinds.join(", ") });
      context.addIssue({ code: "custom", path: ["hitos", index, "certificados", position], params: { error } });
    });
  });
}
