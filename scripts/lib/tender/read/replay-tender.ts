import { ZeroHash, type Result } from "ethers";

import type { Declared } from "../sealed/envelopes.ts";
import { termsOfEvent } from "../terms/terms-of-event.ts";
import { at, callWord, documentOf, flag, uint, uints, word } from "./event-values.ts";
import type { TenderEvent } from "./tender-logs.ts";
import type { BidRecord, TenderRecord } from "./tender-record.ts";

/** A value that is still being written. */
type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

interface Ledger extends Omit<Draft<TenderRecord>, "bids"> {
  readonly bids: Map<bigint, Draft<BidRecord>>;
}

/**
 * The record of a tender, written from its events alone.
 *
 * @param events as `tenderLogs` reads them
 * @param pauses when pauses of the publication desk began, unix seconds
 * @throws Error when an event concerns a bid that no earlier event filed: then logs are missing
 * @example replayTender(id, await tenderLogs(source, id)).versions.at(-1)?.terms;
 */
export function replayTender(id: string, events: readonly TenderEvent[], pauses: readonly bigint[] = []): TenderRecord {
  const ledger: Ledger = {
    ...{ id, versions: [], enquiries: [], silence: null, joints: [], bids: new Map(), conflicts: [], scores: [] },
    ...{ silent: [], awards: [], complaints: [], rulings: [], ending: null, pauses: [...pauses] },
  };
  for (const event of events) HANDLERS[event.name]?.(ledger, event);
  return { ...ledger, bids: [...ledger.bids.values()] };
}

function bidOf({ bids }: Ledger, event: TenderEvent): Draft<BidRecord> {
  const bid = bids.get(uint(event, "bidder"));
  if (!bid) throw new Error(`no event filed the bid of entity ${uint(event, "bidder")}`);
  return bid;
}

function filed(ledger: Ledger, event: TenderEvent): void {
  const bidder = uint(event, "bidder");
  const fresh: Draft<BidRecord> = {
    ...{ bidder, filings: [], withdrawn: false, standing: null, technical: null, evaluation: null },
    ...{ price: null, removal: null, bond: "none" },
  };
  const bid = ledger.bids.get(bidder) ?? fresh;
  ledger.bids.set(bidder, bid);
  bid.withdrawn = false;
  bid.bond = "none";
  bid.filings.push({
    ...at(event),
    version: uint(event, "version"),
    commitment: word(event, "commitment"),
    technical: word(event, "technical"),
    price: word(event, "price"),
  });
}

const versionOf = ({ versions }: Ledger): bigint => versions.at(-1)?.version ?? 0n;

const HANDLERS: Readonly<Record<string, (ledger: Ledger, event: TenderEvent) => void>> = {
  TenderPublished({ versions }, event) {
    const terms = termsOfEvent(event.args.getValue("terms") as Result);
    versions.push({ ...at(event), version: uint(event, "version"), terms });
  },
  EnquiryFiled({ enquiries }, event) {
    const question = documentOf(event, "question");
    enquiries.push({
      ...at(event),
      ...{ question, number: uint(event, "number"), bidder: uint(event, "bidder"), answer: null },
    });
  },
  EnquiryAnswered({ enquiries }, event) {
    const enquiry = enquiries.find(({ number }) => number === uint(event, "number"));
    if (enquiry) enquiry.answer = documentOf(event, "answer");
  },
  AnswersMissed(ledger, event) {
    ledger.silence ??= at(event);
  },
  JointFormed({ joints }, event) {
    joints.push({ ...at(event), lead: uint(event, "lead"), members: uints(event, "members") });
  },
  BidFiled: filed,
  BidWithdrawn(ledger, event) {
    bidOf(ledger, event).withdrawn = true;
  },
  StandingCopied(ledger, event) {
    bidOf(ledger, event).standing = {
      ...at(event),
      ...{ eligible: flag(event, "eligible"), group: uint(event, "group") },
      ...{ size: uint(event, "size"), region: uint(event, "region") },
    };
  },
  TechnicalOpened(ledger, event) {
    const { document, declared, salt } = (event.args.getValue("envelope") as Result).toObject() as {
      document: string;
      declared: Iterable<bigint>;
      salt: string;
    };
    bidOf(ledger, event).technical = {
      ...at(event),
      ...{ document, salt, declared: [...declared] as unknown as Declared, pointer: word(event, "pointer") },
      priceCommitment: callWord(event, "openTechnical", "priceCommitment"),
    };
  },
  BidEvaluated(ledger, event) {
    bidOf(ledger, event).evaluation = {
      ...at(event),
      ...{ technical: uint(event, "technical"), attributes: uint(event, "attributes") },
      qualified: flag(event, "qualified"),
    };
  },
  PriceOpened(ledger, event) {
    bidOf(ledger, event).price = {
      ...at(event),
      ...{ price: uint(event, "price"), admissible: flag(event, "admissible") },
      salt: callWord(event, "openPrice", "salt"),
      technicalCommitment: callWord(event, "openPrice", "technicalCommitment"),
    };
  },
  BidRemoved(ledger, event) {
    bidOf(ledger, event).removal = { ...at(event), declined: flag(event, "declined") };
  },
  BidBondReturned(ledger, event) {
    bidOf(ledger, event).bond = "returned";
  },
  BidBondForfeited(ledger, event) {
    bidOf(ledger, event).bond = "forfeited";
  },
  ConflictDeclared(ledger, event) {
    ledger.conflicts.push({ ...at(event), version: versionOf(ledger) });
  },
  BidScored({ scores }, event) {
    scores.push({ ...at(event), bidder: uint(event, "bidder"), scores: uints(event, "scores") });
  },
  PanelFailed(ledger, event) {
    ledger.silent = Array.from(event.args.getValue("silent") as Iterable<string>);
  },
  Awarded({ awards }, event) {
    awards.push({
      ...at(event),
      ...{ round: uint(event, "round"), basis: uint(event, "basis"), total: uint(event, "total") },
      ...{ winner: uint(event, "winner"), second: uint(event, "second"), third: uint(event, "third") },
      isAbnormallyLow: flag(event, "abnormallyLow"),
    });
  },
  ComplaintFiled({ complaints }, event) {
    const [bidder, round] = [uint(event, "bidder"), uint(event, "round")];
    complaints.push({ ...at(event), bidder, round, reason: documentOf(event, "reason") });
  },
  ComplaintRuled({ rulings }, event) {
    rulings.push({
      ...at(event),
      ...{ bidder: uint(event, "bidder"), round: uint(event, "round"), ruling: uint(event, "ruling") },
      ...{ ground: uint(event, "ground"), reason: word(event, "reason") },
    });
  },
  SignatureLapsed({ rulings }, event) {
    const [bidder, round] = [uint(event, "bidder"), uint(event, "round")];
    rulings.push({ ...at(event), bidder, round, ruling: 0n, ground: 0n, reason: ZeroHash });
  },
  TenderEnded(ledger, event) {
    const [outcome, contractId] = [uint(event, "outcome"), word(event, "contractId")];
    ledger.ending = { ...at(event), outcome, contractId, reason: word(event, "reason") };
  },
};
