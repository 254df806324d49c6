import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import { CodedError } from "../../scripts/lib/messages/coded-error.ts";
import { openContest } from "../../scripts/lib/tasks/contest-act.ts";
import { auditContest, refuseContestDifference } from "../../scripts/lib/tasks/contest-audit.ts";
import { contestStatusOf } from "../../scripts/lib/tasks/quote-status.ts";
import { sayIn } from "../../scripts/lib/tasks/say.ts";
import { verifyContest } from "../../scripts/lib/tender/quotes/verify-contest.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import { ACTS } from "../../scripts/lib/tasks/acts/index.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import {
  AgileQuotes__factory,
  FrameworkBook__factory,
  FrameworkContests__factory,
  FrameworkOrders__factory,
  PurchaseDesk__factory,
} from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { FUNCTIONS, QuoteDesk, REQUEST } from "./quote-support.ts";
import { bidderRut, digest, paper, tenderFixture } from "./tender-support.ts";

const connection: Connection = await network.create({ override: { accounts: { count: 40 } } });
const { networkHelpers } = connection;
const solicitud = REQUEST;

async function desk() {
  return tenderFixture(connection);
}

const freshDesk = async (): Promise<QuoteDesk> => new QuoteDesk(await networkHelpers.loadFixture(desk), connection);

/** A desk with a request and four sealed quotes of three groups, past the round. */
async function quotedDesk(): Promise<QuoteDesk> {
  const office = await freshDesk();
  await office.act("quote request", await office.requestFile());
  for (const [index, price] of ["4.000.000", "4.500.000", "4.700.000", "4.200.000"].entries()) {
    await office.quote(index + 1, price);
  }
  return office;
}

const say = sayIn("en", { decimals: 0, symbol: "tCLP" });

/** A record whose dearer choice has no justification is told as different. */
async function refusesUnjustified(office: QuoteDesk): Promise<void> {
  const context = await office.context();
  const { contest } = await openContest("quotes", solicitud, context);
  const choices = contest.choices.map((choice) => ({ ...choice, justification: { digest: ZeroHash, pointer: "" } }));
  const place = { chainId: 31_337n, book: office.address("quotes") };
  const { closesAt, opensBy } = contest.timetable;
  const views = { admissible: 3n, closesAt, opensBy, budget: contest.budget, bounds: new Map<bigint, bigint>(), place };
  const cheapest = { supplier: 0n, price: 0n };
  const verification = verifyContest({ ...contest, choices }, { ...views, cheapest, now: closesAt });
  const different = verification.checks.filter(({ isEqual }) => !isEqual).map(({ what }) => what.en);
  expect(different).to.deep.equal(["choice 1: justified where it is not the cheapest"]);
  expect(() => {
    refuseContestDifference(verification);
  }).to.throw(CodedError, "contest-mismatch");
}

/** Functions that only other contracts of the suite call, or the deployment. */
const NO_COMMAND = new Set([
  ...["purchases.commit", "purchases.conclude", "purchases.release"],
  ...["frameworks.bindModules", "frameworks.take", "frameworks.giveBack"],
]);

