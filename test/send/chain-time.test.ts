import { expect } from "chai";
import { network } from "hardhat";

import { payment, planOf, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

const { ethers, networkHelpers } = await network.create();
const rpc = ethers.provider;
const YEAR = 365 * 24 * 3600;

describe("item 143: clock of the operator wrong", () => {
  const box = sandbox();
  const realNow = Date.now.bind(Date);
  let journals = 0;

  before(async () => {
    await networkHelpers.time.increase(20 * YEAR);
  });
  afterEach(() => {
    Date.now = realNow;
  });
  after(box.remove);

  const withDeadline = async (secondsFromChainTime: number): ReturnType<typeof prepareRun> => {
    const deadline = BigInt((await networkHelpers.time.latest()) + secondsFromChainTime);
    const plan = planOf([{ ...payment("pay-1"), deadline }]);
    return prepareRun(rpc, { plan, journal: box.path(`journal-${String(++journals)}`) });
  };

  it("refuses a deadline that has passed on the chain although not on the machine", async () => {
    const run = await withDeadline(-60);
    expect(Number(run.options.plan.steps[0]?.deadline)).to.be.greaterThan(realNow() / 1000);
    const error = await run.refused();
    expect(error.code).to.equal("deadline-passed");
    expect(error.exitCode).to.equal(1);
    expect(await timesPaid(rpc, run.options.plan)).to.deep.equal([0n]);
  });

  it("sends before the deadline of the chain although the machine is past it", async () => {
    const run = await withDeadline(3_600);
    Date.now = () => realNow() + 100 * YEAR * 1000;
    await run.send();
    expect(await timesPaid(rpc, run.options.plan)).to.deep.equal([1n]);
  });

  it("sends with the machine's clock at zero", async () => {
    const run = await withDeadline(3_600);
    Date.now = () => 0;
    await run.send();
    expect(await timesPaid(rpc, run.options.plan)).to.deep.equal([1n]);
  });
});
