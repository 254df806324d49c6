import { toQuantity } from "ethers";

import type { Connection } from "./cast.ts";

/** Seconds between two transactions of the same moment. */
const STEP = 60n;

/** The local chain's clock, which only the story moves: every run of a file has the same times. */
export class Clock {
  readonly #connection: Connection;
  #now: bigint;

  /** @param now unix seconds of the latest block */
  constructor(connection: Connection, now: bigint) {
    this.#connection = connection;
    this.#now = now;
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
