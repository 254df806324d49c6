import type { Catalogue } from "./types.ts";

/** Custom errors of the opening desk's thresholds and reservations, and of the links between modules. */
export const openingMessages = {
  Opening_NoThreshold: {
    params: { token: "address" },
    es: [
      "Falta el valor de 1.000 UTM en el token {token}.",
      "Desde ese monto se exigen garantías y anuncio, y la UTM cambia cada mes.",
      "Pida a la oficina de umbrales que lo fije.",
    ],
    en: [
      "The value of 1,000 UTM in the token {token} is missing.",
      "From that amount on bonds and announcement are due, and the UTM changes every month.",
      "Ask the thresholds office to set it.",
    ],
  },
  Opening_ReservationTaken: {
    params: { record: "digest" },
    es: [
      "Ya hay una reserva con ese registro, o el registro está vacío.",
      "Cada proceso reserva una vez.",
      "Use otro registro.",
    ],
    en: [
      "There is a reservation under that record already, or the record is empty.",
      "Each process reserves once.",
      "Use another record.",
    ],
  },
  Opening_NotReserved: {
    params: { record: "digest", amount: "amount", reserved: "amount" },
    es: [
      "La reserva guarda {reserved} y se piden {amount}.",
      "Un contrato se abre con lo que su proceso reservó.",
      "Reduzca el monto.",
    ],
    en: [
      "The reservation holds {reserved} and {amount} are asked for.",
      "A contract opens with what its process reserved.",
      "Reduce the amount.",
    ],
  },
  Opening_OtherLine: {
    params: { record: "digest", lineId: "id" },
    es: [
      "La reserva es de la línea {lineId} y el contrato nombra otra línea u otro token.",
      "El dinero reservado paga solo desde su línea.",
      "Corrija la línea de los términos.",
    ],
    en: [
      "The reservation is of line {lineId} and the contract names another line or token.",
      "Reserved money pays from its own line only.",
      "Correct the line of the terms.",
    ],
  },
  Opening_InvalidTerm: {
    params: { record: "digest", until: "date" },
    es: [
      "La reserva no puede durar hasta el {until}.",
      "Termina después de ahora y dentro del plazo máximo de una reserva.",
      "Corrija la fecha de término.",
    ],
    en: [
      "The reservation cannot last until {until}.",
      "It ends after now and within the longest term of a reservation.",
      "Correct its last day.",
    ],
  },
  Opening_ReservationRunning: {
    params: { record: "digest", until: "date" },
    es: [
      "La reserva vale hasta el {until}.",
      "Antes solo la libera el contrato que la hizo.",
      "Espere esa fecha o pida que la libere.",
    ],
    en: [
      "The reservation stands until {until}.",
      "Before that only the contract that made it can release it.",
      "Wait for that date or ask for its release.",
    ],
  },
  Module_AlreadyBound: {
    params: { module: "address", escrow: "address" },
    es: [
      "El módulo {module} ya sirve a {escrow}.",
      "Cada módulo sirve a un solo contrato de custodia, para siempre.",
      "Despliegue módulos nuevos.",
    ],
    en: [
      "The module {module} already serves {escrow}.",
      "Each module serves one escrow, for ever.",
      "Deploy new modules.",
    ],
  },
  Module_OnlyEscrow: {
    params: { caller: "address", escrow: "address" },
    es: [
      "La cuenta {caller} no puede dar esta orden; solo {escrow}.",
      "Es una orden interna entre contratos.",
      "Use la operación que corresponde a su papel.",
    ],
    en: [
      "The account {caller} may not give this order; only {escrow} may.",
      "It is an internal order between contracts.",
      "Use the operation of your part.",
    ],
  },
  Escrow_OnlyModule: {
    params: { caller: "address", module: "address" },
    es: [
      "La cuenta {caller} no puede dar esta orden; solo {module}.",
      "Es una orden interna entre contratos.",
      "Use la operación que corresponde a su papel.",
    ],
    en: [
      "The account {caller} may not give this order; only {module} may.",
      "It is an internal order between contracts.",
      "Use the operation of your part.",
    ],
  },
} as const satisfies Catalogue;
