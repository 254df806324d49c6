import type { Catalogue } from "./types.ts";

/** What can be wrong with tax numbers, addresses, digests and identifiers. */
export const identityMessages = {
  "rut-malformed": {
    params: { found: "text" },
    es: ["«{found}» no es un RUT.", 'Se acepta "76.123.456-0" o "76123456-0".', "Escríbalo con guion y dígito."],
    en: ["“{found}” is not a RUT.", 'Accepted: "76.123.456-0" or "76123456-0".', "Write it with hyphen and digit."],
  },
  "rut-check-digit": {
    params: { found: "text" },
    es: [
      "El dígito verificador de «{found}» no corresponde.",
      "El dígito se calcula del número; alguno de los dos está mal escrito.",
      "Compare con el documento de la empresa u organismo.",
    ],
    en: [
      "The check digit of “{found}” is wrong.",
      "The digit follows from the number; one of them is mistyped.",
      "Compare with the entity's own papers.",
    ],
  },
  "rut-natural-person": {
    params: {},
    es: [
      "El RUT es de una persona natural.",
      "Los datos personales no se publican en la cadena: solo se aceptan personas jurídicas, desde 50.000.000.",
      "Use el RUT de la empresa u organismo.",
    ],
    en: [
      "The RUT is a natural person's.",
      "Personal data is not published on the chain: only legal entities, from 50,000,000, are accepted.",
      "Use the RUT of the company or public body.",
    ],
  },
  "address-malformed": {
    params: { found: "text" },
    es: ["«{found}» no es una dirección.", "Se aceptan 0x y 40 cifras hexadecimales.", "Cópiela entera."],
    en: ["“{found}” is not an address.", "0x and 40 hex digits are accepted.", "Copy it whole."],
  },
  "address-checksum": {
    params: { found: "text" },
    es: [
      "La dirección {found} está mal copiada.",
      "Sus mayúsculas y minúsculas (EIP-55) no corresponden a sus cifras.",
      "Cópiela de nuevo desde la fuente.",
    ],
    en: [
      "The address {found} is miscopied.",
      "Its upper and lower case (EIP-55) do not fit its digits.",
      "Copy it again from the source.",
    ],
  },
  "address-zero": {
    params: {},
    es: ["La dirección es cero.", "Nadie puede usar esa cuenta.", "Escriba la cuenta que corresponde."],
    en: ["The address is zero.", "Nobody can use that account.", "Write the account that is meant."],
  },
  "digest-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es una huella.",
      'Se acepta 0x y 64 cifras hexadecimales, no todas cero, o "sha256:" y la ruta de un archivo.',
      'Escríbala así: "sha256:bases.pdf".',
    ],
    en: [
      "“{found}” is not a digest.",
      'Accepted: 0x and 64 hex digits, not all zero, or "sha256:" and the path of a file.',
      'Write it so: "sha256:bases.pdf".',
    ],
  },
  "digest-file-unreadable": {
    params: { found: "text" },
    es: [
      "El archivo «{found}», del que se pide la huella, no se puede leer.",
      "La ruta se busca desde la carpeta del archivo de entrada.",
      "Revise la ruta.",
    ],
    en: [
      "The file “{found}”, whose digest is asked for, cannot be read.",
      "The path is looked for from the input file's folder.",
      "Check the path.",
    ],
  },
  "pointer-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es un enlace.",
      "Se acepta https:// o ipfs://, sin espacios ni tildes, de hasta 256 caracteres.",
      "Copie el enlace completo.",
    ],
    en: [
      "“{found}” is not a link.",
      "Accepted: https:// or ipfs://, without spaces or accents, of at most 256 characters.",
      "Copy the whole link.",
    ],
  },
  "ocid-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es un identificador OCDS.",
      'Se acepta prefijo y código: "ocds-213czf-MOP-2026-0042".',
      "Escríbalo en esa forma.",
    ],
    en: [
      "“{found}” is not an OCDS identifier.",
      'Prefix and code are accepted: "ocds-213czf-MOP-2026-0042".',
      "Write it in that form.",
    ],
  },
  "ocid-example-prefix": {
    params: { ocid: "text" },
    es: [
      "El identificador {ocid} usa el prefijo de ejemplo de OCDS.",
      "Open Contracting Partnership entrega un prefijo propio a cada publicador.",
      "Pida uno y configúrelo antes de publicar.",
    ],
    en: [
      "The identifier {ocid} uses the sample prefix of OCDS.",
      "The Open Contracting Partnership issues each publisher a prefix of its own.",
      "Ask for one and configure it before publishing.",
    ],
  },
} as const satisfies Catalogue;
