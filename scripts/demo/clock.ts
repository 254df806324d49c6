import { toQuantity } from "ethers";

import type { Connection } from "./cast.ts";

/** Seconds between two transactions of the same moment. */
const STEP = 60n;

/** The local chain's clock, which only the story moves: every run of a file has the same times. */
export class Clock {
  readonly #connection: Connection;
  #now = 0n;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Takes note of blocks that were mined without this clock. */
  async catchUp(): Promise<void> {
    const latest = await this.#connection.ethers.provider.getBlock("latest");
    this.#now = BigInt(latest?.timestamp ?? 0);
  }

  /** Unix seconds of the latest block. */
  get now(): bigint {
    return this.#now;
  }

  /** Mines an empty block at a moment, so that what the contracts answer is true at it; never backwards. */
  async moveTo(moment: bigint): Promise<void> {
    await this.#set(moment > this.#now ? moment : this.#now + 1n);
    await this.#connection.provider.request({ method: "evm_mine", params: [] });
  }

  /** Dates the next transaction a minute after the one before. */
  async tick(): Promise<void> {
    await this.#set(this.#now + STEP);
  }

  async #set(moment: bigint): Promise<void> {
    this.#now = moment;
    await this.#connection.provider.request({ method: "evm_setNextBlockTimestamp", params: [toQuantity(moment)] });
  }
}
