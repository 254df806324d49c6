import type { Catalogue } from "./types.ts";

/** Custom errors of the direct award (trato directo). */
export const awardMessages = {
  Award_SupplierNotActive: {
    params: { supplier: "entity" },
    es: [
      "No se le puede adjudicar: {supplier}.",
      "El proveedor debe estar acreditado, vigente y sin suspensión.",
      "Revise su estado en el Registro.",
    ],
    en: [
      "It cannot be awarded a contract: {supplier}.",
      "The supplier must be accredited, valid and not suspended.",
      "Check its state in the Registry.",
    ],
  },
  Award_NoRoute: {
    params: { id: "digest" },
    es: [
      "El trato directo no indica su causal.",
      "Solo se admite en los casos del art. 8 bis de la Ley 19.886.",
      "Indique el número del caso, desde 1.",
    ],
    en: [
      "The direct award names no case.",
      "It is allowed only in the cases of Ley 19.886, art. 8 bis.",
      "State the number of the case, from 1.",
    ],
  },
  Award_NotTheBuyer: {
    params: { caller: "address", buyer: "address" },
    es: [
      "La cuenta {caller} no es la del comprador, que es {buyer}.",
      "El organismo que los términos nombran adjudica con su propia cuenta.",
      "Use la cuenta del comprador.",
    ],
    en: [
      "The account {caller} is not the buyer's, which is {buyer}.",
      "The public body that the terms name awards with its own account.",
      "Use the buyer's account.",
    ],
  },
  Award_NoJustification: {
    params: { id: "digest" },
    es: [
      "Falta el documento que funda el acto, o su enlace es demasiado largo.",
      "El trato directo, la oposición y la anulación se fundan en público; el enlace tiene hasta 256 caracteres.",
      "Indique el documento.",
    ],
    en: [
      "The document that justifies the act is missing, or its link is too long.",
      "Direct awards, objections and annulments give public reasons; a link has up to 256 characters.",
      "State the document.",
    ],
  },
  Award_AlreadyAnnounced: {
    params: { id: "digest", announcedAt: "date" },
    es: [
      "Este trato directo ya se anunció el {announcedAt}.",
      "Cada contrato se anuncia una vez.",
      "Espere el plazo de oposición.",
    ],
    en: [
      "This direct award was announced on {announcedAt}.",
      "Each contract is announced once.",
      "Wait for the time of objections.",
    ],
  },
  Award_NotAnnounced: {
    params: { id: "digest" },
    es: [
      "No hay un anuncio de este trato directo en plazo.",
      "Desde 1.000 UTM se anuncia antes de contratar; se objeta o anula solo mientras corre el anuncio (Ley 19.886, art. 8 bis).",
      "Anúncielo, o revise sus fechas.",
    ],
    en: [
      "There is no running announcement of this direct award.",
      "From 1,000 UTM on it is announced first; objections and annulments fit only in that time (Ley 19.886, art. 8 bis).",
      "Announce it, or check its dates.",
    ],
  },
  Award_NoticeRunning: {
    params: { id: "digest", until: "date" },
    es: [
      "El anuncio del trato directo debe correr al menos hasta el {until}.",
      "La ley da cinco días hábiles para oponerse (Ley 19.886, art. 8 bis).",
      "Use esa fecha o una posterior.",
    ],
    en: [
      "The announcement of the direct award must run until {until} at least.",
      "The law gives five business days to object (Ley 19.886, art. 8 bis).",
      "Use that date or a later one.",
    ],
  },
  Award_Annulled: {
    params: { id: "digest" },
    es: ["El revisor anuló este trato directo.", "Con estos términos no se puede abrir.", "Elija otra vía de compra."],
    en: ["The reviewer annulled this direct award.", "It cannot open under these terms.", "Choose another route."],
  },
  Award_BadSignature: {
    params: { id: "digest", expected: "address" },
    es: [
      "La firma no es del proveedor ({expected}), o no es de estos términos y este calendario.",
      "El proveedor firma el contrato exacto que se abre, en esta red.",
      "Pida la firma otra vez, sobre el archivo definitivo.",
    ],
    en: [
      "The signature is not the supplier's ({expected}), or not on these terms and this schedule.",
      "The supplier signs the exact contract that opens, on this network.",
      "Ask for the signature again, on the final file.",
    ],
  },
  Award_NotARegisteredSupplier: {
    params: { caller: "address" },
    es: [
      "La cuenta {caller} no es de un proveedor vigente.",
      "Se oponen al trato directo solo proveedores acreditados y sin suspensión.",
      "Use la cuenta inscrita del proveedor.",
    ],
    en: [
      "The account {caller} is not an active supplier's.",
      "Only suppliers accredited and not suspended object to a direct award.",
      "Use the supplier's registered account.",
    ],
  },
  Award_NotTheReviewer: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del revisor del contrato.",
      "Solo el revisor que los términos nombran anula un trato directo.",
      "Use su cuenta.",
    ],
    en: [
      "The account {caller} is not the reviewer's.",
      "Only the reviewer that the terms name annuls a direct award.",
      "Use its account.",
    ],
  },
} as const satisfies Catalogue;
