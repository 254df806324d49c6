import { ZeroAddress } from "ethers";
import * as z from "zod";

import { digestField } from "../../input/document-fields.ts";
import { addressField, entityField, record } from "../../input/fields.ts";
import type { Rut } from "../../rut.ts";
import { act, type Act, type ActContext, type Move } from "../act.ts";
import { entityOf, happened } from "../context.ts";
import { knownEntity } from "../known-entity.ts";

const ownAccount = async ({ entidad }: { entidad: Rut }, context: ActContext): Promise<string> =>
  context.contracts.registry.accountOf(await entityOf(context, entidad));

/** The account that takes over, or that has taken over. */
async function newAccount({ entidad }: { entidad: Rut }, context: ActContext): Promise<string> {
  const { entity, registry } = await knownEntity(entidad, context);
  const { proposed } = await registry.getRotation(entity);
  return proposed === ZeroAddress ? registry.accountOf(entity) : proposed;
}

const oneEntity = () => record({ entidad: entityField() });
const entityAndAccount = () => record({ entidad: entityField(), cuenta: addressField() });

/** A proposal of another account: done while it is pending, and once the entity acts through it. */
async function proposal(
  kind: "proposeRotation" | "proposeRecovery",
  { entidad, cuenta }: { entidad: Rut; cuenta: string },
  context: ActContext,
): Promise<readonly Move[]> {
  const { entity, name, registry } = await knownEntity(entidad, context);
  return [
    {
      key: kind,
      call: registry[kind].populateTransaction(entity, cuenta),
      done: async () => {
        const { account, rotationEndsAt } = await registry.getEntity(entity);
        const { proposed } = await registry.getRotation(entity);
        return account === cuenta || (proposed === cuenta && rotationEndsAt > context.door.now);
      },
      words: (say) =>
        say.pick(
          `Proponer para ${name} la cuenta ${cuenta}; mientras no se resuelva, sus pagos quedan como crédito.`,
          `Propose account ${cuenta} for ${name}; until it is settled, its payments wait as credits.`,
        ),
    },
  ];
}

async function veto(
  kind: "vetoRecovery" | "vetoRotation",
  { entidad }: { entidad: Rut },
  context: ActContext,
): Promise<readonly Move[]> {
  const { entity, name, registry } = await knownEntity(entidad, context);
  return [
    {
      key: kind,
      call: registry[kind].populateTransaction(entity),
      done: async () => (await registry.getRotation(entity)).contested,
      words: (say) =>
        say.pick(
          `Objetar el cambio de cuenta de ${name}: decide la segunda instancia, y su silencio lo rechaza.`,
          `Object to the change of account of ${name}: the second office decides, and its silence refuses it.`,
        ),
    },
  ];
}

/** What entity, accreditor and second office do about a change of account. */
export const rotationActs: Readonly<Record<string, Act>> = {
  rotate: act(ownAccount, entityAndAccount, (input, context) => proposal("proposeRotation", input, context)),

  recover: act("accreditor", entityAndAccount, (input, context) => proposal("proposeRecovery", input, context)),

  "veto-recovery": act(ownAccount, oneEntity, (input, context) => veto("vetoRecovery", input, context)),

  "veto-rotation": act("accreditor", oneEntity, (input, context) => veto("vetoRotation", input, context)),

  decide: act(
    "registryAppeals",
    (door) => record({ entidad: entityField(), aprobado: z.boolean(), motivo: digestField(door) }),
    async ({ entidad, aprobado, motivo }, context) => {
      const { entity, name, registry } = await knownEntity(entidad, context);
      return [
        {
          key: "decide",
          call: registry.decideRotation.populateTransaction(entity, aprobado, motivo),
          done: () =>
            happened(
              context,
              registry,
              registry.filters.RotationDecided(entity),
              ({ args }) => args.approved === aprobado && args.reason === motivo,
            ),
          words: (say) =>
            aprobado
              ? say.pick(`Aprobar el cambio de cuenta de ${name}.`, `Approve the change of account of ${name}.`)
              : say.pick(`Rechazar el cambio de cuenta de ${name}.`, `Refuse the change of account of ${name}.`),
        },
      ];
    },
  ),

  "cancel-rotation": act(ownAccount, oneEntity, async ({ entidad }, context) => {
    const { entity, name, registry } = await knownEntity(entidad, context);
    return [
      {
        key: "cancel-rotation",
        call: registry.cancelRotation.populateTransaction(entity),
        done: async () =>
          (await registry.getEntity(entity)).rotationEndsAt <= context.door.now &&
          (await happened(context, registry, registry.filters.RotationCancelled(entity))),
        words: (say) =>
          say.pick(`Retirar el cambio de cuenta propuesto por ${name}.`, `Take back the change proposed by ${name}.`),
      },
    ];
  }),

  accept: act(newAccount, oneEntity, async ({ entidad }, context) => {
    const { entity, name, registry } = await knownEntity(entidad, context);
    const account = await newAccount({ entidad }, context);
    return [
      {
        key: "accept",
        call: registry.acceptRotation.populateTransaction(entity),
        done: () => happened(context, registry, registry.filters.AccountRotated(entity, account)),
        words: (say) =>
          say.pick(
            `Tomar el lugar de la cuenta anterior de ${name}: desde ahora actúa y cobra con esta.`,
            `Take the place of the former account of ${name}: from now on it acts and is paid through this one.`,
          ),
      },
    ];
  }),
};
