import * as z from "zod";

import { dateTimeField } from "../input/date-fields.ts";
import { documentField, ocidField } from "../input/document-fields.ts";
import {
  addressField,
  amountField,
  integerField,
  percentField,
  positiveAmountField,
  record,
  rutField,
  textField,
  type Field,
} from "../input/fields.ts";
import type { Door } from "../input/load-input.ts";
import type { Rut } from "../rut.ts";
import { checkContractFile } from "./contract-file-checks.ts";

/** The law's cap of fines, basis points of the price (Ley 19.886 art. 13 ter). */
const MAX_FINE_BPS = 3_000;
/** Longest window of a party and of an office, days. */
const PARTY_DAYS = 30;
const OFFICE_DAYS = 180;
/** Longest guarantee of the works, days. */
const WARRANTY_DAYS = 3_650;
/** Milestones of one contract, and kinds of certificate. */
const MAX_MILESTONES = 64;
const MAX_CERTIFIERS = 3;

/** What the fields of a contract's file depend on. */
export interface ContractFileOptions {
  /** Decimals of the token of the line. */
  readonly decimals: number;
  /** How an account is written; an address unless something else is given. */
  readonly account?: Field<string>;
}

/** A side of a contract as its file names it. */
export interface PartyFile {
  readonly nombre: string;
  readonly rut: Rut;
}

/** The offices of a contract, by account. */
export interface OfficesFile {
  readonly inspector: string;
  readonly inspectorSuplente: string;
  readonly arbitro: string;
  readonly arbitroSuplente: string;
  readonly revisor: string;
  readonly certificadores: readonly { readonly certificado: string; readonly cuenta: string }[];
}

/** The windows of due process, days. */
export type WindowsFile = Readonly<
  Record<"descargos" | "decision" | "apelacion" | "revision" | "acuerdo" | "fallo" | "certificado", number>
>;

/**
 * A side of a contract.
 *
 * @example partyField() // { "nombre": "Municipalidad de Quilmahue", "rut": "69.998.700-K" }
 */
export const partyField = (): Field<PartyFile> => record({ nombre: textField(120), rut: rutField() });

/**
 * Inspector, arbiters, reviewer and certifying offices.
 *
 * @param account how an account is written
 * @example officesField(addressField())
 */
export const officesField = (account: Field<string>): Field<OfficesFile> =>
  record({
    inspector: account,
    inspectorSuplente: account,
    arbitro: account,
    arbitroSuplente: account,
    revisor: account,
    certificadores: z
      .array(record({ certificado: textField(60), cuenta: account }))
      .max(MAX_CERTIFIERS)
      .default([]),
  });

/**
 * The windows of due process.
 *
 * @example windowsField() // { "descargos": 10, ... }
 */
export const windowsField = (): Field<WindowsFile> =>
  record({
    descargos: integerField(1, PARTY_DAYS),
    decision: integerField(1, OFFICE_DAYS),
    apelacion: integerField(1, PARTY_DAYS),
    revision: integerField(1, OFFICE_DAYS),
    acuerdo: integerField(1, PARTY_DAYS),
    fallo: integerField(1, OFFICE_DAYS),
    certificado: integerField(1, PARTY_DAYS),
  });

const milestone = (door: Door, decimals: number) =>
  record({
    nombre: textField(120),
    desde: dateTimeField(door),
    vence: dateTimeField(door),
    monto: positiveAmountField(decimals),
    certificados: z.array(z.string()).max(MAX_CERTIFIERS).default([]),
  });

const fieldsOf = (door: Door, { decimals, account = addressField() }: ContractFileOptions) => ({
  objeto: textField(200),
  ocid: ocidField(),
  contrato: documentField(door),
  tratoDirecto: record({ causal: integerField(1, 255), fundamento: documentField(door) }),
  categoria: z.enum(["bienes", "servicios", "obras"]),
  organismo: partyField(),
  proveedor: partyField(),
  linea: integerField(1, Number.MAX_SAFE_INTEGER),
  precio: positiveAmountField(decimals),
  precioNeto: positiveAmountField(decimals),
  anticipo: record({ monto: positiveAmountField(decimals), garantia: amountField(decimals) }).optional(),
  garantiaFielCumplimiento: record({ monto: positiveAmountField(decimals), hasta: dateTimeField(door) }).optional(),
  exencionGarantia: integerField(1, 3).optional(),
  retencion: record({ porcentaje: percentField(), tope: percentField() }).optional(),
  diasGarantiaObra: integerField(0, WARRANTY_DAYS),
  firmaHasta: dateTimeField(door),
  terminaEn: dateTimeField(door),
  multas: record({ porDia: percentField(), tope: percentField(MAX_FINE_BPS) }),
  porDefectoAlProveedor: percentField(),
  diasDePlazo: windowsField(),
  oficinas: officesField(account),
  hitos: z.array(milestone(door, decimals)).min(1).max(MAX_MILESTONES),
});

/** The shape of a contract's file for zod. */
export type ContractFields = ReturnType<typeof fieldsOf>;

/**
 * The fields of a contract's file, in the order in which people write them; `contractFileField` checks them against
 * each other as well. For a file that has sections of its own beside them.
 *
 * @example record({ ...contractFields(door, { decimals: 0 }), historia: storyField(door) })
 */
export const contractFields = (door: Door, options: ContractFileOptions): ContractFields => fieldsOf(door, options);

/** The checked fields of a contract's file: amounts in smallest units, dates in unix seconds, shares in basis points. */
export type ContractFile = z.output<z.ZodObject<ContractFields>>;

/** What of them the contract itself says, however it was awarded. */
export type DeedFile = Omit<ContractFile, "tratoDirecto">;

/**
 * The schema of a contract's file: every field by itself, then the sums, dates and limits of the law that hold
 * between them, so that the opening desk has nothing left to refuse but what only the chain knows.
 *
 * @returns a schema for `loadInput`; faults are InputErrors with the field's path
 * @example const file = await loadInput("obra.json", (door) => contractFileField(door, { decimals: 0 }), context);
 */
export const contractFileField = (door: Door, options: ContractFileOptions): Field<ContractFile> =>
  record(contractFields(door, options)).superRefine(checkContractFile);
