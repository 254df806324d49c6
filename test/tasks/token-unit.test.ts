import { expect } from "chai";
import { AbiCoder, encodeBytes32String, id, toBeHex, ZeroAddress, type ContractRunner } from "ethers";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import type { Rpc } from "../../scripts/lib/send/rpc.ts";
import { tokenAt } from "../../scripts/lib/tasks/context.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import { MockClp__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { deskFixture, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const UNIT = 10n ** 18n;

/** A desk, and a token of eighteen decimals beside that of whole pesos. */
async function desk() {
  const fixture = await deskFixture(connection);
  const fine = await new MockClp__factory(fixture.deployer).deploy(18);
  return { ...fixture, fine: await fine.getAddress() };
}

/** A node that is busy the first times that it is asked for a token's decimals. */
function busyOnDecimals(node: Rpc, times: number): Rpc {
  const selector = id("decimals()").slice(0, 10);
  let left = times;
  return {
    send: (method, params) => {
      const isAsked = method === "eth_call" && (params[0] as { data: string }).data === selector;
      if (!isAsked || left-- <= 0) return node.send(method, params);
      return Promise.reject(Object.assign(new Error("Too Many Requests"), { code: 429 }));
    },
  };
}

/** What a command is refused with, in words. */
async function refusalOf(run: Promise<unknown>) {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return describeError(error, INTERFACES, "es");
}

describe("the unit in which a command reads its amounts", () => {
  it("items 135, 139: is asked again when the node was busy, and never guessed", async () => {
    const fixture = await networkHelpers.loadFixture(desk);
    const office = new TestDesk(fixture);
    office.rpc = busyOnDecimals(fixture.provider, 1);
    await office.run("contract threshold", office.file({ token: fixture.fine, milUtm: "70.000.000" }));
    expect((await fixture.opening.getThreshold(fixture.fine)).threshold).to.equal(70_000_000n * UNIT);
    expect(office.lines.join("\n")).to.contain("Fijar en 70.000.000,00 tCLP");
  });

  it("items 135, 139: stops the command when the node does not say it", async () => {
    const fixture = await networkHelpers.loadFixture(desk);
    const office = new TestDesk(fixture);
    office.rpc = busyOnDecimals(fixture.provider, 100);
    const block = await fixture.provider.getBlockNumber();
    const file = office.file({ token: fixture.fine, milUtm: "70.000.000" });
    const refusal = await refusalOf(office.run("contract threshold", file));
    expect(refusal).to.include({ code: "rpc-unavailable", exitCode: 1 });
    expect(await fixture.provider.getBlockNumber()).to.equal(block);
  });

  it("is not that of an address where there is no token", async () => {
    const fixture = await networkHelpers.loadFixture(desk);
    const office = new TestDesk(fixture);
    for (const token of [fixture.stranger.address, await fixture.registry.getAddress()]) {
      const refusal = await refusalOf(office.run("contract threshold", office.file({ token, milUtm: "70" })));
      expect(refusal).to.include({ code: "token-silent", exitCode: 2 });
      expect(refusal.sentence).to.contain(token);
    }
  });

  it("item 36: may have more than eighteen decimals", async () => {
    const fixture = await networkHelpers.loadFixture(desk);
    const office = new TestDesk(fixture);
    const token = await (await new MockClp__factory(fixture.deployer).deploy(24)).getAddress();
    await office.run("contract threshold", office.file({ token, milUtm: "7.000.000,000000000000000000000001" }));
    expect((await fixture.opening.getThreshold(token)).threshold).to.equal(7_000_000n * 10n ** 24n + 1n);
    expect(office.lines.join("\n")).to.contain("7.000.000,000000000000000000000001 tCLP");
  });

  it("takes 1,000 UTM from the published value of one", async () => {
    const fixture = await networkHelpers.loadFixture(desk);
    const office = new TestDesk(fixture);
    const utm = { unidad: "UTM", fecha: "2026-11-01", valor: "69.542", fuente: "SII" };
    const run = (content: object) => office.run("contract threshold", office.file({ token: fixture.fine, ...content }));
    await run({ utm });
    expect((await fixture.opening.getThreshold(fixture.fine)).threshold).to.equal(69_542_000n * UNIT);
    expect((await run({ milUtm: "69.542.000" })).alreadyDone).to.equal(true);
    expect((await refusalOf(run({ utm: { ...utm, unidad: "UF" } }))).code).to.equal("field-not-listed");
    expect((await refusalOf(run({ utm, milUtm: "1" }))).code).to.equal("options-clash");
    expect((await refusalOf(run({}))).code).to.equal("field-missing");
  });

  it("leaves the faults of the file itself to the reading of the file", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    office.file({ deed: { terms: null } }, "rota.json");
    const given: readonly (readonly [name: string, content: object | string, code: string])[] = [
      ["contract threshold", "{", "json-truncated"],
      ["contract threshold", { token: ZeroAddress, milUtm: "1" }, "address-zero"],
      ["treasury fund", { linea: -1, monto: "1", totalAsignado: "1" }, "integer-range"],
      ["treasury fund", { linea: 9, monto: "1", totalAsignado: "1" }, "line-unknown"],
      ["contract settle", { contrato: "rota.json", hito: 1 }, "field-missing"],
    ];
    for (const [name, content, code] of given) {
      expect((await refusalOf(office.run(name, office.file(content)))).code, name).to.equal(code);
    }
  });
});

describe("tokenAt", () => {
  const TOKEN = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
  const word = (value: bigint): string => toBeHex(value, 32);

  /** A token that answers so, or whose answer is a refusal or a fault of the node. */
  const answering = (decimals: string | Error, symbol: string | Error): ContractRunner => ({
    provider: null,
    call: ({ data }) => {
      const answer = data === id("symbol()").slice(0, 10) ? symbol : decimals;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  const reverted = Object.assign(new Error("execution reverted"), { code: 3 });
  const text = (symbol: string): string => AbiCoder.defaultAbiCoder().encode(["string"], [symbol]);
  const given: readonly (readonly [title: string, answer: string | Error, symbol: string])[] = [
    ["a text", text("CLP"), "CLP"],
    ["32 bytes", encodeBytes32String("MKR"), "MKR"],
    ["nothing", "0x", TOKEN],
    ["an empty text", text(""), TOKEN],
    ["more than a name", text("C".repeat(33)), TOKEN],
    ["a refusal", reverted, TOKEN],
  ];
  for (const [title, answer, symbol] of given) {
    it(`item 37: calls a token whose symbol is ${title}`, async () => {
      const { unit } = await tokenAt(answering(word(6n), answer), TOKEN);
      expect(unit).to.deep.equal({ decimals: 6, symbol });
    });
  }

  for (const decimals of ["0x", word(78n), word(256n), reverted]) {
    it(`item 36: refuses a token whose decimals are ${String(decimals)}`, async () => {
      const { code } = await refusalOf(tokenAt(answering(decimals, text("CLP")), TOKEN));
      expect(code).to.equal("token-silent");
    });
  }

  it("takes no fault of the node for a token without a name", async () => {
    const busy = Object.assign(new Error("Too Many Requests"), { code: 429 });
    const { code } = await refusalOf(tokenAt(answering(word(6n), busy), TOKEN));
    expect(code).to.equal("unexpected");
  });
});
