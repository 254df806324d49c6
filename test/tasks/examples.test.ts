import { cpSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { CodedError } from "../../scripts/lib/messages/coded-error.ts";
import { draftContract } from "../../scripts/lib/tasks/draft-contract.ts";
import { auditSuite, refuseMismatch } from "../../scripts/lib/tasks/suite-audit.ts";
import { contractStatus } from "../../scripts/lib/tasks/contract-status.ts";
import { loadDeed } from "../../scripts/lib/tasks/deed-file.ts";
import { sayIn } from "../../scripts/lib/tasks/say.ts";
import { treasuryStatus } from "../../scripts/lib/tasks/treasury-status.ts";
import type { Connection } from "../helpers/suite.ts";
import { bareFixture, TestDesk } from "./support.ts";

const START = Date.parse("2028-12-20T12:00:00Z") / 1_000;
const connection: Connection = await network.create({ override: { initialDate: new Date(START * 1_000) } });
const { networkHelpers } = connection;

const EXAMPLES = new URL("../../scripts/tasks/examples", import.meta.url).pathname;

async function bare() {
  return bareFixture(connection);
}

describe("the example files, in the order of an office's day", () => {
  it("accredit both sides, award a contract, pay a milestone and reconcile", async () => {
    const fixture = await networkHelpers.loadFixture(bare);
    const day = new TestDesk(fixture);
    cpSync(EXAMPLES, day.folder, { recursive: true });
    const path = (name: string): string => join(day.folder, name);
    const { budgetOffice } = fixture;
    const supplier = "0x2546BcD3c84621e976D8185a91A922aE77ECEc30";
    for (const holder of [budgetOffice.address, supplier]) await fixture.token.mint(holder, 300_000_000n);

    await day.run("treasury allow-token", path("token.json"));
    await day.run("contract threshold", path("umbral.json"));
    for (const party of ["organismo", "proveedor"]) {
      await day.signFile("registry sign-accreditation", path(`${party}.json`), `${party}.firmado.json`);
      await day.run("registry accredit", path(`${party}.firmado.json`));
    }
    await day.run("treasury open-line", path("linea.json"));
    await day.run("treasury fund", path("asignacion.json"));
    const { deedFile, lines } = await draftContract(path("obra.json"), await day.context(), "es");
    expect(lines[0]).to.contain("(77.905.124-2) por 40.000.000 tCLP de la línea 1.");
    day.file(deedFile, "escritura.json");
    await day.run("treasury approve", path("garantia.json"));
    await day.signFile("contract sign", path("firmar.json"), "firma.json");
    await day.run("contract announce", path("publicar.json"));
    await networkHelpers.time.increaseTo(Date.parse("2029-01-03T12:00:00Z") / 1_000);
    await day.run("contract award", path("adjudicar.json"));
    await day.run("contract deliver", path("entrega.json"));
    const context = await day.context();
    const { pending } = await contractStatus(await loadDeed(path("escritura.json"), context.door), context);
    const said = pending.map(({ status, who }) => [status, who].map((words) => words(sayIn("en", day.unit))));
    expect(said).to.deep.equal([
      ["under review", "inspector"],
      ["scheduled", "supplier"],
      ["held", "anyone"],
    ]);
    await networkHelpers.time.increase(9 * 86_400);
    await day.run("contract settle", path("pago.json"));

    const { tokens, deposits, lines: budget } = await treasuryStatus(await day.context());
    expect(deposits.map(({ owner, amount }) => [owner, amount])).to.deep.equal([["RUT 77.905.124-2", 2_000_000n]]);
    expect(budget[0]).to.include({ owner: "RUT 69.998.700-K", available: 220_000_000n, committed: 17_000_000n });
    expect(tokens[0]).to.include({ balance: 239_000_000n, held: 2_000_000n, credits: 0n, surplus: 0n });
  });

  it("tell a deployment whose deployer kept a role, and code that is not the build's", async () => {
    const fixture = await networkHelpers.loadFixture(bare);
    const context = await new TestDesk(fixture).context();
    const built = () => Promise.resolve({ deployedBytecode: "0x6001" });
    const audit = await auditSuite(context, built, fixture.guardian.address);
    expect(audit.deployerHolds).to.deep.equal(["guardian"]);
    expect(audit.contracts.filter(({ matchesBuild }) => matchesBuild)).to.deep.equal([]);
    const parts = [...audit.contracts.map(({ name }) => name), "deployer: guardian"].join(", ");
    expect(() => {
      refuseMismatch(audit);
    })
      .to.throw(CodedError, "suite-mismatch")
      .with.property("params")
      .deep.equal({ parts });
  });
});
