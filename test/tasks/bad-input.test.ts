import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import type { Connection } from "../helpers/suite.ts";
import { deskFixture, RUTS, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const DIGEST = `0x${"ab".repeat(32)}`;
const DOCUMENT = { huella: DIGEST, enlace: "https://www.quilmahue.example/doc.pdf" };
const FUND = { linea: 1, monto: "1.000", totalAsignado: "500.001.000" };

async function desk() {
  return deskFixture(connection);
}

interface BadInput {
  readonly given: string;
  readonly name: string;
  readonly content: object | string;
  readonly account?: string;
  readonly code: string;
  readonly exitCode: 1 | 2;
  readonly es: RegExp;
  readonly en: RegExp;
}

const cases: readonly BadInput[] = [
  {
    ...{ given: "broken JSON", name: "treasury fund", content: "{", code: "json-truncated", exitCode: 2 },
    ...{ es: /entrada-1\.json, línea 1/, en: /entrada-1\.json, line 1/ },
  },
  {
    ...{ given: "an unknown field", name: "treasury fund", content: { ...FUND, nota: "x" }, code: "field-unknown" },
    ...{ exitCode: 2, es: /campo nota, .*nota/, en: /field nota, .*nota/ },
  },
  {
    ...{ given: "a field left out", name: "treasury fund", content: { linea: 1, monto: "1" }, code: "field-missing" },
    ...{ exitCode: 2, es: /campo totalAsignado/, en: /field totalAsignado/ },
  },
  {
    ...{ given: "a malformed amount", name: "treasury fund", content: { ...FUND, monto: "12,5,0" } },
    ...{
      code: "amount-malformed",
      exitCode: 2,
      es: /campo monto, .*«12,5,0» no es/,
      en: /field monto, .*“12,5,0” is not/,
    },
  },
  {
    ...{ given: "a wrong check digit", name: "registry lift", content: { entidad: "76.123.456-1", motivo: DIGEST } },
    ...{
      code: "rut-check-digit",
      exitCode: 2,
      es: /campo entidad, .*76\.123\.456-1/,
      en: /field entidad, .*76\.123\.456-1/,
    },
  },
  {
    ...{
      given: "an entity that nobody accredited",
      name: "registry lift",
      content: { entidad: "77.905.124-2", motivo: DIGEST },
    },
    ...{ code: "entity-unknown", exitCode: 2, es: /no conoce a 77\.905\.124-2/, en: /does not know 77\.905\.124-2/ },
  },
  {
    ...{ given: "a line that is not there", name: "treasury close-line", content: { linea: 9 }, code: "line-unknown" },
    ...{ exitCode: 2, es: /No existe la línea presupuestaria 9/, en: /There is no budget line 9/ },
  },
  {
    ...{ given: "an account that is not the network's", name: "treasury fund", content: FUND, account: "77" },
    ...{ code: "account-unknown", exitCode: 2, es: /no tiene la cuenta «77»/, en: /does not have the account “77”/ },
  },
  {
    ...{ given: "a key in place of an account", name: "treasury fund", content: FUND, account: `0x${"12".repeat(32)}` },
    ...{ code: "account-unknown", exitCode: 2, es: /cuenta «\[\*\*\*\]»/, en: /account “\[\*\*\*\]”/ },
  },
  {
    ...{ given: "a deed that is not there", name: "contract settle", content: { contrato: "no.json", hito: 1 } },
    ...{
      code: "file-missing",
      exitCode: 2,
      es: /no\.json: El archivo no existe/,
      en: /no\.json: The file does not exist/,
    },
  },
  {
    ...{ given: "an account without the role", name: "treasury close-line", content: { linea: 1 }, account: "18" },
    ...{
      code: "step-refused",
      exitCode: 1,
      es: /La cadena rechazaría el paso close-line/,
      en: /The chain would refuse step close-line/,
    },
  },
  {
    ...{ given: "a milestone that was not delivered", name: "contract accept" },
    ...{ content: { contrato: "escritura.json", hito: 1, evidencia: DIGEST }, code: "step-refused", exitCode: 1 },
    ...{ es: /La cadena rechazaría el paso accept: El hito/, en: /The chain would refuse step accept: Milestone/ },
  },
  ...["offer", "accept-offer", "rule", "default"].flatMap((act): BadInput[] => {
    const share = act === "default" ? {} : { alProveedor: "1.000" };
    const content = { contrato: "escritura.json", ...share, ...(act === "rule" ? { fallo: DIGEST } : {}) };
    const name = `contract ${act}`;
    return [
      {
        ...{ given: `a matter of a milestone without the milestone (${act})`, name, exitCode: 2 },
        ...{ content: { ...content, materia: "certificado-1" }, code: "field-missing" },
        ...{ es: /campo hito.*: Falta este campo/, en: /field hito.*: This field is missing/ },
      },
      {
        ...{ given: `a milestone for a matter of the whole contract (${act})`, name, exitCode: 2 },
        ...{ content: { ...content, hito: 2, materia: "garantia" }, code: "milestone-misplaced" },
        ...{ es: /campo hito, .*«garantia» no es de un hito/, en: /field hito, .*“garantia” is not of a milestone/ },
      },
    ];
  }),
  {
    ...{ given: "a credit that is not there", name: "treasury withdraw" },
    ...{ content: { entidad: RUTS.supplier, token: "prueba" }, code: "step-refused", exitCode: 1 },
    ...{ es: /La cadena rechazaría el paso withdraw/, en: /The chain would refuse step withdraw/ },
  },
];

describe("a command with bad input", () => {
  /** What a command was refused with. */
  async function refusalOf(at: TestDesk, { name, content, account }: BadInput): Promise<unknown> {
    try {
      await at.run(name, at.file(content), account === undefined ? {} : { account });
    } catch (error) {
      return error;
    }
    throw new Error("it was not refused");
  }

  for (const bad of cases) {
    it(`says one clear sentence on ${bad.given}, and does nothing`, async () => {
      const fixture = await networkHelpers.loadFixture(desk);
      const at = new TestDesk(fixture);
      await at.draft();
      const block = await fixture.provider.getBlockNumber();
      const error = await refusalOf(at, bad);
      const [es, en] = (["es", "en"] as const).map((lang) => describeError(error, INTERFACES, lang));
      expect([es!.code, es!.exitCode, en!.exitCode]).to.deep.equal([bad.code, bad.exitCode, bad.exitCode]);
      expect(es!.sentence).to.match(bad.es);
      expect(en!.sentence).to.match(bad.en);
      expect(await fixture.provider.getBlockNumber()).to.equal(block);
    });
  }

  it("names a file that does not exist", async () => {
    const at = new TestDesk(await networkHelpers.loadFixture(desk));
    const missing = join(at.folder, "falta.json");
    const error = await at.run("treasury fund", missing).catch((thrown: unknown) => thrown);
    expect(describeError(error, INTERFACES, "es")).to.include({ code: "file-missing", exitCode: 2 });
    expect(describeError(error, INTERFACES, "en").sentence).to.equal(`${missing}: The file does not exist.`);
  });

  it("refuses a node of another chain before it reads anything", async () => {
    const fixture = await networkHelpers.loadFixture(desk);
    const identity = { ...fixture.identity, genesis: DIGEST };
    const error = await new TestDesk(fixture).context(identity).catch((thrown: unknown) => thrown);
    expect(describeError(error, INTERFACES, "es")).to.include({ code: "wrong-genesis", exitCode: 2 });
  });

  it("refuses a total that an earlier appropriation has passed by", async () => {
    const at = new TestDesk(await networkHelpers.loadFixture(desk));
    const file = at.file({ linea: 1, monto: "1.000", totalAsignado: "500.002.000" });
    const error = await at.run("treasury fund", file).catch((thrown: unknown) => thrown);
    const { code, sentence } = describeError(error, INTERFACES, "es", { token: { decimals: 0, symbol: "tCLP" } });
    expect(code).to.equal("line-total");
    expect(sentence).to.contain("ha recibido 500.000.000 tCLP").and.to.contain("tenía 500.001.000 tCLP");
  });

  it("tells that the supplier has not let the treasury take the bond", async () => {
    const at = new TestDesk(await networkHelpers.loadFixture(desk));
    await at.draft({ annex: { performanceBond: 3_000_000n } });
    await at.sign("contract sign", { contrato: "escritura.json" }, "firma.json");
    const file = at.file({ contrato: "escritura.json", firma: "firma.json" });
    const error = await at.run("contract award", file).catch((thrown: unknown) => thrown);
    expect(describeError(error, INTERFACES, "es")).to.include({ code: "step-refused", exitCode: 1 });
    expect(describeError(error, INTERFACES, "es").sentence).to.match(
      /alcanza para 0 tCLP y se necesitan 3\.000\.000 tCLP/,
    );
    expect(describeError(error, INTERFACES, "en").sentence).to.contain("3,000,000 tCLP");
  });

  it("refuses a deed that was altered", async () => {
    const at = new TestDesk(await networkHelpers.loadFixture(desk));
    await at.draft();
    const { id, deed, schedule } = JSON.parse(
      (await (await at.context()).door.readFile(join(at.folder, "escritura.json"))).toString(),
    ) as { id: string; deed: { terms: object }; schedule: object };
    const altered = { ...deed, terms: { ...deed.terms, price: "1" } };
    at.file(
      { id, deed: altered, schedule, directAward: { route: 1, justification: { digest: DIGEST, pointer: "" } } },
      "otra.json",
    );
    const file = at.file({ contrato: "otra.json", hito: 1, evidencia: DOCUMENT });
    const error = await at.run("contract deliver", file).catch((thrown: unknown) => thrown);
    expect(describeError(error, INTERFACES, "en")).to.include({ code: "deed-mismatch", exitCode: 2 });
  });
});
