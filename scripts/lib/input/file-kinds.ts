import type * as z from "zod";

import type { Text } from "../lang.ts";
import { InputError } from "./input-error.ts";

/** A kind of file that a command reads or writes, as its top fields tell it. */
export interface FileKind {
  /** What it is, with the command that writes or reads it. */
  readonly name: Text;
  readonly fields: readonly string[];
  readonly optional?: readonly string[];
}

const kind = (es: string, en: string, fields: string, optional?: string): FileKind => ({
  ...{ name: { es, en }, fields: fields.split(" ") },
  ...(optional === undefined ? {} : { optional: optional.split(" ") }),
});

/** The kinds of files that are easily taken for one another. */
export const FILE_KINDS = {
  draft: kind(
    "un contrato por revisar, que lee «contract draft»",
    "a contract to be checked, which “contract draft” reads",
    "objeto ocid contrato tratoDirecto categoria organismo proveedor linea precio precioNeto diasGarantiaObra firmaHasta terminaEn multas porDefectoAlProveedor diasDePlazo oficinas hitos",
    "anticipo garantiaFielCumplimiento exencionGarantia retencion",
  ),
  deed: kind(
    "una escritura, que escribe «contract draft --output»",
    "a deed, which “contract draft --output” writes",
    "id deed schedule directAward",
  ),
  contractSignature: kind(
    "la firma de un contrato, que escribe «contract sign --output»",
    "the signature of a contract, which “contract sign --output” writes",
    "id account signature",
  ),
  changeSignature: kind(
    "la firma de una modificación o de un término, que escriben «contract sign-change» y «contract sign-termination»",
    "the signature of a change or a termination, which “contract sign-change” and “contract sign-termination” write",
    "signed account signature",
  ),
  accreditation: kind(
    "una acreditación por firmar, que lee «registry sign-accreditation»",
    "an accreditation to be signed, which “registry sign-accreditation” reads",
    "rut cuenta tipo tamano region vigenteHasta presentarHasta",
    "grupo",
  ),
  signedAccreditation: kind(
    "una acreditación firmada, que escribe «registry sign-accreditation --output»",
    "a signed accreditation, which “registry sign-accreditation --output” writes",
    "accreditation accreditor signature",
  ),
  tender: kind(
    "unas bases de licitación, que lee «tender publish»",
    "the terms of a tender, which “tender publish” reads",
    "objeto ocid bases categoria organismo linea presupuesto consultas evaluacion reclamos contrato hitos",
    "garantiaSeriedad selloDeTiempo calendario plazos comision",
  ),
  jointSignature: kind(
    "la firma de una unión temporal, que escribe «tender sign-joint --output»",
    "the signature of a joint bid, which “tender sign-joint --output” writes",
    "tender lead members agreement deadline account signature",
  ),
  request: kind(
    "una solicitud de cotizaciones, que lee «quote request»",
    "a request for quotes, which “quote request” reads",
    "objeto ocid requerimiento categoria producto organismo linea presupuesto calendario diasDeEleccion diasDeAceptacion contrato hitos",
  ),
  framework: kind(
    "un convenio marco, que lee «framework publish»",
    "a framework agreement, which “framework publish” reads",
    "objeto ocid bases categoria organismo token tope minimoProveedores calendario diasDeObjecion diasDeAceptacion productos contrato hitos",
  ),
  approval: kind(
    "una autorización de garantía, que lee «treasury approve»",
    "the approval of a bond, which “treasury approve” reads",
    "token entidad monto",
  ),
} as const satisfies Readonly<Record<string, FileKind>>;

const KINDS: readonly FileKind[] = Object.values(FILE_KINDS);

/** Whether these are the fields of a kind, none missing but optional ones. */
const isOfKind = ({ fields, optional = [] }: FileKind, keys: readonly string[]): boolean =>
  fields.every((field) => keys.includes(field)) && keys.every((key) => fields.includes(key) || optional.includes(key));

/**
 * What to say of a file that is whole, but of another kind than the one that was asked for: one sentence in place of one for each field.
 *
 * @param issues of the schema that refused it
 * @returns undefined where its fields are those of no known kind, or only their values are at fault
 * @example wrongKind({ token: "prueba", entidad: "76.123.456-0", monto: "1" }, issues)?.code; // "file-kind"
 */
export function wrongKind(value: unknown, issues: readonly z.core.$ZodIssue[]): InputError<"file-kind"> | undefined {
  const unknown = issues.find(({ code, path }) => code === "unrecognized_keys" && path.length === 0);
  if (unknown === undefined || typeof value !== "object" || value === null) return undefined;
  const found = KINDS.find((each) => isOfKind(each, Object.keys(value)));
  if (found === undefined) return undefined;
  const accepted = unknown.message.split(", ");
  const expected = KINDS.find((each) => isOfKind(each, accepted))?.name ?? {
    es: `un archivo con los campos ${unknown.message}`,
    en: `a file with the fields ${unknown.message}`,
  };
  return new InputError("file-kind", { found: found.name, expected });
}
