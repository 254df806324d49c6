import type * as z from "zod";

import { chileanCalendar } from "../calendar/business-calendar.ts";
import { readLocal } from "../calendar/local-time.ts";
import { STATUTORY_TERMS, termDeadline } from "../calendar/terms.ts";
import type { FieldPath } from "../input/field-path.ts";
import { InputError } from "../input/input-error.ts";
import { WHOLE_BPS } from "../units/basis-points.ts";
import type { DeedFile } from "./contract-file.ts";

/** Performance bond of at least 5 % of the net price (Ley 19.886 art. 11). */
const PERFORMANCE_BOND_BPS = 500n;
/** Silence of the arbiters gives the supplier at least half of what is disputed. */
const LEAST_DEFAULT_BPS = 5_000;

type Report = (path: FieldPath, error: InputError) => void;

/**
 * What must hold between the fields of a contract's file: the sum of the milestones, the order of the dates, the
 * bonds of Ley 19.886 art. 11 and the independence of the offices. For `superRefine`; each fault names its field.
 *
 * @example record(contractFields(door, { decimals: 0 })).superRefine(checkContractFile)
 */
export function checkContractFile(file: DeedFile, context: z.core.$RefinementCtx): void {
  const report: Report = (path, error) => {
    context.addIssue({ code: "custom", path: [...path], params: { error } });
  };
  checkMoney(file, report);
  checkBonds(file, report);
  checkDates(file, report);
  checkOffices(file, report);
}

function checkMoney({ precio, precioNeto, hitos, anticipo, porDefectoAlProveedor: share }: DeedFile, report: Report) {
  const sum = hitos.reduce((total, { monto }) => total + monto, 0n);
  if (sum !== precio) report(["precio"], new InputError("contract-sum", { sum, price: precio }));
  if (precioNeto > precio) {
    report(["precioNeto"], new InputError("contract-above", { found: precioNeto, most: precio }));
  }
  if (anticipo && anticipo.monto > precio) {
    report(["anticipo", "monto"], new InputError("contract-above", { found: anticipo.monto, most: precio }));
  }
  if (share < LEAST_DEFAULT_BPS) {
    report(["porDefectoAlProveedor"], new InputError("percent-too-small", { found: share, least: LEAST_DEFAULT_BPS }));
  }
}

function checkBonds(file: DeedFile, report: Report) {
  const { anticipo, garantiaFielCumplimiento: bond, precioNeto } = file;
  if (anticipo && anticipo.garantia !== 0n && anticipo.garantia !== anticipo.monto) {
    const params = { bond: anticipo.garantia, advance: anticipo.monto };
    report(["anticipo", "garantia"], new InputError("contract-advance-bond", params));
  }
  const whole = BigInt(WHOLE_BPS);
  const least = (precioNeto * PERFORMANCE_BOND_BPS + whole - 1n) / whole;
  if (bond && bond.monto < least) {
    report(["garantiaFielCumplimiento", "monto"], new InputError("contract-bond-low", { bond: bond.monto, least }));
  }
  if (file.exencionGarantia !== undefined && file.categoria === "obras") {
    report(["exencionGarantia"], new InputError("contract-exemption", {}));
  }
}

function checkDates(file: DeedFile, report: Report) {
  const { hitos, terminaEn, firmaHasta, garantiaFielCumplimiento: bond } = file;
  const notBefore = (path: FieldPath, found: bigint, least: bigint): void => {
    if (found < least) report(path, new InputError("contract-date-early", { found, least }));
  };
  notBefore(["terminaEn"], terminaEn, firmaHasta);
  for (const [index, { desde, vence }] of hitos.entries()) {
    notBefore(["hitos", index, "vence"], vence, desde);
    if (vence > terminaEn) {
      report(["hitos", index, "vence"], new InputError("contract-date-late", { found: vence, most: terminaEn }));
    }
  }
  if (bond) notBefore(["garantiaFielCumplimiento", "hasta"], bond.hasta, leastBondExpiry(file));
}

/** In services the bond outlives the contract by 60 business days (Ley 19.886 art. 11). */
function leastBondExpiry({ categoria, terminaEn }: DeedFile): bigint {
  if (categoria !== "servicios") return terminaEn;
  return termDeadline(readLocal(terminaEn).date, STATUTORY_TERMS.performanceBond, chileanCalendar());
}

function checkOffices({ oficinas, organismo, proveedor, hitos }: DeedFile, report: Report) {
  if (organismo.rut.body === proveedor.rut.body) {
    report(["proveedor", "rut"], new InputError("contract-same-party", {}));
  }
  const { certificadores, ...single } = oficinas;
  const seen = new Set<string>();
  for (const [office, account] of Object.entries(single)) {
    if (seen.has(account)) report(["oficinas", office], new InputError("contract-same-account", { found: account }));
    seen.add(account);
  }
  const kinds = certificadores.map(({ certificado }) => certificado);
  for (const [index, { certificados }] of hitos.entries()) {
    for (const [position, found] of certificados.entries()) {
      if (kinds.includes(found)) continue;
      const error = new InputError("field-not-listed", { found, accepted: kinds.join(", ") });
      report(["hitos", index, "certificados", position], error);
    }
  }
}
