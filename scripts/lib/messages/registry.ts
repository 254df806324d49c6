import type { Catalogue } from "./types.ts";

/** Custom errors of the Registry: accreditations and suspensions. */
export const registryMessages = {
  Registry_NoDuration: {
    params: {},
    es: [
      "El plazo máximo de suspensión es cero.",
      "El Registro necesita uno para desplegarse.",
      "Indique los segundos.",
    ],
    en: ["The longest suspension is zero.", "The Registry needs one to be deployed.", "State the seconds."],
  },
  Registry_InvalidAccreditation: {
    params: { number: "id" },
    es: [
      "La acreditación del RUT {number} está incompleta o vencida.",
      "Debe traer tipo, número y cuenta, y una vigencia futura.",
      "Pida una acreditación nueva al Registro de proveedores.",
    ],
    en: [
      "The accreditation of RUT {number} is incomplete or has expired.",
      "It must carry kind, number and account, and a validity that ends in the future.",
      "Ask the accreditor for a new one.",
    ],
  },
  Registry_NotTheAccount: {
    params: { caller: "address", expected: "address" },
    es: [
      "La cuenta {caller} no actúa por la entidad; corresponde a {expected}.",
      "Cada entidad actúa con la cuenta que tiene inscrita.",
      "Use la cuenta inscrita.",
    ],
    en: [
      "The account {caller} does not act for the entity; {expected} does.",
      "Each entity acts through its registered account.",
      "Use the registered account.",
    ],
  },
  Registry_DeadlinePassed: {
    params: { number: "id", deadline: "date" },
    es: [
      "La firma de la acreditación del RUT {number} venció: {deadline}.",
      "Toda firma sirve hasta la fecha que ella misma indica.",
      "Pida una firma nueva al Registro de proveedores.",
    ],
    en: [
      "The signature on the accreditation of RUT {number} has expired: {deadline}.",
      "Each signature is good until the date that it states.",
      "Ask the accreditor for a new signature.",
    ],
  },
  Registry_NotAccreditor: {
    params: { signer: "address" },
    es: [
      "La cuenta {signer} no puede acreditar entidades.",
      "Solo firma acreditaciones quien tiene el cargo de Registro de proveedores.",
      "Pida la firma a esa oficina.",
    ],
    en: [
      "The account {signer} may not accredit entities.",
      "Only holders of the accreditor's office sign accreditations.",
      "Ask that office for the signature.",
    ],
  },
  Registry_BadSignature: {
    params: { signer: "address" },
    es: [
      "La firma no es de {signer}, o no es de estos datos.",
      "La firma vale solo para la acreditación exacta, en esta red y este Registro.",
      "Revise los datos y pida la firma otra vez.",
    ],
    en: [
      "The signature is not by {signer}, or not on these data.",
      "It is good for the exact accreditation only, on this network and this Registry.",
      "Check the data and ask for the signature again.",
    ],
  },
  Registry_StaleSequence: {
    params: { number: "id", given: "count", expected: "count" },
    es: [
      "La acreditación del RUT {number} es la número {given} y corresponde la {expected}.",
      "Cada acreditación sirve una vez y en orden.",
      "Pida una firma con el número que corresponde.",
    ],
    en: [
      "The accreditation of RUT {number} is number {given} and {expected} is due.",
      "Each accreditation can be used once and in order.",
      "Ask for a signature with the number that is due.",
    ],
  },
  Registry_AccountTaken: {
    params: { account: "address", entity: "entity" },
    es: [
      "La cuenta {account} no está libre: {entity}.",
      "Una cuenta sirve a una sola entidad.",
      "Elija una cuenta que no esté inscrita.",
    ],
    en: [
      "The account {account} is not free: {entity}.",
      "An account serves one entity only.",
      "Choose an account that is not registered.",
    ],
  },
  Registry_UnknownEntity: {
    params: { entity: "entity" },
    es: ["El Registro no conoce a {entity}.", "Nunca se acreditó.", "Revise el número de la entidad."],
    en: ["The Registry does not know {entity}.", "It was never accredited.", "Check the entity's number."],
  },
  Registry_NoReason: {
    params: { entity: "entity" },
    es: [
      "Falta el fundamento de la decisión sobre {entity}.",
      "Suspensiones y decisiones citan la resolución que las funda.",
      "Indique el documento de la resolución.",
    ],
    en: [
      "The reason of the decision about {entity} is missing.",
      "Suspensions and decisions name the resolution that they rest on.",
      "State the document of the resolution.",
    ],
  },
} as const satisfies Catalogue;
