import { expect } from "chai";
import { network } from "hardhat";

import { SendError } from "../../scripts/lib/send/send-error.ts";
import { ACTS, SIGNINGS } from "../../scripts/lib/tasks/acts/index.ts";
import { ACT_TASKS, SIGN_TASKS } from "../../scripts/tasks/list.ts";
import { DAY } from "../helpers/agreement.ts";
import type { Connection, ContractOptions } from "../helpers/suite.ts";
import { deskFixture, RUTS, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const digest = (digit: string): string => `0x${digit.repeat(64)}`;
const paper = (digit: string) => ({ huella: digest(digit), enlace: "https://www.quilmahue.example/doc.pdf" });
const contrato = "escritura.json";

/** An instant of the chain's clock, so many seconds ahead, as files write it. */
const at = async (seconds: bigint): Promise<string> => {
  const instant = BigInt(await networkHelpers.time.latest()) + seconds;
  return `${new Date(Number(instant) * 1_000).toISOString().slice(0, 19)}Z`;
};

async function desk() {
  return deskFixture(connection);
}

/** A desk at which a contract of the given terms is open. */
async function openedDesk(options: ContractOptions = {}): Promise<TestDesk> {
  const office = new TestDesk(await networkHelpers.loadFixture(desk));
  await office.open(options);
  return office;
}

describe("the acts of the offices, rehearsed, done and repeated", () => {
  it("are the commands that the command line has", () => {
    expect(Object.keys(ACT_TASKS).sort()).to.deep.equal(Object.keys(ACTS).sort());
    for (const name of ["tender score", "tender conflict"]) {
      const { es, en } = ACT_TASKS[name]!;
      for (const words of [es, en]) expect(words, name).to.contain("--account");
    }
    expect(Object.keys(SIGN_TASKS).sort()).to.deep.equal(Object.keys(SIGNINGS).sort());
  });

  it("treasury: line, appropriation, closing, sweep, pause", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    await office.perform("treasury allow-token", { token: "prueba", permitido: false });
    await office.perform("treasury allow-token", { token: "prueba", permitido: true });
    await office.perform("treasury open-line", { token: "prueba", organismo: RUTS.buyer, item: "31-02-005" });
    await office.perform("treasury fund", { linea: 2, monto: "3.000", totalAsignado: "3.000" });
    await office.perform("treasury fund", { linea: 2, monto: "2.000", totalAsignado: "5.000" });
    expect(office.lines.join("\n")).to.contain(`ERC20.approve(spender: "${office.address("treasury")}", amount: 2000)`);
    await office.perform("treasury close-line", { linea: 2 });
    await office.perform("treasury sweep", { linea: 2 });
    await office.perform("treasury pause", { motivo: digest("1") });
    await office.perform("contract pause", { motivo: digest("1") });
    await office.perform("contract threshold", { token: "prueba", milUtm: "70.100.000" });
  });

  it("treasury: a payment that the token refused is sent on later", async () => {
    const office = await openedDesk();
    const { token, supplier } = office.fixture;
    await token.setBlocked(supplier, true);
    await office.perform("contract deliver", { contrato, hito: 1, evidencia: paper("2") });
    await office.perform("contract accept", { contrato, hito: 1, evidencia: digest("2") });
    await token.setBlocked(supplier, false);
    await office.perform("treasury withdraw", { entidad: RUTS.supplier, token: "prueba" });
    expect(office.lines.join("\n")).to.contain("Enviar a RUT 76.123.456-0 su crédito de 18.000.000 tCLP.");
  });

  it("a delayed call is scheduled, waited for, and made by the office itself", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    const programa = await office.fixture.escrow.getAddress();
    const file = office.file({ programa, aprobado: false });
    await office.run("treasury approve-program", file, { schedule: true });
    expect(office.lines.join("\n")).to.contain(`= treasury.approveProgram(program: "${programa}", approved: false)`);
    expect((await office.run("treasury approve-program", file, { schedule: true })).alreadyDone).to.equal(true);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await office.run("treasury approve-program", file);
    expect(await office.fixture.treasury.isProgramApproved(programa)).to.equal(false);
  });

  it("registry: suspension, recovery, veto, decision and a change of one's own account", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    const { stranger, factor } = office.fixture;
    const entidad = RUTS.supplier;
    await office.perform("registry suspend", { entidad, hasta: await at(30n * DAY), motivo: digest("3") });
    await office.perform("registry lift", { entidad, motivo: digest("4") });
    await office.perform("registry recover", { entidad, cuenta: stranger.address });
    await office.perform("registry veto-recovery", { entidad });
    await office.perform("registry decide", { entidad, aprobado: false, motivo: digest("5") });
    const own = { entidad: RUTS.factor, cuenta: stranger.address };
    await office.perform("registry rotate", own, factor.address);
    await office.perform("registry cancel-rotation", { entidad: RUTS.factor });
  });

  it("registry: an account that takes the place of another", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    const { stranger, registry, supplierId } = office.fixture;
    const entidad = RUTS.supplier;
    await office.perform("registry rotate", { entidad, cuenta: stranger.address });
    await office.perform("registry veto-rotation", { entidad });
    await office.perform("registry decide", { entidad, aprobado: true, motivo: digest("6") });
    await networkHelpers.time.increase(7n * DAY);
    await office.perform("registry accept", { entidad });
    expect(await registry.accountOf(supplierId)).to.equal(stranger.address);
  });

  it("contract: announced, objected to and annulled", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    await office.draft();
    await office.perform("contract announce", { contrato });
    await office.perform("contract object-award", { contrato, motivo: paper("7") }, office.fixture.factor.address);
    await office.perform("contract annul", { contrato, motivo: digest("8") });
  });

  it("contract: objection, dispute, offers, ruling, default and an objection that stands", async () => {
    const office = await openedDesk();
    for (const hito of [1, 2, 3]) {
      await office.perform("contract deliver", { contrato, hito, evidencia: paper("9") });
      const objected = { contrato, hito, evidencia: digest("9"), monto: "4.000.000", motivo: paper("a") };
      await office.perform("contract object", objected);
    }
    await office.perform("contract dispute", { contrato, hito: 1, motivo: paper("b") });
    await office.perform("contract dispute", { contrato, hito: 2, motivo: paper("b") });
    const share = { contrato, hito: 1, materia: "entrega", alProveedor: "1.000.000" };
    await office.perform("contract offer", share);
    await office.perform("contract accept-offer", share);
    await networkHelpers.time.increase(5n * DAY + 1n);
    const ruling = { contrato, hito: 2, materia: "entrega", alProveedor: "3.000.000", fallo: digest("c") };
    await office.perform("contract rule", ruling);
    await networkHelpers.time.increase(26n * DAY);
    await office.perform("contract uphold", { contrato, hito: 3 });
  });

  it("contract: advance, certificates, assignment, silence and the end with its bonds", async () => {
    const amounts = [20_000_000n, 20_000_000n];
    const annex = { performanceBond: 5_000_000n, advanceBond: 4_000_000n };
    const office = await openedDesk({ amounts, certificates: 1n, terms: { advance: 4_000_000n }, annex });
    await office.perform("contract advance", { contrato });
    for (const hito of [1, 2]) {
      await office.perform("contract deliver", { contrato, hito, evidencia: paper("d") });
    }
    await office.perform("contract assign", { contrato, hito: 2, cesionario: RUTS.factor });
    await networkHelpers.time.increase(9n * DAY);
    for (const hito of [1, 2]) {
      await office.perform("contract certificate request", { contrato, hito, certificado: 0, respaldo: paper("e") });
    }
    const granted = { contrato, hito: 1, certificado: 0, documento: digest("e") };
    await office.perform("contract certificate grant", granted);
    const refused = { contrato, hito: 2, certificado: 0, monto: "2.000.000", motivo: paper("f") };
    await office.perform("contract certificate refuse", refused);
    await office.perform("contract settle", { contrato, hito: 1 });
    const unsettled = office.file({ contrato, hito: 2 });
    await office.run("contract settle", unsettled);
    await networkHelpers.time.increase(66n * DAY);
    await office.perform("contract default", { contrato, hito: 2, materia: "certificado-0" });
    const claim = { contrato, monto: "1.000.000", motivo: paper("1") };
    await office.perform("contract claim-bond", claim);
    await networkHelpers.time.increase(6n * DAY);
    await office.perform("contract rule", {
      ...{ contrato, materia: "garantia", alProveedor: "1.000.000", fallo: digest("1") },
    });
    await networkHelpers.time.increase(55n * DAY);
    await office.perform("contract final", { contrato, observado: "0" });
    await office.perform("contract retention", { contrato });
    await office.perform("contract return-advance-bond", { contrato });
    await networkHelpers.time.increase(400n * DAY);
    await office.perform("contract return-bond", { contrato });
  });

  it("contract: a change and an end that both sides sign", async () => {
    const office = await openedDesk();
    const order = {
      ...{ contrato, documento: digest("2"), firmaHasta: await at(DAY) },
      hitos: [{ hito: 3, monto: "15.000.000", desde: await at(0n), vence: await at(100n * DAY) }],
    };
    const { buyer, supplier } = office.fixture;
    await office.sign("contract sign-change", order, "organismo.json", buyer.address);
    await office.sign("contract sign-change", order, "proveedor.json", supplier.address);
    const both = { contrato, firmaOrganismo: "organismo.json", firmaProveedor: "proveedor.json" };
    await office.perform("contract change", both);
    const end = { contrato, documento: digest("3"), firmaHasta: await at(DAY) };
    await office.sign("contract sign-termination", end, "organismo.json", buyer.address);
    await office.sign("contract sign-termination", end, "proveedor.json", supplier.address);
    await office.perform("contract agree-termination", both);
  });

  it("contract: a fine and a termination with all their steps, and a contract that expires", async () => {
    const office = await openedDesk();
    const late = { contrato, hito: 1 };
    await networkHelpers.time.increase(35n * DAY);
    await office.perform("contract deliver", { ...late, evidencia: paper("4") });
    await office.perform("contract fine notice", { ...late, motivo: paper("4") });
    await office.perform("contract fine defend", { ...late, descargos: paper("5") });
    const decided = { monto: "500.000", resolucion: digest("6") };
    await office.perform("contract fine decide", { ...late, ...decided });
    await office.perform("contract fine appeal", { ...late, apelacion: paper("7") });
    await office.perform("contract fine review", { ...late, ...decided });
    await office.perform("contract fine close", late);
    await office.perform("contract termination notice", { contrato, causal: 2, motivo: paper("8") });
    await office.perform("contract termination defend", { contrato, descargos: paper("9") });
    const end = { contrato, terminar: true, garantiaPerdida: "0", resolucion: digest("a") };
    await office.perform("contract termination decide", end);
    await office.perform("contract termination appeal", { contrato, apelacion: paper("b") });
    await office.perform("contract termination review", { ...end, terminar: false });
    await office.perform("contract termination close", { contrato });
    await networkHelpers.time.increase(331n * DAY);
    await office.perform("contract expire", { contrato });
  });

  it("contract: a fine that the buyer's own arrears hold off", async () => {
    const office = await openedDesk();
    await office.perform("contract deliver", { contrato, hito: 1, evidencia: paper("d") });
    await networkHelpers.time.increase(63n * DAY);
    await office.perform("contract deliver", { contrato, hito: 2, evidencia: paper("d") });
    await office.perform("contract fine notice", { contrato, hito: 2, motivo: paper("e") });
    await office.perform("contract fine resist", { contrato, hito: 2, contratoEnMora: contrato, hitoEnMora: 1 });
  });

  it("goes on after a refusal though the account has done other things since", async () => {
    const office = await openedDesk();
    const { inspector } = office.fixture;
    const file = office.file({ contrato, hito: 1, evidencia: digest("c") });
    const refusal = await office.run("contract accept", file).catch((thrown: unknown) => thrown);
    expect(refusal).to.be.instanceOf(SendError).and.to.have.property("code", "step-refused");
    await inspector.sendTransaction({ to: inspector.address });
    await office.perform("contract deliver", { contrato, hito: 1, evidencia: paper("c") });
    const { steps } = await office.run("contract accept", file);
    expect(steps.map(({ status }) => status)).to.deep.equal(["final"]);
  });
});
