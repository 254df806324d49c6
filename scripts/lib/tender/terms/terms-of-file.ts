import { ZeroAddress } from "ethers";

import { ocidKey } from "../../documents/ocid.ts";
import { DAY } from "../../procurement/law.ts";
import { firstRoundFrom, type BeaconInfo } from "../../randomness/beacon.ts";
import { CRITERION_WORDS, TIE_BREAK_WORDS, type TenderFile } from "./tender-file.ts";
import { STAGE_FIELDS, timetableOf } from "./timetable-file.ts";
import {
  MOST,
  type Call,
  type ContractTerms,
  type Rules,
  type Seats,
  type Share,
  type TenderTerms,
  type Timetable,
} from "./types.ts";

const days = (count: number): bigint => BigInt(count) * DAY;

/** `Agreement.Category`, by its word in files. */
export const CATEGORIES = { bienes: 0n, servicios: 1n, obras: 2n } as const satisfies Record<string, bigint>;

/** What the chain knows and the file does not. */
export interface TenderParties {
  readonly token: string;
  /** Registry entity of the file's `organismo`. */
  readonly buyer: bigint;
  /** The beacon that the deployment names. */
  readonly beacon: BeaconInfo;
}

/**
 * The terms that a tender's file describes, as the contracts take them. With a time lock each envelope is sealed to the last round
 * that the beacon signs by the beginning of its opening.
 *
 * @param file as `tenderFileField` checked it
 * @throws InputError `ocid-malformed`, `date-outside-calendar`
 * @example const terms = termsOfFile(file, { token, buyer: 1n, beacon: QUICKNET });
 */
export function termsOfFile(file: TenderFile, { token, buyer, beacon }: TenderParties): TenderTerms {
  const timetable = timetableOfFile(file);
  const roundBy = (time: bigint): bigint =>
    file.selloDeTiempo ? firstRoundFrom(beacon, time - beacon.period + 1n) : 0n;
  const call: Call = {
    ocid: ocidKey(file.ocid),
    document: file.bases.digest,
    lineId: BigInt(file.linea),
    ...{ token, buyer },
    category: CATEGORIES[file.categoria],
    budget: file.presupuesto,
    bidBond: file.garantiaSeriedad ?? 0n,
    maxEnquiries: BigInt(file.consultas.porOferente),
    answerExtension: days(file.consultas.diasDeAmpliacion),
    timeLocked: file.selloDeTiempo,
    technicalRound: roundBy(timetable.technicalFrom),
    priceRound: roundBy(timetable.pricesFrom),
  };
  const { comision, reclamos } = file;
  return {
    ...{ call, timetable },
    rules: rulesOf(file.evaluacion),
    panel: {
      quorum: BigInt(comision?.quorum ?? 0),
      evaluators: seatsOf(comision?.evaluadores ?? []),
      substitutes: seatsOf(comision?.suplentes ?? []),
    },
    procedure: {
      reviewer: reclamos.revisor,
      grounds: BigInt(reclamos.causales),
      complaintWindow: days(reclamos.diasReclamo),
      reviewWindow: days(reclamos.diasRevision),
      suspensionCap: days(reclamos.diasSuspensionTotal),
      standstill: days(reclamos.diasEspera),
      signatureWindow: days(reclamos.diasFirma),
    },
    contractTerms: contractOf(file.contrato),
    schedule: scheduleOf(file),
  };
}

/** Fills up with empty ones to the number that the contract takes; the door has seen to it that there are no more. */
const filled = <T>(given: readonly T[], count: number, empty: T): T[] =>
  Array.from({ length: count }, (_, index) => given[index] ?? empty);

function timetableOfFile({ calendario, plazos, consultas }: TenderFile): Timetable {
  if (plazos) return timetableOf(plazos, days(consultas.diasDeAmpliacion));
  const names = Object.entries(STAGE_FIELDS) as [keyof Timetable, keyof NonNullable<typeof calendario>][];
  return Object.fromEntries(names.map(([stage, name]) => [stage, calendario?.[name] ?? 0n])) as unknown as Timetable;
}

const seatsOf = (accounts: readonly string[]): Seats => filled(accounts, MOST.seats, ZeroAddress) as Seats;

const NO_CRITERION = { kind: 0n, weight: 0n, field: 0n, zeroAt: 0n, fullAt: 0n } as const;

function rulesOf({ minimoTecnico, ofertaTemeraria, region, desempate, criterios }: TenderFile["evaluacion"]): Rules {
  const criteria = criterios.map(({ tipo, ponderacion, dato = 1, sinPuntaje = 0, todoElPuntaje = 0 }) => ({
    kind: BigInt(CRITERION_WORDS.indexOf(tipo) + 1),
    weight: BigInt(ponderacion),
    field: BigInt(dato - 1),
    zeroAt: BigInt(sinPuntaje),
    fullAt: BigInt(todoElPuntaje),
  }));
  const order = desempate.map((word) => BigInt(TIE_BREAK_WORDS.indexOf(word) + 1));
  return {
    minTechnicalBps: BigInt(minimoTecnico),
    abnormallyLow: ofertaTemeraria,
    region: BigInt(region ?? 0),
    tieBreak: filled(order, MOST.tieBreaks, 0n) as Rules["tieBreak"],
    criteria: filled(criteria, MOST.criteria, NO_CRITERION) as Rules["criteria"],
  };
}

/**
 * The contract to come that a file describes.
 *
 * @example contractOf(file.contrato).performanceBps;
 */
export function contractOf(contract: TenderFile["contrato"]): ContractTerms {
  const { diasDePlazo: window, oficinas, garantiaFielCumplimiento: bond, anticipo, retencion, multas } = contract;
  const certifier = (kind: number): string => oficinas.certificadores[kind]?.cuenta ?? ZeroAddress;
  return {
    document: contract.documento.digest,
    taxBps: BigInt(contract.impuesto),
    advanceBps: BigInt(anticipo?.porcentaje ?? 0),
    advanceBonded: anticipo?.garantizado ?? true,
    retentionBps: BigInt(retencion?.porcentaje ?? 0),
    retentionCapBps: BigInt(retencion?.tope ?? 0),
    inspector: oficinas.inspector,
    substitute: oficinas.inspectorSuplente,
    bondExemption: BigInt(contract.exencionGarantia ?? 0),
    performanceBps: BigInt(bond.porcentaje),
    raisedBps: BigInt(bond.siEsTemeraria),
    duration: days(contract.dias),
    bondTail: days(bond.diasDespues),
    warranty: days(contract.diasGarantiaObra),
    fineBpsPerDay: BigInt(multas.porDia),
    fineCapBps: BigInt(multas.tope),
    defaultBps: BigInt(contract.porDefectoAlProveedor),
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

/**
 * The milestones that a file describes.
 *
 * @example scheduleOf(file).length;
 */
export function scheduleOf({ hitos, contrato }: Pick<TenderFile, "hitos" | "contrato">): Share[] {
  const kinds = contrato.oficinas.certificadores.map(({ certificado }) => certificado);
  return hitos.map(({ parte, desdeDia, venceDia, certificados }) => ({
    bps: BigInt(parte),
    notBefore: days(desdeDia),
    dueAfter: days(venceDia),
    certificates: certificados.reduce((mask, kind) => mask | (1n << BigInt(kinds.indexOf(kind))), 0n),
  }));
}
