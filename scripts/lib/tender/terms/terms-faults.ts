import { ZeroAddress } from "ethers";

import { InputError } from "../../input/input-error.ts";
import { independenceFaults } from "../../procurement/independence.ts";
import { LAW, shareDown, WHOLE } from "../../procurement/law.ts";
import { termsFaults } from "../../procurement/terms-check.ts";
import type { BeaconInfo } from "../../randomness/beacon.ts";
import { draftOf } from "./draft-of.ts";
import { TENDER_LAW, TENDER_RULES } from "./law.ts";
import { ruleFaults } from "./rule-faults.ts";
import { stageFaults } from "./stage-faults.ts";
import type { Panel, TenderTerms } from "./types.ts";

/** What only the chain knows when a tender is published. */
export interface TenderPlace {
  /** 1,000 UTM in smallest units of the line's token. */
  readonly threshold: bigint;
  /** Account of the buyer. */
  readonly buyer: string;
  /** The beacon of the time lock. */
  readonly beacon: Pick<BeaconInfo, "genesis" | "period">;
  /** Now, unix seconds. */
  readonly time: bigint;
  /** Last second until which the budget may stay reserved; 730 days from now where the tender is new. */
  readonly until?: bigint;
}

/** Stands for a winner that nobody knows yet. */
const SOME_SUPPLIER = { entity: (1n << 64n) - 1n, account: `0x${"ff".repeat(20)}` } as const;

/**
 * Everything that keeps the terms of a tender from being published, each fault with the part of the terms that it concerns. A fault's code is
 * the name of the contract's own error, so the catalogue says it. Source: Ley 19.886 art. 6, 10, 11, 30 bis, 61; the suite's bounds of stages
 * and windows; the contract to come is judged at its highest price.
 *
 * @returns none if they may be published
 * @example tenderFaults(terms, place)[0]?.place.field; // "timetable.closesAt"
 */
export function tenderFaults(terms: TenderTerms, place: TenderPlace): InputError[] {
  return [
    ...moneyFaults(terms, place.threshold),
    ...stageFaults(terms, place, place.until ?? place.time + TENDER_RULES.longestReservation),
    ...ruleFaults(terms, place.threshold),
    ...panelFaults(terms, place.buyer),
    ...procedureFaults(terms, place.threshold),
    ...contractFaults(terms, place),
  ];
}

/** Above 5,000 UTM: then a bid bond may be asked and the standstill is due. */
const isLarge = (budget: bigint, threshold: bigint): boolean => budget > threshold * TENDER_LAW.bidBondThresholds;

function moneyFaults({ call: { budget, bidBond, timeLocked } }: TenderTerms, threshold: bigint): InputError[] {
  const faults: InputError[] = [];
  const { mostBudget } = TENDER_RULES;
  if (budget === 0n || budget > mostBudget) {
    faults.push(new InputError("Terms_Budget", { budget, most: mostBudget }, { field: "call.budget" }));
  }
  const most = isLarge(budget, threshold) ? shareDown(budget, TENDER_LAW.mostBidBondBps) : 0n;
  if (bidBond > most) {
    faults.push(new InputError("Terms_BidBond", { bond: bidBond, most }, { field: "call.bidBond" }));
  }
  if (!timeLocked && bidBond === 0n) {
    faults.push(new InputError("Terms_NoTimeLock", {}, { field: "call.timeLocked" }));
  }
  return faults;
}

/** Distinct accounts without gaps, none of them the buyer's or the reviewer's; enough of them for the quorum. */
function panelFaults({ panel, procedure, rules }: TenderTerms, buyer: string): InputError[] {
  const faults: InputError[] = [];
  const { reviewer } = procedure;
  if (reviewer === ZeroAddress || reviewer === buyer) {
    faults.push(new InputError("Terms_Reviewer", { reviewer }, { field: "procedure.reviewer" }));
  }
  const taken = new Set([reviewer, buyer]);
  const seatFault = (side: "evaluators" | "substitutes", seats: readonly string[]): void => {
    seats.forEach((account, seat) => {
      if (account === ZeroAddress) return;
      const isAfterGap = seat > 0 && seats[seat - 1] === ZeroAddress;
      if (isAfterGap || taken.has(account)) {
        faults.push(new InputError("Terms_Panel", { account }, { field: `panel.${side}[${seat}]` }));
      }
      taken.add(account);
    });
  };
  seatFault("evaluators", panel.evaluators);
  seatFault("substitutes", panel.substitutes);
  const isTechnical = rules.criteria.some(({ kind }) => kind === 2n);
  const most = seated(panel.evaluators);
  if (!isQuorum(panel, isTechnical, most)) {
    faults.push(new InputError("Terms_Quorum", { quorum: panel.quorum, most }, { field: "panel.quorum" }));
  }
  return faults;
}

