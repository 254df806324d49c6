import * as z from "zod";

import { dateTimeField } from "../input/date-fields.ts";
import { addressField, entityField, integerField, record, rutField, type Field } from "../input/fields.ts";
import { accreditationData, type Accreditation } from "../procurement/typed-data.ts";
import type { ActDoor } from "./act.ts";
import { ENTITY_KINDS } from "./context.ts";
import { signing, type Signing } from "./signing.ts";

const SIZES = ["sin-indicar", "micro", "pequena", "mediana", "grande", "cooperativa"] as const;

const whole = z.string().regex(/^\d+$/).transform(BigInt);
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);

/** A signed accreditation, as the accreditor's command writes it and the entity submits it. */
export interface AccreditationFile {
  readonly accreditation: Accreditation;
  readonly accreditor: string;
  readonly signature: string;
}

/**
 * The file that the entity submits.
 *
 * @example await loadInput("acreditacion.firmada.json", accreditationFileField, door);
 */
export const accreditationFileField = (): Field<AccreditationFile> =>
  record({
    accreditation: record({
      number: whole,
      account: address,
      kind: whole,
      size: whole,
      region: whole,
      group: whole,
      validUntil: whole,
      sequence: whole,
      deadline: whole,
    }),
    accreditor: address,
    signature: z.string().regex(/^0x[0-9a-f]*$/),
  });

const requestField = (door: ActDoor) =>
  record({
    rut: rutField(),
    cuenta: addressField(),
    tipo: z.enum(ENTITY_KINDS).exclude([""]),
    tamano: z.enum(SIZES),
    region: integerField(1, 16),
    grupo: entityField().optional(),
    vigenteHasta: dateTimeField(door),
    presentarHasta: dateTimeField(door),
  });

/** The accreditor's signature of an entity's accreditation; it costs no gas. */
export const accreditationSigning: Signing = signing(requestField, async (input, context) => {
  const { registry } = context.contracts;
  const kind = BigInt(ENTITY_KINDS.indexOf(input.tipo));
  const number = BigInt(input.rut.body);
  const entity = await registry.entityByNumber(kind, number);
  const accreditation: Accreditation = {
    ...{ number, kind, account: input.cuenta, region: BigInt(input.region) },
    size: BigInt(SIZES.indexOf(input.tamano)),
    group: BigInt(input.grupo?.body ?? 0),
    validUntil: input.vigenteHasta,
    sequence: entity === 0n ? 0n : (await registry.getEntity(entity)).sequence,
    deadline: input.presentarHasta,
  };
  const place = { chainId: context.identity.chainId, contract: await registry.getAddress() };
  return {
    data: accreditationData(place, accreditation),
    by: context.offices.accreditor === undefined ? [] : [context.offices.accreditor],
    words: (say) =>
      say.pick(
        `Acreditar el número ${number} (${input.tipo}) con la cuenta ${input.cuenta}, hasta ${say.date(input.vigenteHasta)}; debe presentarse antes de ${say.date(input.presentarHasta)}.`,
        `Accredit number ${number} (${input.tipo}) with account ${input.cuenta}, until ${say.date(input.vigenteHasta)}; to be submitted before ${say.date(input.presentarHasta)}.`,
      ),
    result: (account, signature) => ({ accreditation, accreditor: account, signature }),
  };
});
