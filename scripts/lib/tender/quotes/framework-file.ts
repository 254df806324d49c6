import * as z from "zod";

import { ocidKey } from "../../documents/ocid.ts";
import { documentField, ocidField } from "../../input/document-fields.ts";
import { amountField, integerField, positiveAmountField, record, textField, type Field } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import type { Door } from "../../input/load-input.ts";
import { partyField } from "../../procurement/contract-file.ts";
import { DAY } from "../../procurement/law.ts";
import { firstRoundFrom, type BeaconInfo } from "../../randomness/beacon.ts";
import { checkCertificates } from "../terms/tender-file-checks.ts";
import { categoryField, purchaseContractFields } from "../terms/tender-file.ts";
import { CATEGORIES, contractOf, scheduleOf } from "../terms/terms-of-file.ts";
import type { ContractTerms, Share } from "../terms/types.ts";
import type { Item, Need } from "./basket.ts";
import { calendarField, codeField, MOST_DAYS } from "./request-file.ts";

/** Most items of a catalogue (`BasketMath.MAX_ITEMS`). */
const MOST_ITEMS = 256;
const MOST_GROUPS = 255;

/** What a framework publishes besides catalogue and contract (`Framework.Terms`). */
export interface FrameworkTerms {
  readonly ocid: string;
  readonly document: string;
  readonly token: string;
  readonly body: bigint;
  readonly category: bigint;
  readonly ceiling: bigint;
  readonly minimum: bigint;
  readonly closesAt: bigint;
  readonly opensBy: bigint;
  readonly validUntil: bigint;
  readonly objectionWindow: bigint;
  readonly acceptanceWindow: bigint;
  readonly round: bigint;
}

/** All that a framework publishes. */
export interface PublishedFramework {
  readonly terms: FrameworkTerms;
  readonly items: readonly Item[];
  readonly contractTerms: ContractTerms;
  readonly schedule: readonly Share[];
}

const item = (decimals: number) =>
  record({ codigo: codeField(), nombre: textField(120), precioMaximo: positiveAmountField(decimals) });

const fieldsOf = (door: Door, decimals: number, token: Field<string>) => ({
  objeto: textField(200),
  ocid: ocidField(),
  bases: documentField(door),
  categoria: categoryField(),
  organismo: partyField(),
  token,
  tope: positiveAmountField(decimals),
  minimoProveedores: integerField(2, MOST_GROUPS),
  calendario: calendarField(door),
  diasDeObjecion: integerField(1, MOST_DAYS),
  diasDeAceptacion: integerField(2, MOST_DAYS),
  productos: z.array(item(decimals)).min(1).max(MOST_ITEMS),
  ...purchaseContractFields(door),
});

/** The checked fields of a framework's file: amounts in smallest units, dates in unix seconds. */
export type FrameworkFile = z.output<z.ZodObject<ReturnType<typeof fieldsOf>>>;

/**
 * The schema of a framework agreement (convenio marco).
 *
 * @returns a schema for `loadInput`
 * @example await loadInput("convenio.json", (door) => frameworkFileField(door, 0, tokenField(door)), context);
 */
export const frameworkFileField = (door: Door, decimals: number, token: Field<string>): Field<FrameworkFile> =>
  record(fieldsOf(door, decimals, token)).superRefine((file, context) => {
    checkCertificates(file, context);
    refuseRepeated(file.productos, ({ codigo }) => codigo, context, ["productos"]);
  });

/**
 * The framework that a file describes, as the contract takes it; the catalogue in ascending order of code.
 *
 * @throws InputError `ocid-malformed`
 * @example frameworkOfFile(file, 1n, QUICKNET).terms.round;
 */
