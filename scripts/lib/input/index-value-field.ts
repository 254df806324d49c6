import * as z from "zod";

import { INDEX_UNITS, QUANTITY_DECIMALS, VALUE_DECIMALS, type IndexValue } from "../units/index-value.ts";
import { dateField } from "./date-fields.ts";
import { amountField, positiveAmountField, record, textField, type Field } from "./fields.ts";

/**
 * A number of UF or UTM, with at most two decimals.
 *
 * @returns hundredths of a unit
 * @example indexQuantityField() // "1.000" is 100000n
 */
export const indexQuantityField = (): Field<bigint> => amountField(QUANTITY_DECIMALS);

/**
 * One row of the table of values.
 *
 * @example indexValueField() // { "unidad": "UTM", "fecha": "2026-11-01", "valor": "69.542", "fuente": "SII" }
 */
export const indexValueField = (): Field<IndexValue> =>
  record({
    unidad: z.enum(INDEX_UNITS),
    fecha: dateField(),
    valor: positiveAmountField(VALUE_DECIMALS),
    fuente: textField(200),
  }).transform(({ unidad, fecha, valor, fuente }): IndexValue => ({
    unit: unidad,
    date: fecha,
    centavos: valor,
    source: fuente,
  }));
