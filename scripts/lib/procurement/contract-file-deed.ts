import { ZeroAddress } from "ethers";

import { ocidKey } from "../documents/ocid.ts";
import { deedOf, type Annex, type Deed, type MilestoneTerms } from "./agreement.ts";
import type { DeedFile } from "./contract-file.ts";

const DAY = 86_400n;
const days = (count: number): bigint => BigInt(count) * DAY;

/** `Agreement.Category`. */
const CATEGORIES = { bienes: 0n, servicios: 1n, obras: 2n } as const satisfies Record<string, bigint>;

/** What the chain knows and the file does not: the token of the line and the registry's ids of both sides. */
export interface ContractParties {
  readonly token: string;
  /** Registry entity of the file's `organismo`. */
  readonly buyer: bigint;
  /** Registry entity of the file's `proveedor`. */
  readonly supplier: bigint;
}

/** What both sides sign. */
export interface Draft {
  readonly deed: Deed;
  readonly schedule: readonly MilestoneTerms[];
}

/**
 * The deed and the schedule that a contract's file describes.
 *
 * @param file as `contractFileField` checked it
 * @throws TypeError of ethers, when a value does not fit its type
 * @example const { deed, schedule } = draftOf(file, { token, buyer: 1n, supplier: 2n });
 */
export function draftOf(file: DeedFile, parties: ContractParties): Draft {
  const terms = {
    lineId: BigInt(file.linea),
    token: parties.token,
    buyer: parties.buyer,
    supplier: parties.supplier,
    price: file.precio,
    advance: file.anticipo?.monto ?? 0n,
    retentionBps: BigInt(file.retencion?.porcentaje ?? 0),
    retentionCapBps: BigInt(file.retencion?.tope ?? 0),
    inspector: file.oficinas.inspector,
    substitute: file.oficinas.inspectorSuplente,
  };
  return { deed: deedOf(terms, annexOf(file)), schedule: scheduleOf(file) };
}

function annexOf(file: DeedFile): Annex {
  const { diasDePlazo: window, oficinas, garantiaFielCumplimiento: bond } = file;
  const certifier = (kind: number): string => oficinas.certificadores[kind]?.cuenta ?? ZeroAddress;
  return {
    ocid: ocidKey(file.ocid),
    document: file.contrato.digest,
    category: CATEGORIES[file.categoria],
    bondExemption: BigInt(file.exencionGarantia ?? 0),
    netPrice: file.precioNeto,
    advanceBond: file.anticipo?.garantia ?? 0n,
    performanceBond: bond?.monto ?? 0n,
    bondUntil: bond?.hasta ?? 0n,
    warranty: days(file.diasGarantiaObra),
    signBy: file.firmaHasta,
    endsAt: file.terminaEn,
    fineBpsPerDay: BigInt(file.multas.porDia),
    fineCapBps: BigInt(file.multas.tope),
    defaultBps: BigInt(file.porDefectoAlProveedor),
    defenceWindow: days(window.descargos),
    decisionWindow: days(window.decision),
    appealWindow: days(window.apelacion),
    reviewWindow: days(window.revision),
    settlementWindow: days(window.acuerdo),
    rulingWindow: days(window.fallo),
    certificateWindow: days(window.certificado),
    arbiter: oficinas.arbitro,
    fallbackArbiter: oficinas.arbitroSuplente,
    reviewer: oficinas.revisor,
    certifiers: [certifier(0), certifier(1), certifier(2)],
  };
}

function scheduleOf({ hitos, oficinas }: DeedFile): MilestoneTerms[] {
  const kinds = oficinas.certificadores.map(({ certificado }) => certificado);
  return hitos.map(({ monto, desde, vence, certificados }) => ({
    amount: monto,
    notBefore: desde,
    dueAt: vence,
    certificates: certificados.reduce((mask, kind) => mask | (1n << BigInt(kinds.indexOf(kind))), 0n),
  }));
}
