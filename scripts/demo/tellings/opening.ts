import type { Tellings } from "./telling.ts";

/** How a contract comes about: the parties, the budget line, the announcement, the signature. */
export const openingTellings = {
  title: {
    params: { object: "text", ocid: "text" },
    es: "{object} ({ocid})",
    en: "{object} ({ocid})",
  },
  parties: {
    params: { buyer: "text", buyerRut: "text", supplier: "text", supplierRut: "text", price: "amount", count: "count" },
    es: "{buyer}, RUT {buyerRut}, contrata a {supplier}, RUT {supplierRut}, por {price} en {count} hitos.",
    en: "{buyer}, RUT {buyerRut}, contracts {supplier}, RUT {supplierRut}, for {price} in {count} milestones.",
  },
  local: {
    params: {},
    es: "Todo ocurre en una cadena local que se borra al terminar; las cuentas, las firmas y los pesos son de prueba.",
    en: "All of it happens on a local chain that is erased at the end; accounts, signatures and pesos are for trial.",
  },
  threshold: {
    params: { threshold: "amount" },
    es: "1.000 UTM equivalen a {threshold}: desde ese precio se publica el trato directo y se exigen garantías.",
    en: "1,000 UTM are worth {threshold}: from that price on a direct award is published and bonds are due.",
  },
  funded: {
    params: { amount: "amount", lineId: "id", owner: "entity" },
    es: "La oficina de presupuesto asigna {amount} a la línea {lineId} de {owner}. Solo el contrato los puede gastar.",
    en: "The budget office appropriates {amount} to line {lineId} of {owner}. Only the contract can spend them.",
  },
  announced: {
    params: { buyer: "entity", supplier: "entity", until: "day" },
    es: "{buyer} publica su intención de contratar directamente a {supplier} y el fundamento. Quien quiera oponerse tiene hasta el {until}.",
    en: "{buyer} publishes its intent to award directly to {supplier}, and why. Whoever objects has until {until}.",
  },
  opened: {
    params: { supplier: "entity", price: "amount", available: "amount" },
    es: "{supplier} firma y el contrato se abre: {price} quedan comprometidos antes de empezar. En la línea quedan {available} disponibles.",
    en: "{supplier} signs and the contract opens: {price} are committed before work begins. {available} remain available in the line.",
  },
  bonded: {
    params: { owner: "entity", amount: "amount" },
    es: "{owner} deja {amount} en garantía, que la Tesorería custodia aparte del presupuesto.",
    en: "{owner} posts a bond of {amount}, which the Treasury keeps apart from the budget.",
  },
  advance: {
    params: { amount: "amount" },
    es: "Contra garantía se gira el anticipo de {amount}, que se descontará de cada pago.",
    en: "Against a bond the advance of {amount} is paid; each payment will take its part off it.",
  },
} as const satisfies Tellings;
