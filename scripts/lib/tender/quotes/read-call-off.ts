import type { Result } from "ethers";

import type { Document } from "../../documents/document.ts";
import { InputError } from "../../input/input-error.ts";
import { at, documentOf, flag, uint, word } from "../read/event-values.ts";
import { recordLogs, type RecordEvent, type RecordSource } from "../read/tender-logs.ts";
import type { Happening } from "../read/tender-record.ts";
import type { PublishedContract } from "../terms/draft-of.ts";
import type { Need } from "./basket.ts";
import { basketOf, publishedContract } from "./read-contest.ts";

/** What a call-off was at first. */
export interface CalledOff extends Happening {
  readonly framework: string;
  readonly ocid: string;
  readonly basket: readonly Need[];
  readonly supplier: bigint;
  readonly price: bigint;
  /** Last second for a cheaper list; 0 where the choice is justified. */
  readonly objectionsBy: bigint;
  readonly acceptBy: bigint;
  readonly justification: Document;
}

/** A call-off under a framework, as its events tell it. */
export interface CallOffRecord {
  readonly id: string;
  readonly called: CalledOff;
  readonly contract: PublishedContract;
  /** Supplier and price now. */
  readonly supplier: bigint;
  readonly price: bigint;
  /** Whether an objection brought it there. */
  readonly moved: boolean;
  readonly refusal: (Happening & { readonly declined: boolean }) | null;
  /** Id of the contract that it became. */
  readonly contractId: string | null;
}

/**
 * Reads a call-off from the events of its contracts alone.
 *
 * @param source the book of call-offs and the purchase desk
 * @throws InputError `call-off-unknown` where nothing was ordered under the id; SendError as `readEvents`
 * @example (await readCallOff({ chain, fromBlock, contracts: [orders, purchases] }, id)).price;
 */
export async function readCallOff(source: RecordSource, id: string): Promise<CallOffRecord> {
  const events = await recordLogs(source, id);
  const last = (name: string): RecordEvent | undefined => events.findLast((event) => event.name === name);
  const [called, published, moved] = [last("CalledOff"), last("TermsPublished"), last("CallOffMoved")];
  const [refused, accepted] = [last("CallOffRefused"), last("CallOffAccepted")];
  if (!called || !published) throw new InputError("call-off-unknown", { id });
  const place = moved ?? called;
  return {
    id,
    called: calledOff(called),
    contract: publishedContract(published.args),
    supplier: uint(place, "supplier"),
    price: uint(place, "price"),
    moved: moved !== undefined,
    refusal: refused ? { ...at(refused), declined: flag(refused, "declined") } : null,
    contractId: accepted ? word(accepted, "contractId") : null,
  };
}

function calledOff(event: RecordEvent): CalledOff {
  const order = event.args.getValue("order") as Result;
  return {
    ...at(event),
    framework: word(event, "framework"),
    ocid: order.getValue("ocid") as string,
    basket: basketOf(order.getValue("basket") as Result),
    supplier: uint(event, "supplier"),
    price: uint(event, "price"),
    objectionsBy: uint(event, "objectionsBy"),
    acceptBy: uint(event, "acceptBy"),
    justification: documentOf(event, "justification"),
  };
}
