import { digestField, documentField } from "../../input/document-fields.ts";
import { integerField, positiveAmountField } from "../../input/fields.ts";
import type { Deed } from "../../procurement/deed.ts";
import { happened, isDocument } from "../context.ts";
import { deedAct, milestoneField, oneMove, type Act, type ActDoor } from "../act.ts";

const kindShape = () => ({ hito: milestoneField(), certificado: integerField(0, 2) });

/** The office that certifies that kind. */
const certifierOf = ({ certificado }: { certificado: number }, { annex }: Deed): string | undefined =>
  annex.certifiers[certificado];

/** What the supplier asks of a certifying office, and what it answers. */
export const certificateActs: Readonly<Record<string, Act>> = {
  request: deedAct(
    "supplier",
    (door) => ({ ...kindShape(), respaldo: documentField(door) }),
    ({ hito, certificado, respaldo }, { id, deed, ...context }) => {
      const { desk } = context.contracts;
      return oneMove(
        "request",
        desk.request.populateTransaction(deed, hito, certificado, respaldo),
        (account) =>
          happened(
            context,
            desk,
            desk.filters.CertificateRequested(id, account, hito),
            ({ args }) => args.kind === BigInt(certificado) && isDocument(args.support, respaldo),
          ),
        (say) =>
          say.pick(
            `Pedir el certificado ${certificado} del hito ${hito + 1}; el silencio de la oficina lo otorga.`,
            `Request certificate ${certificado} of milestone ${hito + 1}; the office's silence grants it.`,
          ),
      );
    },
  ),

  grant: deedAct(
    certifierOf,
    (door: ActDoor) => ({ ...kindShape(), documento: digestField(door) }),
    ({ hito, certificado, documento }, { id, deed, ...context }) => {
      const { desk } = context.contracts;
      return oneMove(
        "grant",
        desk.grant.populateTransaction(deed, hito, certificado, documento),
        () =>
          happened(
            context,
            desk,
            desk.filters.CertificateGranted(id, undefined, hito),
            ({ args }) => args.kind === BigInt(certificado) && args.document === documento,
          ),
        (say) =>
          say.pick(
            `Otorgar el certificado ${certificado} del hito ${hito + 1}.`,
            `Grant certificate ${certificado} of milestone ${hito + 1}.`,
          ),
      );
    },
  ),

  refuse: deedAct(
    certifierOf,
    (door: ActDoor) => ({ ...kindShape(), monto: positiveAmountField(door.decimals), motivo: documentField(door) }),
    ({ hito, certificado, monto, motivo }, { id, deed, ...context }) => {
      const { desk } = context.contracts;
      return oneMove(
        "refuse",
        desk.refuse.populateTransaction(deed, hito, certificado, monto, motivo),
        () =>
          happened(
            context,
            desk,
            desk.filters.CertificateRefused(id, undefined, hito),
            ({ args }) => args.kind === BigInt(certificado) && args.amount === monto && isDocument(args.reason, motivo),
          ),
        (say) =>
          say.pick(
            `Negar el certificado ${certificado} del hito ${hito + 1} por ${say.amount(monto)}: solo eso se retiene, y se abre una controversia.`,
            `Refuse certificate ${certificado} of milestone ${hito + 1} for ${say.amount(monto)}: only that is withheld, and a dispute opens.`,
          ),
      );
    },
  ),
};
