import { InputError } from "../../input/input-error.ts";
import { replayTender } from "./replay-tender.ts";
import { pauseTimes, tenderLogs, type TenderSource } from "./tender-logs.ts";
import type { BidRecord, Filing, PublishedVersion, TenderRecord } from "./tender-record.ts";

/**
 * Reads a tender from the events of its contracts alone.
 *
 * @throws InputError `tender-unknown` where nothing was published under the id; SendError as `readEvents`
 * @example const record = await readTender({ chain, contracts, fromBlock: identity.block }, id);
 */
export async function readTender(source: TenderSource, id: string): Promise<TenderRecord> {
  const record = replayTender(id, await tenderLogs(source, id), await pauseTimes(source));
  if (record.versions.length === 0) throw new InputError("tender-unknown", { id });
  return record;
}

/**
 * The version of the terms that holds.
 *
 * @throws Error where the record has none
 * @example currentVersion(record).terms.rules;
 */
export function currentVersion({ versions }: TenderRecord): PublishedVersion {
  const version = versions.at(-1);
  if (!version) throw new Error("a tender without terms");
  return version;
}

/** A bid that takes part: the last filing answers the version that holds. */
export interface LiveBid extends BidRecord {
  readonly filing: Filing;
}

/**
 * The bids that take part: not withdrawn, and filed under the version that holds.
 *
 * @example liveBids(record).map(({ filing }) => filing.commitment);
 */
export function liveBids(record: TenderRecord): LiveBid[] {
  const { version } = currentVersion(record);
  return record.bids.flatMap((bid) => {
    const filing = bid.filings.at(-1);
    return filing === undefined || bid.withdrawn || filing.version !== version ? [] : [{ ...bid, filing }];
  });
}
