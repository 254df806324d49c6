import type * as z from "zod";

import type { FieldPath } from "../lib/input/field-path.ts";
import { InputError } from "../lib/input/input-error.ts";
import { BUYER, SUPPLIER } from "./cast.ts";
import type { Report } from "./course-rules.ts";
import { checkCourse } from "./demo-file-course.ts";
import type { DemoFile } from "./demo-file.ts";
import type { Story } from "./story-fields.ts";
import { openingOf, startOf } from "./story-start.ts";

/**
 * What must hold between a file's story and its contract: the line pays for it, its people are who they are, and what
 * it tells can happen.
 *
 * @example record(fields).superRefine(checkStory)
 */
export function checkStory(file: DemoFile, context: z.core.$RefinementCtx): void {
  const report: Report = (path, error) => {
    context.addIssue({ code: "custom", path: [...path], params: { error } });
  };
  checkOffices(file, report);
  checkParties(file, report);
  const { historia, hitos, precio } = file;
  if (!historia || hitos.length === 0) return;
  const { asignacion } = historia;
  if (asignacion !== undefined && asignacion < precio) {
    report(["historia", "asignacion"], new InputError("story-line-short", { found: asignacion, price: precio }));
  }
  checkDates(file, historia, report);
  checkCourse(file, historia, report);
}

/** No office is a side of the contract, and a certificate has one office and is asked for once. */
function checkOffices({ oficinas, hitos }: DemoFile, report: Report): void {
  const { certificadores, ...single } = oficinas;
  const accounts = [
    ...Object.entries(single).map(([office, name]) => ({ path: ["oficinas", office], name })),
    ...certificadores.map(({ cuenta }, kind) => ({
      path: ["oficinas", "certificadores", kind, "cuenta"],
      name: cuenta,
    })),
  ];
  for (const { path, name } of accounts) {
    if (name === BUYER || name === SUPPLIER) report(path, new InputError("contract-same-account", { found: name }));
  }
  checkOnce(
    certificadores.map(({ certificado }) => certificado),
    (kind) => ["oficinas", "certificadores", kind],
    report,
  );
  for (const [index, { certificados }] of hitos.entries()) {
    checkOnce(certificados, (position) => ["hitos", index, "certificados", position], report);
  }
}

function checkOnce(names: readonly string[], pathOf: (position: number) => FieldPath, report: Report): void {
  for (const [position, found] of names.entries()) {
    if (names.indexOf(found) < position) report(pathOf(position), new InputError("story-certificate-twice", { found }));
  }
}

/** One name, one RUT: the registry would take two for one, or one for two. */
function checkParties({ organismo, proveedor, historia, licitacion }: DemoFile, report: Report): void {
  const seen = [organismo];
  const meet = (path: FieldPath, party: DemoFile["organismo"]): void => {
    const isOther = ({ nombre, rut }: DemoFile["organismo"]): boolean =>
      (nombre === party.nombre) !== (rut.body === party.rut.body);
    if (seen.some(isOther)) report([...path, "rut"], new InputError("story-party", { name: party.nombre }));
    seen.push(party);
  };
  if (organismo.rut.body !== proveedor.rut.body) meet(["proveedor"], proveedor);
  for (const [index, bidder] of (licitacion?.ofertas ?? []).entries()) {
    if (bidder.rut.body !== organismo.rut.body) meet(["licitacion", "ofertas", index], bidder);
    else report(["licitacion", "ofertas", index, "rut"], new InputError("contract-same-party", {}));
  }
  for (const [index, { cesion }] of (historia?.hitos ?? []).entries()) {
    if (cesion) meet(["historia", "hitos", index, "cesion"], cesion);
  }
}

/** What is dated happens while there is a contract. */
function checkDates(file: DemoFile, story: Story, report: Report): void {
  const notBefore = (path: FieldPath, found: bigint | undefined, least: bigint): void => {
    if (found === undefined || found >= least) return;
    report(["historia", ...path], new InputError("contract-date-early", { found, least }));
  };
  const { hitos, modificacion, bloqueo, resciliacion, terminoAnticipado, reclamoGarantia } = story;
  const { opensAt } = openingOf(file);
  const most = modificacion?.terminaEn ?? file.terminaEn;
  const notAfter = (path: FieldPath, found: bigint | undefined): void => {
    if (found === undefined || found <= most) return;
    report(["historia", ...path], new InputError("contract-date-late", { found, most }));
  };
  for (const [index, { hito, entrega }] of hitos.entries()) {
    const desde = file.hitos[hito - 1]?.desde ?? opensAt;
    if (entrega === "nunca") continue;
    notBefore(["hitos", index, "entrega"], entrega, desde > opensAt ? desde : opensAt);
    notAfter(["hitos", index, "entrega"], entrega);
  }
  for (const [act, told] of Object.entries({ modificacion, resciliacion, terminoAnticipado })) {
    notBefore([act, "fecha"], told?.fecha, opensAt);
    notAfter([act, "fecha"], told?.fecha);
  }
  notBefore(["reclamoGarantia", "fecha"], reclamoGarantia?.fecha, opensAt);
  notBefore(["bloqueo", "desde"], bloqueo?.desde, startOf(file));
  notBefore(["bloqueo", "hasta"], bloqueo?.hasta, bloqueo?.desde ?? 0n);
}
