import type { Catalogue } from "./types.ts";

/** Custom errors of enquiries and joint bids. */
export const tenderJointMessages = {
  Enquiry_TooMany: {
    params: { id: "digest", bidder: "entity", most: "count" },
    es: [
      "{bidder} ya hizo las {most} preguntas que se permiten.",
      "El número por oferente está en las bases.",
      "Reúna sus dudas en las preguntas que le quedan.",
    ],
    en: [
      "{bidder} has asked the {most} questions that are allowed.",
      "The number per bidder is in the terms.",
      "Gather doubts into the questions left.",
    ],
  },
  Enquiry_Unknown: {
    params: { id: "digest", number: "ordinal" },
    es: [
      "La pregunta {number} no existe o ya tiene respuesta.",
      "Cada pregunta se responde una vez.",
      "Revise el número.",
    ],
    en: [
      "Question {number} does not exist or has been answered.",
      "Each question is answered once.",
      "Check the number.",
    ],
  },
  Enquiry_AllAnswered: {
    params: { id: "digest" },
    es: [
      "No hay preguntas sin responder que registrar.",
      "El silencio se registra después del plazo de respuestas y solo si falta alguna.",
      "No hay nada que hacer.",
    ],
    en: [
      "There are no unanswered questions to record.",
      "Silence is recorded after the answers' deadline and only where one is missing.",
      "There is nothing to do.",
    ],
  },
  Joint_Size: {
    params: { id: "digest", members: "count", most: "count" },
    es: [
      "Una unión temporal de {members} integrantes no es válida; son de 1 a {most} además de quien la representa.",
      "Cada integrante firma el mismo acuerdo.",
      "Corrija los integrantes, las firmas o el acuerdo.",
    ],
    en: [
      "A joint bid of {members} members is not valid; there are 1 to {most} besides the lead.",
      "Each member signs the same agreement.",
      "Correct members, signatures or agreement.",
    ],
  },
  Joint_Member: {
    params: { id: "digest", member: "entity" },
    es: [
      "{member} no puede participar así.",
      "En una unión temporal solo hay proveedores vigentes de menor tamaño, en orden, y ni ellos ni su grupo ofertan por otro lado (Ley 19.886, art. 51-54).",
      "Revise los integrantes.",
    ],
    en: [
      "{member} cannot take part like this.",
      "A joint bid has active small firms only, in order, and neither they nor their group bid elsewhere (Ley 19.886, art. 51-54).",
      "Check the members.",
    ],
  },
  Joint_BadSignature: {
    params: { id: "digest", member: "entity" },
    es: [
      "La firma de {member} no vale para esta unión temporal.",
      "Se firma la licitación, los integrantes, el acuerdo y el plazo, con la cuenta registrada.",
      "Pida la firma de nuevo.",
    ],
    en: [
      "The signature of {member} is not valid for this joint bid.",
      "Tender, members, agreement and deadline are signed, with the registered account.",
      "Ask for the signature again.",
    ],
  },
  Joint_Expired: {
    params: { id: "digest", deadline: "date" },
    es: [
      "Las firmas de la unión temporal vencieron el {deadline}.",
      "Cada firma tiene su plazo.",
      "Pida firmas nuevas.",
    ],
    en: [
      "The signatures of the joint bid expired on {deadline}.",
      "Each signature has its deadline.",
      "Ask for new signatures.",
    ],
  },
} as const satisfies Catalogue;