const seated = (seats: readonly string[]): bigint => BigInt(seats.filter((account) => account !== ZeroAddress).length);

const isQuorum = ({ quorum, substitutes }: Panel, isTechnical: boolean, evaluators: bigint): boolean =>
  isTechnical ? quorum > 0n && quorum <= evaluators : quorum === 0n && evaluators + seated(substitutes) === 0n;

function procedureFaults({ call, procedure }: TenderTerms, threshold: bigint): InputError[] {
  const { longestExtension, longestSuspension, longestPausableWindow, shortestStage } = TENDER_RULES;
  const { complaintWindow, reviewWindow, suspensionCap, standstill, signatureWindow } = procedure;
  const leastStandstill = isLarge(call.budget, threshold) ? TENDER_LAW.standstill : 0n;
  const terms: readonly (readonly [field: string, given: bigint, least: bigint, most: bigint])[] = [
    ["call.answerExtension", call.answerExtension, 0n, longestExtension],
    ["procedure.complaintWindow", complaintWindow, TENDER_LAW.complaintWindow, longestPausableWindow],
    ["procedure.reviewWindow", reviewWindow, shortestStage, longestSuspension],
    ["procedure.suspensionCap", suspensionCap, reviewWindow, longestSuspension],
    ["procedure.standstill", standstill, leastStandstill, longestSuspension],
    ["procedure.signatureWindow", signatureWindow, TENDER_LAW.signatureWindow, longestPausableWindow],
    // One pause at most touches the chain of the three, so that the last one is all that has to be remembered.
    ["procedure.signatureWindow", complaintWindow + reviewWindow + signatureWindow, 0n, longestPausableWindow],
  ];
  return terms.flatMap(([field, given, least, most], which) =>
    given >= least && given <= most
      ? []
      : [new InputError("Terms_Term", { which: BigInt(which), given, least, most }, { field })],
  );
}

/** At a lower price every amount is lower in proportion, so the highest is enough; an abnormally low winner signs the raised guarantee. */
function contractFaults(terms: TenderTerms, { threshold, buyer, time }: TenderPlace): InputError[] {
  const { contractTerms, schedule, call } = terms;
  const faults: InputError[] = [];
  const { raisedBps, performanceBps } = contractTerms;
  if (raisedBps < performanceBps || raisedBps > WHOLE) {
    faults.push(new InputError("Terms_RaisedBond", { raisedBps }, { field: "contractTerms.raisedBps" }));
  }
  for (const name of ["performanceBps", "raisedBps"] as const) {
    const params = { bps: contractTerms[name], least: LAW.performanceBondBps };
    if (params.bps === 0n || params.bps >= params.least) continue;
    faults.push(new InputError("Terms_Guarantee", params, { field: `contractTerms.${name}` }));
  }
  const sum = schedule.reduce((total, { bps }) => total + bps, 0n);
  if (sum !== WHOLE || schedule.some(({ bps }) => bps === 0n)) {
    return [...faults, new InputError("Terms_Shares", { sum, expected: WHOLE }, { field: "schedule" })];
  }
  const awarded = { supplier: SOME_SUPPLIER.entity, price: call.budget, signedAt: time };
  const usual = draftOf(terms, { ...awarded, isAbnormallyLow: false });
  const found = [
    ...independenceFaults(usual.deed, { buyer, supplier: SOME_SUPPLIER.account }),
    ...termsFaults(usual.deed, usual.schedule, { threshold, time }),
  ];
  if (found.length > 0) return [...faults, ...found];
  const raised = draftOf(terms, { ...awarded, isAbnormallyLow: true });
  return [...faults, ...termsFaults(raised.deed, raised.schedule, { threshold, time })];
}
