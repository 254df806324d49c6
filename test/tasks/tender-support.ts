import { rutCheckDigit } from "../../scripts/lib/rut.ts";
import { tenderId } from "../../scripts/lib/tender/terms/terms-hash.ts";
import { ocidKey } from "../../scripts/lib/documents/ocid.ts";
import { DAY } from "../helpers/agreement.ts";
import { accredit, KIND, type Connection, type Signer } from "../helpers/suite.ts";
import { deskFixture, RUTS, TestDesk, type DeskFixture } from "./support.ts";

/** Accounts beyond the offices': three evaluators, a substitute, and five bidders. */
const FIRST = 20;
const OCID = "ocds-213czf-quilmahue-centro-prueba";

export const digest = (digit: string): string => `0x${digit.repeat(64)}`;
export const paper = (digit: string) => ({ huella: digest(digit), enlace: "https://www.quilmahue.example/doc.pdf" });

/** RUT of a bidder, by its position from 1. */
export function bidderRut(position: number): string {
  const body = 77_000_000 + position;
  return `${body}-${rutCheckDigit(body)}`;
}

export interface TenderActors {
  readonly evaluators: readonly Signer[];
  readonly substitute: Signer;
  readonly bidders: readonly Signer[];
}

export type TenderFixture = DeskFixture & TenderActors;

/** A desk with five accredited bidders, the third of the second's group. */
export async function tenderFixture(connection: Connection): Promise<TenderFixture> {
  const desk = await deskFixture(connection);
  const people = (await connection.ethers.getSigners()).slice(FIRST);
  const [one, two, three, four, ...bidders] = people as [Signer, Signer, Signer, Signer, ...Signer[]];
  for (const [index, bidder] of bidders.slice(0, 5).entries()) {
    const number = 77_000_001n + BigInt(index);
    const group = index === 2 ? { group: 77_000_002n } : {};
    await accredit(desk.registry, desk.accreditor, bidder, { kind: KIND.supplier, number, ...group });
    await desk.token.mint(bidder, 1_000_000_000n);
  }
  return { ...desk, evaluators: [one, two, three], substitute: four, bidders: bidders.slice(0, 5) };
}

export const at = (instant: bigint): string => `${new Date(Number(instant) * 1_000).toISOString().slice(0, 19)}Z`;

/** Seconds of the stages, from the day of publication on. */
export function stagesOf(now: bigint) {
  const day = (count: bigint): bigint => now + count * DAY;
  return {
    consultasHasta: day(2n),
    respuestasHasta: day(4n),
    cierre: day(10n),
    aperturaTecnicaDesde: day(13n),
    aperturaTecnicaHasta: day(15n),
    evaluacionHasta: day(19n),
    suplentesHasta: day(21n),
    aperturaPreciosDesde: day(23n),
    aperturaPreciosHasta: day(25n),
    vigenciaHasta: day(180n),
  };
}

/** Terms of a tender as their file says them. */
export function termsFile(fixture: TenderFixture, now: bigint, change: object = {}): object {
  const { inspector, substitute, arbiter, fallbackArbiter, reviewer, certifier, evaluators } = fixture;
  const oficinas = {
    inspector: inspector.address,
    inspectorSuplente: fixture.substitute === substitute ? fixture.stranger.address : substitute.address,
    arbitro: arbiter.address,
    arbitroSuplente: fallbackArbiter.address,
    revisor: reviewer.address,
    certificadores: [{ certificado: "cumplimiento laboral", cuenta: certifier.address }],
  };
  const calendario = Object.fromEntries(Object.entries(stagesOf(now)).map(([stage, time]) => [stage, at(time)]));
  return {
    objeto: "Construcción del centro comunitario de Quilmahue",
    ocid: OCID,
    bases: paper("a"),
    categoria: "obras",
    organismo: { nombre: "Municipalidad de Quilmahue", rut: RUTS.buyer },
    linea: 1,
    presupuesto: "400.000.000",
    garantiaSeriedad: "8.000.000",
    consultas: { porOferente: 2, diasDeAmpliacion: 1 },
    calendario,
    evaluacion: {
      minimoTecnico: "50 %",
      ofertaTemeraria: "250.000.000",
      desempate: ["precio", "tecnico", "presentacion"],
      criterios: [
        { tipo: "precio", nombre: "Precio", ponderacion: "60 %" },
        { tipo: "tecnico", nombre: "Metodología", ponderacion: "20 %" },
        { tipo: "tecnico", nombre: "Experiencia", ponderacion: "10 %" },
        {
          ...{ tipo: "declarado", nombre: "Plazo", ponderacion: "5 %", dato: 1, sinPuntaje: 360, todoElPuntaje: 270 },
        },
        { tipo: "pyme", nombre: "Empresa de menor tamaño", ponderacion: "5 %" },
      ],
    },
    comision: {
      quorum: 2,
      evaluadores: evaluators.map(({ address }) => address),
      suplentes: [fixture.substitute.address],
    },
    reclamos: {
      ...{ revisor: reviewer.address, causales: 4, diasReclamo: 7, diasRevision: 7 },
      ...{ diasSuspensionTotal: 14, diasEspera: 14, diasFirma: 10 },
    },
    contrato: {
      documento: paper("b"),
      impuesto: "19 %",
      retencion: { porcentaje: "10 %", tope: "5 %" },
      garantiaFielCumplimiento: { porcentaje: "5 %", siEsTemeraria: "15 %", diasDespues: 90 },
      dias: 360,
      diasGarantiaObra: 180,
      multas: { porDia: "0,2 %", tope: "15 %" },
      porDefectoAlProveedor: "50 %",
      diasDePlazo: {
        ...{ descargos: 10, decision: 20, apelacion: 5, revision: 20, acuerdo: 10, fallo: 30, certificado: 10 },
      },
      oficinas,
    },
    hitos: [
      { nombre: "Obra gruesa", parte: "60 %", desdeDia: 0, venceDia: 180 },
      { nombre: "Terminaciones", parte: "40 %", desdeDia: 90, venceDia: 330 },
    ],
    ...change,
  };
}

/** Where a tender's commands are typed. */
export class TenderDesk extends TestDesk<TenderFixture> {
  readonly connection: Connection;
  licitacion = "";

  constructor(fixture: TenderFixture, connection: Connection) {
    super(fixture);
    this.connection = connection;
  }

  /** Writes the terms, publishes them and knows the tender by its id from then on. */
  async publish(change: object = {}): Promise<void> {
    const { time } = this.connection.networkHelpers;
    const now = BigInt(await time.latest());
    await this.perform("tender publish", termsFile(this.fixture, now, change));
    const { book, buyerId } = this.fixture;
    const { chainId } = this.fixture.identity;
    this.licitacion = tenderId(chainId, await book.getAddress(), { buyer: buyerId, ocid: ocidKey(OCID) });
  }

  /** A command about the tender. */
  async act(name: string, content: object = {}, account?: Signer): Promise<void> {
    await this.perform(`tender ${name}`, { licitacion: this.licitacion, ...content }, account?.address);
  }

  /** Files the sealed bid of a bidder, by its position from 1. */
  async bid(position: number, precio: string, dias = 300): Promise<void> {
    const oferente = bidderRut(position);
    await this.act("bid", { oferente, oferta: paper("c"), declarado: [dias], precio, carpeta: `ofertas-${position}` });
  }

  async goTo(instant: bigint): Promise<void> {
    await this.connection.networkHelpers.time.increaseTo(instant);
  }
}
