import { expect } from "chai";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { sayIn } from "../../scripts/lib/tasks/say.ts";
import { auditTender, refuseDifference } from "../../scripts/lib/tasks/tender-audit.ts";
import { tenderStatus } from "../../scripts/lib/tasks/tender-status.ts";
import type { Connection } from "../helpers/suite.ts";
import { at, bidderRut, digest, paper, stagesOf, TenderDesk, tenderFixture, termsFile } from "./tender-support.ts";

const connection: Connection = await network.create({ override: { accounts: { count: 40 } } });
const { networkHelpers } = connection;

async function desk() {
  return tenderFixture(connection);
}

/** A desk at which a tender is published, and the seconds of its stages. */
async function publishedDesk(change: object = {}) {
  const office = new TenderDesk(await networkHelpers.loadFixture(desk), connection);
  const now = BigInt(await networkHelpers.time.latest());
  await office.publish(change);
  return { office, stages: stagesOf(now) };
}

/** A desk with five sealed bids, past closing. */
async function closedDesk() {
  const { office, stages } = await publishedDesk();
  for (const [index, price] of ["320.000.000", "340.000.000", "360.000.000", "200.000.000", "330.000.000"].entries()) {
    await office.bid(index + 1, price, 270 + 10 * index);
  }
  await office.goTo(stages.cierre + 1n);
  return { office, stages };
}

/** A desk whose panel has scored; the fifth bid stays under the minimum. */
async function scoredDesk() {
  const { office, stages } = await closedDesk();
  await office.act("copy");
  await office.goTo(stages.aperturaTecnicaDesde);
  await office.act("open-all");
  await office.act("conflict", {}, office.fixture.evaluators[0]);
  await office.goTo(stages.aperturaTecnicaHasta + 1n);
  const evaluaciones = ["80 %", "70 %", "90 %", "100 %", "20 %"].map((nota, index) => ({
    oferente: bidderRut(index + 1),
    notas: [nota, "60 %"],
  }));
  const { evaluators, substitute } = office.fixture;
  for (const evaluator of [evaluators[1]!, substitute]) await office.act("score", { evaluaciones }, evaluator);
  await office.goTo(stages.evaluacionHasta + 1n);
  await office.act("tally");
  return { office, stages };
}

/** A desk whose tender has its first award, to the decoy under the abnormally-low threshold. */
async function awardedDesk() {
  const { office, stages } = await scoredDesk();
  await office.goTo(stages.aperturaPreciosDesde);
  await office.act("open-all");
  await office.goTo(stages.aperturaPreciosHasta + 1n);
  await office.act("award");
  return { office, stages };
}

const statusOf = async (office: TenderDesk): Promise<string> => {
  const { status } = await tenderStatus(office.licitacion, await office.context());
  return status(sayIn("en", office.unit));
};

const audited = async (office: TenderDesk): Promise<string[]> => {
  const { verification, lines } = await auditTender(office.licitacion, await office.context());
  refuseDifference(verification);
  return lines.map((line) => line(sayIn("es", office.unit)));
};

