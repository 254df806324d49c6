import type { ContractTransactionResponse } from "ethers";

import type { Draft } from "../lib/procurement/contract-file-deed.ts";
import { decodeLogs, type ChainEvent } from "./chain-event.ts";
import type { Agenda } from "./agenda.ts";
import { BUYER, STRANGER, SUPPLIER, type Cast } from "./cast.ts";
import type { Clock } from "./clock.ts";
import type { DemoFile } from "./demo-file.ts";
import type { Stage } from "./stage.ts";
import type { Teller } from "./tell.ts";

export { BUYER, STRANGER, SUPPLIER };

export const HOUR = 3_600n;
export const DAY = 86_400n;

/** Gas of every transaction of the story: more than any needs, less than a block of the local chain holds. */
const GAS_LIMIT = 5_000_000n;

/** Everything that the acts of one story share. */
export interface Play {
  /** The input, with the local chain's accounts in place of its own. */
  readonly file: DemoFile;
  readonly stage: Stage;
  readonly cast: Cast;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly say: Teller;
  /** The contract under execution. */
  readonly draft: Draft;
  readonly id: string;
  /** Registry entity of a party of the file, by its name. */
  readonly entity: (name: string) => bigint;
  /** The other way round. */
  readonly entityName: (entity: bigint) => string | undefined;
  /** The sentences of the moment that is being played. */
  readonly paragraph: string[];
  /** Puts the events of a transaction into sentences, and reacts to them. */
  readonly witness: (events: readonly ChainEvent[]) => Promise<void>;
}

/**
 * Sends one transaction at the story's time and tells what it did.
 *
 * @param call makes the transaction; it is given the gas limit to use
 * @throws the chain's refusal
 * @example await perform(play, supplier, (overrides) => escrow.connect(supplier).deliver(id, 0, evidence, overrides));
 */
export async function perform(
  play: Pick<Play, "clock" | "stage" | "witness">,
  call: (overrides: { gasLimit: bigint }) => Promise<ContractTransactionResponse>,
): Promise<void> {
  await play.clock.tick();
  const receipt = await (await call({ gasLimit: GAS_LIMIT })).wait();
  await play.witness(decodeLogs(receipt?.logs ?? [], play.stage.interfaces));
}
