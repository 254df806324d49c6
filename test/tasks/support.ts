import { mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { Rpc } from "../../scripts/lib/send/rpc.ts";
import { nodeFiles } from "../../scripts/lib/send/files.ts";
import { recordIdentity, type NetworkIdentity } from "../../scripts/lib/send/network-identity.ts";
import { ACTS, SIGNINGS } from "../../scripts/lib/tasks/acts/index.ts";
import { openContext, type TaskContext, type TenderTools } from "../../scripts/lib/tasks/context.ts";
import { CONTRACT_NAMES } from "../../scripts/lib/tasks/contracts.ts";
import { OFFICES } from "../../scripts/lib/tasks/parameters.ts";
import { runAct, type ActResult, type RunActOptions } from "../../scripts/lib/tasks/run-act.ts";
import { runSigning } from "../../scripts/lib/tasks/signing.ts";
import { steadyRunner } from "../../scripts/lib/tasks/steady-runner.ts";
import { PASSWORD_VARIABLE } from "../../scripts/lib/tender/sealed/bid-password.ts";
import { QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import { localBeacon } from "../../scripts/lib/randomness/local-beacon.ts";
import { MockClp__factory } from "../../typechain-types/index.js";
import { documentOf } from "../helpers/agreement.ts";
import { accredit, deploySuite, draftContract, KIND } from "../helpers/suite.ts";
import type { Connection, ContractOptions, LineFixture } from "../helpers/suite.ts";
import { chainOf, QUICK } from "../send/support/runs.ts";

/** A beacon whose key the tests hold; it ticks as quicknet does. */
export const BEACON = localBeacon({ secret: new Uint8Array(32).fill(9), genesis: QUICKNET.genesis, period: 3n });

/** The password of every bidder of the tests. */
export const PASSWORD = "correct horse battery";

/** As quick as the tests of the sending layer, and patient with a chain in this process on a busy machine. */
const SENDING = { ...QUICK, patience: { ...QUICK.patience, timeoutMs: 30_000 } };

export const RUTS = { buyer: "61.002.000-3", supplier: "76.123.456-0", factor: "96.667.560-8" } as const;
const APPROPRIATION = 500_000_000n;

/** The suite and a token of whole pesos, with the network's identity: nothing is accredited or allowed yet. */
export async function bareFixture(connection: Connection) {
  const { chainHash, genesis, period } = BEACON.info;
  const suite = await deploySuite(connection, {
    Tenders: { beaconChainHash: chainHash, beaconGenesis: Number(genesis), beaconPeriod: Number(period) },
  });
  const addresses: Record<string, string> = {};
  for (const name of CONTRACT_NAMES) addresses[name] = await suite[name].getAddress();
  const token = await new MockClp__factory(suite.deployer).deploy(0);
  addresses.token = await token.getAddress();
  const identity = await recordIdentity(chainOf(suite.provider), addresses);
  return { ...suite, token, identity };
}

export type BareFixture = Awaited<ReturnType<typeof bareFixture>>;

/** A suite with both sides and a factoring house accredited, and a funded line in whole pesos. */
export async function deskFixture(connection: Connection) {
  const suite = await bareFixture(connection);
  const { token } = suite;
  const { registry, treasury, accreditor, budgetOffice } = suite;
  const buyerId = await accredit(registry, accreditor, suite.buyer, { kind: KIND.publicBody, number: 61_002_000n });
  const supplierId = await accredit(registry, accreditor, suite.supplier, { kind: KIND.supplier, number: 76_123_456n });
  const factorId = await accredit(registry, accreditor, suite.factor, { kind: KIND.supplier, number: 96_667_560n });
  await treasury.connect(budgetOffice).allowToken(token, true);
  await suite.opening.connect(suite.thresholds).setThreshold(token, 70_000_000n);
  await treasury.connect(budgetOffice).openLine(token, suite.escrow, buyerId, documentOf("31-02-004").digest);
  for (const holder of [budgetOffice, suite.supplier]) await token.mint(holder, 2n * APPROPRIATION);
  await token.connect(budgetOffice).approve(treasury, APPROPRIATION);
  await treasury.connect(budgetOffice).fund(1n, APPROPRIATION);
  return { ...suite, buyerId, supplierId, factorId, lineId: 1n };
}

export type DeskFixture = Awaited<ReturnType<typeof deskFixture>>;

const asText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/** A desk in this process: a folder of input files, and commands run as the tasks run them. */
export class TestDesk<F extends BareFixture = DeskFixture> {
  readonly fixture: F;
  readonly folder = mkdtempSync(join(tmpdir(), "erario-tasks-"));
  readonly lines: string[] = [];
  /** The node that commands read from, where it is not the fixture's own. */
  rpc: Rpc | undefined;
  readonly unit = { decimals: 0, symbol: "tCLP" };
  #files = 0;

  constructor(fixture: F) {
    this.fixture = fixture;
  }

  file(content: unknown, name = `entrada-${String(++this.#files)}.json`): string {
    const path = join(this.folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, asText));
    return path;
  }

  /** Where a contract of the suite is. */
  address(name: string): string {
    return this.fixture.identity.contracts[name]!.address;
  }

  async context(identity: NetworkIdentity = this.fixture.identity): Promise<TaskContext> {
    const actors = this.fixture as unknown as Readonly<Record<string, { address: string }>>;
    const offices = Object.fromEntries(OFFICES.map((office) => [office, actors[office]!.address]));
    const chain = chainOf(this.rpc ?? this.fixture.provider);
    const tenders: TenderTools = {
      beacon: BEACON.info,
      signatureOf: (round) => Promise.resolve(BEACON.sign(round)),
      password: { environment: { [PASSWORD_VARIABLE]: PASSWORD } },
      files: { ...nodeFiles, work: 10 },
    };
    return openContext({ chain, runner: steadyRunner(chain), identity, offices, readFile, tenders });
  }

  async accounts(): Promise<string[]> {
    return (await this.fixture.provider.send("eth_accounts", [])) as string[];
  }

  /** Runs a command on a file. */
  async run(
    name: string,
    file: string,
    options: Partial<Pick<RunActOptions, "send" | "schedule" | "cancel" | "calldata" | "lang">> & {
      account?: string;
    } = {},
  ): Promise<ActResult> {
    return runAct({
      ...{ name, file, act: ACTS[name]!, title: { es: name, en: name }, context: await this.context() },
      ...{ rpc: this.fixture.provider, accounts: await this.accounts(), folder: join(this.folder, "diarios") },
      ...{ account: options.account, send: options.send ?? true, schedule: options.schedule ?? false },
      ...{ cancel: options.cancel ?? false, calldata: options.calldata ?? false },
      ...{ rebuild: false, lang: options.lang ?? "es", sending: SENDING },
      print: (line) => this.lines.push(line),
    });
  }

  /** A command as it should be: a rehearsal that sends nothing, the act, and a repetition that finds it done. */
  async perform(name: string, content: object, account?: string): Promise<void> {
    const file = this.file(content);
    const given = account === undefined ? {} : { account };
    const block = await this.fixture.provider.getBlockNumber();
    await this.run(name, file, { ...given, send: false });
    expect(await this.fixture.provider.getBlockNumber(), `${name}, rehearsed`).to.equal(block);
    const { steps } = await this.run(name, file, given);
    expect(new Set(steps.map(({ status }) => status)), name).to.deep.equal(new Set(["final"]));
    expect((await this.run(name, file, given)).alreadyDone, `${name}, repeated`).to.equal(true);
  }

  /** Has an account sign and writes the signature's file. */
  async sign(name: string, content: object, output: string, account?: string): Promise<void> {
    await this.signFile(name, this.file(content), output, account);
  }

  /** Has an account sign a file and writes the signature's. */
  async signFile(name: string, file: string, output: string, account?: string): Promise<void> {
    const signers = await this.context();
    const signed = await runSigning({
      ...{ signing: SIGNINGS[name]!, file, context: signers, account, lang: "en" },
      ...{ accounts: await this.accounts(), print: (line: string) => this.lines.push(line) },
      sign: async (address, { domain, types, message }) => {
        const signer = await this.fixture.provider.getSigner(address);
        return signer.signTypedData(domain, types, message);
      },
    });
    this.file(signed, output);
  }

  /** Writes the deed of a small contract, as `contract draft` does. */
  async draft(options: ContractOptions = {}): Promise<void> {
    const { deed, schedule, id } = await draftContract(this.fixture as unknown as LineFixture, options);
    const directAward = { route: 1, justification: documentOf("sole supplier") };
    this.file({ id, deed, schedule, directAward }, "escritura.json");
  }

  /** Opens the contract of `draft`, its performance bond approved first. */
  async open(options: ContractOptions = {}): Promise<void> {
    await this.draft(options);
    const bond = options.annex?.performanceBond ?? 0n;
    if (bond !== 0n) {
      const allowed = { token: "prueba", entidad: RUTS.supplier, monto: (2n * BigInt(bond)).toString() };
      await this.perform("treasury approve", allowed, this.fixture.supplier.address);
    }
    const contrato = "escritura.json";
    await this.sign("contract sign", { contrato }, "firma.json");
    await this.perform("contract award", { contrato, firma: "firma.json" });
  }
}
