import { resolve } from "node:path";

import { documentDigest, type Document } from "../documents/document.ts";
import { parseOcid } from "../documents/ocid.ts";
import { parsedField, record, type Field } from "./fields.ts";
import { InputError } from "./input-error.ts";
import type { Door } from "./load-input.ts";

/** Longest pointer, bytes of ASCII: `Documents.MAX_POINTER`. */
const MAX_POINTER = 256;
const FILE_SCHEME = "sha256:";
const DIGEST = /^0x[\da-fA-F]{64}$/;

/**
 * A digest of 32 bytes: `0x` and 64 hex digits, or `sha256:` and a path, relative to the input file, of the file whose
 * digest is meant. Zero is refused, and so are bare hex digits, which could be a private key.
 *
 * @returns 0x and 64 lower-case hex digits
 * @example digestField(door) // "sha256:planos/etapa-1.pdf"
 */
export const digestField = (door: Door): Field<string> => parsedField((text) => readDigest(text, door));

async function readDigest(text: string, { folder, readFile }: Door): Promise<string> {
  if (DIGEST.test(text) && BigInt(text) !== 0n) return text.toLowerCase();
  const path = text.slice(FILE_SCHEME.length);
  if (!text.startsWith(FILE_SCHEME) || path === "" || /^(?:0x)?[\da-f]{64}$/i.test(path)) {
    throw new InputError("digest-malformed", { found: text });
  }
  try {
    return documentDigest(await readFile(resolve(folder, path)));
  } catch {
    throw new InputError("digest-file-unreadable", { found: path });
  }
}

/**
 * Where a document can be fetched: an `https://` or `ipfs://` address.
 *
 * @example pointerField() // "https://www.mop.gob.cl/bases.pdf"
 */
export const pointerField = (): Field<string> =>
  parsedField((text) => {
    const isLink = /^(?:https|ipfs):\/\/[!-~]+$/.test(text) && text.length <= MAX_POINTER;
    if (!isLink) throw new InputError("pointer-malformed", { found: text });
    return text;
  });

/**
 * A document: its digest and where it can be fetched.
 *
 * @example documentField(door) // { "huella": "sha256:bases.pdf", "enlace": "https://www.mop.gob.cl/bases.pdf" }
 */
export const documentField = (door: Door): Field<Document> =>
  record({ huella: digestField(door), enlace: pointerField() }).transform(({ huella, enlace }): Document => ({
    digest: huella,
    pointer: enlace,
  }));

/**
 * An open contracting id.
 *
 * @example ocidField() // "ocds-213czf-MOP-2026-0042"
 */
export const ocidField = (): Field<string> => parsedField(parseOcid);
