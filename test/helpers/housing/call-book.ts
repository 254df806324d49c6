import { keccak256, toBeHex, ZeroAddress } from "ethers";

import type { ApplicationTable } from "../../../scripts/lib/housing/application-table.ts";
import { applicationAt } from "../../../scripts/lib/housing/application-table.ts";
import type { Application, Slot } from "../../../scripts/lib/housing/application.ts";
import { CallBook__factory, MockWallet__factory, type CallBook } from "../../../typechain-types/index.js";
import { documentOf } from "../agreement.ts";
import { accredit, deploySuite, KIND } from "../suite.ts";
import type { Connection, SuiteFixture } from "../suite.ts";

export const MODULES = ["desk", "intake", "results", "benefits", "appeals", "occupancy"] as const;
export type Module = (typeof MODULES)[number];

const DAY = 86_400n;
const FUNDS = 10n ** 15n;

/**
 * The call book with a funded line, and its modules as signers: what they order is checked by nobody before.
 *
 * @param deploy contracts that are bound as modules; the others are signers
 */
export async function bookStage(
  connection: Connection,
  deploy?: (suite: SuiteFixture, book: CallBook) => Promise<Partial<Record<Module, string>>>,
) {
  const suite = await deploySuite(connection);
  const { manager, registry, treasury, programs, budgetOffice, deployer, token } = suite;
  const book = await new CallBook__factory(deployer).deploy(treasury);
  const signers = await Promise.all(
    MODULES.map(async (name) => {
      const address = await (await new MockWallet__factory(deployer).deploy(deployer)).getAddress();
      await connection.networkHelpers.setBalance(address, 10n ** 21n);
      return [name, await connection.ethers.getImpersonatedSigner(address)] as const;
    }),
  );
  const modules = Object.fromEntries(signers) as Record<Module, (typeof signers)[number][1]>;
  const addresses = Object.fromEntries(signers.map(([name, { address }]) => [name, address]));
  const deployed = (await deploy?.(suite, book)) ?? {};
  await book.bindModules({ ...addresses, ...deployed } as Record<Module, string>);

  // The results hold bonds for the line.
  const approved = [await book.getAddress(), ...(deployed.results === undefined ? [] : [deployed.results])];
  for (const program of approved) {
    const approval = treasury.interface.encodeFunctionData("approveProgram", [program, true]);
    await manager.connect(programs).schedule(treasury, approval, 0);
  }
  await connection.networkHelpers.time.increase(5n * DAY);
  for (const program of approved) await treasury.connect(programs).approveProgram(program, true);

  const officeId = await accredit(registry, suite.accreditor, suite.buyer, {
    kind: KIND.publicBody,
    number: 61_812_000n,
  });
  const sellerId = await accredit(registry, suite.accreditor, suite.supplier, {
    kind: KIND.supplier,
    number: 76_123_456n,
  });
  await treasury.connect(budgetOffice).openLine(token, book, officeId, documentOf("33.01.001").digest);
  const lineId = await treasury.lineCount();
  await token.mint(budgetOffice, FUNDS);
  await token.connect(budgetOffice).approve(treasury, FUNDS);
  await treasury.connect(budgetOffice).fund(lineId, FUNDS);
  return { ...suite, connection, book, modules, officeId, sellerId, lineId };
}

export type BookStage = Awaited<ReturnType<typeof bookStage>>;

/** What a call of the tests may say otherwise. */
export interface CallChange {
  readonly appealSeats?: bigint;
  readonly appealSlot?: bigint;
  readonly acceptance?: bigint;
}

/** Terms of a call; its dates are the desk's to check. */
export async function callTerms(stage: BookStage, { appealSeats = 0n, appealSlot = 0n, acceptance = DAY }: CallChange) {
  return {
    ...{ lineId: stage.lineId, token: await stage.token.getAddress(), office: stage.officeId },
    ...{ rules: documentOf("rules").digest, document: documentOf("call"), snapshotAt: 1n, ufValue: 39_500n, ufAt: 1n },
    ...{ appealSeats, appealSlot, resultBond: 1_000n },
    timetable: {
      ...{ opensAt: 1n, closesAt: 2n, receiptsBy: 3n, rootBy: 4n, challengeBy: 5n, answerBy: 6n },
      ...{ correctBy: 7n, recheckBy: 8n, fallbackFrom: 9n },
    },
    draw: { beacon: ZeroAddress, round: 1n, fallbackBeacon: ZeroAddress, fallbackRound: 1n },
    windows: {
      ...{ results: DAY, acceptance, appeals: 7n * DAY, rulings: DAY, certification: DAY, validity: 30n * DAY },
      ...{ silenceAccepts: false, rounds: 20n },
    },
  };
}

let entered = 0;

/** Enters a call as the desk does, every slot with a subsidy of its own where they differ. */
export async function enterCall(stage: BookStage, slots: readonly Slot[], change: CallChange = {}): Promise<string> {
  entered += 1;
  const id = keccak256(toBeHex(entered, 32));
  const benefits = [...new Set(slots.map(({ subsidy }) => subsidy))];
  const given = slots.map(({ project, reserve, seats, subsidy, isCommittee }) => ({
    ...{ project, reserve, seats, benefit: benefits.indexOf(subsidy), committees: isCommittee },
  }));
  const largest = benefits.reduce((most, one) => (one > most ? one : most), 0n);
  const cost = slots.reduce(
    (sum, { seats, subsidy }) => sum + BigInt(seats) * subsidy,
    largest * (change.appealSeats ?? 0n),
  );
  await stage.book.connect(stage.modules.desk).enter(id, await callTerms(stage, change), given, benefits, cost);
  return id;
}

/** A household's seat as a plain object. */
export async function seatOf(book: CallBook, nullifier: string) {
  const { call, index, slot, round, state, until, size, inLine, claim } = await book.awardOf(nullifier);
  return { call, index, slot, round, state, until, size, inLine, claim };
}

/** An application as the contracts take it. */
export const leafOf = ({ slots, ...rest }: Application) => ({ ...rest, slots: [...slots] });

/** The applications of some rows as the contracts take them. */
export const leavesAt = (table: ApplicationTable, rows: readonly number[]) =>
  rows.map((row) => leafOf(applicationAt(table, row)));
