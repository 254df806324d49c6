import { expect } from "chai";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { auditContest, refuseContestDifference } from "../../scripts/lib/tasks/contest-audit.ts";
import { callOffStatus, frameworkStatus } from "../../scripts/lib/tasks/quote-status.ts";
import { sayIn } from "../../scripts/lib/tasks/say.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import { RUTS } from "./support.ts";
import type { Connection } from "../helpers/suite.ts";
import { COMPETITION, FRAMEWORK, ORDER, QuoteDesk } from "./quote-support.ts";
import { bidderRut, digest, paper, tenderFixture } from "./tender-support.ts";

const connection: Connection = await network.create({ override: { accounts: { count: 40 } } });
const { networkHelpers } = connection;
const convenio = FRAMEWORK;
const orden = ORDER;
const say = sayIn("en", { decimals: 0, symbol: "tCLP" });
const competencia = COMPETITION;

async function desk() {
  return tenderFixture(connection);
}

const freshDesk = async (): Promise<QuoteDesk> => new QuoteDesk(await networkHelpers.loadFixture(desk), connection);

/** A desk with a framework in force: three lists, of which the third offers no computers. */
async function activeDesk(): Promise<QuoteDesk> {
  const office = new QuoteDesk(await tenderFixture(connection), connection);
  await office.act("framework publish", await office.frameworkFile());
  await office.list(1, "4.500", "700.000", "300");
  await office.list(4, "4.800", "650.000", "200");
  await office.list(5, "4.000", "0", "250");
  await office.wait(3);
  await office.act("framework open-all", { convenio });
  await office.wait(2);
  return office;
}

/** The same desk again, with the words of this test alone. */
async function sameActiveDesk(): Promise<QuoteDesk> {
  const office = await networkHelpers.loadFixture(activeDesk);
  office.lines.length = 0;
  return office;
}

describe("the commands of framework agreements", () => {
  it("a list withdrawn, one opened from its own file, a cancelled framework and pauses", async () => {
    const office = await freshDesk();
    const published = await office.frameworkFile();
    await office.act("framework publish", published);
    await office.list(1, "4.500", "700.000", "300");
    await office.list(4, "4.800", "650.000", "200");
    await office.act("framework withdraw", { convenio, proveedor: bidderRut(4) });
    await office.wait(3);
    expect((await office.run("framework publish", office.file(published))).alreadyDone).to.equal(true);
    await office.act("framework open", { convenio, proveedor: bidderRut(1), carpeta: "ofertas-1" });
    const other = "ocds-213czf-marco-otro";
    await office.act("framework publish", await office.frameworkFile({ ocid: other }));
    await office.act("framework cancel", { convenio: other, motivo: digest("4") });
    for (const program of ["framework", "framework order", "framework contest"]) {
      await office.act(`${program} pause`, { motivo: digest("8") });
    }
  });

  it("a lowered list, an order that an objection moves, and its acceptance", async () => {
    const office = await sameActiveDesk();
    const precios = [{ producto: 43_211_503, precio: "640.000" }];
    await office.act("framework lower", { convenio, proveedor: bidderRut(4), precios });
    await office.act("framework order call-off", office.orderFile({ proveedor: bidderRut(1) }));
    await office.act("framework order object", { orden });
    expect(office.lines.join("\n")).to.match(/Mostrar la lista más barata de RUT 77\.000\.004-., 6\.600\.000 tCLP/);
    await office.wait(2);
    await office.act("framework order accept", { orden });
    expect(office.lines.join("\n")).to.contain("entregar la garantía de 277.311 tCLP");
    const context = await office.context();
    const { status, lines } = await callOffStatus(orden, context);
    expect([status(say), lines[0]!(say)]).to.satisfy(
      ([now, line]: [string, string]) => now === "contracted" && line.includes("6,600,000 tCLP"),
    );
    const told = (await frameworkStatus(convenio, context)).lines.map((line) => line(say));
    expect(told[0]).to.contain("Used 6,600,000 tCLP of 100,000,000 tCLP");
    expect(told[2]).to.contain("43211503 640,000 tCLP");
  });

  it("orders that are declined, and that lapse", async () => {
    const office = await sameActiveDesk();
    await office.act("framework order call-off", office.orderFile());
    await office.wait(2);
    await office.act("framework order decline", { orden });
    const other = "ocds-213czf-orden-2";
    const file = office.orderFile({ ocid: other, proveedor: bidderRut(1), justificacion: paper("7") });
    await office.act("framework order call-off", file);
    await office.wait(3);
    await office.act("framework order lapse", { orden: other });
  });

  it("a second competition: offers capped by lists, one passed over, one declined, one accepted", async () => {
    const office = await sameActiveDesk();
    const canasta = [{ producto: 44_121_706, cantidad: 100_000 }];
    const called = await office.competitionFile({ canasta });
    await office.act("framework contest compete", called);
    await office.quote(1, "26.000.000", { competencia });
    await office.quote(4, "25.000.000", { competencia });
    await office.quote(5, "24.000.000", { competencia });
    await office.wait(3);
    expect((await office.run("framework contest compete", office.file(called))).alreadyDone).to.equal(true);
    await office.act("framework contest open-all", { competencia });
    await office.wait(2);
    await office.run("framework contest draw", office.file({ competencia, pasos: 5 }));
    await office.act("framework contest choose-cheapest", { competencia });
    expect(office.lines.join("\n")).to.match(
      /Elegir la cotización más barata: RUT 77\.000\.004-., 20\.000\.000 tCLP\./,
    );
    await office.act("framework contest decline", { competencia });
    await office.act("framework contest choose-cheapest", { competencia });
    await office.wait(3);
    await office.act("framework contest pass-over", { competencia });
    await office.act("framework contest choose-cheapest", { competencia });
    await office.act("framework contest accept", { competencia });
    const { verification, lines } = await auditContest("contests", competencia, await office.context());
    refuseContestDifference(verification);
    expect(lines.at(-1)!(say)).to.match(/^(\d+) of \1 figures/);
  });

  it("a second competition that is cancelled, and one that nobody answers in time", async () => {
    const office = await sameActiveDesk();
    await office.act("framework contest compete", await office.competitionFile());
    await office.act("framework contest cancel", { competencia, motivo: digest("4") });
    const other = "ocds-213czf-competencia-2";
    await office.act("framework contest compete", await office.competitionFile({ ocid: other }));
    await office.quote(1, "7.000.000", { competencia: other });
    await office.act("framework contest withdraw", { competencia: other, proveedor: bidderRut(1) });
    await office.quote(4, "6.500.000", { competencia: other });
    await office.wait(3);
    const own = { competencia: other, proveedor: bidderRut(4), carpeta: "ofertas-4" };
    await office.act("framework contest open", own);
    await office.wait(41);
    await office.act("framework contest end", { competencia: other });
  });
});

