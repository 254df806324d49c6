import * as z from "zod";

import { addressField, entityField, positiveAmountField, record } from "../../input/fields.ts";
import type { Rut } from "../../rut.ts";
import { act, tokenField, type Act } from "../act.ts";
import { approval } from "../approval.ts";
import { entityOf, happened, nameOf, tokenAt } from "../context.ts";
import { pauseAct } from "../pause-act.ts";

/** A bond that an entity lets the treasury take. */
interface BondInput {
  readonly token: string;
  readonly entidad: Rut;
  readonly monto: bigint;
}

/** What budget office, programs office, guardian and payees do at the treasury. */
export const treasuryActs: Readonly<Record<string, Act>> = {
  "allow-token": act(
    "budgetOffice",
    (door) => record({ token: tokenField(door), permitido: z.boolean() }),
    ({ token, permitido }, { contracts: { treasury } }) => [
      {
        key: "allow-token",
        call: treasury.allowToken.populateTransaction(token, permitido),
        done: async () => (await treasury.isTokenAllowed(token)) === permitido,
        words: (say) =>
          permitido
            ? say.pick(`Permitir el token ${token} para dinero nuevo.`, `Allow token ${token} for new money.`)
            : say.pick(`Dejar de permitir el token ${token}.`, `Stop allowing token ${token}.`),
      },
    ],
  ),

  "approve-program": act(
    "programs",
    () => record({ programa: addressField(), aprobado: z.boolean() }),
    ({ programa, aprobado }, { contracts: { treasury } }) => [
      {
        key: "approve-program",
        call: treasury.approveProgram.populateTransaction(programa, aprobado),
        done: async () => (await treasury.isProgramApproved(programa)) === aprobado,
        words: (say) =>
          aprobado
            ? say.pick(`Aprobar el programa ${programa}.`, `Approve program ${programa}.`)
            : say.pick(`Negar líneas nuevas al programa ${programa}.`, `Deny new lines to program ${programa}.`),
      },
    ],
  ),

  approve: act(
    async ({ entidad }: BondInput, context) => context.contracts.registry.accountOf(await entityOf(context, entidad)),
    (door) => record({ token: tokenField(door), entidad: entityField(), monto: positiveAmountField(door.decimals) }),
    async ({ token, entidad, monto }, context) => {
      const owner = await context.contracts.registry.accountOf(await entityOf(context, entidad));
      const treasury = await context.contracts.treasury.getAddress();
      const { contract } = await tokenAt(context.runner, token);
      const allowed = async (): Promise<bigint> => (await contract.getFunction("allowance")(owner, treasury)) as bigint;
      return [await approval(context, token, monto, async () => (await allowed()) >= monto)];
    },
  ),

  withdraw: act(
    null,
    (door) => record({ entidad: entityField(), token: tokenField(door) }),
    async ({ entidad, token }, context) => {
      const { treasury } = context.contracts;
      const entity = await entityOf(context, entidad);
      const name = await nameOf(context, entity);
      const credit = await treasury.creditOf(entity, token);
      return [
        {
          key: "withdraw",
          call: treasury.withdraw.populateTransaction(entity, token),
          done: async () =>
            (await treasury.creditOf(entity, token)) === 0n &&
            (await happened(context, treasury, treasury.filters.CreditWithdrawn(entity, undefined, token))),
          words: (say) =>
            say.pick(
              `Enviar a ${name} su crédito de ${say.amount(credit)}.`,
              `Send ${name} its credit of ${say.amount(credit)}.`,
            ),
        },
      ];
    },
  ),

  pause: pauseAct("treasury", {
    es: "Pausar asignaciones, líneas y compromisos nuevos. Ningún pago se detiene y la pausa termina sola.",
    en: "Pause new appropriations, lines and commitments. No payment stops and the pause ends by itself.",
  }),
};