export function frameworkOfFile(file: FrameworkFile, body: bigint, beacon: BeaconInfo): PublishedFramework {
  const { cierre, aperturaHasta, vigenciaHasta } = file.calendario;
  const products = [...file.productos].sort((one, other) => one.codigo - other.codigo);
  return {
    terms: {
      ocid: ocidKey(file.ocid),
      document: file.bases.digest,
      token: file.token,
      body,
      category: CATEGORIES[file.categoria],
      ceiling: file.tope,
      minimum: BigInt(file.minimoProveedores),
      closesAt: cierre,
      opensBy: aperturaHasta,
      validUntil: vigenciaHasta,
      objectionWindow: BigInt(file.diasDeObjecion) * DAY,
      acceptanceWindow: BigInt(file.diasDeAceptacion) * DAY,
      round: firstRoundFrom(beacon, cierre + 1n),
    },
    items: products.map(({ codigo, precioMaximo }) => ({ code: BigInt(codigo), maxPrice: precioMaximo })),
    contractTerms: contractOf(file.contrato),
    schedule: scheduleOf(file),
  };
}

/** Refuses a product that is named twice. */
function refuseRepeated<T>(
  entries: readonly T[],
  codeOf: (entry: T) => number,
  context: z.core.$RefinementCtx,
  path: readonly string[] = [],
): void {
  const seen = new Set<number>();
  entries.forEach((entry, index) => {
    const code = codeOf(entry);
    if (seen.has(code)) {
      const error = new InputError("product-twice", { code });
      context.addIssue({ code: "custom", path: [...path, index], params: { error } });
    }
    seen.add(code);
  });
}

/** A product and its price, as files write them; 0 takes no offer of it. */
export interface PriceEntry {
  readonly producto: number;
  readonly precio: bigint;
}

/**
 * Prices by product.
 *
 * @example pricesField(0) // [{ "producto": 14111507, "precio": "4.500" }]
 */
export const pricesField = (decimals: number): Field<PriceEntry[]> =>
  z
    .array(record({ producto: codeField(), precio: amountField(decimals) }))
    .min(1)
    .superRefine((entries, context) => {
      refuseRepeated(entries, ({ producto }) => producto, context);
    });

/** A product and how much of it, as files write them. */
export interface BasketEntry {
  readonly producto: number;
  readonly cantidad: number;
}

/**
 * What is ordered.
 *
 * @example basketField() // [{ "producto": 14111507, "cantidad": 12 }]
 */
export const basketField = (): Field<BasketEntry[]> =>
  z
    .array(record({ producto: codeField(), cantidad: integerField(1, Number.MAX_SAFE_INTEGER) }))
    .min(1)
    .superRefine((entries, context) => {
      refuseRepeated(entries, ({ producto }) => producto, context);
    });

/**
 * Prices in the order of a catalogue.
 *
 * @param before prices of the products that the entries leave out; none means that they are not offered
 * @throws InputError `product-unknown`, `product-price`
 * @example pricesIn(items, entries);
 */
export function pricesIn(items: readonly Item[], entries: readonly PriceEntry[], before?: readonly bigint[]): bigint[] {
  const prices = items.map((_, index) => before?.[index] ?? 0n);
  for (const { producto, precio } of entries) {
    const index = placeOf(items, producto, "precios");
    const most = items[index]?.maxPrice ?? 0n;
    if (precio > most) {
      throw new InputError("product-price", { code: producto, price: precio, most }, { field: "precios" });
    }
    prices[index] = precio;
  }
  return prices;
}

/**
 * A basket in the order of a catalogue.
 *
 * @throws InputError `product-unknown`
 * @example basketIn(items, [{ producto: 14_111_507, cantidad: 12 }]);
 */
export function basketIn(items: readonly Item[], entries: readonly BasketEntry[]): Need[] {
  return entries
    .map(({ producto, cantidad }) => ({
      item: BigInt(placeOf(items, producto, "canasta")),
      quantity: BigInt(cantidad),
    }))
    .sort((one, other) => Number(one.item - other.item));
}

function placeOf(items: readonly Item[], product: number, field: string): number {
  const index = items.findIndex(({ code }) => code === BigInt(product));
  if (index < 0) throw new InputError("product-unknown", { code: product }, { field });
  return index;
}