describe("a command about a framework with bad input", () => {
  const list = { convenio, proveedor: bidderRut(1), carpeta: "ofertas" };
  const priced = (producto: number, precio: string) => ({ ...list, precios: [{ producto, precio }] });
  const order = (change: object) => ({ convenio, ocid: ORDER, linea: 1, organismo: RUTS.buyer, ...change });
  const canasta = [{ producto: 43_211_503, cantidad: 1 }];
  type Case = readonly [given: string, name: string, content: object, code: string, exit: 1 | 2];
  const cases: readonly Case[] = [
    ["a framework that is not there", "open-all", { convenio: digest("9") }, "framework-unknown", 2],
    ["an order that is not there", "order decline", { orden: digest("9") }, "call-off-unknown", 2],
    ["a product outside the catalogue", "submit", priced(1, "5"), "product-unknown", 2],
    ["a price above its highest", "submit", priced(14_111_507, "5.001"), "product-price", 2],
    ["a product named twice", "order call-off", order({ canasta: [...canasta, ...canasta] }), "product-twice", 2],
    ["a supplier without a list", "order call-off", order({ canasta, proveedor: bidderRut(2) }), "list-missing", 2],
    ["a list without the product", "order call-off", order({ canasta, proveedor: bidderRut(5) }), "list-none", 2],
    ["a list after closing", "submit", priced(14_111_507, "5.000"), "deadline-passed", 1],
  ];
  it("says one clear sentence and sends nothing", async () => {
    const office = await sameActiveDesk();
    for (const [given, name, content, code, exit] of cases) {
      const block = await office.fixture.provider.getBlockNumber();
      const error = await office.run(`framework ${name}`, office.file(content)).catch((thrown: unknown) => thrown);
      const [es, en] = [describeError(error, INTERFACES, "es"), describeError(error, INTERFACES, "en")];
      expect([given, es.code, es.exitCode]).to.deep.equal([given, code, exit]);
      for (const { sentence } of [es, en]) expect(sentence).to.match(/^.{20,}[.:]/);
      expect(await office.fixture.provider.getBlockNumber(), given).to.equal(block);
    }
  });
});
