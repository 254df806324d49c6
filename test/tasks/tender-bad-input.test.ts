import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { CodedError } from "../../scripts/lib/messages/coded-error.ts";
import { assertRoundSignature } from "../../scripts/lib/randomness/round-signature.ts";
import { testBeacon, testSignature } from "../../scripts/lib/randomness/test-beacon.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import type { Rpc } from "../../scripts/lib/send/rpc.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import { auditTender, refuseDifference } from "../../scripts/lib/tasks/tender-audit.ts";
import { toolsOf } from "../../scripts/lib/tasks/tender-act.ts";
import { loadBeacon, saveBeacon } from "../../scripts/lib/tasks/beacon-file.ts";
import { nodeFiles } from "../../scripts/lib/send/files.ts";
import { QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import type { Connection } from "../helpers/suite.ts";
import { BEACON } from "./support.ts";
import { bidderRut, digest, paper, stagesOf, TenderDesk, tenderFixture, termsFile } from "./tender-support.ts";

const connection: Connection = await network.create({ override: { accounts: { count: 40 } } });
const { networkHelpers } = connection;

async function desk() {
  return tenderFixture(connection);
}

async function publishedDesk() {
  const office = new TenderDesk(await networkHelpers.loadFixture(desk), connection);
  const now = BigInt(await networkHelpers.time.latest());
  await office.publish();
  return { office, stages: stagesOf(now), now };
}

/** What was thrown; fails where nothing was. */
async function thrown(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  return expect.fail("it was not refused");
}

const said = (error: unknown) => ({
  es: describeError(error, INTERFACES, "es"),
  en: describeError(error, INTERFACES, "en"),
});

const criteria = (...weights: readonly string[]) => ({
  criterios: weights.map((ponderacion, index) => ({
    ...{ tipo: index === 0 ? "precio" : "tecnico", nombre: `Criterio ${index}`, ponderacion },
  })),
});

describe("terms of a tender that may not be published", () => {
  type Terms = Readonly<Record<string, object>>;
  const cases: readonly (readonly [given: string, change: (terms: Terms) => object, code: string, es: RegExp])[] = [
    ["an unknown field", () => ({ nota: "x" }), "field-unknown", /campo nota, línea 1, .*nota/],
    [
      "weights of 90 %",
      ({ evaluacion }) => ({ evaluacion: { ...evaluacion, ...criteria("60 %", "30 %") } }),
      "Terms_Weights",
      /campo evaluacion\.criterios, línea 1, columna \d+: Las ponderaciones suman 90/,
    ],
    [
      "a closing before the answers",
      ({ calendario }) => ({
        calendario: { ...calendario, cierre: (calendario as Record<string, string>).consultasHasta },
      }),
      "Terms_Stage",
      /campo calendario\.cierre, .*«cierre».* es demasiado temprana/,
    ],
    [
      "a bid bond above 3 %",
      () => ({ garantiaSeriedad: "12.000.001" }),
      "Terms_BidBond",
      /campo garantiaSeriedad, .*supera lo permitido/,
    ],
    [
      "an inspector who arbitrates",
      ({ contrato }) => {
        const { oficinas } = contrato as { oficinas: Record<string, unknown> };
        return { contrato: { ...contrato, oficinas: { ...oficinas, arbitro: oficinas.inspector } } };
      },
      "Terms_SameAccount",
      /campo contrato\.oficinas\.arbitro, /,
    ],
    ["a line that is not there", () => ({ linea: 9 }), "line-unknown", /No existe la línea presupuestaria 9/],
  ];
  for (const [given, change, code, es] of cases) {
    it(`are refused on ${given} with one sentence and the field, before anything is sent`, async () => {
      const office = new TenderDesk(await networkHelpers.loadFixture(desk), connection);
      const terms = termsFile(office.fixture, BigInt(await networkHelpers.time.latest())) as Terms;
      const file = office.file({ ...terms, ...change(terms) });
      const block = await office.fixture.provider.getBlockNumber();
      const words = said(await thrown(() => office.run("tender publish", file)));
      expect([words.es.code, words.es.exitCode]).to.deep.equal([code, 2]);
      expect(words.es.sentence).to.match(es);
      expect(await office.fixture.provider.getBlockNumber()).to.equal(block);
    });
  }
});

describe("a command about a tender with bad input", () => {
  const rut = bidderRut(1);
  const bid = { oferente: rut, oferta: paper("c"), carpeta: "ofertas" };
  const notas = { evaluaciones: [{ oferente: rut, notas: ["80 %"] }] };
  const cases: readonly (readonly [given: string, name: string, content: object, code: string, exit: 1 | 2])[] = [
    ["a tender that is not there", "copy", { licitacion: digest("9") }, "tender-unknown", 2],
    ["an id that is none", "copy", { licitacion: "0x12" }, "record-malformed", 2],
    ["a price above the budget", "bid", { ...bid, precio: "400.000.001" }, "bid-price", 2],
    ["a score too few", "score", notas, "score-count", 2],
    ["a conflict that nobody of the panel declares, for want of --account", "conflict", {}, "step-refused", 1],
    ["a signature without an award", "sign", {}, "award-missing", 2],
    ["a bid that is not there", "open", { oferente: rut, carpeta: "ofertas" }, "bid-missing", 2],
    ["a bidder that nobody accredited", "withdraw", { oferente: bidderRut(77) }, "entity-unknown", 2],
    ["an award before its time", "award", {}, "step-refused", 1],
    ["a failed panel before its time", "fail", {}, "step-refused", 1],
    ["a ruling on nothing", "rule", { decision: "anular", motivo: digest("1") }, "step-refused", 1],
  ];
  for (const [given, name, content, code, exit] of cases) {
    it(`says one clear sentence on ${given}`, async () => {
      const { office } = await publishedDesk();
      const file = office.file({ licitacion: office.licitacion, ...content });
      const { es, en } = said(await thrown(() => office.run(`tender ${name}`, file)));
      expect([es.code, es.exitCode, en.exitCode]).to.deep.equal([code, exit, exit]);
      for (const { sentence } of [es, en]) expect(sentence).to.match(/^.{20,}[.:]/);
    });
  }

  it("refuses a node of another chain, and a beacon that the deployment does not name", async () => {
    const { office } = await publishedDesk();
    const identity = { ...office.fixture.identity, genesis: digest("a") };
    expect(said(await thrown(() => office.context(identity))).es).to.include({ code: "wrong-genesis", exitCode: 2 });
    const context = await office.context();
    const tenders = { ...context.tenders!, beacon: QUICKNET };
    const error = await thrown(() => toolsOf({ ...context, tenders }));
    expect(said(error).en).to.include({ code: "beacon-other", exitCode: 2 });
  });

  it("opens an earlier offer only with the password that it was sealed with", async () => {
    const { office } = await publishedDesk();
    await office.bid(1, "320.000.000");
    const context = await office.context();
    const environment = { ERARIO_BID_PASSWORD: "another password" };
    office.context = () => Promise.resolve({ ...context, tenders: { ...context.tenders!, password: { environment } } });
    const error = await thrown(() => office.bid(1, "320.000.000"));
    expect(said(error).es).to.include({ code: "bid-file-password", exitCode: 2 });
  });
});

describe("loadBeacon", () => {
  it("takes quicknet where the network has no file, and refuses a file that contradicts itself", async () => {
    const office = new TenderDesk(await networkHelpers.loadFixture(desk), connection);
    const { readFile } = (await office.context()).door;
    const at = { readFile, now: 0n, horizonYears: 0 };
    expect(await loadBeacon(join(office.folder, "beacon.json"), nodeFiles, at)).to.equal(QUICKNET);
    const { genesis, period, ...rest } = BEACON.info;
    const info = { ...rest, genesis: Number(genesis), period: Number(period) };
    expect(await loadBeacon(office.file(info, "beacon.json"), nodeFiles, at)).to.deep.equal(BEACON.info);
    const altered = office.file({ ...info, period: 4 }, "otro.json");
    const error = await thrown(() => loadBeacon(altered, nodeFiles, at));
    expect(said(error).es.code).to.equal("beacon-chain-mismatch");
  });
});

describe("the test beacon of local nodes", () => {
  it("is kept in the network's folder, and signs a round once its time has come", async () => {
    const office = new TenderDesk(await networkHelpers.loadFixture(desk), connection);
    const { readFile } = (await office.context()).door;
    const { info } = testBeacon();
    const file = join(office.folder, "faro.json");
    await saveBeacon(file, nodeFiles, info);
    expect(await loadBeacon(file, nodeFiles, { readFile, now: 0n, horizonYears: 0 })).to.deep.equal(info);
    const due = testBeacon().timeOf(1_000n);
    assertRoundSignature(info, 1_000n, testSignature(1_000n, due));
    expect(() => testSignature(1_000n, due - 1n)).to.throw(CodedError, "beacon-round-pending");
  });
});

describe("tender verify", () => {
  it("ends with 1 and names the figure where a node lies about an event", async () => {
    const { office, stages } = await publishedDesk();
    await office.bid(1, "320.000.000");
    await office.goTo(stages.aperturaTecnicaDesde);
    await office.act("open-all");
    const { verification } = await auditTender(office.licitacion, await office.context());
    refuseDifference(verification);
    const topic = office.fixture.book.interface.getEvent("TechnicalOpened").topicHash;
    const lie = (logs: { topics: string[]; data: string }[]) =>
      logs.map((log) => (log.topics[0] === topic ? { ...log, data: `0x12${log.data.slice(4)}` } : log));
    const { provider } = office.fixture;
    const liar: Rpc = {
      send: async (method, parameters) => {
        const answer: unknown = await provider.send(method, [...parameters]);
        return method === "eth_getLogs" ? lie(answer as never) : answer;
      },
    };
    office.rpc = liar;
    const error = await thrown(async () => {
      const audit = await auditTender(office.licitacion, await office.context());
      refuseDifference(audit.verification);
    });
    expect(said(error).es).to.include({ code: "tender-mismatch", exitCode: 1 });
    expect(said(error).en.sentence).to.contain("in 1 figures: commitment of the opened envelopes");
  });
});
