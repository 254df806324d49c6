import type { Catalogue } from "./types.ts";

/** Why an envelope of a bid (sobre) counts as not opened. */
export const envelopeMessages = {
  "envelope-too-large": {
    params: { size: "count", limit: "count" },
    es: [
      "El sobre tiene {size} bytes.",
      "Se aceptan a lo más {limit}; el enlace de la oferta técnica es lo único de largo variable.",
      "Use un enlace más corto.",
    ],
    en: [
      "The envelope has {size} bytes.",
      "At most {limit} are accepted; the link of the technical offer is all whose length varies.",
      "Use a shorter link.",
    ],
  },
  "envelope-wrong-chain": {
    params: { found: "text", expected: "digest" },
    es: [
      "El sobre está cerrado con otro faro («{found}»).",
      "Las bases fijan el faro {expected}.",
      "El sobre cuenta como no abierto.",
    ],
    en: [
      "The envelope is locked to another beacon (“{found}”).",
      "The terms fix the beacon {expected}.",
      "The envelope counts as not opened.",
    ],
  },
  "envelope-wrong-round": {
    params: { found: "text", expected: "id" },
    es: [
      "El sobre está cerrado con la ronda «{found}».",
      "Las bases fijan la ronda {expected} para él.",
      "El sobre cuenta como no abierto.",
    ],
    en: [
      "The envelope is locked to round “{found}”.",
      "The terms fix round {expected} for it.",
      "The envelope counts as not opened.",
    ],
  },
  "envelope-unreadable": {
    params: {},
    es: [
      "El sobre no se puede descifrar con la firma de su ronda.",
      "No es un sobre cerrado en el tiempo, o fue alterado antes de enviarse.",
      "El sobre cuenta como no abierto.",
    ],
    en: [
      "The envelope cannot be decrypted with its round's signature.",
      "It is no time-locked envelope, or it was altered before it was sent.",
      "The envelope counts as not opened.",
    ],
  },
  "envelope-malformed": {
    params: {},
    es: [
      "El sobre se descifra, pero su contenido no tiene la forma acordada.",
      "El oferente cifró otra cosa que su oferta.",
      "El sobre cuenta como no abierto.",
    ],
    en: [
      "The envelope decrypts, but its content does not have the agreed form.",
      "The bidder encrypted something else than the bid.",
      "The envelope counts as not opened.",
    ],
  },
  "envelope-not-committed": {
    params: { committed: "digest", found: "digest" },
    es: [
      "El contenido del sobre no es el comprometido.",
      "Da {found} y se comprometió {committed}.",
      "El sobre cuenta como no abierto.",
    ],
    en: [
      "The envelope's content is not what was committed to.",
      "It gives {found}, and {committed} was committed to.",
      "The envelope counts as not opened.",
    ],
  },
} as const satisfies Catalogue;
