import { liveBids } from "../../lib/tender/read/read-tender.ts";
import { technicalHash } from "../../lib/tender/sealed/envelopes.ts";
import { openPrice, openTechnical } from "../../lib/tender/sealed/open-bid.ts";
import { describeReason } from "../../lib/tender/verify/describe-reason.ts";
import { HOUR, perform } from "../play.ts";
import type { Bidding } from "./bidding.ts";

/**
 * Plans both openings: a stranger decrypts what the chain has with the rounds of the beacon, and relays it.
 *
 * @example planOpenings(bidding);
 */
export function planOpenings(bidding: Bidding): void {
  const { agenda } = bidding.play;
  const { technicalFrom, pricesFrom } = bidding.terms.timetable;
  agenda.add(technicalFrom + HOUR, () => openTechnicals(bidding));
  agenda.add(pricesFrom + HOUR, () => openPrices(bidding));
}

async function openTechnicals({ play, terms, id, stranger, scopeOf, read }: Bidding): Promise<void> {
  const { stage, say, paragraph } = play;
  const { beacon, contracts } = stage;
  const round = terms.call.technicalRound;
  const signature = beacon.sign(round);
  const bids = liveBids(await read());
  const failed: string[] = [];
  for (const { bidder, filing } of bids) {
    const sealed = { ...scopeOf(bidder), commitment: filing.commitment };
    const envelope = { ciphertext: filing.technical, round, signature };
    const opened = await openTechnical(sealed, envelope, beacon.info);
    if (!opened.opened) {
      failed.push(say("technicalFails", { bidder, reason: describeReason(opened.reason) }));
      continue;
    }
    const { priceCommitment, pointer, declared, document, salt } = opened.content;
    const [first, second, third, fourth] = declared;
    const content = { document, declared: [first, second, third, fourth] as [bigint, bigint, bigint, bigint], salt };
    const book = contracts.book.connect(stranger);
    await perform(play, (overrides) => book.openTechnical(id, bidder, content, priceCommitment, pointer, overrides));
  }
  const opened = bids.length - failed.length;
  paragraph.push(say("technicalOpened", { round, opened, count: bids.length }), ...failed);
}

async function openPrices({ play, terms, id, stranger, scopeOf, read }: Bidding): Promise<void> {
  const { stage, say, paragraph } = play;
  const { beacon, contracts } = stage;
  const round = terms.call.priceRound;
  const signature = beacon.sign(round);
  paragraph.push(say("pricesOpened", { round }));
  for (const { bidder, filing, technical, evaluation } of liveBids(await read())) {
    if (evaluation?.qualified !== true || technical?.priceCommitment == null) continue;
    const scope = scopeOf(bidder);
    const envelope = { ciphertext: filing.price, round, signature };
    const opened = await openPrice(scope, technical.priceCommitment, envelope, beacon.info);
    if (!opened.opened) throw opened.reason;
    const { price, salt } = opened.content;
    const book = contracts.book.connect(stranger);
    const hash = technicalHash(scope, technical);
    await perform(play, (overrides) => book.openPrice(id, bidder, price, salt, hash, overrides));
  }
}
