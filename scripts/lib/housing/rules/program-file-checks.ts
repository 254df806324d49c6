import type * as z from "zod";

import type { FieldPath } from "../../input/field-path.ts";
import { InputError } from "../../input/input-error.ts";
import type { ConditionFile, ProgramFile } from "./program-file.ts";

/**
 * What must hold between the fields of a program's file: every name is one of its attributes and every option one of theirs; an attribute
 * and a factor have one form. For `superRefine`; each fault names its field.
 *
 * @example fields().superRefine(checkProgramFile)
 */
export function checkProgramFile(file: ProgramFile, context: z.core.$RefinementCtx): void {
  const report = (path: FieldPath, error: InputError): void => {
    context.addIssue({ code: "custom", path: [...path], params: { error } });
  };
  const names = file.atributos.map(({ nombre }) => nombre);
  const checkName = (path: FieldPath, found: string): void => {
    if (names.includes(found)) return;
    report(path, new InputError("field-not-listed", { found, accepted: names.join(", ") }));
  };
  const checkConditions = (path: FieldPath, list: readonly ConditionFile[]): void => {
    list.forEach(({ atributo, es, aumento }, index) => {
      checkName([...path, index, "atributo"], atributo);
      if (aumento) checkName([...path, index, "aumento", "atributo"], aumento.atributo);
      const options = file.atributos.find(({ nombre }) => nombre === atributo)?.opciones ?? [];
      es?.forEach((found, position) => {
        if (options.includes(found)) return;
        const error = new InputError("field-not-listed", { found, accepted: options.join(", ") });
        report([...path, index, "es", position], error);
      });
    });
  };
  file.atributos.forEach(({ opciones, unidad, hasta }, index) => {
    const isNumber = unidad !== undefined && hasta !== undefined;
    const isMixed = opciones !== undefined && (unidad !== undefined || hasta !== undefined);
    if (isMixed || (opciones === undefined && !isNumber)) {
      report(["atributos", index], new InputError("housing-attribute-form", {}));
    }
  });
  file.requisitos.forEach(({ algunaDe }, index) => {
    checkConditions(["requisitos", index, "algunaDe"], algunaDe);
  });
  file.reservas.forEach(({ algunaDe }, index) => {
    checkConditions(["reservas", index, "algunaDe"], algunaDe);
  });
  file.factores.forEach(({ cuando, puntos, porUnidad, tramos }, index) => {
    const path = ["factores", index];
    if (cuando) checkConditions([...path, "cuando"], cuando);
    if (porUnidad) checkName([...path, "porUnidad", "atributo"], porUnidad.atributo);
    if (tramos) checkName([...path, "tramos", "atributo"], tramos.atributo);
    const forms = [puntos, porUnidad, tramos].filter((form) => form !== undefined);
    if (forms.length !== 1) report(path, new InputError("housing-factor-form", {}));
  });
  if (file.comite) checkName(["comite", "atributo"], file.comite.atributo);
}
