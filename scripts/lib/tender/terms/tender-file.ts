import * as z from "zod";

import { documentField, ocidField } from "../../input/document-fields.ts";
import {
  addressField,
  integerField,
  percentField,
  positiveAmountField,
  record,
  textField,
  type Field,
} from "../../input/fields.ts";
import type { Door } from "../../input/load-input.ts";
import { officesField, partyField, windowsField } from "../../procurement/contract-file.ts";
import { checkTenderFile } from "./tender-file-checks.ts";
import { stagesField, termsField } from "./timetable-file.ts";
import { MOST } from "./types.ts";

/** Days of the longest contract, and of the longest term after one. */
const LONGEST_DAYS = 7_300;
const LONGEST_TAIL_DAYS = 3_650;
const MAX_MILESTONES = 64;
const MAX_CERTIFICATES = 3;
const UINT32 = 4_294_967_295;

/** What the fields of a tender's file depend on. */
export interface TenderFileOptions {
  /** Decimals of the token of the line. */
  readonly decimals: number;
  /** How an account is written; an address unless something else is given. */
  readonly account?: Field<string>;
}

/** What a criterion measures, in the order of `Tender.Criterion` from 1. */
export const CRITERION_WORDS = ["precio", "tecnico", "declarado", "social", "local", "pyme"] as const;

/** What decides between equal totals, in the order of `Tender.TieBreak` from 1. */
export const TIE_BREAK_WORDS = ["precio", "tecnico", "atributos", "presentacion"] as const;

/**
 * What is bought: goods, services or works.
 *
 * @example categoryField() // "servicios"
 */
export const categoryField = (): Field<"bienes" | "servicios" | "obras"> => z.enum(["bienes", "servicios", "obras"]);

const criterion = () =>
  record({
    tipo: z.enum(CRITERION_WORDS),
    nombre: textField(120),
    ponderacion: percentField(),
    /** Declared figures: which of the four, and the ends of their scale. */
    dato: integerField(1, 4).optional(),
    sinPuntaje: integerField(0, UINT32).optional(),
    todoElPuntaje: integerField(0, UINT32).optional(),
  });

const evaluation = (decimals: number) =>
  record({
    minimoTecnico: percentField(),
    ofertaTemeraria: positiveAmountField(decimals),
    region: integerField(1, 16).optional(),
    desempate: z.array(z.enum(TIE_BREAK_WORDS)).max(MOST.tieBreaks),
    criterios: z.array(criterion()).min(1).max(MOST.criteria),
  });

const panel = (account: Field<string>) =>
  record({
    quorum: integerField(1, MOST.seats),
    evaluadores: z.array(account).min(1).max(MOST.seats),
    suplentes: z.array(account).max(MOST.seats).default([]),
  });

const review = (account: Field<string>) =>
  record({
    revisor: account,
    causales: integerField(0, 255),
    diasReclamo: integerField(1, 30),
    diasRevision: integerField(1, 90),
    diasSuspensionTotal: integerField(1, 90),
    diasEspera: integerField(0, 90),
    diasFirma: integerField(1, 30),
  });

const contractFields = (door: Door, account: Field<string>) => ({
  documento: documentField(door),
  impuesto: percentField(),
  anticipo: record({ porcentaje: percentField(), garantizado: z.boolean() }).optional(),
  retencion: record({ porcentaje: percentField(), tope: percentField() }).optional(),
  exencionGarantia: integerField(1, 3).optional(),
  garantiaFielCumplimiento: record({
    porcentaje: percentField(),
    siEsTemeraria: percentField(),
    diasDespues: integerField(0, LONGEST_TAIL_DAYS),
  }),
  dias: integerField(1, LONGEST_DAYS),
  diasGarantiaObra: integerField(0, LONGEST_TAIL_DAYS),
  multas: record({ porDia: percentField(), tope: percentField() }),
  porDefectoAlProveedor: percentField(),
  diasDePlazo: windowsField(),
  oficinas: officesField(account),
});

/** The contract to come where no price is abnormally low: its guarantee, where there is one, has one share. */
const purchaseContract = (door: Door, account: Field<string>) => {
  const bond = record({ porcentaje: percentField(), diasDespues: integerField(0, LONGEST_TAIL_DAYS) });
  return record({
    ...contractFields(door, account),
    garantiaFielCumplimiento: bond
      .default({ porcentaje: 0, diasDespues: 0 })
      .transform((given) => ({ ...given, siEsTemeraria: given.porcentaje })),
  });
};

const purchaseFields = (door: Door, account: Field<string>) => ({
  contrato: purchaseContract(door, account),
  hitos: z.array(milestone()).min(1).max(MAX_MILESTONES),
});

/**
 * The contract to come of a purchase without a tender, and its milestones as parts of the price.
 *
 * @example record({ ...purchaseContractFields(door), presupuesto: positiveAmountField(0) })
 */
export const purchaseContractFields = (
  door: Door,
  account: Field<string> = addressField(),
): ReturnType<typeof purchaseFields> => purchaseFields(door, account);

const milestone = () =>
  record({
    nombre: textField(120),
    parte: percentField(),
    desdeDia: integerField(0, LONGEST_DAYS),
    venceDia: integerField(1, LONGEST_DAYS),
    certificados: z.array(z.string()).max(MAX_CERTIFICATES).default([]),
  });

const fieldsOf = (door: Door, { decimals, account = addressField() }: TenderFileOptions) => ({
  objeto: textField(200),
  ocid: ocidField(),
  bases: documentField(door),
  categoria: categoryField(),
  organismo: partyField(),
  linea: integerField(1, Number.MAX_SAFE_INTEGER),
  presupuesto: positiveAmountField(decimals),
  garantiaSeriedad: positiveAmountField(decimals).optional(),
  selloDeTiempo: z.boolean().default(true),
  consultas: record({ porOferente: integerField(0, 255), diasDeAmpliacion: integerField(0, 30) }),
  calendario: stagesField(door).optional(),
  plazos: termsField().optional(),
  evaluacion: evaluation(decimals),
  comision: panel(account).optional(),
  reclamos: review(account),
  contrato: record(contractFields(door, account)),
  hitos: z.array(milestone()).min(1).max(MAX_MILESTONES),
});

/** The shape of a tender's file for zod. */
export type TenderFields = ReturnType<typeof fieldsOf>;

/** The checked fields of a tender's file: amounts in smallest units, dates in unix seconds, shares in basis points. */
export type TenderFile = z.output<z.ZodObject<TenderFields>>;

/**
 * The fields of a tender's file, for a file that has sections of its own beside them.
 *
 * @example record({ ...tenderFields(door, { decimals: 0 }), historia: storyField(door) }).superRefine(checkTenderFile)
 */
export const tenderFields = (door: Door, options: TenderFileOptions): TenderFields => fieldsOf(door, options);

/**
 * The schema of the terms of a tender (bases): every field by itself, and what must hold whatever the chain says. The limits of the law
 * are `tenderFaults`', which needs the chain's threshold and clock.
 *
 * @returns a schema for `loadInput`; faults are InputErrors with the field's path
 * @example const file = await loadInput("bases.json", (door) => tenderFileField(door, { decimals: 0 }), context);
 */
export const tenderFileField = (door: Door, options: TenderFileOptions): Field<TenderFile> =>
  record(tenderFields(door, options)).superRefine(checkTenderFile);
