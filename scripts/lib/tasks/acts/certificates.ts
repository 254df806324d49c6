import { digestField, documentField } from "../../input/document-fields.ts";
import { integerField, positiveAmountField } from "../../input/fields.ts";
import { deedAct, milestoneField, oneMove, type Act } from "../act.ts";

const kindShape = () => ({ hito: milestoneField(), certificado: integerField(0, 2) });

/** What the supplier asks of a certifying office, and what it answers. */
export const certificateActs: Readonly<Record<string, Act>> = {
  request: deedAct(
    "supplier",
    (door) => ({ ...kindShape(), respaldo: documentField(door) }),
    ({ hito, certificado, respaldo }, { id, deed, contracts: { desk } }) =>
      oneMove(
        "request",
        desk.request.populateTransaction(deed, hito, certificado, respaldo),
        async () => (await desk.getCertificate(id, hito, certificado)).deadline !== 0n,
        (say) =>
          say.pick(
            `Pedir el certificado ${certificado} del hito ${hito + 1}; el silencio de la oficina lo otorga.`,
            `Request certificate ${certificado} of milestone ${hito + 1}; the office's silence grants it.`,
          ),
      ),
  ),

  grant: deedAct(
    null,
    (door) => ({ ...kindShape(), documento: digestField(door) }),
    ({ hito, certificado, documento }, { id, deed, contracts: { desk } }) =>
      oneMove(
        "grant",
        desk.grant.populateTransaction(deed, hito, certificado, documento),
        async () => (await desk.getCertificate(id, hito, certificado)).answered,
        (say) =>
          say.pick(
            `Otorgar el certificado ${certificado} del hito ${hito + 1}.`,
            `Grant certificate ${certificado} of milestone ${hito + 1}.`,
          ),
      ),
  ),

  refuse: deedAct(
    null,
    (door) => ({ ...kindShape(), monto: positiveAmountField(door.decimals), motivo: documentField(door) }),
    ({ hito, certificado, monto, motivo }, { id, deed, contracts: { desk } }) =>
      oneMove(
        "refuse",
        desk.refuse.populateTransaction(deed, hito, certificado, monto, motivo),
        async () => (await desk.getCertificate(id, hito, certificado)).answered,
        (say) =>
          say.pick(
            `Negar el certificado ${certificado} del hito ${hito + 1} por ${say.amount(monto)}: solo eso se retiene, y se abre una controversia.`,
            `Refuse certificate ${certificado} of milestone ${hito + 1} for ${say.amount(monto)}: only that is withheld, and a dispute opens.`,
          ),
      ),
  ),
};
