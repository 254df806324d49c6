import { expect } from "chai";

import { DAY } from "../helpers/agreement.ts";
import type { Connection, Signer } from "../helpers/suite.ts";
import { attachContracts, CONTRACT_NAMES } from "../../scripts/lib/tasks/contracts.ts";
import { BEACON, RUTS, TestDesk } from "./support.ts";
import { at, bidderRut, paper, type TenderFixture } from "./tender-support.ts";

export const REQUEST = "ocds-213czf-quilmahue-computadores";
export const FRAMEWORK = "ocds-213czf-marco-escritorio";
export const ORDER = "ocds-213czf-orden-1";
export const COMPETITION = "ocds-213czf-competencia-1";

/** The function that each command sends last, by the name of its contract in the suite. */
const SHARED = {
  cancel: "cancel",
  submit: "quote",
  withdraw: "withdraw",
  open: "open",
  "open-all": "open",
  draw: "draw",
  "choose-cheapest": "chooseCheapest",
  accept: "accept",
  decline: "decline",
  "pass-over": "passOver",
  end: "end",
  pause: "pause",
} as const;
const under = (program: string, contract: string, acts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(acts).map(([act, name]) => [`${program} ${act}`, `${contract}.${name}`]);

/** Contract and function of each command about quotes and frameworks. */
export const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...under("quote", "quotes", { request: "request", choose: "choose", ...SHARED }),
  ...under("framework", "frameworks", {
    ...{ publish: "publish", cancel: "cancel", submit: "offer", withdraw: "withdraw" },
    ...{ open: "open", "open-all": "open", lower: "lower", pause: "pause" },
  }),
  ...under("framework order", "orders", {
    ...{
      "call-off": "callOff",
      object: "object",
      accept: "accept",
      decline: "decline",
      lapse: "lapse",
      pause: "pause",
    },
  }),
  ...under("framework contest", "contests", { compete: "compete", ...SHARED }),
]);

const offices = ({ fixture }: QuoteDesk) => ({
  inspector: fixture.inspector.address,
  inspectorSuplente: fixture.stranger.address,
  arbitro: fixture.arbiter.address,
  arbitroSuplente: fixture.fallbackArbiter.address,
  revisor: fixture.reviewer.address,
});

/** The contract to come, with a guarantee where one is given. */
const contract = (desk: QuoteDesk, bond: object = {}) => ({
  contrato: {
    documento: paper("b"),
    impuesto: "19 %",
    dias: 90,
    diasGarantiaObra: 0,
    multas: { porDia: "1 %", tope: "30 %" },
    porDefectoAlProveedor: "50 %",
    diasDePlazo: { descargos: 10, decision: 20, apelacion: 5, revision: 20, acuerdo: 5, fallo: 30, certificado: 10 },
    oficinas: offices(desk),
    ...bond,
  },
  hitos: [
    { nombre: "Primera entrega", parte: "50 %", desdeDia: 0, venceDia: 30 },
    { nombre: "Segunda entrega", parte: "50 %", desdeDia: 0, venceDia: 60 },
  ],
});

/** Closing in three days, openings for two, valid for forty. */
const calendar = (now: bigint) => ({
  calendario: { cierre: at(now + 3n * DAY), aperturaHasta: at(now + 5n * DAY), vigenciaHasta: at(now + 43n * DAY) },
});

const buyer = { nombre: "Municipalidad de Quilmahue", rut: RUTS.buyer };

/** Where commands about quotes and frameworks are typed. */
export class QuoteDesk extends TestDesk<TenderFixture> {
  readonly connection: Connection;

  constructor(fixture: TenderFixture, connection: Connection) {
    super(fixture);
    this.connection = connection;
  }

  async now(): Promise<bigint> {
    return BigInt(await this.connection.networkHelpers.time.latest());
  }

  async wait(days: number): Promise<void> {
    await this.connection.networkHelpers.time.increase(BigInt(days) * DAY + 1n);
  }

  /** A command, rehearsed, done and repeated; it sent the function that the table names. */
  async act(name: string, content: object, account?: Signer): Promise<void> {
    await this.perform(name, content, account?.address);
    const [contractName = "", functionName] = FUNCTIONS.get(name)!.split(".");
    const block = await this.fixture.provider.getBlock("latest", true);
    const { to, data } = block!.prefetchedTransactions[0]!;
    expect(to).to.equal(this.address(contractName));
    const addresses = Object.fromEntries(CONTRACT_NAMES.map((each) => [each, this.address(each)]));
    const contracts = attachContracts(addresses, this.fixture.provider);
    const sent = contracts[contractName as "quotes"].interface.parseTransaction({ data });
    expect(sent?.name, name).to.equal(functionName);
  }

  /** A request of 5 million, as its file says it. */
  async requestFile(change: object = {}): Promise<object> {
    return {
      ...{ objeto: "Computadores para la escuela", ocid: REQUEST, requerimiento: paper("a"), categoria: "bienes" },
      ...{ producto: 43_211_503, organismo: buyer, linea: 1, presupuesto: "5.000.000" },
      ...{ diasDeEleccion: 2, diasDeAceptacion: 3, ...calendar(await this.now()), ...contract(this), ...change },
    };
  }

  /** A bidder's sealed quote, by its position from 1. */
  async quote(position: number, precio: string, subject: object = { solicitud: REQUEST }): Promise<void> {
    const program = "solicitud" in subject ? "quote" : "framework contest";
    const carpeta = `ofertas-${position}`;
    await this.act(`${program} submit`, { ...subject, proveedor: bidderRut(position), precio, carpeta });
  }

  /** A framework of three products, as its file says it. */
  async frameworkFile(change: object = {}): Promise<object> {
    const products = [
      [43_211_503, "Computador", "800.000"],
      [14_111_507, "Resma", "5.000"],
      [44_121_706, "Lápiz", "300"],
    ].map(([codigo, nombre, precioMaximo]) => ({ codigo, nombre, precioMaximo }));
    const bond = { garantiaFielCumplimiento: { porcentaje: "5 %", diasDespues: 60 } };
    return {
      ...{ objeto: "Artículos de escritorio", ocid: FRAMEWORK, bases: paper("a"), categoria: "bienes" },
      ...{ organismo: buyer, token: "prueba", tope: "100.000.000", minimoProveedores: 2, productos: products },
      ...{ diasDeObjecion: 2, diasDeAceptacion: 3, ...calendar(await this.now()), ...contract(this, bond), ...change },
    };
  }

  /** A bidder's sealed list: prices of a ream, a computer and a pencil. */
  async list(position: number, resma: string, computador: string, lapiz: string): Promise<void> {
    const precios = [
      { producto: 14_111_507, precio: resma },
      { producto: 43_211_503, precio: computador },
      { producto: 44_121_706, precio: lapiz },
    ];
    const content = { convenio: FRAMEWORK, proveedor: bidderRut(position), precios, carpeta: `ofertas-${position}` };
    await this.act("framework submit", content);
  }

  /** Ten computers and a thousand pencils. */
  orderFile(change: object = {}): object {
    const canasta = [
      { producto: 44_121_706, cantidad: 1_000 },
      { producto: 43_211_503, cantidad: 10 },
    ];
    return { convenio: FRAMEWORK, ocid: ORDER, linea: 1, organismo: RUTS.buyer, canasta, ...change };
  }

  /** A second competition for that basket. */
  async competitionFile(change: object = {}): Promise<object> {
    const windows = { diasDeAceptacion: 3, ...calendar(await this.now()) };
    return this.orderFile({ ocid: COMPETITION, presupuesto: "80.000.000", ...windows, ...change });
  }
}

export { BEACON };
