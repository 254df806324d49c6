import { expect } from "chai";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import { MockTender__factory } from "../../typechain-types/index.js";
import { DAY } from "../helpers/agreement.ts";
import { awardingContract, AWARDING_ROLE } from "../helpers/tender.ts";
import type { Connection } from "../helpers/suite.ts";
import { deskFixture, RUTS, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const REASON = `0x${"5".repeat(64)}`;

async function desk() {
  return deskFixture(connection);
}

async function anyDesk(): Promise<TestDesk> {
  return new TestDesk(await networkHelpers.loadFixture(desk));
}

/** Does what the administrator does with its delay: schedules, waits, and does it; typed again it is done. */
async function performDelayed(office: TestDesk, name: string, content: object): Promise<void> {
  const file = office.file(content);
  await office.run(name, file, { schedule: true });
  await networkHelpers.time.increase(5n * DAY + 1n);
  await office.run(name, file);
  expect((await office.run(name, file)).alreadyDone, `${name}, repeated`).to.equal(true);
}

async function refusalOf(run: Promise<unknown>) {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return describeError(error, INTERFACES, "es");
}

describe("the administrator's commands", () => {
  it("give and take a role after the delay, and not before", async () => {
    const office = await anyDesk();
    const { manager, stranger } = office.fixture;
    const second = { rol: "buyer", cuenta: stranger.address };
    expect((await refusalOf(office.run("access grant", office.file(second)))).code).to.equal("step-refused");
    await performDelayed(office, "access grant", second);
    expect(office.lines.join("\n")).to.contain(`Dar a ${stranger.address} el rol 100, «Organismo comprador».`);
    expect((await manager.hasRole(100n, stranger)).isMember).to.equal(true);
    await performDelayed(office, "access revoke", second);
    expect((await manager.hasRole(100n, stranger)).isMember).to.equal(false);
  });

  it("give a role with the delay of the role table", async () => {
    const office = await anyDesk();
    await performDelayed(office, "access grant", { rol: "programs", cuenta: office.fixture.stranger.address });
    const { executionDelay } = await office.fixture.manager.hasRole(21n, office.fixture.stranger);
    expect(executionDelay).to.equal(5n * DAY);
  });

  it("let a tender award, and no account without code", async () => {
    const office = await anyDesk();
    const { opening, deployer, stranger, manager } = office.fixture;
    const tender = await new MockTender__factory(deployer).deploy(opening);
    const person = office.file({ rol: "awarding", cuenta: stranger.address });
    const refusal = await refusalOf(office.run("access grant", person, { schedule: true }));
    expect(refusal).to.include({ code: "role-for-contracts", exitCode: 2 });
    await performDelayed(office, "access grant", { rol: "awarding", cuenta: await tender.getAddress() });
    expect((await manager.hasRole(AWARDING_ROLE, tender)).isMember).to.equal(true);
  });

  it("take a scheduled call back, of their own or of an office with a delay", async () => {
    const office = await anyDesk();
    const { escrow, admin, stranger } = office.fixture;
    const own = office.file({ rol: "buyer", cuenta: stranger.address });
    const theirs = office.file({ programa: await escrow.getAddress(), aprobado: false });
    await office.run("access grant", own, { schedule: true });
    await office.run("treasury approve-program", theirs, { schedule: true });
    await office.run("access grant", own, { cancel: true });
    await office.run("treasury approve-program", theirs, { cancel: true, account: admin.address });
    expect((await office.run("access grant", own, { cancel: true })).alreadyDone).to.equal(true);
    await networkHelpers.time.increase(5n * DAY + 1n);
    for (const [name, file] of [["access grant", own] as const, ["treasury approve-program", theirs] as const]) {
      expect((await refusalOf(office.run(name, file))).code, name).to.equal("step-refused");
    }
  });
});

describe("contract lapse-reservation", () => {
  it("returns to its line what an award reserved and did not use, once its time is over", async () => {
    const office = await anyDesk();
    const { treasury, opening, token, buyerId, lineId } = office.fixture;
    const tender = await awardingContract(connection, office.fixture);
    await tender.reserve(lineId, token, buyerId, 1_000_000n, REASON);
    const { until } = await opening.getReservation(tender, REASON);
    const file = { adjudicacion: await tender.getAddress(), registro: REASON };
    expect((await refusalOf(office.run("contract lapse-reservation", office.file(file)))).code).to.equal(
      "step-refused",
    );
    await networkHelpers.time.increaseTo(until + 1n);
    await office.perform("contract lapse-reservation", file);
    expect(office.lines.join("\n")).to.contain("Devolver a su línea los 1.000.000 tCLP");
    expect((await treasury.getLine(lineId)).balance.committed).to.equal(0n);
  });
});

describe("--calldata", () => {
  it("tells what a multisig sends, sends nothing, and does the act when it is sent so", async () => {
    const office = await anyDesk();
    const { treasury, token, manager, admin, provider } = office.fixture;
    const multisig = "0x00000000000000000000000000000000005afe01";
    await manager.connect(admin).schedule(manager, grantOf(office, multisig), 0n);
    await networkHelpers.time.increase(5n * DAY);
    await manager.connect(admin).execute(manager, grantOf(office, multisig));
    await token.mint(multisig, 1_000n);
    const file = office.file({ linea: 1, monto: "1.000", totalAsignado: "500.001.000" });
    const block = await provider.getBlockNumber();

    const { transactions } = await office.run("treasury fund", file, { calldata: true, account: multisig });

    expect(await provider.getBlockNumber()).to.equal(block);
    expect(transactions?.map(({ to }) => to)).to.deep.equal([await token.getAddress(), await treasury.getAddress()]);
    expect(transactions?.[1]?.what.es).to.contain("Asignar 1.000 tCLP a la línea 1");
    for (const { data } of transactions ?? []) expect(office.lines).to.include(`   datos: ${data}`);
    await networkHelpers.impersonateAccount(multisig);
    await networkHelpers.setBalance(multisig, 10n ** 18n);
    const signer = await provider.getSigner(multisig);
    for (const { to, data } of transactions ?? []) await signer.sendTransaction({ to, data });
    expect((await treasury.getLine(1n)).balance.available).to.equal(500_001_000n);
    const again = await office.run("treasury fund", file, { calldata: true, account: multisig });
    expect(again.alreadyDone).to.equal(true);
  });

  it("says why the chain would refuse it, before anybody signs", async () => {
    const office = await anyDesk();
    const file = office.file({ entidad: RUTS.supplier, motivo: REASON });
    const asked = office.run("registry lift", file, { calldata: true });
    expect(await refusalOf(asked)).to.include({ code: "step-refused", exitCode: 1 });
  });
});

/** The call that makes an account a budget office. */
function grantOf(office: TestDesk, account: string): string {
  return office.fixture.manager.interface.encodeFunctionData("grantRole", [20n, account, 0n]);
}
