import { expect } from "chai";
import { network } from "hardhat";

import {
  contiguous,
  readEvents,
  SendError,
  type Chain,
  type EventQuery,
  type Log,
  type Rpc,
} from "../../scripts/lib/send/index.ts";
import { place } from "./support/contracts.ts";
import { chainOf } from "./support/runs.ts";

const { ethers } = await network.create();
const rpc: Rpc = ethers.provider;
const EVENTS = 120;

interface Filter {
  fromBlock: string;
  toBlock: string;
}

describe("item 146: large event history", () => {
  let address: string;
  let toBlock: number;
  const counterOf = (log: Log): bigint => BigInt(log.topics[0] ?? 0);

  before(async () => {
    address = await place(rpc, "counter");
    const [signer] = await ethers.getSigners();
    for (let i = 0; i < EVENTS; i++) {
      await signer?.sendTransaction({ to: address });
      if (i % 7 === 0) await ethers.provider.send("hardhat_mine", ["0x5"]);
    }
    toBlock = await ethers.provider.getBlockNumber();
  });

  /** The chain through a provider that treats `eth_getLogs` in its own way; `asked` holds the sizes asked for. */
  function chainWith(logs: (filter: Filter, honest: () => Promise<Log[]>) => Promise<unknown>): {
    chain: Chain;
    asked: number[];
  } {
    const asked: number[] = [];
    const chain = chainOf({
      send(method, params) {
        if (method !== "eth_getLogs") return rpc.send(method, params);
        const filter = params[0] as Filter;
        asked.push(Number(filter.toBlock) - Number(filter.fromBlock) + 1);
        return logs(filter, () => rpc.send(method, params) as Promise<Log[]>);
      },
    });
    return { chain, asked };
  }

  async function countersOf(chain: Chain, query: Partial<EventQuery> = {}): Promise<bigint[]> {
    const counters: bigint[] = [];
    for await (const logs of readEvents(chain, { address, fromBlock: 0, toBlock, ...query })) {
      counters.push(...logs.map(counterOf));
    }
    return counters;
  }
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "none",
      (error: unknown) => (error instanceof SendError ? error.code : String(error)),
    );
  const refuse = (message: string): Promise<never> =>
    Promise.reject(Object.assign(new Error(message), { code: -32005 }));
  const all = Array.from({ length: EVENTS }, (_, i) => BigInt(i + 1));

  it("reads page by page, in order, each event once", async () => {
    const { chain, asked } = chainWith((_, honest) => honest());
    expect(await countersOf(chain, { page: 17 })).to.deep.equal(all);
    expect(Math.max(...asked)).to.equal(17);
  });

  it("halves the range when a provider limits the blocks, and never asks for more than it gives", async () => {
    const { chain, asked } = chainWith((filter, honest) =>
      Number(filter.toBlock) - Number(filter.fromBlock) >= 10 ? refuse("block range too large") : honest(),
    );
    expect(await countersOf(chain)).to.deep.equal(all);
    expect(Math.max(...asked)).to.equal(toBlock + 1);
    expect(asked.filter((size) => size <= 10).length).to.be.greaterThan(toBlock / 10 - 1);
  });

  it("halves the range when a provider limits the results", async () => {
    const { chain } = chainWith(async (_, honest) => {
      const logs = await honest();
      return logs.length > 5 ? refuse("query returned more than 5 results") : logs;
    });
    expect(await countersOf(chain, { page: 64 })).to.deep.equal(all);
  });

  it("refuses when not even one block is given", async () => {
    const { chain } = chainWith(() => refuse("archive only"));
    expect(await codeOf(countersOf(chain))).to.equal("events-range-refused");
  });

  it("notices by the counter that a provider left out an event", async () => {
    const { chain } = chainWith(async (_, honest) =>
      (await honest()).filter((log) => BigInt(log.topics[0] ?? 0) !== 60n),
    );
    expect(await countersOf(chain)).to.have.length(EVENTS - 1);
    const complete = contiguous(counterOf, 1n);
    const error: unknown = await countersOf(chain, { complete, page: 20 }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(SendError);
    expect((error as SendError).text("en")).to.include("60 was expected and 61 came.");
  });

  it("accepts the whole history, across pages", async () => {
    const complete = contiguous(counterOf, 1n);
    expect(await countersOf(chainOf(rpc), { complete, page: 10 })).to.deep.equal(all);
  });

  it("does not accept logs of another contract or range", async () => {
    const other = await place(rpc, "counter");
    const strange = chainWith(async (_, honest) => (await honest()).map((log) => ({ ...log, address: other })));
    expect(await codeOf(countersOf(strange.chain))).to.equal("rpc-unavailable");
    const everything = chainWith(() => rpc.send("eth_getLogs", [{ address, fromBlock: "0x0", toBlock: "latest" }]));
    expect(await codeOf(countersOf(everything.chain, { page: 3 }))).to.equal("rpc-unavailable");
  });

  it("puts logs that come in another order back in order", async () => {
    const { chain } = chainWith(async (_, honest) => (await honest()).toReversed());
    expect(await countersOf(chain)).to.deep.equal(all);
  });
});
