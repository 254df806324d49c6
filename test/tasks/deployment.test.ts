import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { ROLES } from "../../scripts/lib/roles.ts";
import { loadParameters, OFFICES, refuseDeployer } from "../../scripts/lib/tasks/parameters.ts";
import { roleMarkdown, roleRows } from "../../scripts/lib/tasks/role-table.ts";
import { isBuilt } from "../../scripts/lib/tasks/suite-audit.ts";

const FOLDER = new URL("../../ignition/parameters/", import.meta.url).pathname;
const door = { readFile, now: 0n, horizonYears: 0 };

interface ParametersFile {
  Registry: { maxSuspension: number };
  Suite: Record<string, string>;
}

/** The local parameters with some offices changed, as a file. */
async function changed(offices: Record<string, string>): Promise<string> {
  const text = (await readFile(join(FOLDER, "localhost.json"))).toString();
  const local = JSON.parse(text) as ParametersFile;
  const file = join(mkdtempSync(join(tmpdir(), "erario-parameters-")), "parametros.json");
  writeFileSync(file, JSON.stringify({ ...local, Suite: { ...local.Suite, ...offices } }, null, 2));
  return file;
}

/** The refusal of parameters, in Spanish. */
async function refusalOf(file: string) {
  const error = await loadParameters(file, door).catch((thrown: unknown) => thrown);
  return describeError(error, [], "es");
}

describe("items 108, 120: the parameters of a deployment", () => {
  it("name an account for every office of the role table", async () => {
    const { offices } = await loadParameters(join(FOLDER, "localhost.json"), door);
    expect(Object.keys(offices)).to.deep.equal([...OFFICES]);
    expect(readdirSync(FOLDER)).to.deep.equal(["localhost.json", "testnet.example.json"]);
  });

  it("are refused while an office has no account, as the example for a public network is", async () => {
    const { code, sentence, others } = await refusalOf(join(FOLDER, "testnet.example.json"));
    expect(code).to.equal("office-zero");
    expect(sentence).to.contain("Suite.admin").and.to.contain("La oficina «admin» no tiene dirección.");
    expect(others).to.have.length(OFFICES.length - 1);
  });

  it("are refused when two offices have one account", async () => {
    const buyer = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    const { code, exitCode, sentence } = await refusalOf(await changed({ buyer }));
    expect([code, exitCode]).to.deep.equal(["office-duplicate", 2]);
    expect(sentence).to.contain(`Las oficinas «buyer» y «admin» tienen la misma cuenta, ${buyer}.`);
  });

  it("are refused when an office's name is not in the role table", async () => {
    const { code } = await refusalOf(await changed({ tesorero: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" }));
    expect(code).to.equal("field-unknown");
  });

  it("keep the deploying account out of every office", async () => {
    const parameters = await loadParameters(join(FOLDER, "localhost.json"), door);
    expect(() => {
      refuseDeployer(parameters, parameters.offices.guardian!.toLowerCase());
    }).to.throw("office-deployer");
    refuseDeployer(parameters, "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
  });
});

describe("roleMarkdown", () => {
  it("prints a row for each role with its functions and delay", () => {
    const lines = roleMarkdown("en").split("\n");
    expect(lines).to.have.length(ROLES.length + 3);
    expect(lines[1]).to.equal("|---|---|---|---|");
    expect(lines).to.include("| Programs office | 21 programs | Treasury.approveProgram | 5 days |");
    expect(roleRows("es").rows.map(([, role]) => role)).to.include("900 guardian");
  });
});

describe("isBuilt", () => {
  const built = { deployedBytecode: "0x6001000000ff", immutableReferences: { a: [{ start: 2, length: 3 }] } };
  it("leaves the immutables aside and nothing else", () => {
    expect(isBuilt("0x6001abcdefff", built)).to.equal(true);
    expect(isBuilt("0x6002abcdefff", built)).to.equal(false);
    expect(isBuilt("0x", built)).to.equal(false);
  });
});
