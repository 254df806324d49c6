import type { Catalogue } from "./types.ts";

/** Custom errors of the terms' check: amounts, bonds, percentages, windows, dates. */
export const termsMoneyMessages = {
  Terms_NetPrice: {
    params: { netPrice: "amount", least: "amount", price: "amount" },
    es: [
      "El precio neto (netPrice) es {netPrice}; se admite de {least} a {price}, que es el precio (price).",
      "El neto es el precio sin impuestos y ningún impuesto lo baja más.",
      "Corrija el precio neto.",
    ],
    en: [
      "The net price (netPrice) is {netPrice}; from {least} to {price}, the price, is allowed.",
      "The net price is the price without taxes, and no tax lowers it further.",
      "Correct the net price.",
    ],
  },
  Terms_BasisPoints: {
    params: { given: "bps", least: "bps", most: "bps" },
    es: [
      "Un porcentaje de los términos es {given}; se admite de {least} a {most}.",
      "La ley limita las multas al 30 % y la regla publicada da al menos la mitad al proveedor.",
      "Revise retentionBps, retentionCapBps, fineCapBps, fineBpsPerDay y defaultBps.",
    ],
    en: [
      "A percentage of the terms is {given}; from {least} to {most} is allowed.",
      "The law limits fines to 30 % and the published default gives the supplier at least half.",
      "Check retentionBps, retentionCapBps, fineCapBps, fineBpsPerDay and defaultBps.",
    ],
  },
  Terms_Window: {
    params: { given: "duration", least: "duration", most: "duration" },
    es: [
      "Un plazo de los términos es de {given}; se admite de {least} a {most}.",
      "Nadie pierde un derecho en menos de un día, y ninguna espera es indefinida.",
      "Revise los plazos del anexo: warranty y los campos que terminan en Window.",
    ],
    en: [
      "A window of the terms is {given}; from {least} to {most} is allowed.",
      "Nobody loses a right within a day, and no wait is endless.",
      "Check the windows of the annex: warranty and the fields that end in Window.",
    ],
  },
  Terms_Dates: {
    params: { given: "date", notBefore: "date" },
    es: [
      "Una fecha de los términos es {given} y no puede ser anterior al {notBefore}.",
      "Contrato y firma terminan en el futuro; la garantía cubre hasta el fin, y en servicios 60 días hábiles más.",
      "Revise endsAt, signBy y bondUntil.",
    ],
    en: [
      "A date of the terms is {given} and cannot be before {notBefore}.",
      "Contract and signing end in the future; the bond covers up to the end, in services 60 business days more.",
      "Check endsAt, signBy and bondUntil.",
    ],
  },
  Terms_TooLate: {
    params: { given: "date", most: "date" },
    es: [
      "Una fecha de los términos es {given} y no puede ser posterior al {most}.",
      "Un contrato dura a lo más 20 años desde hoy, y su garantía 10 años más que él.",
      "Revise endsAt y bondUntil.",
    ],
    en: [
      "A date of the terms is {given} and cannot be after {most}.",
      "A contract lasts at most 20 years from today, and its bond 10 years more than it.",
      "Check endsAt and bondUntil.",
    ],
  },
  Terms_PerformanceBond: {
    params: { given: "amount", least: "amount" },
    es: [
      "La garantía de fiel cumplimiento (performanceBond) es {given} y debe ser al menos {least}.",
      "Es el 5 % del precio neto desde 1.000 UTM (Ley 19.886, art. 11).",
      "Suba la garantía, o cite el caso que exime de ella.",
    ],
    en: [
      "The performance bond (performanceBond) is {given} and must be at least {least}.",
      "It is 5 % of the net price from 1,000 UTM on (Ley 19.886, art. 11).",
      "Raise the bond, or cite the case that exempts from it.",
    ],
  },
  Terms_Advance: {
    params: { advance: "amount", price: "amount" },
    es: ["El anticipo (advance) es {advance} y el precio {price}.", "No puede pasar el precio.", "Baje el anticipo."],
    en: ["The advance is {advance} and the price {price}.", "It cannot exceed the price.", "Lower the advance."],
  },
  Terms_AdvanceBond: {
    params: { given: "amount", expected: "amount" },
    es: [
      "La garantía del anticipo (advanceBond) es {given} y debe ser {expected}.",
      "Se garantiza entero; bajo 1.000 UTM se puede prescindir de ella (Ley 19.886, art. 11).",
      "Iguale la garantía al anticipo.",
    ],
    en: [
      "The advance bond (advanceBond) is {given} and must be {expected}.",
      "All of the advance is secured; below 1,000 UTM it may be left out (Ley 19.886, art. 11).",
      "Make the bond equal to the advance.",
    ],
  },
} as const satisfies Catalogue;
