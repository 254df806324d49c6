import * as z from "zod";

import { dateTimeField } from "../lib/input/date-fields.ts";
import {
  amountField,
  integerField,
  parsedField,
  positiveAmountField,
  record,
  rutField,
  textField,
  type Field,
} from "../lib/input/fields.ts";
import { InputError } from "../lib/input/input-error.ts";
import type { Door } from "../lib/input/load-input.ts";
import { checkContractFile } from "../lib/procurement/contract-file-checks.ts";
import { contractFields } from "../lib/procurement/contract-file.ts";
import { checkStory } from "./demo-file-checks.ts";
import { DECIMALS } from "./token.ts";

const ACCOUNT = /^(?:0x[\da-fA-F]{40}|[a-z][a-z\d-]{0,59})$/;

/** An account of the file: an address, or a name. The demo plays both with accounts of its own local chain. */
const accountField = (): Field<string> =>
  parsedField((text) => {
    if (!ACCOUNT.test(text)) throw new InputError("address-malformed", { found: text });
    return text;
  });

const storyOfMilestone = (door: Door) =>
  record({
    hito: integerField(1, 64),
    entrega: dateTimeField(door).optional(),
    revision: z.enum(["acepta", "silencio", "observa"]).default("acepta"),
    observado: positiveAmountField(DECIMALS).optional(),
    ofertas: record({ organismo: amountField(DECIMALS), proveedor: amountField(DECIMALS) }).optional(),
    fallo: amountField(DECIMALS).optional(),
    multa: record({ decision: amountField(DECIMALS) }).optional(),
    cesion: record({ nombre: textField(120), rut: rutField() }).optional(),
    certificados: z.enum(["otorga", "silencio"]).default("otorga"),
  });

const change = (door: Door) =>
  record({
    fecha: dateTimeField(door),
    hito: integerField(1, 64),
    monto: positiveAmountField(DECIMALS),
    vence: dateTimeField(door),
    terminaEn: dateTimeField(door).optional(),
    garantiaHasta: dateTimeField(door).optional(),
    aumentoGarantia: amountField(DECIMALS).optional(),
  });

const story = (door: Door) =>
  record({
    inicio: dateTimeField(door).optional(),
    asignacion: positiveAmountField(DECIMALS).optional(),
    milUtm: positiveAmountField(DECIMALS).optional(),
    hitos: z.array(storyOfMilestone(door)).max(64).default([]),
    modificacion: change(door).optional(),
    bloqueo: record({
      cuenta: z.enum(["proveedor", "cesionario"]),
      desde: dateTimeField(door),
      hasta: dateTimeField(door).optional(),
    }).optional(),
    recepcionDefinitiva: z.enum(["acepta", "silencio"]).default("acepta"),
  });

const fields = (door: Door) => ({
  ...contractFields(door, { decimals: DECIMALS, account: accountField() }),
  historia: story(door).optional(),
});

/** A contract's file with the story that the demo plays: who delivers when, who answers, who stays silent. */
export type DemoFile = z.output<z.ZodObject<ReturnType<typeof fields>>>;
/** What the file says of one milestone. */
export type MilestoneStory = z.output<ReturnType<typeof storyOfMilestone>>;
/** The file's change order. */
export type ChangeStory = z.output<ReturnType<typeof change>>;

/**
 * The schema of the demo's file: a contract's file and, if it likes, its `historia`.
 *
 * @example const file = await loadInput("scripts/demo/obra-publica.json", demoFileField, context);
 */
export const demoFileField = (door: Door): Field<DemoFile> =>
  record(fields(door)).superRefine((file, context) => {
    checkContractFile(file, context);
    checkStory(file, context);
  });
