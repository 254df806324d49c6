import * as z from "zod";

import { dateTimeField } from "../../lib/input/date-fields.ts";
import {
  integerField,
  percentField,
  positiveAmountField,
  record,
  rutField,
  textField,
  type Field,
} from "../../lib/input/fields.ts";
import type { Door } from "../../lib/input/load-input.ts";
import { tenderFields as baseFields } from "../../lib/tender/terms/tender-file.ts";
import { stagesField } from "../../lib/tender/terms/timetable-file.ts";
import { MOST } from "../../lib/tender/terms/types.ts";
import { DECIMALS } from "../token.ts";

const MAX_BIDS = 40;
const MAX_REGION = 16;
const FIGURES = 4;
const UINT32 = 4_294_967_295;

/** Sizes of firms, in the order of `Entity.Size` from 1. */
export const SIZES = ["micro", "pequena", "mediana", "grande", "cooperativa"] as const;

const bid = (door: Door) =>
  record({
    nombre: textField(120),
    rut: rutField(),
    grupo: textField(60).optional(),
    tamano: z.enum(SIZES),
    region: integerField(1, MAX_REGION),
    presentada: dateTimeField(door),
    precio: positiveAmountField(DECIMALS).optional(),
    datos: z.array(integerField(0, UINT32)).max(FIGURES).default([]),
    notas: z.array(z.array(percentField()).max(MOST.seats)).max(MOST.criteria).default([]),
    copiaDe: textField(120).optional(),
    firma: z.boolean().default(true),
  });

const tender = (door: Door, account: Field<string>) => {
  const terms = baseFields(door, { decimals: DECIMALS, account });
  return record({
    publicacion: dateTimeField(door),
    bases: terms.bases,
    presupuesto: terms.presupuesto,
    garantiaSeriedad: terms.garantiaSeriedad,
    consultas: terms.consultas,
    calendario: stagesField(door),
    evaluacion: terms.evaluacion,
    comision: terms.comision,
    reclamos: terms.reclamos,
    garantiaSiEsTemeraria: percentField(),
    consulta: record({
      oferente: textField(120),
      fecha: dateTimeField(door),
      pregunta: textField(120),
      respondida: dateTimeField(door),
      respuesta: textField(120),
    }).optional(),
    conflicto: record({ evaluador: account, fecha: dateTimeField(door) }).optional(),
    ofertas: z.array(bid(door)).min(1).max(MAX_BIDS),
    reclamo: record({
      oferente: textField(120),
      motivo: textField(120),
      decision: z.enum(["rechaza", "silencio"]),
    }).optional(),
  });
};

/**
 * The fields of a file's `licitacion`: the terms as a tender's file writes them, and what each bidder does.
 *
 * @param account how an account of panel and reviewer is written
 * @example record({ licitacion: tenderField(door, account).optional() })
 */
export const tenderField = (door: Door, account: Field<string>): ReturnType<typeof tender> => tender(door, account);

/** A file's tender. */
export type TenderStory = z.output<ReturnType<typeof tender>>;
/** What it tells of one bidder. */
export type BidStory = TenderStory["ofertas"][number];
