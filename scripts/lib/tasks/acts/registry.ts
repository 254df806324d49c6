import { dateTimeField } from "../../input/date-fields.ts";
import { digestField } from "../../input/document-fields.ts";
import { entityField, record } from "../../input/fields.ts";
import { accreditationFileField } from "../accreditation-file.ts";
import { act, type Act } from "../act.ts";
import { lastEvent } from "../context.ts";
import { datedAct } from "../dated-act.ts";
import { knownEntity } from "../known-entity.ts";

/** What accreditor, entities, sanctions office and second office do at the registry. */
export const registryActs: Readonly<Record<string, Act>> = {
  accredit: act(
    ({ accreditation }) => Promise.resolve(accreditation.account),
    accreditationFileField,
    ({ accreditation, accreditor, signature }, { contracts: { registry } }) => [
      {
        key: "accredit",
        call: registry.accredit.populateTransaction(accreditation, accreditor, signature),
        done: async () => {
          const entity = await registry.entityByNumber(accreditation.kind, accreditation.number);
          return entity !== 0n && (await registry.getEntity(entity)).sequence > accreditation.sequence;
        },
        deadline: accreditation.deadline,
        words: (say) =>
          say.pick(
            `Presentar la acreditación del número ${accreditation.number}, vigente hasta ${say.date(accreditation.validUntil)}.`,
            `Submit the accreditation of number ${accreditation.number}, valid until ${say.date(accreditation.validUntil)}.`,
          ),
      },
    ],
  ),

  suspend: datedAct(
    act(
      "sanctions",
      (door) => record({ entidad: entityField(), hasta: dateTimeField(door), motivo: digestField(door) }),
      async ({ entidad, hasta, motivo }, context) => {
        const { entity, name, registry } = await knownEntity(entidad, context);
        return [
          {
            key: "suspend",
            call: registry.suspend.populateTransaction(entity, hasta, motivo),
            done: async () => {
              const last = await lastEvent(context, registry, registry.filters.Suspended(entity));
              const { suspendedUntil } = await registry.getEntity(entity);
              return suspendedUntil === hasta && last?.args.until === hasta && last.args.reason === motivo;
            },
            words: (say) =>
              say.pick(
                `Suspender a ${name} hasta ${say.date(hasta)}: no oferta, pero sus contratos y pagos siguen.`,
                `Suspend ${name} until ${say.date(hasta)}: it cannot bid, but its contracts and payments go on.`,
              ),
          },
        ];
      },
    ),
  ),

  lift: act(
    "sanctions",
    (door) => record({ entidad: entityField(), motivo: digestField(door) }),
    async ({ entidad, motivo }, context) => {
      const { entity, name, registry } = await knownEntity(entidad, context);
      return [
        {
          key: "lift",
          call: registry.liftSuspension.populateTransaction(entity, motivo),
          done: async () => {
            const lifted = await lastEvent(context, registry, registry.filters.SuspensionLifted(entity));
            const suspended = await lastEvent(context, registry, registry.filters.Suspended(entity));
            const { suspendedUntil } = await registry.getEntity(entity);
            return lifted?.args.reason === motivo && suspendedUntil !== suspended?.args.until;
          },
          words: (say) => say.pick(`Alzar la suspensión de ${name}.`, `Lift the suspension of ${name}.`),
        },
      ];
    },
  ),
};
