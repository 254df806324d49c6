import { cpSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { auditContest, refuseContestDifference } from "../../scripts/lib/tasks/contest-audit.ts";
import { callOffStatus, contestStatusOf } from "../../scripts/lib/tasks/quote-status.ts";
import { sayIn } from "../../scripts/lib/tasks/say.ts";
import { auditTender, refuseDifference } from "../../scripts/lib/tasks/tender-audit.ts";
import { tenderStatus } from "../../scripts/lib/tasks/tender-status.ts";
import type { Connection } from "../helpers/suite.ts";
import { bareFixture, TestDesk, type BareFixture } from "./support.ts";

const START = new Date("2029-01-03T12:00:00Z");
const connection: Connection = await network.create({ override: { initialDate: START, accounts: { count: 40 } } });
const { networkHelpers } = connection;

const EXAMPLES = new URL("../../scripts/tasks/examples", import.meta.url).pathname;
const SUPPLIERS = ["proveedor", "proveedor-2", "proveedor-3"];
const EVALUATORS = ["19", "20"];

/** An office with a copy of the example files. */
class ExampleDesk extends TestDesk<BareFixture> {
  constructor(fixture: BareFixture) {
    super(fixture);
    cpSync(EXAMPLES, this.folder, { recursive: true });
  }

  /** A command on an example file, as the README writes it. */
  async type(name: string, example: string, account?: string): Promise<void> {
    await this.run(name, join(this.folder, example), account === undefined ? {} : { account });
  }

  /** The clock, to a moment of the README's. */
  async clock(moment: string): Promise<void> {
    await networkHelpers.time.increaseTo(Date.parse(`${moment}Z`) / 1_000);
  }
}

/** The suite with the public body, three suppliers and a funded line, by the example files alone. */
async function bare() {
  const fixture = await bareFixture(connection);
  const desk = new ExampleDesk(fixture);
  for (const account of await desk.accounts()) await fixture.token.mint(account, 300_000_000n);
  await desk.type("treasury allow-token", "token.json");
  await desk.type("contract threshold", "umbral.json");
  for (const party of ["organismo", ...SUPPLIERS]) {
    await desk.signFile("registry sign-accreditation", join(desk.folder, `${party}.json`), `${party}.firmado.json`);
    await desk.type("registry accredit", `${party}.firmado.json`);
  }
  await desk.type("treasury open-line", "linea.json");
  await desk.type("treasury fund", "asignacion.json");
  return fixture;
}

const office = async (): Promise<ExampleDesk> => new ExampleDesk(await networkHelpers.loadFixture(bare));

const say = sayIn("en", { decimals: 0, symbol: "tCLP" });

describe("the example files of tenders, agile purchases and frameworks", () => {
  it("publish a tender, award it by the rules and open its contract", async () => {
    const desk = await office();
    const file = (name: string): string => join("licitacion", name);
    await desk.type("tender publish", file("bases.json"));
    await desk.type("tender ask", file("consulta.json"));
    await desk.type("tender answer", file("respuesta.json"));
    for (const number of [1, 2, 3]) await desk.type("tender bid", file(`oferta-${number}.json`));
    await desk.clock("2029-01-27T12:00");
    await desk.type("tender copy", file("proceso.json"));
    await desk.clock("2029-01-30T14:00");
    await desk.type("tender open-all", file("proceso.json"));
    await desk.clock("2029-02-02T12:00");
    for (const evaluator of EVALUATORS) await desk.type("tender score", file("evaluacion.json"), evaluator);
    await desk.clock("2029-02-10T12:00");
    await desk.type("tender tally", file("proceso.json"));
    await desk.clock("2029-02-20T14:00");
    await desk.type("tender open-all", file("proceso.json"));
    await desk.clock("2029-02-23T12:00");
    await desk.type("tender award", file("proceso.json"));
    await desk.clock("2029-03-14T12:00");
    await desk.type("tender sign", file("proceso.json"));
    const ocid = "ocds-213czf-quilmahue-sala-espera";
    const { status, award, winner } = await tenderStatus(ocid, await desk.context());
    expect([status(say), award(say), winner]).to.deep.equal(["signed", "over", "RUT 76.330.588-0"]);
    const { verification, lines } = await auditTender(ocid, await desk.context());
    refuseDifference(verification);
    expect(lines.at(-1)!(say)).to.match(/^(\d+) of \1 figures/);
  });

  it("ask for quotes, choose one and open its contract", async () => {
    const desk = await office();
    const file = (name: string): string => join("compra-agil", name);
    await desk.type("quote request", file("solicitud.json"));
    for (const number of [1, 2, 3]) await desk.type("quote submit", file(`cotizacion-${number}.json`));
    await desk.clock("2029-04-07T12:00");
    await desk.type("quote open-all", file("proceso.json"));
    await desk.clock("2029-04-11T12:00");
    await desk.type("quote choose", file("eleccion.json"));
    await desk.type("quote accept", file("proceso.json"));
    const ocid = "ocds-213czf-quilmahue-computadores";
    const { status } = await contestStatusOf("quotes", ocid, await desk.context());
    expect(status(say)).to.equal("contracted");
    refuseContestDifference((await auditContest("quotes", ocid, await desk.context())).verification);
  });

  it("publish a framework, order from its cheapest list and hold a second competition", async () => {
    const desk = await office();
    const file = (name: string): string => join("convenio-marco", name);
    await desk.type("framework publish", file("convenio.json"));
    for (const number of [1, 2, 3]) await desk.type("framework submit", file(`lista-${number}.json`));
    await desk.clock("2029-05-05T12:00");
    await desk.type("framework open-all", file("proceso.json"));
    await desk.clock("2029-05-09T12:00");
    await desk.type("framework order call-off", file("orden.json"));
    await desk.clock("2029-05-12T12:00");
    await desk.type("framework order accept", file("proceso-orden.json"));
    const { status, lines } = await callOffStatus("ocds-213czf-quilmahue-orden-1", await desk.context());
    expect([status(say), lines[0]!(say)]).to.satisfy(
      ([now, line]: [string, string]) => now === "contracted" && line.includes("3,560,000 tCLP"),
    );
    await desk.type("framework contest compete", file("competencia.json"));
    for (const number of [1, 2, 3]) await desk.type("framework contest submit", file(`propuesta-${number}.json`));
    await desk.clock("2029-06-02T12:00");
    await desk.type("framework contest open-all", file("proceso-competencia.json"));
    await desk.clock("2029-06-06T12:00");
    await desk.type("framework contest choose-cheapest", file("proceso-competencia.json"));
    await desk.type("framework contest accept", file("proceso-competencia.json"));
    const ocid = "ocds-213czf-quilmahue-competencia-1";
    const audit = await auditContest("contests", ocid, await desk.context());
    refuseContestDifference(audit.verification);
    expect((await contestStatusOf("contests", ocid, await desk.context())).status(say)).to.equal("contracted");
  });
});
