import type { Catalogue } from "./types.ts";

/** What can be wrong with the beacon (drand) whose rounds open the envelopes. */
export const beaconMessages = {
  "beacon-scheme": {
    params: { scheme: "text" },
    es: [
      "El esquema «{scheme}» del faro no sirve.",
      "Se usa solo bls-unchained-g1-rfc9380, el de la red quicknet de drand.",
      "Indique un faro de ese esquema.",
    ],
    en: [
      "The beacon's scheme “{scheme}” cannot be used.",
      "Only bls-unchained-g1-rfc9380 is used, that of drand's network quicknet.",
      "State a beacon of that scheme.",
    ],
  },
  "beacon-chain-mismatch": {
    params: { published: "digest", computed: "digest" },
    es: [
      "Los datos del faro no son los de la red publicada.",
      "Su clave, reloj y nombre dan {computed}, y se publicó {published}.",
      "Tome los datos del faro de las bases o de la propia red.",
    ],
    en: [
      "The beacon's data are not those of the published network.",
      "Its key, clock and name give {computed}, and {published} was published.",
      "Take the beacon's data from the terms or from the network itself.",
    ],
  },
  "beacon-signature-false": {
    params: { round: "id" },
    es: [
      "La firma de la ronda {round} no es del faro.",
      "No corresponde a su clave publicada: es falsa, de otra ronda o de otra red.",
      "Pida la ronda a otro servidor.",
    ],
    en: [
      "The signature of round {round} is not the beacon's.",
      "It does not match its published key: it is false, of another round or of another network.",
      "Ask another server for the round.",
    ],
  },
  "beacon-unreachable": {
    params: { url: "text", reason: "text" },
    es: [
      "El servidor del faro {url} no respondió ({reason}).",
      "Se intentó varias veces, con un plazo cada vez.",
      "Revise la conexión o indique otro servidor.",
    ],
    en: [
      "The beacon's server {url} did not answer ({reason}).",
      "It was tried several times, each with a time limit.",
      "Check the connection or state another server.",
    ],
  },
  "beacon-malformed": {
    params: { url: "text" },
    es: [
      "El servidor {url} respondió algo que no es una ronda.",
      "Se espera el número de la ronda pedida y una firma de 48 bytes.",
      "Revise la dirección o indique otro servidor.",
    ],
    en: [
      "The server {url} answered something that is not a round.",
      "The number of the round asked for and a signature of 48 bytes are expected.",
      "Check the address or state another server.",
    ],
  },
  "beacon-round-pending": {
    params: { round: "id", due: "date" },
    es: [
      "La ronda {round} del faro todavía no está publicada.",
      "Se firma el {due}; antes nadie puede abrir lo cerrado con ella.",
      "Repita después de esa hora.",
    ],
    en: [
      "Round {round} of the beacon is not published yet.",
      "It is signed on {due}; until then nobody can open what is locked to it.",
      "Repeat after that time.",
    ],
  },
  "test-beacon-public": {
    params: { chainId: "id" },
    es: [
      "El faro de prueba no se usa en la cadena {chainId}.",
      "Su clave es pública: cualquiera leería las ofertas antes de tiempo. Solo sirve en una cadena local.",
      "Repita sin --faro-prueba.",
    ],
    en: [
      "The test beacon is not used on chain {chainId}.",
      "Its key is public: anyone would read the bids early. It only serves on a local chain.",
      "Repeat without --faro-prueba.",
    ],
  },
} as const satisfies Catalogue;