describe("the commands of agile purchases", () => {
  it("have one for every function of the quote and framework contracts that a person calls", () => {
    const abis = {
      quotes: AgileQuotes__factory.abi,
      purchases: PurchaseDesk__factory.abi,
      frameworks: FrameworkBook__factory.abi,
      orders: FrameworkOrders__factory.abi,
      contests: FrameworkContests__factory.abi,
    };
    const functions = Object.entries(abis).flatMap(([contract, abi]) =>
      (abi as readonly { type: string; name?: string; stateMutability?: string }[])
        .filter(({ type, stateMutability: kind }) => type === "function" && kind !== "view" && kind !== "pure")
        .map(({ name = "" }) => `${contract}.${name}`)
        .filter((name) => !NO_COMMAND.has(name) && !name.endsWith(".setAuthority")),
    );
    expect([...new Set(FUNCTIONS.values())].sort()).to.deep.equal(functions.sort());
    const commands = Object.keys(ACTS).filter((name) => /^(quote|framework) /.test(name));
    expect([...FUNCTIONS.keys()].sort()).to.deep.equal(commands.sort());
  });

  it("a justified choice that declines, a silent one, and the cheapest that accepts", async () => {
    const office = await quotedDesk();
    await office.quote(5, "4.100.000");
    await office.quote(5, "4.050.000");
    await office.act("quote withdraw", { solicitud, proveedor: bidderRut(5) });
    await office.wait(3);
    await office.act("quote open", { solicitud, proveedor: bidderRut(1), carpeta: "ofertas-1" });
    await office.run("quote open-all", office.file({ solicitud }));
    await office.wait(2);
    await office.act("quote choose", { solicitud, proveedor: bidderRut(2), justificacion: paper("7") });
    expect(office.lines.join("\n")).to.contain("con su justificación: la más barata es de RUT 77.000.001-");
    await office.act("quote decline", { solicitud });
    await office.run("quote draw", office.file({ solicitud, pasos: 5 }));
    await office.wait(2);
    await office.act("quote choose-cheapest", { solicitud });
    await office.wait(3);
    await office.act("quote pass-over", { solicitud });
    await office.wait(2);
    await office.act("quote choose-cheapest", { solicitud });
    await office.act("quote accept", { solicitud });
    expect(office.lines.join("\n")).to.contain("Aceptar, como RUT 77.000.004-");
    expect((await contestStatusOf("quotes", solicitud, await office.context())).status(say)).to.equal("contracted");
    const { verification, lines } = await auditContest("quotes", solicitud, await office.context());
    refuseContestDifference(verification);
    const said = lines.map((line) => line(say));
    expect(said.at(-1)).to.match(/^(\d+) of \1 figures/);
    expect(said.join("\n")).to.contain(`chosen, not the cheapest; justification ${digest("7")}.`);
    await refusesUnjustified(office);
  });

  it("a request that is cancelled, one that too few answered, and a pause", async () => {
    const office = await freshDesk();
    await office.act("quote request", await office.requestFile());
    await office.act("quote cancel", { solicitud, motivo: digest("4") });
    const again = "ocds-213czf-quilmahue-otra-vez";
    const requested = await office.requestFile({ ocid: again });
    await office.act("quote request", requested);
    await office.wait(5);
    expect((await office.run("quote request", office.file(requested))).alreadyDone).to.equal(true);
    await office.act("quote end", { solicitud: again });
    await office.act("quote pause", { motivo: digest("8") });
  });
});

describe("a command about an agile purchase with bad input", () => {
  const quote = { solicitud, proveedor: bidderRut(1), carpeta: "ofertas" };
  type Case = readonly [given: string, name: string, content: object, code: string, exit: 1 | 2];
  const cases: readonly Case[] = [
    ["a request that is not there", "end", { solicitud: digest("9") }, "contest-unknown", 2],
    ["a process that is not there", "end", { solicitud: "ocds-213czf-otro" }, "process-count", 2],
    ["an id that is none", "end", { solicitud: "0x12" }, "record-malformed", 2],
    ["a price above the budget", "submit", { ...quote, precio: "5.000.001" }, "bid-price", 2],
    ["a quote that is not there", "open", quote, "quote-missing", 2],
    ["an acceptance without a choice", "accept", { solicitud }, "choice-missing", 2],
    ["an end before its time", "end", { solicitud }, "step-refused", 1],
    ["a choice of nothing", "choose", { solicitud, proveedor: bidderRut(1) }, "step-refused", 1],
    ["a product that is none", "request", { producto: 0 }, "integer-range", 2],
    ["a line that is not there", "request", { linea: 9 }, "line-unknown", 2],
    ["a budget above 100 UTM", "request", { presupuesto: "7.000.001", ocid: "ocds-213czf-caro" }, "step-refused", 1],
    ["a split purchase", "request", { presupuesto: "2.000.001", ocid: "ocds-213czf-partida" }, "step-refused", 1],
  ];
  it("says one clear sentence", async () => {
    const office = await freshDesk();
    await office.act("quote request", await office.requestFile());
    for (const [given, name, content, code, exit] of cases) {
      const whole = name === "request" ? await office.requestFile(content) : content;
      const file = office.file(whole);
      const block = await office.fixture.provider.getBlockNumber();
      const error = await office.run(`quote ${name}`, file).catch((thrown: unknown) => thrown);
      const [es, en] = [describeError(error, INTERFACES, "es"), describeError(error, INTERFACES, "en")];
      expect([given, es.code, es.exitCode]).to.deep.equal([given, code, exit]);
      for (const { sentence } of [es, en]) expect(sentence).to.match(/^.{20,}[.:]/);
      expect(await office.fixture.provider.getBlockNumber(), given).to.equal(block);
    }
  });
});
