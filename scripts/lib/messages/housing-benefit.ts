import { BENEFIT_STAGES } from "../housing/award-names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of claim keys and of the use of seats. */
export const housingBenefitMessages = {
  Claim_NotTheKey: {
    params: { nullifier: "digest", signer: "address" },
    es: [
      "La cuenta {signer} no es la que la postulación nombra.",
      "Por el hogar actúa solo esa cuenta, aunque otra persona lleve la firma.",
      "Firme con la clave con que postuló.",
    ],
    en: [
      "The account {signer} is not the one that the application names.",
      "Only that account acts for the household, whoever carries the signature.",
      "Sign with the key of the application.",
    ],
  },
  Claim_FalseSignature: {
    params: { nullifier: "digest", signer: "address" },
    es: [
      "La firma de {signer} no corresponde a este acto.",
      "Cada firma nombra llamado, hogar, cupo, vuelta y número del acto, y sirve una vez.",
      "Firme de nuevo con los datos actuales.",
    ],
    en: [
      "The signature of {signer} is not one of this act.",
      "Each signature names call, household, slot, round and number of the act, and serves once.",
      "Sign again with the present data.",
    ],
  },
  Benefit_TooLate: {
    params: { nullifier: "digest", until: "date" },
    es: [
      "El plazo terminó el {until}.",
      "Hay un plazo para aceptar el cupo y otro para usar el subsidio; ambos incluyen su último segundo.",
      "Postule al próximo llamado.",
    ],
    en: [
      "The time ended on {until}.",
      "There is a time to accept the seat and another to use the subsidy; both include their last second.",
      "Apply to the next call.",
    ],
  },
  Benefit_Stage: {
    params: { nullifier: "digest", stage: BENEFIT_STAGES },
    es: [
      "La solicitud del cupo no admite este paso; su etapa es: {stage}.",
      "Un cupo tiene una solicitud a la vez: la oficina la observa o certifica en su plazo y su silencio la certifica.",
      "Espere la etapa que corresponde, o retire la solicitud.",
    ],
    en: [
      "The request of the seat does not allow this step; its stage is: {stage}.",
      "A seat has one request at a time: the office objects or certifies in its time, and its silence certifies.",
      "Wait for the right stage, or withdraw the request.",
    ],
  },
  Benefit_Requests: {
    params: { nullifier: "digest", most: "count" },
    es: [
      "El cupo ya tuvo {most} solicitudes.",
      "Una solicitud rechazada no gasta plazo; sin tope, un cupo podría retenerse para siempre.",
      "El cupo vuelve cuando termina su plazo.",
    ],
    en: [
      "The seat has had {most} requests.",
      "A refused request costs no time; without a bound a seat could be held for ever.",
      "The seat comes back when its time is over.",
    ],
  },
  Benefit_Seller: {
    params: { nullifier: "digest", seller: "entity" },
    es: [
      "La entidad {seller} no puede recibir el subsidio.",
      "Se paga a un proveedor o a un organismo público con inscripción vigente.",
      "Indique al vendedor inscrito.",
    ],
    en: [
      "Entity {seller} cannot receive the subsidy.",
      "It is paid to a supplier or a public body that is registered and active.",
      "Name the registered seller.",
    ],
  },
  Benefit_NoDocument: {
    params: { nullifier: "digest" },
    es: [
      "Falta la huella del documento.",
      "El uso de un subsidio se apoya en la escritura, y una observación en su motivo.",
      "Indique el SHA-256 del documento.",
    ],
    en: [
      "The hash of the document is missing.",
      "The use of a subsidy rests on the deed, and an objection on its reason.",
      "Give the SHA-256 of the document.",
    ],
  },
} as const satisfies Catalogue;
