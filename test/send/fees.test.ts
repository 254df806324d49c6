import { expect } from "chai";

import { SendError, splitByGas, type Chain } from "../../scripts/lib/send/index.ts";
import type { Block } from "../../scripts/lib/send/chain-answers.ts";
import { quoteFees, raiseFees } from "../../scripts/lib/send/fees.ts";
import { RpcRefusal } from "../../scripts/lib/send/rpc.ts";
import { chainOf } from "./support/runs.ts";

const GWEI = 10n ** 9n;
const CAP = 100n * GWEI;

/** A chain that answers only the two questions about prices; a missing answer is a method the node lacks. */
function pricedChain(prices: { eth_gasPrice?: bigint; eth_maxPriorityFeePerGas?: bigint }): Chain {
  return chainOf({
    send(method) {
      const price = prices[method as keyof typeof prices];
      if (price === undefined) return Promise.reject(new RpcRefusal(-32601, "method not found", undefined));
      return Promise.resolve(`0x${price.toString(16)}`);
    },
  });
}

const head = (baseFeePerGas: bigint | null): Block => ({
  ...{ number: 1, hash: `0x${"00".repeat(32)}`, timestamp: 1n, gasLimit: 30_000_000n },
  baseFeePerGas,
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "none",
    (error: unknown) => (error instanceof SendError ? error.code : String(error)),
  );
}

describe("quoteFees", () => {
  it("offers twice the base fee plus the usual tip", async () => {
    const fees = await quoteFees(pricedChain({ eth_maxPriorityFeePerGas: 2n * GWEI }), head(10n * GWEI), CAP);
    expect(fees).to.deep.equal({ maxFee: 22n * GWEI, tip: 2n * GWEI, legacy: false });
  });

  it("never offers more than the cap", async () => {
    const fees = await quoteFees(pricedChain({ eth_maxPriorityFeePerGas: GWEI }), head(99n * GWEI), CAP);
    expect(fees.maxFee).to.equal(CAP);
  });

  it("refuses when the base fee and the tip are over the cap", async () => {
    const chain = pricedChain({ eth_maxPriorityFeePerGas: GWEI });
    expect(await codeOf(quoteFees(chain, head(CAP), CAP))).to.equal("fee-over-cap");
  });

  it("works the tip out from the gas price when the node does not suggest one", async () => {
    const fees = await quoteFees(pricedChain({ eth_gasPrice: 13n * GWEI }), head(10n * GWEI), CAP);
    expect(fees.tip).to.equal(3n * GWEI);
  });

  it("offers nothing on a network without fees", async () => {
    const fees = await quoteFees(pricedChain({ eth_gasPrice: 0n }), head(0n), CAP);
    expect(fees).to.deep.equal({ maxFee: 0n, tip: 0n, legacy: false });
  });

  it("offers the gas price on a chain without base fee, within the cap", async () => {
    const fees = await quoteFees(pricedChain({ eth_gasPrice: 5n }), head(null), CAP);
    expect(fees).to.deep.equal({ maxFee: 5n, tip: 5n, legacy: true });
    expect(await codeOf(quoteFees(pricedChain({ eth_gasPrice: CAP + 1n }), head(null), CAP))).to.equal("fee-over-cap");
  });
});

describe("raiseFees", () => {
  const old = { maxFee: 40n, tip: 10n, legacy: false };

  it("raises both fees by the percentage and one wei", () => {
    expect(raiseFees(old, old, 15n, CAP)).to.deep.equal({ maxFee: 47n, tip: 12n, legacy: false });
  });

  it("takes the present quote where that is higher", () => {
    const quote = { maxFee: 100n, tip: 11n, legacy: false };
    expect(raiseFees(old, quote, 15n, CAP)).to.deep.equal({ maxFee: 100n, tip: 12n, legacy: false });
  });

  it("allows the cap and nothing above it", () => {
    expect(raiseFees(old, old, 15n, 47n)?.maxFee).to.equal(47n);
    expect(raiseFees(old, old, 15n, 46n)).to.equal(null);
  });
});

describe("item 144: batch size adapts to the gas limit", () => {
  const gasOf = (batch: readonly number[]): Promise<bigint> =>
    Promise.resolve(10n + batch.reduce((sum, gas) => sum + BigInt(gas), 0n));

  it("keeps the order, leaves nothing out and keeps every batch within gas and number", async () => {
    const items = Array.from({ length: 57 }, (_, i) => (i * 37) % 90);
    const batches = await splitByGas(items, 8, 200n, gasOf);
    expect(batches.flat()).to.deep.equal(items);
    for (const batch of batches) {
      expect(batch.length).to.be.within(1, 8);
      expect((await gasOf(batch)) <= 200n).to.equal(true);
    }
    expect(await splitByGas(items, 8, 200n, gasOf)).to.deep.equal(batches);
  });

  it("refuses an item that is over the limit alone", async () => {
    expect(await codeOf(splitByGas([1, 191], 8, 200n, gasOf))).to.equal("gas-over-cap");
  });
});
