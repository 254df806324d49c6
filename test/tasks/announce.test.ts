import { expect } from "chai";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { loadDeed } from "../../scripts/lib/tasks/deed-file.ts";
import type { Connection } from "../helpers/suite.ts";
import { deskFixture, TestDesk } from "./support.ts";

/** A Monday in September 2028; the national holidays are the Monday and Tuesday after it. */
const START = Date.parse("2028-09-11T12:00:00Z");
const connection: Connection = await network.create({ override: { initialDate: new Date(START) } });
const { networkHelpers } = connection;
const contrato = "escritura.json";

async function desk() {
  return deskFixture(connection);
}

async function draftedDesk(): Promise<TestDesk> {
  const office = new TestDesk(await networkHelpers.loadFixture(desk));
  await office.draft();
  return office;
}

async function openFromOf(office: TestDesk): Promise<string> {
  const { id } = await loadDeed(`${office.folder}/${contrato}`, (await office.context()).door);
  const { openFrom } = await office.fixture.opening.getAnnouncement(id);
  return new Date(Number(openFrom) * 1_000).toISOString();
}

describe("contract announce", () => {
  it("counts five business days where no date is given, weekends and holidays left aside", async () => {
    const office = await draftedDesk();
    await office.perform("contract announce", { contrato });
    expect(await openFromOf(office)).to.equal("2028-09-21T03:00:00.000Z");
  });

  it("refuses a date before that, though five days have passed, and takes the first and any later", async () => {
    const office = await draftedDesk();
    const early = { contrato, abreDesde: "2028-09-20T23:59:59" };
    const error: unknown = await office.run("contract announce", office.file(early)).catch((thrown: unknown) => thrown);
    const described = describeError(error, [], "es");
    expect(described).to.include({ code: "notice-too-short", exitCode: 2 });
    expect(described.sentence).to.contain("la publicación corre hasta el");
    await office.perform("contract announce", { contrato, abreDesde: "2028-09-21T00:00" });
    expect(await openFromOf(office)).to.equal("2028-09-21T03:00:00.000Z");
  });

  it("is done for the one who types it again days later", async () => {
    const office = await draftedDesk();
    const file = office.file({ contrato });
    await office.run("contract announce", file);
    await networkHelpers.time.increase(3 * 86_400);
    expect((await office.run("contract announce", file)).alreadyDone).to.equal(true);
    const dated = office.file({ contrato, abreDesde: "2028-09-21T00:00" });
    expect((await office.run("contract announce", dated)).alreadyDone).to.equal(true);
    await networkHelpers.time.increase(30 * 86_400);
    expect((await office.run("contract announce", dated)).alreadyDone).to.equal(true);
    const other = office.file({ contrato, abreDesde: "2028-09-22T00:00" });
    const error: unknown = await office.run("contract announce", other).catch((thrown: unknown) => thrown);
    expect(describeError(error, [], "es")).to.include({ code: "date-past", exitCode: 2 });
  });
});
