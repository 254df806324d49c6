import type { Catalogue } from "./types.ts";

/** Custom errors of the panel in a tender's terms, and of amendments. */
export const tenderTermsPanelMessages = {
  Terms_Panel: {
    params: { account: "address" },
    es: [
      "La cuenta {account} no puede estar así en la comisión evaluadora.",
      "Integrantes y suplentes son distintos entre sí y no son el comprador, un proveedor ni quien revisa los reclamos; los asientos van sin huecos.",
      "Corrija la comisión.",
    ],
    en: [
      "The account {account} cannot sit on the panel like this.",
      "Evaluators and substitutes are distinct and neither buyer, supplier nor reviewer; the seats have no gaps.",
      "Correct the panel.",
    ],
  },
  Terms_Quorum: {
    params: { quorum: "count", most: "count" },
    es: [
      "El quórum {quorum} no es válido para una comisión de {most}.",
      "Va de 1 al número de integrantes; es 0 y sin comisión si ningún criterio es técnico.",
      "Corrija el quórum.",
    ],
    en: [
      "The quorum {quorum} is not valid for a panel of {most}.",
      "It runs from 1 to the number of evaluators; it is 0, without a panel, where no criterion is technical.",
      "Correct the quorum.",
    ],
  },
  Terms_Reviewer: {
    params: { reviewer: "address" },
    es: [
      "La cuenta {reviewer} no puede revisar los reclamos.",
      "Revisa alguien que no es el comprador ni un proveedor.",
      "Nombre otra cuenta.",
    ],
    en: [
      "The account {reviewer} cannot review complaints.",
      "Somebody who is neither the buyer nor a supplier reviews.",
      "Name another account.",
    ],
  },
  Amendment_TooMany: {
    params: { id: "digest", version: "count" },
    es: [
      "La licitación {id} ya va en la versión {version}.",
      "Se modifica a lo más dos veces antes del cierre.",
      "Cancélela y publique otra, si hace falta.",
    ],
    en: [
      "Tender {id} is at version {version} already.",
      "It is amended at most twice before closing.",
      "Cancel it and publish another, if need be.",
    ],
  },
  Amendment_Changed: {
    params: { id: "digest" },
    es: [
      "La modificación cambia el comprador, el ocid, la línea, el token, el presupuesto o la garantía de seriedad.",
      "Eso no cambia durante una licitación.",
      "Deje esos datos como están.",
    ],
    en: [
      "The amendment changes buyer, ocid, line, token, budget or bid bond.",
      "Those do not change during a tender.",
      "Leave them as they are.",
    ],
  },
  Amendment_NotLater: {
    params: { id: "digest", closesAt: "date", before: "date" },
    es: [
      "El nuevo cierre ({closesAt}) no es posterior al anterior ({before}).",
      "Quien modifica las bases da más tiempo para ofertar.",
      "Mueva el cierre.",
    ],
    en: [
      "The new closing ({closesAt}) is not later than the old one ({before}).",
      "Whoever amends the terms gives more time to bid.",
      "Move the closing.",
    ],
  },
  Amendment_Readable: {
    params: { id: "digest", closesAt: "date", until: "date" },
    es: [
      "El nuevo cierre ({closesAt}) es posterior al {until}, cuando los precios sellados con una versión anterior ya se podrán leer.",
      "Quien ofertó antes no puede quedar con su precio a la vista de los demás mientras ellos aún ofertan.",
      "Cierre antes de esa fecha.",
    ],
    en: [
      "The new closing ({closesAt}) is later than {until}, when prices sealed under an earlier version can be read.",
      "Whoever bid before must not have its price in sight of the others while they still bid.",
      "Close before that date.",
    ],
  },
} as const satisfies Catalogue;
