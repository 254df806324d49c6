import { readFile } from "node:fs/promises";

import { expect } from "chai";
import { network } from "hardhat";

import { isInputError } from "../../../scripts/lib/input/input-error.ts";
import { loadInput } from "../../../scripts/lib/input/load-input.ts";
import { assess } from "../../../scripts/lib/housing/rules/assess.ts";
import { COMMITTEE_FAULT, committeeFault } from "../../../scripts/lib/housing/rules/committee.ts";
import { explainHousehold } from "../../../scripts/lib/housing/rules/explain.ts";
import { programFileField } from "../../../scripts/lib/housing/rules/program-file.ts";
import { valuesOf } from "../../../scripts/lib/housing/rules/values.ts";
import { HousingRulesHarness__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const FOLDER = "scripts/lib/housing/programs";
type Edit = (text: string) => string;
const load = (name: string, edit: Edit = (text) => text) =>
  loadInput(`${FOLDER}/${name}.json`, programFileField, {
    readFile: async (file) => new TextEncoder().encode(edit(await readFile(file, "utf8"))),
    now: 0n,
    horizonYears: 1,
  });

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new HousingRulesHarness__factory(deployer!).deploy();
}

type Said = Readonly<Record<string, string>>;
const SCORED: Said = { mayores: "0", "integrantes-discapacidad": "0", hacinamiento: "1", postulaciones: "0" };
const BASE: Readonly<Record<string, Said>> = {
  ds49: {
    ...{ ...SCORED, edad: "18", identidad: "si", "tramo-rsh": "40", grupal: "no", ahorro: "10", "cuenta-propia": "si" },
    ...{ propietario: "no", "subsidio-anterior": "no", integrantes: "2", discapacidad: "no", viudez: "no" },
    ...{ indigena: "no", "valech-rettig": "no", "meses-cuenta": "0" },
  },
  ds1: {
    ...{ ...SCORED, edad: "30", "tramo-rsh": "60", "tramo-subsidio": "tramo-1", ahorro: "30", "meses-cuenta": "12" },
    ...{ "ingreso-bajo-limite": "no", integrantes: "1" },
  },
  ds52: {
    ...{ ...SCORED, edad: "30", "tramo-rsh": "70", ahorro: "4", ingreso: "25", integrantes: "3", "meses-cuenta": "1" },
  },
  "ds52-mayores": { ...SCORED, edad: "60", "tramo-rsh": "70", ingreso: "7", integrantes: "1" },
};

