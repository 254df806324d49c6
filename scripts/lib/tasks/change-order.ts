import * as z from "zod";

import { parseDateTime } from "../calendar/local-time.ts";
import { dateTimeField } from "../input/date-fields.ts";
import { digestField } from "../input/document-fields.ts";
import { amountField, integerField, parsedField, record, type Field } from "../input/fields.ts";
import { agreedTerminationData, changeData } from "../procurement/typed-data.ts";
import type { AgreedTermination, Change } from "../procurement/typed-data.ts";
import { milestoneField as milestoneNumber, type ActDoor, type DeedContext } from "./act.ts";
import { milestoneField } from "./deed-file.ts";
import { deedSigning, type Signing } from "./signing.ts";

const digest = z.string().regex(/^0x[0-9a-f]{64}$/);
const whole = z.string().regex(/^\d+$/).transform(BigInt);

/** What one side signed, and its signature. */
export interface SignedFile<T> {
  readonly signed: T;
  readonly account: string;
  readonly signature: string;
}

const signedFile = <T>(signed: Field<T>): Field<SignedFile<T>> =>
  record({ signed, account: z.string(), signature: z.string().regex(/^0x[0-9a-f]*$/) });

/** The file of a signed change order. */
export const changeFileField = (): Field<SignedFile<Change>> =>
  signedFile(
    record({
      termsHash: digest,
      document: digest,
      indexes: z.array(whole),
      schedule: z.array(milestoneField),
      endsAt: whole,
      bondUntil: whole,
      bondIncrease: whole,
      deadline: whole,
    }),
  );

/** The file of a signed agreement to terminate. */
export const terminationFileField = (): Field<SignedFile<AgreedTermination>> =>
  signedFile(record({ termsHash: digest, document: digest, deadline: whole }));

/** An instant that may lie in the past: a milestone that began keeps its earliest date. */
const anyInstant = (): Field<bigint> => parsedField((text) => parseDateTime(text));

const rowField = (door: ActDoor) =>
  record({
    hito: milestoneNumber(),
    monto: amountField(door.decimals),
    desde: anyInstant(),
    vence: anyInstant(),
    certificados: z.array(integerField(0, 2)).max(3).default([]),
  });

async function signersOf({ contracts, deed }: DeedContext): Promise<string[]> {
  return Promise.all([deed.terms.buyer, deed.terms.supplier].map((entity) => contracts.registry.accountOf(entity)));
}

const placeOf = async ({ contracts, identity }: DeedContext) => ({
  chainId: identity.chainId,
  contract: await contracts.changes.getAddress(),
});

/** A change order as the file describes it, on the terms as they stand. */
export const changeSigning: Signing = deedSigning(
  (door) => ({
    documento: digestField(door),
    hitos: z.array(rowField(door)).max(64).default([]),
    terminaEn: dateTimeField(door).optional(),
    garantiaHasta: dateTimeField(door).optional(),
    aumentoGarantia: amountField(door.decimals).optional(),
    firmaHasta: dateTimeField(door),
  }),
  async (input, context) => {
    const { id, deed, contracts } = context;
    const extended = await contracts.escrow.bondExtensionOf(id);
    const rows = [...input.hitos].sort((a, b) => a.hito - b.hito);
    const order: Change = {
      termsHash: await contracts.changes.termsHashOf(id),
      document: input.documento,
      indexes: rows.map(({ hito }) => BigInt(hito)),
      schedule: rows.map(({ monto, desde, vence, certificados }) => ({
        ...{ amount: monto, notBefore: desde, dueAt: vence },
        certificates: certificados.reduce((mask, kind) => mask | (1n << BigInt(kind)), 0n),
      })),
      endsAt: input.terminaEn ?? (await contracts.escrow.getFacts(id)).endsAt,
      bondUntil: input.garantiaHasta ?? (extended === 0n ? deed.annex.bondUntil : extended),
      bondIncrease: input.aumentoGarantia ?? 0n,
      deadline: input.firmaHasta,
    };
    return {
      data: changeData(await placeOf(context), order),
      by: await signersOf(context),
      words: (say) =>
        [
          say.pick(`Modificar el contrato ${id}.`, `Change contract ${id}.`),
          ...rows.map(({ hito, monto, vence }) =>
            monto === 0n
              ? say.pick(`Hito ${hito + 1}: se suprime.`, `Milestone ${hito + 1}: dropped.`)
              : say.pick(
                  `Hito ${hito + 1}: ${say.amount(monto)}, vence ${say.date(vence)}.`,
                  `Milestone ${hito + 1}: ${say.amount(monto)}, due ${say.date(vence)}.`,
                ),
          ),
          say.pick(
            `El contrato termina ${say.date(order.endsAt)}; la garantía crece en ${say.amount(order.bondIncrease)}.`,
            `The contract ends ${say.date(order.endsAt)}; the bond grows by ${say.amount(order.bondIncrease)}.`,
          ),
        ].join(" "),
      result: (account, signature) => ({ signed: order, account, signature }),
    };
  },
);

/** An agreement of both sides to end the contract (resciliación), on the terms as they stand. */
export const terminationSigning: Signing = deedSigning(
  (door) => ({ documento: digestField(door), firmaHasta: dateTimeField(door) }),
  async ({ documento, firmaHasta }, context) => {
    const termsHash = await context.contracts.changes.termsHashOf(context.id);
    const agreed: AgreedTermination = { termsHash, document: documento, deadline: firmaHasta };
    return {
      data: agreedTerminationData(await placeOf(context), agreed),
      by: await signersOf(context),
      words: (say) =>
        say.pick(
          `Terminar de común acuerdo el contrato ${context.id}: lo aceptado se paga y lo no entregado vuelve a la línea.`,
          `End contract ${context.id} by agreement: what is accepted is paid, what was not delivered returns to the line.`,
        ),
      result: (account, signature) => ({ signed: agreed, account, signature }),
    };
  },
);
