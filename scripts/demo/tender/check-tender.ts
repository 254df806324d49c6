import type * as z from "zod";

import type { FieldPath } from "../../lib/input/field-path.ts";
import { InputError } from "../../lib/input/input-error.ts";
import { draftOf as contractDraftOf } from "../../lib/procurement/contract-file-deed.ts";
import { draftOf } from "../../lib/tender/terms/draft-of.ts";
import { faultPath } from "../../lib/tender/terms/fault-path.ts";
import type { TenderFile } from "../../lib/tender/terms/tender-file.ts";
import { tenderFaults } from "../../lib/tender/terms/terms-faults.ts";
import type { TenderTerms } from "../../lib/tender/terms/types.ts";
import { BUYER, withAccounts } from "../cast.ts";
import { only, required, type Report } from "../course-rules.ts";
import type { DemoFile } from "../demo-file.ts";
import { deedPath, standIn } from "../demo-file-terms.ts";
import { openingOf, startOf } from "../story-start.ts";
import { BEACON_CLOCK } from "./beacon-clock.ts";
import { checkBids } from "./check-bids.ts";
import { planAwards } from "./plan-awards.ts";
import { isTendered, tenderTermsOf, type TenderedFile } from "./tender-terms.ts";

/** The transactions of a moment are minutes apart. */
const MARGIN = 3_600n;

/** Longest time from the beginning of the story to the publication, seconds. */
const LONGEST_LEAD = 90n * 86_400n;

const TOKEN_ACCOUNT = standIn("token");
const [BUYER_ENTITY, SUPPLIER_ENTITY] = [1n, 2n];

/**
 * What must hold of a file's tender, for a file that has no other fault: who bids, the law, that the terms lead to this
 * contract, and that the rules award it to its supplier while it may sign. A file has a tender or a direct award.
 *
 * @example record(fields).superRefine(checkTender)
 */
export function checkTender(file: DemoFile, context: z.core.$RefinementCtx): void {
  const report: Report = (path, error) => {
    context.addIssue({ code: "custom", path: [...path], params: { error } });
  };
  const isClean = (): boolean => context.issues.length === 0;
  if (!isTendered(file)) {
    required(["tratoDirecto"], file.tratoDirecto, true, report);
    return;
  }
  if (file.tratoDirecto) report(["tratoDirecto"], new InputError("story-tender-direct", {}));
  if (!isClean()) return;
  checkBeginning(file, report);
  checkBids(file, report);
  if (!isClean()) return;
  const local = withAccounts(file, standIn);
  if (!isTendered(local)) return;
  const beacon = { ...BEACON_CLOCK, chainHash: "", publicKey: "", groupHash: "", beaconId: "", scheme: "" };
  const terms = tenderTermsOf(local, { token: TOKEN_ACCOUNT, buyer: BUYER_ENTITY, beacon });
  checkLaw(file, terms, report);
  if (!isClean()) return;
  checkContract(local, terms, report);
  if (!isClean()) return;
  checkAward(file, terms, report);
}

function checkBeginning(file: TenderedFile, report: Report): void {
  const { licitacion, historia } = file;
  const { publicacion, presupuesto, evaluacion } = licitacion;
  const start = startOf(file);
  const least = publicacion - LONGEST_LEAD;
  if (start < least || start + MARGIN > publicacion) {
    const params = { found: start, least, most: publicacion - MARGIN };
    report(["historia", "inicio"], new InputError("story-date", params));
  }
  const found = historia?.asignacion;
  if (found !== undefined && found < presupuesto) {
    report(["historia", "asignacion"], new InputError("story-line-budget", { found, budget: presupuesto }));
  }
  evaluacion.criterios.forEach(({ tipo, ...criterion }, index) => {
    const scale = { dato: criterion.dato, sinPuntaje: criterion.sinPuntaje, todoElPuntaje: criterion.todoElPuntaje };
    const isDeclared = tipo === "declarado" || tipo === "social";
    const at = ["licitacion", "evaluacion", "criterios", index];
    only(at, scale, '"tipo": "declarado"', isDeclared, report);
    for (const [name, value] of Object.entries(scale)) required([...at, name], value, isDeclared, report);
    if (tipo === "local") required(["licitacion", "evaluacion", "region"], evaluacion.region, true, report);
  });
  const isTechnical = evaluacion.criterios.some(({ tipo }) => tipo === "tecnico");
  required(["licitacion", "comision"], licitacion.comision, isTechnical, report);
}

/** What publication desk and book would refuse at the hour of the publication. */
function checkLaw(file: TenderedFile, terms: TenderTerms, report: Report): void {
  const { threshold } = openingOf(file);
  const place = { threshold, buyer: standIn(BUYER), beacon: BEACON_CLOCK, time: file.licitacion.publicacion };
  for (const error of tenderFaults(terms, place)) report(lawPath(error.place.field ?? "", file), error);
}

function lawPath(field: string, file: TenderedFile): FieldPath {
  if (field === "contractTerms.raisedBps") return ["licitacion", "garantiaSiEsTemeraria"];
  if (field === "schedule") return ["hitos"];
  if (/^(annex|terms)\./.test(field)) return deedPath(field);
  return ["licitacion", ...faultPath(field, file.licitacion as unknown as TenderFile)];
}

/** The terms lead to this contract to the peso: its amounts are whole basis points of the price. */
function checkContract(file: TenderedFile, terms: TenderTerms, report: Report): void {
  const parties = { token: TOKEN_ACCOUNT, buyer: BUYER_ENTITY, supplier: SUPPLIER_ENTITY };
  const written = contractDraftOf(file, parties);
  const facts = { price: file.precio, isAbnormallyLow: file.precio < terms.rules.abnormallyLow };
  const drafted = draftOf(terms, { supplier: SUPPLIER_ENTITY, signedAt: file.firmaHasta, ...facts });
  const compare = (path: FieldPath, found: bigint | undefined, expected: bigint | undefined): void => {
    if (found === undefined || expected === undefined || found === expected) return;
    report(path, new InputError("story-tender-share", { found, expected }));
  };
  const [{ terms: said, annex }, { terms: due, annex: dueAnnex }] = [written.deed, drafted.deed];
  compare(["precioNeto"], annex.netPrice, dueAnnex.netPrice);
  compare(["anticipo", "monto"], said.advance, due.advance);
  compare(["anticipo", "garantia"], annex.advanceBond, dueAnnex.advanceBond);
  compare(["garantiaFielCumplimiento", "monto"], annex.performanceBond, dueAnnex.performanceBond);
  written.schedule.forEach(({ amount }, index) => {
    compare(["hitos", index, "monto"], amount, drafted.schedule[index]?.amount);
  });
}

function checkAward(file: TenderedFile, terms: TenderTerms, report: Report): void {
  const { licitacion, proveedor, firmaHasta } = file;
  const awards = planAwards(file, terms);
  const [first, last] = [awards[0], awards.at(-1)];
  if (last?.winner !== proveedor.nombre) {
    const found = last?.winner ?? { es: "nadie", en: "nobody" };
    report(["licitacion", "ofertas"], new InputError("story-tender-winner", { found, expected: proveedor.nombre }));
    return;
  }
  const at = ["licitacion", "reclamo", "oferente"];
  if (licitacion.reclamo?.oferente === first?.winner) report(at, new InputError("story-complaint-winner", {}));
  const { signFrom: from, signUntil: until } = last;
  if (firmaHasta < from + MARGIN || firmaHasta > until - MARGIN) {
    report(["firmaHasta"], new InputError("story-sign-date", { from: from + MARGIN, until: until - MARGIN }));
  }
}
