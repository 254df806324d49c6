import type { FieldPath } from "../../lib/input/field-path.ts";
import { InputError } from "../../lib/input/input-error.ts";
import { only, required, type Report } from "../course-rules.ts";
import type { BidStory } from "./tender-fields.ts";
import type { TenderedFile } from "./tender-terms.ts";

const AT = ["licitacion"] as const;
/** An hour to spare, because the transactions of one moment are minutes apart. */
const HOUR = 3_600n;

/**
 * Whether those who take part in a file's tender can do what it tells, when it tells it.
 *
 * @example checkBids(file, report);
 */
export function checkBids(file: TenderedFile, report: Report): void {
  const { ofertas } = file.licitacion;
  const names = ofertas.map(({ nombre }) => nombre);
  for (const [index, bid] of ofertas.entries()) {
    const path = [...AT, "ofertas", index];
    if (names.indexOf(bid.nombre) < index) {
      report([...path, "nombre"], new InputError("story-bidder-twice", { found: bid.nombre }));
    }
    if (bid.copiaDe === undefined) checkOwnBid(path, bid, file, report);
    else checkCopy(path, bid, file, report);
  }
  checkSupplier(file, report);
  checkNames(file, names, report);
  checkDates(file, report);
}

function checkOwnBid(path: FieldPath, bid: BidStory, file: TenderedFile, report: Report): void {
  const { evaluacion, comision } = file.licitacion;
  const isSupplier = bid.nombre === file.proveedor.nombre;
  required([...path, "precio"], bid.precio, !isSupplier, report);
  const rows = evaluacion.criterios.filter(({ tipo }) => tipo === "tecnico").length;
  const seats = comision?.evaluadores.length ?? 0;
  const count = (at: FieldPath, found: number, expected: number): void => {
    if (found !== expected) report(at, new InputError("story-scores", { found, expected }));
  };
  count([...path, "notas"], bid.notas.length, rows);
  for (const [row, scores] of bid.notas.entries()) count([...path, "notas", row], scores.length, seats);
}

/** Whoever copies has nothing of its own, and copies what is already there. */
function checkCopy(path: FieldPath, bid: BidStory, file: TenderedFile, report: Report): void {
  const { precio, copiaDe = "" } = bid;
  only(path, { precio }, 'una oferta sin "copiaDe"', false, report);
  const own = file.licitacion.ofertas.filter((other) => other.copiaDe === undefined);
  const copied = own.find(({ nombre }) => nombre === copiaDe);
  if (!copied) {
    const accepted = own.map(({ nombre }) => nombre).join(", ");
    report([...path, "copiaDe"], new InputError("field-not-listed", { found: copiaDe, accepted }));
  } else if (bid.presentada <= copied.presentada) {
    const [least, most] = [copied.presentada + 1n, file.licitacion.calendario.cierre - HOUR];
    report([...path, "presentada"], new InputError("story-date", { found: bid.presentada, least, most }));
  }
}

/** The contract's supplier bids its price, and signs. */
function checkSupplier({ licitacion, proveedor, precio }: TenderedFile, report: Report): void {
  const index = licitacion.ofertas.findIndex(({ nombre }) => nombre === proveedor.nombre);
  const bid = licitacion.ofertas[index];
  if (!bid || bid.copiaDe !== undefined || !bid.firma) {
    report([...AT, "ofertas"], new InputError("story-supplier-bid", { name: proveedor.nombre }));
  } else if (bid.precio !== undefined && bid.precio !== precio) {
    const error = new InputError("story-tender-share", { found: bid.precio, expected: precio });
    report([...AT, "ofertas", index, "precio"], error);
  }
}

function checkNames({ licitacion }: TenderedFile, names: readonly string[], report: Report): void {
  const { consulta, reclamo, conflicto, comision } = licitacion;
  const listed = (path: FieldPath, found: string | undefined, among: readonly string[]): void => {
    if (found === undefined || among.includes(found)) return;
    report([...AT, ...path], new InputError("field-not-listed", { found, accepted: among.join(", ") }));
  };
  listed(["consulta", "oferente"], consulta?.oferente, names);
  listed(["reclamo", "oferente"], reclamo?.oferente, names);
  listed(["conflicto", "evaluador"], conflicto?.evaluador, comision?.evaluadores ?? []);
  const most = (comision?.evaluadores.length ?? 0) - (conflicto && comision?.suplentes.length === 0 ? 1 : 0);
  if (comision && comision.quorum > most) {
    report(
      [...AT, "comision", "quorum"],
      new InputError("integer-range", { found: comision.quorum, min: 1, max: most }),
    );
  }
}

function checkDates({ licitacion }: TenderedFile, report: Report): void {
  const { publicacion, calendario, consulta, conflicto, ofertas } = licitacion;
  const within = (path: FieldPath, found: bigint | undefined, after: bigint, until: bigint): void => {
    if (found === undefined) return;
    const [least, most] = [after + HOUR, until - HOUR];
    if (found < least || found > most) report([...AT, ...path], new InputError("story-date", { found, least, most }));
  };
  within(["consulta", "fecha"], consulta?.fecha, publicacion, calendario.consultasHasta);
  within(["consulta", "respondida"], consulta?.respondida, consulta?.fecha ?? 0n, calendario.respuestasHasta);
  within(["conflicto", "fecha"], conflicto?.fecha, publicacion, calendario.aperturaTecnicaHasta);
  for (const [index, { presentada }] of ofertas.entries()) {
    within(["ofertas", index, "presentada"], presentada, publicacion, calendario.cierre);
  }
}