/** What differs from a household at the limits of every requirement, and the first requirement that fails, from 1; 0 if none does. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [Said, number])[]>> = {
  ds49: [
    [{}, 0],
    [{ edad: "17" }, 1],
    [{ identidad: "no" }, 2],
    [{ "tramo-rsh": "50" }, 3],
    [{ "tramo-rsh": "50", grupal: "si", ahorro: "15" }, 0],
    [{ "tramo-rsh": "100", grupal: "si", ahorro: "15" }, 4],
    [{ ahorro: "9,9999" }, 5],
    [{ "tramo-rsh": "90", grupal: "si", ahorro: "14,9999" }, 6],
    [{ "cuenta-propia": "no" }, 7],
    [{ propietario: "si" }, 8],
    [{ "subsidio-anterior": "si" }, 9],
    [{ integrantes: "1" }, 10],
    [{ integrantes: "1", edad: "59" }, 10],
    [{ integrantes: "1", edad: "60" }, 0],
    [{ integrantes: "1", discapacidad: "si" }, 0],
    [{ integrantes: "1", viudez: "si" }, 0],
    [{ integrantes: "1", indigena: "si" }, 0],
    [{ integrantes: "1", "valech-rettig": "si" }, 0],
  ],
  ds1: [
    [{}, 0],
    [{ "tramo-rsh": "70" }, 1],
    [{ "tramo-rsh": "90", edad: "60" }, 0],
    [{ "tramo-rsh": "100", edad: "60" }, 3],
    [{ "tramo-subsidio": "tramo-2", "tramo-rsh": "80", ahorro: "40" }, 0],
    [{ "tramo-subsidio": "tramo-2", "tramo-rsh": "90", ahorro: "40" }, 2],
    [{ "tramo-subsidio": "tramo-3", "tramo-rsh": "90", ahorro: "80" }, 0],
    [{ "tramo-subsidio": "tramo-3", "tramo-rsh": "100", ahorro: "80" }, 4],
    [{ "tramo-subsidio": "tramo-3", "tramo-rsh": "100", ahorro: "80", "ingreso-bajo-limite": "si" }, 0],
    [{ ahorro: "29,99" }, 5],
    [{ "tramo-subsidio": "tramo-2", ahorro: "39,99" }, 6],
    [{ "tramo-subsidio": "tramo-3", ahorro: "79,99" }, 7],
    [{ "meses-cuenta": "11" }, 8],
  ],
  ds52: [
    [{}, 0],
    [{ "tramo-rsh": "80" }, 1],
    [{ ahorro: "3,99" }, 2],
    [{ ingreso: "6,99" }, 3],
    [{ ingreso: "25,0001" }, 4],
    [{ ingreso: "33", integrantes: "4" }, 0],
    [{ ingreso: "33,0001", integrantes: "4" }, 4],
    [{ ingreso: "41", integrantes: "5" }, 0],
  ],
  "ds52-mayores": [
    [{}, 0],
    [{ edad: "59" }, 1],
    [{ "tramo-rsh": "80" }, 2],
  ],
};

describe("the programs in the repository", () => {
  for (const [name, examples] of Object.entries(EXAMPLES)) {
    it(`judge households at the limits of ${name} as they were published, on chain and off`, async () => {
      const contract = await networkHelpers.loadFixture(harness);
      const program = await load(name);
      for (const [said, expected] of examples) {
        const values = valuesOf(program, { ...BASE[name], ...said });
        const failed = BigInt(expected === 0 ? program.requirements.length : expected - 1);
        const onChain = await contract.assess(program.rules, values);
        const { eligible, score, ...off } = assess(program.rules, values);
        expect(off.failed, JSON.stringify(said)).to.equal(failed);
        expect([onChain.eligible, onChain.failed, onChain.score]).to.deep.equal([expected === 0, failed, score]);
        expect(eligible).to.equal(expected === 0);
        expect(
          explainHousehold(program, values).filter(({ passes, kind }) => kind === "requirement" && !passes).length > 0,
        ).to.equal(!eligible);
      }
      await contract.check(program.rules);
    });
  }

  it("score a household by the points of the example call", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const program = await load("ds49");
    const values = valuesOf(program, {
      ...BASE.ds49,
      ...{ integrantes: "5", mayores: "1", "integrantes-discapacidad": "1", hacinamiento: "4,5", postulaciones: "7" },
      ...{ ahorro: "13,75", "meses-cuenta": "24" },
    });
    const rows = explainHousehold(program, values).filter(({ kind }) => kind === "factor");
    expect(rows.map(({ outcome }) => outcome.es)).to.deep.equal(
      ["40", "20", "30", "80", "90", "15", "40"].map((points) => `${points} puntos`),
    );
    expect(rows[5]?.values.map(({ value }) => value.en)).to.deep.equal(["13.75 uf"]);
    expect((await contract.assess(program.rules, values)).score).to.equal(3_150_000n);
    expect(program.factors.every(({ origin }) => origin === "ejemplo")).to.equal(true);
  });

  it("admit a group of 160 with 112 members in the 40 % bracket, and not with 111", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const { rules } = await load("ds49");
    const group = (low: number, size: number) =>
      Array.from({ length: size }, (_, index) => (index < low ? 400_000n : 900_000n));
    const cases = [group(112, 160), group(111, 160), group(113, 161), group(1, 1), [...group(2, 2), 900_001n]];
    const expected = [COMMITTEE_FAULT.none, COMMITTEE_FAULT.fewLow, COMMITTEE_FAULT.size, COMMITTEE_FAULT.size];
    const all = [...expected, COMMITTEE_FAULT.aboveHigh];
    expect(cases.map((brackets) => committeeFault(rules.committee, brackets))).to.deep.equal(all);
    const asked = await contract.groups(cases.map((brackets) => ({ rule: rules.committee, brackets })));
    expect([...asked]).to.deep.equal(all);
  });
});

describe("programFileField", () => {
  const refused = async (edit: Edit): Promise<readonly [string, string | undefined]> => {
    try {
      await load("ds52", edit);
    } catch (error) {
      if (isInputError(error)) return [error.code, error.place.field];
      throw error;
    }
    throw new Error("not refused");
  };

  it("names the field of each fault", async () => {
    const cases: readonly (readonly [string, string, string, string | undefined])[] = [
      ['"atributo": "tramo-rsh"', '"atributo": "tramo"', "field-not-listed", "requisitos[0].algunaDe[0].atributo"],
      ['"hasta": "130"', '"hasta": "1", "opciones": ["no", "si"]', "housing-attribute-form", "atributos[0]"],
      ['"hasta": "130"', '"hasta": "922337203685477,5808"', "housing-value-too-large", "atributos[0].hasta"],
      ['"porUnidad"', '"puntos": "1", "porUnidad"', "housing-factor-form", "factores[0]"],
      ['"tope": "60"', '"tope": "0"', "Rules_Factor", undefined],
    ];
    for (const [from, to, code, field] of cases) {
      expect(await refused((text) => text.replace(from, to))).to.deep.equal([code, field]);
    }
  });
});

describe("valuesOf", () => {
  it("names the attribute that is missing or is no option", async () => {
    const program = await load("ds1");
    const faults = [{}, { ...BASE.ds1, "tramo-subsidio": "tramo-4" }].map((said: Said) => {
      try {
        return valuesOf(program, said);
      } catch (error) {
        return isInputError(error) ? [error.code, error.place.field] : error;
      }
    });
    expect(faults).to.deep.equal([
      ["field-missing", "edad"],
      ["field-not-listed", "tramo-subsidio"],
    ]);
  });
});
