import * as z from "zod";

import { dateTimeField } from "../input/date-fields.ts";
import { digestField } from "../input/document-fields.ts";
import { entityField, record, type Field } from "../input/fields.ts";
import { InputError } from "../input/input-error.ts";
import { loadInput } from "../input/load-input.ts";
import { jointBidData, type JointBid } from "../tender/joint-bid-data.ts";
import { pathField, oneMove } from "./act.ts";
import { entityOf, nameOf } from "./context.ts";
import { signing, type Signing } from "./signing.ts";
import { recordField, recordId } from "./record-id.ts";
import { tenderAct } from "./tender-act.ts";

const whole = z.string().regex(/^\d+$/).transform(BigInt);
const MOST_MEMBERS = 4;

/** A member's signature of a joint bid, as its command writes it. */
export interface JointSignature extends JointBid {
  readonly account: string;
  readonly signature: string;
}

/**
 * The file of a member's signature.
 *
 * @example await loadInput("firma-2.json", jointSignatureField, door);
 */
export const jointSignatureField = (): Field<JointSignature> =>
  record({
    tender: z.string(),
    lead: whole,
    members: z.array(whole),
    agreement: z.string(),
    deadline: whole,
    account: z.string(),
    signature: z.string().regex(/^0x[0-9a-f]*$/),
  });

const ascending = (ids: readonly bigint[]): bigint[] => [...ids].sort((a, b) => (a < b ? -1 : 1));

/** A member's signature of a joint bid of small firms (unión temporal de proveedores). */
export const jointSigning: Signing = signing(
  (door) =>
    record({
      licitacion: recordField(),
      representante: entityField(),
      integrantes: z.array(entityField()).min(1).max(MOST_MEMBERS),
      acuerdo: digestField(door),
      firmasHasta: dateTimeField(door),
    }),
  async ({ licitacion, representante, integrantes, acuerdo, firmasHasta }, context) => {
    const { registry, joints } = context.contracts;
    const lead = await entityOf(context, representante, [1n]);
    const entities = await Promise.all(integrantes.map((rut) => entityOf(context, rut, [1n])));
    const members = ascending(entities);
    const tender = await recordId("tenders", licitacion, context);
    const joint: JointBid = { tender, lead, members, agreement: acuerdo, deadline: firmasHasta };
    const names = await Promise.all([lead, ...members].map((entity) => nameOf(context, entity)));
    return {
      data: jointBidData({ chainId: context.identity.chainId, contract: await joints.getAddress() }, joint),
      by: await Promise.all(members.map((entity) => registry.accountOf(entity))),
      words: (say) =>
        say.pick(
          `Unirse a la oferta de ${names.join(", ")}: la presenta y firma ${names[0] ?? ""}. La firma vale hasta ${say.date(firmasHasta)}.`,
          `Join the bid of ${names.join(", ")}: ${names[0] ?? ""} files and signs it. The signature is valid until ${say.date(firmasHasta)}.`,
        ),
      result: (account, signature) => ({ ...joint, account, signature }),
    };
  },
);

/** Forms a joint bid with the signatures of its members. */
export const jointAct = tenderAct(
  async ({ firmas }: { readonly firmas: readonly string[] }, context) => {
    const [first] = await Promise.all(firmas.map((file) => loadInput(file, jointSignatureField, context.door)));
    return context.contracts.registry.accountOf(first?.lead ?? 0n);
  },
  (door) => ({ firmas: z.array(pathField(door)).min(1).max(MOST_MEMBERS) }),
  async ({ firmas }, context) => {
    const { id, contracts, tender } = context;
    const signed = await Promise.all(firmas.map((file) => loadInput(file, jointSignatureField, context.door)));
    const [first] = signed;
    const text = ({ lead, members, agreement, deadline, ...rest }: JointBid): string =>
      [rest.tender, lead, members, agreement, deadline].join("|");
    const isSame = first !== undefined && signed.every((each) => text(each) === text(first));
    if (!isSame || first.tender !== id || signed.length !== first.members.length) {
      throw new InputError("joint-differs", {});
    }
    const { lead, members, agreement, deadline } = first;
    const accounts = await Promise.all(members.map((entity) => contracts.registry.accountOf(entity)));
    const signatures = accounts.map((account) => signed.find((each) => each.account === account)?.signature);
    if (!signatures.every((signature) => signature !== undefined)) throw new InputError("joint-differs", {});
    const names = await Promise.all(members.map((entity) => nameOf(context, entity)));
    const joint = { tender: id, lead, members: [...members], agreement, deadline };
    return oneMove(
      "joint",
      contracts.joints.formJoint.populateTransaction(joint, signatures),
      () => Promise.resolve(tender.joints.some((each) => each.lead === lead && each.members.join() === members.join())),
      (say) =>
        say.pick(`Formar la unión temporal con ${names.join(", ")}.`, `Form the joint bid with ${names.join(", ")}.`),
    );
  },
);
