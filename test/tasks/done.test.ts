import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { INTERFACES } from "../../scripts/lib/tasks/contracts.ts";
import { loadDeed } from "../../scripts/lib/tasks/deed-file.ts";
import { MockClp__factory } from "../../typechain-types/index.js";
import { DAY, documentOf } from "../helpers/agreement.ts";
import type { Connection, ContractOptions } from "../helpers/suite.ts";
import { deskFixture, RUTS, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const digest = (digit: string): string => `0x${digit.repeat(64)}`;
const paper = (digit: string) => ({ huella: digest(digit), enlace: "https://www.quilmahue.example/doc.pdf" });
const contrato = "escritura.json";
const delivered = { contrato, hito: 1, evidencia: paper("1") };

async function desk() {
  return deskFixture(connection);
}

async function anyDesk(): Promise<TestDesk> {
  return new TestDesk(await networkHelpers.loadFixture(desk));
}

async function openedDesk(options: ContractOptions = {}): Promise<TestDesk> {
  const office = await anyDesk();
  await office.open(options);
  return office;
}

/** A desk with an objection in dispute. */
async function disputedDesk(): Promise<TestDesk> {
  const office = await openedDesk();
  await office.perform("contract deliver", delivered);
  const objected = { contrato, hito: 1, evidencia: digest("1"), monto: "4.000.000", motivo: paper("2") };
  await office.perform("contract object", objected);
  await office.perform("contract dispute", { contrato, hito: 1, motivo: paper("3") });
  return office;
}

/** An act that is not the one on the record: the chain says why it cannot be done, and nobody is told that it is. */
async function expectRefused(office: TestDesk, name: string, content: object, account?: string): Promise<void> {
  const error: unknown = await office.run(name, office.file(content), account === undefined ? {} : { account }).then(
    ({ alreadyDone }) => (alreadyDone ? "already done" : "done"),
    (thrown: unknown) => thrown,
  );
  expect(error, name).not.to.be.a("string");
  expect(describeError(error, INTERFACES, "es"), name).to.include({ code: "step-refused", exitCode: 1 });
}

/** An act that is sent though another like it is on the record. */
async function expectSent(office: TestDesk, name: string, content: object, account?: string): Promise<void> {
  const given = account === undefined ? {} : { account };
  const { steps } = await office.run(name, office.file(content), given);
  expect(
    steps.map(({ status }) => status),
    name,
  ).to.deep.equal(["final"]);
}

describe("what a command takes for done is what its file says", () => {
  it("an offer of one's own that stands, not the other side's nor an earlier one", async () => {
    const office = await disputedDesk();
    const supplier = office.fixture.supplier.address;
    const share = (alProveedor: string) => ({ contrato, hito: 1, materia: "entrega", alProveedor });
    await office.perform("contract offer", share("1.000.000"));
    await expectSent(office, "contract offer", share("1.000.000"), supplier);
    await office.perform("contract offer", share("2.000.000"));
    await expectSent(office, "contract offer", share("1.000.000"));
    const { id } = await loadDeed(join(office.folder, contrato), (await office.context()).door);
    const { buyerOffer, supplierOffer } = await office.fixture.court.getCase(id, 0, 0);
    expect([buyerOffer, supplierOffer]).to.deep.equal([1_000_000n, 1_000_000n]);
  });

  it("a ruling, not a settlement nor another ruling", async () => {
    const office = await disputedDesk();
    const share = { contrato, hito: 1, materia: "entrega", alProveedor: "1.000.000" };
    await office.perform("contract offer", share);
    await office.perform("contract accept-offer", share);
    await expectRefused(office, "contract accept-offer", { ...share, alProveedor: "1.500.000" });
    await expectRefused(office, "contract rule", { ...share, fallo: digest("4") });
    await expectRefused(office, "contract default", { contrato, hito: 1, materia: "entrega" });
    await expectRefused(office, "contract dispute", { contrato, hito: 1, motivo: paper("5") });
  });

  it("a certificate granted, not refused, and refused, not granted nor in another amount", async () => {
    const office = await openedDesk({ certificates: 1n });
    await office.perform("contract deliver", delivered);
    await office.perform("contract deliver", { ...delivered, hito: 2 });
    await office.perform("contract accept", { contrato, hito: 1, evidencia: digest("1") });
    await office.perform("contract accept", { contrato, hito: 2, evidencia: digest("1") });
    const asked = (hito: number) => ({ contrato, hito, certificado: 0 });
    await office.perform("contract certificate request", { ...asked(1), respaldo: paper("6") });
    await office.perform("contract certificate request", { ...asked(2), respaldo: paper("6") });
    await expectRefused(office, "contract certificate request", { ...asked(1), respaldo: paper("7") });
    const { address } = office.fixture.certifier;
    const refusal = (hito: number, monto: string) => ({ ...asked(hito), monto, motivo: paper("8") });
    await office.perform("contract certificate grant", { ...asked(1), documento: digest("9") }, address);
    await expectRefused(office, "contract certificate refuse", refusal(1, "1.000.000"), address);
    await office.perform("contract certificate refuse", refusal(2, "1.000.000"), address);
    await expectRefused(office, "contract certificate refuse", refusal(2, "2.000.000"), address);
    await expectRefused(office, "contract certificate grant", { ...asked(2), documento: digest("9") }, address);
  });

  it("a fine decided and reviewed in the same amount, and noticed for the same reason", async () => {
    const office = await openedDesk();
    const fined = { contrato, hito: 1 };
    await networkHelpers.time.increase(35n * DAY);
    await office.perform("contract deliver", delivered);
    await office.perform("contract fine notice", { ...fined, motivo: paper("a") });
    await expectRefused(office, "contract fine notice", { ...fined, motivo: paper("b") });
    await office.perform("contract fine defend", { ...fined, descargos: paper("c") });
    await expectRefused(office, "contract fine defend", { ...fined, descargos: paper("d") });
    await office.perform("contract fine decide", { ...fined, monto: "500.000", resolucion: digest("e") });
    await expectRefused(office, "contract fine decide", { ...fined, monto: "400.000", resolucion: digest("e") });
    await office.perform("contract fine appeal", { ...fined, apelacion: paper("f") });
    await expectRefused(office, "contract fine appeal", { ...fined, apelacion: paper("a") });
    await office.perform("contract fine review", { ...fined, monto: "300.000", resolucion: digest("e") });
    await expectRefused(office, "contract fine review", { ...fined, monto: "500.000", resolucion: digest("e") });
  });

  it("a termination decided and reviewed in the same sense", async () => {
    const office = await openedDesk();
    await office.perform("contract termination notice", { contrato, causal: 2, motivo: paper("1") });
    await expectRefused(office, "contract termination notice", { contrato, causal: 3, motivo: paper("1") });
    await office.perform("contract termination defend", { contrato, descargos: paper("2") });
    await expectRefused(office, "contract termination defend", { contrato, descargos: paper("3") });
    const end = { contrato, terminar: true, garantiaPerdida: "0", resolucion: digest("4") };
    await office.perform("contract termination decide", end);
    await expectRefused(office, "contract termination decide", { ...end, terminar: false });
    await office.perform("contract termination appeal", { contrato, apelacion: paper("5") });
    await expectRefused(office, "contract termination appeal", { contrato, apelacion: paper("6") });
    await office.perform("contract termination review", { ...end, terminar: false });
    await expectRefused(office, "contract termination review", end);
  });

  it("a final acceptance, not an objection, and a bond claimed in the same amount", async () => {
    const office = await openedDesk({ amounts: [40_000_000n], annex: { performanceBond: 5_000_000n } });
    await office.perform("contract claim-bond", { contrato, monto: "1.000.000", motivo: paper("7") });
    await expectRefused(office, "contract claim-bond", { contrato, monto: "2.000.000", motivo: paper("7") });
    await office.perform("contract deliver", delivered);
    await office.perform("contract accept", { contrato, hito: 1, evidencia: digest("1") });
    await networkHelpers.time.increase(60n * DAY + 1n);
    await office.perform("contract final", { contrato, observado: "0" });
    await expectRefused(office, "contract final", { contrato, observado: "1.000", motivo: digest("8") });
  });

  it("an announcement with the same date", async () => {
    const office = await anyDesk();
    await office.draft();
    const now = BigInt(await networkHelpers.time.latest());
    const from = (days: bigint) => `${new Date(Number(now + days * DAY) * 1_000).toISOString().slice(0, 19)}Z`;
    await office.perform("contract announce", { contrato, abreDesde: from(20n) });
    await expectRefused(office, "contract announce", { contrato, abreDesde: from(30n) });
  });

  it("a line of the same item in the same token", async () => {
    const office = await anyDesk();
    const { treasury, budgetOffice, deployer } = office.fixture;
    const other = await new MockClp__factory(deployer).deploy(0);
    await treasury.connect(budgetOffice).allowToken(other, true);
    const line = { organismo: RUTS.buyer, item: "31-02-006" };
    await office.perform("treasury open-line", { ...line, token: "prueba" });
    await expectSent(office, "treasury open-line", { ...line, token: await other.getAddress() });
    expect(await treasury.lineCount()).to.equal(3n);
  });

  it("a suspension whose date has passed, not another", async () => {
    const office = await anyDesk();
    const now = BigInt(await networkHelpers.time.latest());
    const hasta = `${new Date(Number(now + 30n * DAY) * 1_000).toISOString().slice(0, 19)}Z`;
    const suspended = office.file({ entidad: RUTS.supplier, hasta, motivo: digest("1") });
    await office.run("registry suspend", suspended);
    await networkHelpers.time.increase(31n * DAY);
    expect((await office.run("registry suspend", suspended)).alreadyDone).to.equal(true);
    const other = office.file({ entidad: RUTS.supplier, hasta, motivo: digest("2") });
    const error: unknown = await office.run("registry suspend", other).catch((thrown: unknown) => thrown);
    expect(describeError(error, INTERFACES, "es")).to.include({ code: "date-past", exitCode: 2 });
  });

  it("a suspension, a lifting and a pause that stand now", async () => {
    const office = await anyDesk();
    const { treasury, supplierId, registry } = office.fixture;
    const now = BigInt(await networkHelpers.time.latest());
    const hasta = `${new Date(Number(now + 300n * DAY) * 1_000).toISOString().slice(0, 19)}Z`;
    const suspended = { entidad: RUTS.supplier, hasta, motivo: digest("1") };
    const lifted = { entidad: RUTS.supplier, motivo: digest("2") };
    for (let round = 0; round < 2; round++) {
      await expectSent(office, "registry suspend", suspended);
      await expectSent(office, "registry lift", lifted);
      expect((await office.run("registry lift", office.file(lifted))).alreadyDone).to.equal(true);
    }
    expect(await registry.isActive(supplierId, 1)).to.equal(true);
    const pause = { motivo: documentOf("breach").digest };
    await office.perform("treasury pause", pause);
    await expectRefused(office, "treasury pause", { motivo: digest("3") });
    await networkHelpers.time.increase(200n * DAY);
    const before = await treasury.pausedAt();
    await expectSent(office, "treasury pause", pause);
    expect(await treasury.pausedAt()).to.be.greaterThan(before);
  });
});
