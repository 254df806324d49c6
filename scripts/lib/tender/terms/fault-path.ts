import type { FieldPath } from "../../input/field-path.ts";
import type { TenderFile } from "./tender-file.ts";
import { STAGE_FIELDS, TERM_FIELDS } from "./timetable-file.ts";
import type { Timetable } from "./types.ts";

const CONTRACT = "contrato";
const BOND = [CONTRACT, "garantiaFielCumplimiento"] as const;
const WINDOWS = [CONTRACT, "diasDePlazo"] as const;
const OFFICES = [CONTRACT, "oficinas"] as const;

/** Where the file says each part of the terms, and of the contract that they lead to. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  "call.budget": ["presupuesto"],
  "call.bidBond": ["garantiaSeriedad"],
  "call.timeLocked": ["selloDeTiempo"],
  "call.answerExtension": ["consultas", "diasDeAmpliacion"],
  "rules.minTechnicalBps": ["evaluacion", "minimoTecnico"],
  "rules.abnormallyLow": ["evaluacion", "ofertaTemeraria"],
  "rules.criteria": ["evaluacion", "criterios"],
  "rules.tieBreak": ["evaluacion", "desempate"],
  "panel.quorum": ["comision", "quorum"],
  "panel.evaluators": ["comision", "evaluadores"],
  "panel.substitutes": ["comision", "suplentes"],
  "procedure.reviewer": ["reclamos", "revisor"],
  "procedure.complaintWindow": ["reclamos", "diasReclamo"],
  "procedure.reviewWindow": ["reclamos", "diasRevision"],
  "procedure.suspensionCap": ["reclamos", "diasSuspensionTotal"],
  "procedure.standstill": ["reclamos", "diasEspera"],
  "procedure.signatureWindow": ["reclamos", "diasFirma"],
  "contractTerms.raisedBps": [...BOND, "siEsTemeraria"],
  schedule: ["hitos"],
  "terms.buyer": ["organismo", "rut"],
  "terms.advance": [CONTRACT, "anticipo", "porcentaje"],
  "terms.price": ["hitos"],
  "terms.retentionBps": [CONTRACT, "retencion", "porcentaje"],
  "terms.retentionCapBps": [CONTRACT, "retencion", "tope"],
  "terms.inspector": [...OFFICES, "inspector"],
  "terms.substitute": [...OFFICES, "inspectorSuplente"],
  "annex.netPrice": [CONTRACT, "impuesto"],
  "annex.advanceBond": [CONTRACT, "anticipo", "garantizado"],
  "annex.performanceBond": [...BOND, "porcentaje"],
  "annex.bondExemption": [CONTRACT, "exencionGarantia"],
  "annex.bondUntil": [...BOND, "diasDespues"],
  "annex.endsAt": [CONTRACT, "dias"],
  "annex.warranty": [CONTRACT, "diasGarantiaObra"],
  "annex.fineCapBps": [CONTRACT, "multas", "tope"],
  "annex.fineBpsPerDay": [CONTRACT, "multas", "porDia"],
  "annex.defaultBps": [CONTRACT, "porDefectoAlProveedor"],
  "annex.defenceWindow": [...WINDOWS, "descargos"],
  "annex.decisionWindow": [...WINDOWS, "decision"],
  "annex.appealWindow": [...WINDOWS, "apelacion"],
  "annex.reviewWindow": [...WINDOWS, "revision"],
  "annex.settlementWindow": [...WINDOWS, "acuerdo"],
  "annex.rulingWindow": [...WINDOWS, "fallo"],
  "annex.certificateWindow": [...WINDOWS, "certificado"],
  "annex.arbiter": [...OFFICES, "arbitro"],
  "annex.fallbackArbiter": [...OFFICES, "arbitroSuplente"],
  "annex.reviewer": [...OFFICES, "revisor"],
  "annex.certifiers": [...OFFICES, "certificadores"],
};

/**
 * Where a tender's file says the part of the terms that a fault concerns. A field that the file leaves out gives the nearest section that
 * it has.
 *
 * @param field as `tenderFaults` names it: "rules.criteria[2]", "timetable.closesAt"
 * @returns the empty path where the file says it nowhere
 * @example faultPath("rules.criteria[2]", file); // ["evaluacion", "criterios", 2]
 */
export function faultPath(field: string, file: TenderFile): FieldPath {
  const [, name = "", index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(field) ?? [];
  const stage = name.startsWith("timetable.") ? (name.slice("timetable.".length) as keyof Timetable) : undefined;
  const path = stage === undefined ? (PATHS[name] ?? []) : stagePath(stage, file);
  return nearest([...path, ...(index === undefined ? [] : [Number(index)])], file);
}

const stagePath = (stage: keyof Timetable, { plazos }: TenderFile): readonly string[] =>
  plazos ? ["plazos", TERM_FIELDS[stage]] : ["calendario", STAGE_FIELDS[stage]];

/** The longest beginning of a path that is in the file. */
function nearest(path: FieldPath, file: TenderFile): FieldPath {
  let at: unknown = file;
  const found: PropertyKey[] = [];
  for (const key of path) {
    at = (at as Record<PropertyKey, unknown>)[key];
    if (at === undefined) break;
    found.push(key);
  }
  return found;
}
