import * as z from "zod";

import { record, type Field } from "../input/fields.ts";
import { contractSignatureData } from "../procurement/typed-data.ts";
import { deedSigning, type Signing } from "./signing.ts";

const digest = z.string().regex(/^0x[0-9a-f]{64}$/);

/** The supplier's signature of a contract, as its command writes it. */
export interface ContractSignatureFile {
  readonly id: string;
  readonly account: string;
  readonly signature: string;
}

/**
 * The file that the buyer awards with.
 *
 * @example await loadInput("firma.json", contractSignatureFileField, door);
 */
export const contractSignatureFileField = (): Field<ContractSignatureFile> =>
  record({
    id: digest,
    account: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
    signature: z.string().regex(/^0x[0-9a-f]*$/),
  });

/** The supplier's signature of a contract; the file names the deed in the field `contrato`. */
export const contractSigning: Signing = deedSigning(
  () => ({}),
  async (_, { id, deed, schedule, contracts, identity }) => {
    const place = { chainId: identity.chainId, contract: await contracts.opening.getAddress() };
    const { price, retentionBps } = deed.terms;
    const { performanceBond, signBy, endsAt } = deed.annex;
    return {
      data: contractSignatureData(place, deed, schedule),
      by: [await contracts.registry.accountOf(deed.terms.supplier)],
      words: (say) =>
        say.pick(
          `Firmar el contrato ${id} por ${say.amount(price)} en ${schedule.length} hitos, hasta ${say.date(endsAt)}; garantía ${say.amount(performanceBond)}, retención ${Number(retentionBps) / 100} %. La firma vale hasta ${say.date(signBy)}.`,
          `Sign contract ${id} for ${say.amount(price)} in ${schedule.length} milestones, until ${say.date(endsAt)}; bond ${say.amount(performanceBond)}, retention ${Number(retentionBps) / 100} %. The signature is valid until ${say.date(signBy)}.`,
        ),
      result: (account, signature) => ({ id, account, signature }),
    };
  },
);