describe("the commands of a tender, rehearsed, done and repeated", () => {
  it("enquiries, answers, silence, an amendment and a cancellation", async () => {
    const { office, stages } = await publishedDesk();
    await office.act("ask", { oferente: bidderRut(1), pregunta: paper("1") });
    await office.act("ask", { oferente: bidderRut(2), pregunta: paper("2") });
    await office.act("answer", { pregunta: 1, respuesta: paper("3") });
    await office.goTo(stages.respuestasHasta + 1n);
    await office.act("silence");
    const now = BigInt(await networkHelpers.time.latest());
    const bases = office.file(termsFile(office.fixture, now), "bases-2.json");
    await office.act("amend", { bases });
    expect(office.lines.join("\n")).to.contain("Modificar la licitación «Construcción del centro comunitario");
    await office.act("cancel", { motivo: digest("4") });
    expect(await statusOf(office)).to.equal("cancelled");
    expect((await audited(office)).at(-1)).to.match(/^(\d+) de \1 cifras/);
  });

  it("terms that are typed again once their time is short, and after their dates", async () => {
    const { office, stages } = await publishedDesk();
    const first = office.file(termsFile(office.fixture, stages.consultasHasta - 2n * 86_400n));
    const isDone = async (name: string, file: string) => (await office.run(`tender ${name}`, file)).alreadyDone;
    await office.goTo(stages.consultasHasta - 3_600n);
    expect(await isDone("publish", first)).to.equal(true);
    await office.goTo(stages.respuestasHasta + 1n);
    expect(await isDone("publish", first)).to.equal(true);
    const now = BigInt(await networkHelpers.time.latest());
    const bases = office.file(termsFile(office.fixture, now));
    const amendment = office.file({ licitacion: office.licitacion, bases });
    await office.run("tender amend", amendment);
    await office.goTo(stagesOf(now).cierre);
    expect(await isDone("amend", amendment)).to.equal(true);
    const error: unknown = await office.run("tender publish", first).catch((thrown: unknown) => thrown);
    expect(describeError(error, [], "es")).to.include({ code: "date-past", exitCode: 2 });
  });

  it("a joint bid, signed by its member and formed by its lead", async () => {
    const { office } = await publishedDesk();
    const content = {
      ...{ licitacion: office.licitacion, representante: bidderRut(1), integrantes: [bidderRut(4)] },
      ...{ acuerdo: digest("5"), firmasHasta: at(BigInt(await networkHelpers.time.latest()) + 86_400n) },
    };
    await office.sign("tender sign-joint", content, "firma-4.json");
    await office.act("joint", { firmas: ["firma-4.json"] });
    expect(office.lines.join("\n")).to.contain("Formar la unión temporal con RUT 77.000.004-");
  });

  it("a bid replaced and withdrawn", async () => {
    const { office } = await publishedDesk();
    await office.bid(1, "320.000.000");
    await office.bid(1, "319.000.000");
    await office.act("withdraw", { oferente: bidderRut(1) });
    expect((await tenderStatus(office.licitacion, await office.context())).bids).to.deep.equal([]);
  });

  it("openings from the ciphertexts, medians, award, lapse, complaint, exclusion and signature", async () => {
    const { office } = await awardedDesk();
    const { awards } = office.fixture;
    expect(office.lines.join("\n")).to.contain("Adjudicar según las reglas a RUT 77.000.004-");
    await office.goTo((await awards.signatureWindowOf(office.licitacion)).until + 1n);
    await office.act("lapse-signature");
    await office.act("award");
    await office.act("complain", { oferente: bidderRut(2), motivo: paper("6") });
    await networkHelpers.time.increase(7n * 86_400n + 1n);
    const ruling = { decision: "excluir", oferente: bidderRut(1), causal: 2, motivo: digest("7") };
    await office.act("rule", ruling);
    await office.act("award");
    await office.goTo((await awards.signatureWindowOf(office.licitacion)).from);
    await office.act("sign");
    await office.act("return-bond", { oferente: bidderRut(5) });
    expect(await statusOf(office)).to.equal("signed");
    const said = await audited(office);
    expect(said.at(-1)).to.match(/^(\d+) de \1 cifras/);
    expect(said.join("\n")).to.contain("técnico: 80,00 % (80,00 % | 80,00 %) x 20,00 % = 16,00");
  });

  it("envelopes that a bidder opens from its own encrypted file", async () => {
    const { office, stages } = await closedDesk();
    await office.goTo(stages.aperturaTecnicaDesde);
    await office.act("open", { oferente: bidderRut(1), carpeta: "ofertas-1" });
    expect(await statusOf(office)).to.equal("technical opening");
  });

  it("a price that nobody opened, whose bond is forfeited", async () => {
    const { office, stages } = await scoredDesk();
    await office.goTo(stages.aperturaPreciosDesde);
    await office.act("open", { oferente: bidderRut(1), carpeta: "ofertas-1" });
    await office.goTo(stages.aperturaPreciosHasta + 1n);
    await office.act("forfeit-bond", { oferente: bidderRut(4) });
    const said = await audited(office);
    expect(said.join("\n")).to.contain("Un sobre se puede abrir y nadie lo abrió en la cadena.");
  });

  it("a panel that failed, and a tender that nobody bid for", async () => {
    const { office, stages } = await closedDesk();
    await office.goTo(stages.aperturaTecnicaDesde);
    await office.act("open-all");
    await office.goTo(stages.suplentesHasta + 1n);
    await office.act("fail");
    expect(await statusOf(office)).to.equal("unsuccessful");
    const empty = await publishedDesk();
    await empty.office.goTo(empty.stages.aperturaTecnicaHasta + 1n);
    await empty.office.act("lapse");
    expect(await audited(empty.office)).to.have.length(1);
  });

  it("a pause of publications", async () => {
    const { office } = await publishedDesk();
    await office.perform("tender pause", { motivo: digest("8") });
  });
});

describe("tender status", () => {
  it("says the next dates in order and the state of each bid", async () => {
    const { office } = await closedDesk();
    const { next, bids, status } = await tenderStatus(office.licitacion, await office.context());
    const say = sayIn("es", office.unit);
    expect([status(say), next[0]!.what(say), next.length]).to.deep.equal([
      "cerrada",
      "comienza la apertura técnica",
      7,
    ]);
    expect(bids.map(({ state, bond }) => [state(say), bond])).to.deep.equal(
      Array.from({ length: 5 }, () => ["sellada", 8_000_000n]),
    );
  });
});
