import * as z from "zod";

import { checkHorizon } from "../lib/calendar/horizon.ts";
import { parseDateTime } from "../lib/calendar/local-time.ts";
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
import type { Door } from "../lib/input/load-input.ts";
import { parseAmount } from "../lib/units/parse-amount.ts";
import { DECIMALS } from "./token.ts";

const amount = () => amountField(DECIMALS);
const positive = () => positiveAmountField(DECIMALS);

/** What an authority decides, or its silence. */
const decided = (): Field<bigint | "silencio"> =>
  parsedField((text) => (text === "silencio" ? text : parseAmount(text, DECIMALS)));

/** A day of delivery, or that none comes. */
const delivery = ({ now, horizonYears }: Door): Field<bigint | "nunca"> =>
  parsedField((text) => (text === "nunca" ? text : checkHorizon(parseDateTime(text), now, horizonYears)));

/** How a dispute ends: by equal offers, by a ruling or, where there is neither, by the published default. */
const ending = () => ({
  ofertas: record({ organismo: amount(), proveedor: amount() }).optional(),
  fallo: amount().optional(),
});

const milestone = (door: Door) =>
  record({
    hito: integerField(1, 64),
    entrega: delivery(door).optional(),
    revision: z.enum(["acepta", "silencio", "observa"]).default("acepta"),
    observado: positive().optional(),
    respuesta: z.enum(["reclama", "corrige", "calla"]).optional(),
    correccion: record({
      revision: z.enum(["acepta", "silencio", "observa"]),
      observado: positive().optional(),
    }).optional(),
    ...ending(),
    multa: record({
      decision: decided().optional(),
      apelacion: record({ decision: decided() }).optional(),
    }).optional(),
    cesion: record({ nombre: textField(120), rut: rutField() }).optional(),
    certificados: z.enum(["otorga", "silencio", "rechaza"]).default("otorga"),
    rechazo: record({ monto: positive(), ...ending() }).optional(),
  });

const change = (door: Door) =>
  record({
    fecha: dateTimeField(door),
    hito: integerField(1, 64),
    monto: positive(),
    vence: dateTimeField(door),
    terminaEn: dateTimeField(door).optional(),
    garantiaHasta: dateTimeField(door).optional(),
    aumentoGarantia: amount().optional(),
  });

const termination = (door: Door) =>
  record({
    fecha: dateTimeField(door),
    causal: integerField(1, 7),
    decision: z.enum(["termina", "desiste", "silencio"]).default("termina"),
    garantia: amount().optional(),
    apelacion: record({
      decision: z.enum(["confirma", "revoca", "silencio"]),
      garantia: amount().optional(),
    }).optional(),
  });

const story = (door: Door) =>
  record({
    inicio: dateTimeField(door).optional(),
    asignacion: positive().optional(),
    milUtm: positive().optional(),
    hitos: z.array(milestone(door)).max(64).default([]),
    modificacion: change(door).optional(),
    bloqueo: record({
      cuenta: z.enum(["proveedor", "cesionario"]),
      desde: dateTimeField(door),
      hasta: dateTimeField(door).optional(),
    }).optional(),
    resciliacion: record({ fecha: dateTimeField(door) }).optional(),
    terminoAnticipado: termination(door).optional(),
    reclamoGarantia: record({ fecha: dateTimeField(door), monto: positive(), ...ending() }).optional(),
    recepcionDefinitiva: z.enum(["acepta", "silencio", "observa"]).default("acepta"),
    observacionFinal: record({ monto: positive(), ...ending() }).optional(),
  });

/**
 * The fields of a file's `historia`: what each party does, and when. What it does not tell goes well and in time.
 *
 * @example record({ historia: storyField(door).optional() })
 */
export const storyField = (door: Door): ReturnType<typeof story> => story(door);

/** A file's story. */
export type Story = z.output<ReturnType<typeof story>>;
/** What it tells of one milestone. */
export type MilestoneStory = z.output<ReturnType<typeof milestone>>;
/** Its change order. */
export type ChangeStory = z.output<ReturnType<typeof change>>;
/** Its termination for cause. */
export type TerminationStory = z.output<ReturnType<typeof termination>>;
/** What it tells of the end of a dispute. */
export type DisputeStory = Pick<MilestoneStory, "ofertas" | "fallo">;
