import { WHOLE } from "../../lib/procurement/law.ts";
import type { TenderFile } from "../../lib/tender/terms/tender-file.ts";
import { termsOfFile, type TenderParties } from "../../lib/tender/terms/terms-of-file.ts";
import type { Share, TenderTerms } from "../../lib/tender/terms/types.ts";
import type { DemoFile } from "../demo-file.ts";
import type { TenderStory } from "./tender-fields.ts";

/** A file that has a tender. */
export type TenderedFile = DemoFile & { readonly licitacion: TenderStory };

/**
 * Whether a file tells of a tender.
 *
 * @example if (isTendered(file)) tenderTermsOf(file, parties);
 */
export const isTendered = (file: DemoFile): file is TenderedFile => file.licitacion !== undefined;

/** Basis points of a whole, rounded down. */
const partOf = (amount: bigint, whole: bigint): number => Number((amount * WHOLE) / whole);

/** The tender's own file: the contract to come in parts of the price. */
function tenderFileOf(file: TenderedFile): TenderFile {
  const {
    licitacion,
    anticipo,
    garantiaFielCumplimiento: bond,
    retencion,
    exencionGarantia,
    precio,
    precioNeto,
  } = file;
  return {
    ...licitacion,
    objeto: file.objeto,
    ocid: file.ocid,
    categoria: file.categoria,
    organismo: file.organismo,
    linea: file.linea,
    selloDeTiempo: true,
    contrato: {
      documento: file.contrato,
      impuesto: partOf(precio - precioNeto, precioNeto),
      ...(anticipo && {
        anticipo: { porcentaje: partOf(anticipo.monto, precio), garantizado: anticipo.garantia !== 0n },
      }),
      ...(retencion && { retencion }),
      ...(exencionGarantia !== undefined && { exencionGarantia }),
      garantiaFielCumplimiento: {
        porcentaje: partOf(bond?.monto ?? 0n, precioNeto),
        siEsTemeraria: licitacion.garantiaSiEsTemeraria,
        diasDespues: 0,
      },
      dias: 1,
      diasGarantiaObra: file.diasGarantiaObra,
      multas: file.multas,
      porDefectoAlProveedor: file.porDefectoAlProveedor,
      diasDePlazo: file.diasDePlazo,
      oficinas: file.oficinas,
    },
    hitos: [],
  };
}

function scheduleOf({ hitos, precio, firmaHasta, oficinas }: TenderedFile): Share[] {
  const kinds = oficinas.certificadores.map(({ certificado }) => certificado);
  return hitos.map(({ monto, desde, vence, certificados }) => ({
    bps: BigInt(partOf(monto, precio)),
    notBefore: desde - firmaHasta,
    dueAfter: vence - firmaHasta,
    certificates: certificados.reduce((mask, kind) => mask | (1n << BigInt(kinds.indexOf(kind))), 0n),
  }));
}

/**
 * The terms of the tender that leads to a file's contract: its amounts as parts of the price, its dates as times from the
 * signature, which the winner gives at `firmaHasta`.
 *
 * @example tenderTermsOf(file, { token, buyer: 1n, beacon: stage.beacon.info });
 */
export function tenderTermsOf(file: TenderedFile, parties: TenderParties): TenderTerms {
  const terms = termsOfFile(tenderFileOf(file), parties);
  const { terminaEn, firmaHasta, garantiaFielCumplimiento: bond } = file;
  const contractTerms = {
    ...terms.contractTerms,
    duration: terminaEn - firmaHasta,
    bondTail: bond ? bond.hasta - terminaEn : 0n,
  };
  return { ...terms, contractTerms, schedule: scheduleOf(file) };
}
