import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { nodeFiles } from "../../scripts/lib/send/files.ts";
import { saveIdentity } from "../../scripts/lib/send/identity-file.ts";
import type { NetworkIdentity } from "../../scripts/lib/send/network-identity.ts";
import { CONTRACT_NAMES } from "../../scripts/lib/tasks/contracts.ts";
import { formerDeployment, keepFormer } from "../../scripts/lib/tasks/former-deployment.ts";
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

describe("a deployment that is typed again", () => {
  const hash = (digit: string): string => `0x${digit.repeat(64)}`;
  const at = (digit: string) => ({ address: `0x${digit.repeat(40)}`, codeHash: hash("c") });
  const suite = Object.fromEntries(CONTRACT_NAMES.map((name) => [name, at("1")]));
  const former: NetworkIdentity = {
    ...{ chainId: 31_337n, genesis: hash("a"), block: 20 },
    contracts: { ...suite, token: at("2") },
  };
  const again: NetworkIdentity = { ...former, block: 90, contracts: suite };

  it("keeps the test token and the block from which events are read", () => {
    expect(keepFormer(again, former)).to.deep.equal(former);
    const withToken = { ...again, contracts: { ...suite, token: at("3") } };
    expect(keepFormer(withToken, former).contracts.token).to.deep.equal(at("3"));
  });

  it("keeps nothing of another chain, nor of a suite at other addresses", () => {
    const elsewhere = { ...again, contracts: { ...suite, escrow: at("4") } };
    const others = [{ ...again, genesis: hash("b") }, { ...again, chainId: 1_337n }, elsewhere];
    for (const other of others) expect(keepFormer(other, former)).to.equal(other);
    expect(keepFormer(again, null)).to.equal(again);
  });

  it("takes up a record of the same genesis only, and writes anew one that cannot be read", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "erario-identity-")), "identity.json");
    expect(formerDeployment(nodeFiles, file, former.genesis)).to.equal(null);
    await saveIdentity(nodeFiles, file, former);
    expect(formerDeployment(nodeFiles, file, former.genesis)).to.deep.equal(former);
    expect(formerDeployment(nodeFiles, file, hash("b"))).to.equal(null);
    writeFileSync(file, "{");
    expect(formerDeployment(nodeFiles, file, former.genesis)).to.equal(null);
    const broken = {
      ...nodeFiles,
      read: () => {
        throw new Error("EIO");
      },
    };
    expect(() => formerDeployment(broken, file, former.genesis)).to.throw("EIO");
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
