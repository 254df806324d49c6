import * as z from "zod";

import { integerField, parsedField, percentField, record, textField, type Field } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { parseAmount } from "../../units/parse-amount.ts";
import { checkProgramFile } from "./program-file-checks.ts";
import { programOfFile, type HousingProgram } from "./program-of-file.ts";
import { DECIMALS, MOST_RULES } from "./types.ts";

/** Units in which a program counts. */
export const UNIT_WORDS = ["uf", "años", "meses", "personas", "porcentaje", "veces"] as const;

/** The published headings of the factors of selection (factores de puntaje). */
export const HEADING_WORDS = [
  "grupo-familiar",
  "vulnerabilidad",
  "antiguedad",
  "ahorro",
  "condiciones-especiales",
] as const;

/** Whether a rule stands in a statute or was made up for the example call. */
export const ORIGIN_WORDS = ["norma", "ejemplo"] as const;

const HIGHEST = 2n ** 63n - 1n;

const value = (): Field<bigint> =>
  parsedField((text) => {
    const parsed = parseAmount(text, DECIMALS);
    if (parsed > HIGHEST) throw new InputError("housing-value-too-large", { found: text });
    return parsed;
  });

const name = () => textField(60);
const words = () => record({ es: textField(300), en: textField(300) });
const source = () =>
  record({ norma: textField(120), articulo: textField(60).optional(), publicado: textField(160).optional() });

const condition = () =>
  record({
    atributo: name(),
    desde: value().optional(),
    hasta: value().optional(),
    es: z.array(name()).min(1).optional(),
    /** The upper end rises by `sube` for each unit of another attribute above `sobre`. */
    aumento: record({ atributo: name(), sobre: value(), sube: value() }).optional(),
  });
const conditions = () => z.array(condition()).min(1).max(MOST_RULES.conditions);

const attribute = () =>
  record({
    nombre: name(),
    descripcion: words(),
    opciones: z.array(name()).min(2).max(256).optional(),
    unidad: z.enum(UNIT_WORDS).optional(),
    desde: value().default(0n),
    hasta: value().optional(),
    entero: z.boolean().default(false),
  });

const factor = () =>
  record({
    encabezado: z.enum(HEADING_WORDS),
    origen: z.enum(ORIGIN_WORDS),
    explicacion: words(),
    fuente: source(),
    ponderacion: percentField(),
    cuando: conditions().optional(),
    puntos: value().optional(),
    porUnidad: record({ atributo: name(), sobre: value(), cada: value(), puntos: value(), tope: value() }).optional(),
    tramos: record({
      atributo: name(),
      lista: z
        .array(record({ desde: value(), puntos: value() }))
        .min(1)
        .max(MOST_RULES.brackets),
    }).optional(),
  });

const committee = () =>
  record({
    explicacion: words(),
    fuente: source(),
    atributo: name(),
    integrantes: record({ desde: integerField(2, 65_535), hasta: integerField(2, 65_535) }),
    tramoBajo: value(),
    tramoAlto: value(),
    minimoBajo: percentField(),
    maximoAlto: percentField(),
  });

const fields = () =>
  record({
    programa: name(),
    titulo: words(),
    advertencia: words(),
    atributos: z.array(attribute()).min(1).max(MOST_RULES.attributes),
    requisitos: z
      .array(record({ explicacion: words(), fuente: source(), algunaDe: conditions() }))
      .min(1)
      .max(MOST_RULES.requirements),
    factores: z.array(factor()).min(1).max(MOST_RULES.factors),
    reservas: z
      .array(record({ nombre: name(), origen: z.enum(ORIGIN_WORDS), explicacion: words(), algunaDe: conditions() }))
      .max(MOST_RULES.reserves)
      .default([]),
    comite: committee().optional(),
  });

/** The checked fields of a program's file: values in ten-thousandths, shares in basis points. */
export type ProgramFile = z.output<ReturnType<typeof fields>>;
export type ConditionFile = z.output<ReturnType<typeof condition>>;

/**
 * The schema of the rules of a housing program, as its official writes them: names instead of positions, a source and a sentence for each.
 *
 * @returns a schema for `loadInput` of the program as the contract and `housing explain` take it
 * @example const ds49 = await loadInput("ds49.json", programFileField, context);
 */
export const programFileField = (): Field<HousingProgram> =>
  fields()
    .superRefine(checkProgramFile)
    .transform((file, context): HousingProgram => programOfFile(file, context));
