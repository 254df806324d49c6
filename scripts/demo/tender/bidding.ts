import { setTimeout as sleep } from "node:timers/promises";

import { readChain } from "../../lib/send/chain.ts";
import { steadyRpc } from "../../lib/send/steady-rpc.ts";
import { readTender } from "../../lib/tender/read/read-tender.ts";
import type { TenderSource } from "../../lib/tender/read/tender-logs.ts";
import type { TenderRecord } from "../../lib/tender/read/tender-record.ts";
import type { BidScope } from "../../lib/tender/sealed/envelopes.ts";
import { tenderId } from "../../lib/tender/terms/terms-hash.ts";
import type { TenderTerms } from "../../lib/tender/terms/types.ts";
import { STRANGER, type Play } from "../play.ts";
import { isTendered, tenderTermsOf, type TenderedFile } from "./tender-terms.ts";

/** What the acts of a tender share. */
export interface Bidding {
  readonly play: Play;
  /** The input, with the local chain's accounts in place of its own. */
  readonly file: TenderedFile;
  readonly terms: TenderTerms;
  readonly id: string;
  /** Address of the TenderBook. */
  readonly book: string;
  /** Who opens, tallies and awards: anyone may. */
  readonly stranger: ReturnType<Play["cast"]["of"]>;
  /** What a bid is bound to. */
  readonly scopeOf: (bidder: bigint) => BidScope;
  /** The tender as anyone reads it from the chain. */
  readonly read: () => Promise<TenderRecord>;
}

/** Only version 1 is played: nothing is amended. */
const VERSION = 1n;

/**
 * The tender of a play's file.
 *
 * @throws Error for a file without one
 * @example const { terms, id } = await biddingOf(play);
 */
export async function biddingOf(play: Play): Promise<Bidding> {
  const { file, stage, draft } = play;
  if (!isTendered(file)) throw new Error("a file without a tender");
  const { contracts, chainId, connection, beacon } = stage;
  const { token, buyer, lineId } = draft.deed.terms;
  const terms = tenderTermsOf({ ...file, linea: Number(lineId) }, { token, buyer, beacon: beacon.info });
  const book = await contracts.book.getAddress();
  const id = tenderId(chainId, book, terms.call);
  const { publication, joints, panel, awards } = contracts;
  const source: TenderSource = {
    chain: readChain(steadyRpc(connection.ethers.provider, (ms) => sleep(ms))),
    contracts: { book: contracts.book, publication, joints, panel, awards },
    fromBlock: 0,
  };
  return {
    ...{ play, file, terms, id, book },
    stranger: play.cast.of(STRANGER),
    scopeOf: (bidder) => ({ chainId, book, tender: id, version: VERSION, bidder }),
    read: () => readTender(source, id),
  };
}
