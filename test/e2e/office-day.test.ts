import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { expect } from "chai";
import { Contract } from "ethers";

import { providerOf, startAnvil } from "../send/support/anvil.ts";
import { ACCOUNTS, SUPPLIER_RUT, writeInputs } from "./inputs.ts";
import { deskAt, ROOT, startAnvilNode, startHardhatNode, type Desk, type Ended, type NodeProcess } from "./support.ts";

interface Deployed {
  readonly result: { readonly deployer: string; readonly addresses: Readonly<Record<string, string>> };
}

/** Commands that must all succeed. */
async function succeed(commands: readonly Promise<Ended>[]): Promise<Ended[]> {
  const ended = await Promise.all(commands);
  for (const { code, err, out } of ended) expect(code, `${err}${out}`).to.equal(0);
  return ended;
}

/** Types the deployment and returns what it says to machines. */
async function deploy(desk: Desk, ...flags: readonly string[]): Promise<Deployed["result"]> {
  const [ended] = await succeed([desk.type("suite", "deploy", ...flags, "--send", "--json")]);
  return (JSON.parse(ended!.out) as Deployed).result;
}

/** What a desk's deployment recorded: the network's identity and its beacon. */
const recordsOf = (desk: Desk): unknown[] =>
  ["identity.json", "beacon.json"].map(
    (name) => JSON.parse(readFileSync(desk.path(join("localhost", name)), "utf8")) as unknown,
  );

/** What Ignition keeps of a local chain that will not be there again. */
async function forget(url: string): Promise<void> {
  const provider = providerOf(url);
  const genesis = (await provider.getBlock(0))?.hash ?? "";
  provider.destroy();
  rmSync(join(ROOT, "ignition/deployments", `chain-31337-${genesis.slice(2, 10)}`), { recursive: true, force: true });
}

