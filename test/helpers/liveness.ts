import { expect } from "chai";
import type { BaseContract } from "ethers";

import { MockPasserby__factory } from "../../typechain-types/index.js";
import { DAY } from "./agreement.ts";
import { REASON, TOPIC } from "./court.ts";
import type { Connection, Draft, LineFixture } from "./suite.ts";
import { APPROPRIATION } from "./suite.ts";

export type LiveState = LineFixture & Draft;

/** Jumps of time in days: answers, certificates, disputes, the end of the contract, and all of it again, warranty and bond. */
const JUMPS = [31n, 11n, 70n, 260n, 31n, 11n, 70n, 70n, 70n];

/** Every call that anyone may make on a contract. */
function callsOfAnyone({ escrow, court, desk, closing, deed, id, schedule }: LiveState) {
  const calls: [target: BaseContract, data: string][] = [];
  for (const index of schedule.keys()) {
    calls.push(
      [desk, desk.interface.encodeFunctionData("request", [deed, index, 0, REASON])],
      [escrow, escrow.interface.encodeFunctionData("settle", [deed.terms, index])],
      [escrow, escrow.interface.encodeFunctionData("uphold", [deed.terms, index])],
      [court, court.interface.encodeFunctionData("applyDefault", [deed, index, TOPIC.delivery])],
      [court, court.interface.encodeFunctionData("applyDefault", [deed, index, TOPIC.certificate0])],
      [court, court.interface.encodeFunctionData("closeFine", [deed, index])],
    );
  }
  calls.push(
    [court, court.interface.encodeFunctionData("applyDefault", [deed, 0, TOPIC.finalAcceptance])],
    [court, court.interface.encodeFunctionData("applyDefault", [deed, 0, TOPIC.bond])],
    [court, court.interface.encodeFunctionData("closeTermination", [deed])],
    [escrow, escrow.interface.encodeFunctionData("expire", [deed.terms])],
    [closing, closing.interface.encodeFunctionData("returnAdvanceBond", [id])],
    [closing, closing.interface.encodeFunctionData("releaseRetention", [deed])],
    [closing, closing.interface.encodeFunctionData("returnPerformanceBond", [deed])],
  );
  return calls;
}

async function heldOf({ treasury, escrow, id }: LiveState): Promise<bigint> {
  const performance = await treasury.getDeposit(escrow, await escrow.performanceBondKey(id));
  const advance = await treasury.getDeposit(escrow, await escrow.advanceBondKey(id));
  return performance.amount + advance.amount;
}

/** Lets time pass and a passer-by make every call that anyone may make, until the contract holds no more money or time is up. */
export async function letTimePass(connection: Connection, state: LiveState): Promise<void> {
  const passerby = await new MockPasserby__factory(state.stranger).deploy();
  const calls = callsOfAnyone(state);
  const targets = calls.map(([target]) => target);
  const data = calls.map(([, encoded]) => encoded);
  for (const days of JUMPS) {
    await connection.networkHelpers.time.increase(days * DAY);
    // An estimate would be too low: the calls that are refused may be refused for want of gas.
    await passerby.connect(state.stranger).tryAll(targets, data, { gasLimit: 16_000_000 });
    const [, balance] = await state.treasury.getLine(state.deed.terms.lineId);
    if (balance.committed === 0n && (await heldOf(state)) === 0n) return;
  }
}

/**
 * Nothing is committed or held any more, the treasury has what is available or credited and not a peso else, and the
 * supplier's side has ended with exactly `net`: paid or credited, bonds posted and returned included.
 */
export async function expectEnded(state: LiveState, net: bigint): Promise<void> {
  const { treasury, escrow, id, deed, supplier, factor, supplierId, factorId } = state;
  const { lineId } = deed.terms;
  const token = state.token.attach(deed.terms.token as string) as LiveState["token"];
  const [, balance] = await treasury.getLine(lineId);
  const [ledger, dues] = await escrow.getBalances(id);
  const credits = (await treasury.creditOf(supplierId, token)) + (await treasury.creditOf(factorId, token));
  expect({
    committed: balance.committed,
    held: await heldOf(state),
    unpaid: ledger.unpaid,
    retained: ledger.retained,
    setAside: dues.setAside,
    advanceLeft: dues.advanceLeft,
  }).to.deep.equal({ committed: 0n, held: 0n, unpaid: 0n, retained: 0n, setAside: 0n, advanceLeft: 0n });
  expect(await token.balanceOf(treasury)).to.equal(balance.available + credits);
  const gained = (await token.balanceOf(supplier)) + (await token.balanceOf(factor)) + credits - APPROPRIATION;
  expect(gained).to.equal(net);
  expect(APPROPRIATION - balance.available).to.equal(net);
  const paid = await treasury.queryFilter(treasury.filters.Paid(), 0);
  const released = await treasury.queryFilter(treasury.filters.Released(), 0);
  const of = (events: { args: { record: string; amount: bigint } }[]) =>
    events.filter(({ args }) => args.record === id).reduce((sum, { args }) => sum + args.amount, 0n);
  expect(of(paid) + of(released)).to.equal(deed.terms.price);
}