describe("the tasks, typed at a node in a process of its own", function () {
  this.timeout(300_000);
  let node: NodeProcess;
  let desk: Desk;
  let files: ReturnType<typeof writeInputs>;
  let addresses: Readonly<Record<string, string>>;

  before(async () => {
    node = await startHardhatNode();
    desk = deskAt(node.url);
    files = writeInputs(desk);
    ({ addresses } = await deploy(desk, "--token-prueba"));
  });
  after(async () => {
    await forget(node.url);
    desk.remove();
    await node.stop();
  });

  /** Tokens that somebody has, as the chain says. */
  async function tokensOf(holder: string): Promise<bigint> {
    const provider = providerOf(node.url);
    const token = new Contract(addresses.token!, ["function balanceOf(address) view returns (uint256)"], provider);
    const balance = (await token.getFunction("balanceOf")(holder)) as bigint;
    provider.destroy();
    return balance;
  }

  it("items 112, 121: leaves the deployer without a role and the code of the build on the chain", async () => {
    const [ended] = await succeed([desk.type("suite", "status", "--json")]);
    const { result } = JSON.parse(ended!.out) as {
      result: {
        contracts: { name: string; matchesBuild: boolean }[];
        offices: { office: string; holds: boolean }[];
        deployerHolds: string[];
      };
    };
    expect(result.contracts.map(({ name }) => name)).to.include.members(["treasury", "escrow", "book"]);
    expect(result.contracts.filter(({ matchesBuild }) => !matchesBuild)).to.deep.equal([]);
    expect(result.offices.filter(({ holds }) => !holds)).to.deep.equal([]);
    expect(result.offices).to.have.length(9);
    expect(result.deployerHolds).to.deep.equal([]);
  });

  it("deploys nothing twice, and refuses another beacon for what is deployed, with exit code 2", async () => {
    const [again] = await succeed([desk.type("suite", "deploy", "--token-prueba", "--send")]);
    expect(again!.out).to.contain("Ya está hecho en la cadena: no hay nada que enviar.");
    const other = await desk.type("suite", "deploy", "--faro-prueba", "--send");
    expect(other.code).to.equal(2);
    expect(other.err).to.contain("En esta red ya hay un despliegue, empezado con otros datos.");
  });

  it("accredits both sides, opens a line and sets the threshold", async () => {
    const signed = { buyer: desk.path("organismo.firmado.json"), supplier: desk.path("proveedor.firmado.json") };
    await succeed([
      desk.type("registry", "sign-accreditation", files.buyer, "--output", signed.buyer),
      desk.type("registry", "sign-accreditation", files.supplier, "--output", signed.supplier),
    ]);
    await succeed([
      desk.type("registry", "accredit", signed.buyer, "--send"),
      desk.type("registry", "accredit", signed.supplier, "--send"),
      desk.type("treasury", "allow-token", files.allow, "--send"),
      desk.type("contract", "threshold", files.threshold, "--send"),
    ]);
    await succeed([desk.type("treasury", "open-line", files.line, "--send")]);
  });

  it("says what it would do, and does nothing without --send", async () => {
    const [ended] = await succeed([desk.type("treasury", "fund", files.fund)]);
    expect(ended!.out).to.contain("Asignar 50.000.000 tCLP a la línea 1");
    expect(ended!.out).to.contain("No se envió nada.");
    expect(await tokensOf(addresses.treasury!)).to.equal(0n);
  });

  it("goes on where kill -9 cut it, and sends nothing when typed again", async () => {
    const child = desk.start("treasury", "fund", files.fund, "--send");
    for await (const line of createInterface({ input: child.stdout! })) {
      if (line.startsWith("approve: enviado")) child.kill("SIGKILL");
    }
    expect(await tokensOf(addresses.treasury!)).to.equal(0n);

    await succeed([desk.type("treasury", "fund", files.fund, "--send")]);
    expect(await tokensOf(addresses.treasury!)).to.equal(50_000_000n);

    const [again] = await succeed([desk.type("treasury", "fund", files.fund, "--send")]);
    expect(again!.out).to.contain("Ya está hecho en la cadena: no hay nada que enviar.");
    expect(await tokensOf(addresses.treasury!)).to.equal(50_000_000n);
  });

  it("drafts, signs and awards a contract, and pays an accepted milestone", async () => {
    await succeed([desk.type("contract", "draft", files.work, "--output", desk.path("escritura.json"))]);
    await succeed([desk.type("contract", "sign", files.sign, "--output", desk.path("firma.json"))]);
    await succeed([desk.type("contract", "award", files.award, "--send")]);
    const provider = providerOf(node.url);
    await provider.send("evm_increaseTime", [7_200]);
    await provider.send("evm_mine", []);
    provider.destroy();
    const before = await tokensOf(ACCOUNTS.supplier);
    await succeed([desk.type("contract", "deliver", files.deliver, "--send")]);
    await succeed([desk.type("contract", "accept", files.accept, "--send")]);
    expect((await tokensOf(ACCOUNTS.supplier)) - before).to.equal(23_000_000n);

    const [contract, treasury] = await succeed([
      desk.type("contract", "status", desk.path("escritura.json"), "--lang", "en"),
      desk.type("treasury", "status", "--json"),
    ]);
    expect(contract!.out).to.contain("unpaid 15,000,000 tCLP, retained 2,000,000 tCLP");
    expect(contract!.out).to.match(/milestone 2 .*scheduled .*supplier/);
    const { result } = JSON.parse(treasury!.out) as { result: { tokens: Record<string, string>[] } };
    expect(result.tokens).to.have.length(1);
    expect(result.tokens[0]).to.include({
      ...{ available: "10000000", committed: "17000000", held: "0", credits: "0" },
      ...{ balance: "27000000", surplus: "0" },
    });
  });

  it("tells a refusal of the chain in one sentence, with exit code 1", async () => {
    const ended = await desk.type(
      "treasury",
      "allow-token",
      desk.file("negar.json", { token: "prueba", permitido: false }),
      "--account",
      "19",
    );
    expect(ended.code).to.equal(1);
    expect(ended.err).to.contain("La cadena rechazaría el paso allow-token");
  });

  it("names the option or the argument that is wrong, with exit code 2", async () => {
    const [language, rut] = await Promise.all([
      desk.type("registry", "show", SUPPLIER_RUT, "--lang", "fr"),
      desk.type("registry", "show", "77.905.124-3"),
    ]);
    expect([language.code, rut.code]).to.deep.equal([2, 2]);
    expect(language.err).to.contain("--lang: «fr» no es una de las opciones.");
    expect(rut.err).to.contain("campo rut: El dígito verificador de «77.905.124-3» no corresponde.");
  });

  describe("and at a node of other authors", () => {
    let anvil: NodeProcess;
    before(async () => {
      anvil = await startAnvilNode();
    });
    after(async () => {
      await forget(anvil.url);
      await anvil.stop();
    });

    it("refuses to act on it by another network's record, with exit code 2", async () => {
      const ended = await deskAt(anvil.url, desk.home).type("treasury", "fund", files.fund, "--send");
      expect(ended.code).to.equal(2);
      expect(ended.err).to.match(/génesis|genesis/);
    });

    it("refuses a chain of another number in the reader's language, with exit code 2", async () => {
      const foreign = await startAnvil("--chain-id", "5");
      try {
        const at = deskAt(foreign.url, desk.home);
        const [es, en] = await Promise.all([
          at.type("treasury", "fund", files.fund, "--send"),
          at.type("treasury", "status", "--lang", "en"),
        ]);
        expect([es.code, en.code]).to.deep.equal([2, 2]);
        expect(es.err).to.contain("Red equivocada: se esperaba la cadena 31337 y el nodo responde 5.");
        expect(en.err).to.contain("Wrong network: chain 31337 was expected and the node answers 5.");
        expect(es.err + en.err).not.to.contain("Hardhat");
      } finally {
        await foreign.stop();
      }
    });

    it("says that a node does not answer, with exit code 2", async () => {
      const gone = await startAnvil();
      await gone.stop();
      const ended = await deskAt(gone.url, desk.home).type("treasury", "fund", files.fund, "--send");
      expect(ended.code).to.equal(2);
      expect(ended.err).to.contain("No se pudo hablar con el nodo de la red.");
      expect(ended.err).not.to.contain("Hardhat");
    });

    it("deploys and acts in the same way, and keeps test token and beacon when they are not asked for again", async () => {
      const other = deskAt(anvil.url);
      try {
        const inputs = writeInputs(other);
        const { addresses: first } = await deploy(other, "--token-prueba", "--faro-prueba");
        const recorded = recordsOf(other);
        expect(first).to.have.property("token");
        expect((await deploy(other)).addresses).to.deep.equal(first);
        expect(recordsOf(other)).to.deep.equal(recorded);
        await succeed([other.type("treasury", "allow-token", inputs.allow, "--send")]);
      } finally {
        other.remove();
      }
    });
  });
});
