import { ZeroAddress } from "ethers";

import { InputError } from "../input/input-error.ts";
import type { Annex, Deed, MilestoneTerms, Terms } from "./deed.ts";
import { LAW, shareUp, SUITE_RULES, WHOLE } from "./law.ts";

/** What the terms are checked against besides themselves. */
export interface OpeningPlace {
  /** 1,000 UTM in smallest units of the line's token, as published when the contract opens. */
  readonly threshold: bigint;
  /** Now, unix seconds. */
  readonly time: bigint;
  /** Highest tax on a price in basis points of the net price; 19 % (IVA) if left out. */
  readonly maxTaxBps?: bigint;
}

const VAT_BPS = 1_900n;

/**
 * Everything that keeps a contract from opening lawfully, each fault with the field that it concerns. A fault's code is the name of the
 * contract's own error, so the catalogue says it. Source: Ley 19.886 art. 11, 13 ter; the suite's own bounds for windows and milestones.
 *
 * @returns none if the contract may open
 * @example termsFaults(deed, schedule, { threshold, time })[0]?.place.field; // "annex.performanceBond"
 */
export function termsFaults(
  { terms, annex }: Deed,
  schedule: readonly MilestoneTerms[],
  { threshold, time, maxTaxBps = VAT_BPS }: OpeningPlace,
): InputError[] {
  return [
    ...partyFaults(terms, annex),
    ...moneyFaults(terms, annex, maxTaxBps),
    ...bondFaults(terms, annex, threshold),
    ...shareFaults(terms, annex),
    ...windowFaults(annex),
    ...scheduleFaults(terms, annex, schedule),
    ...dateFaults(annex, time),
  ];
}

function partyFaults({ buyer, supplier }: Terms, { document, ocid }: Annex): InputError[] {
  const faults: InputError[] = [];
  for (const [field, word] of Object.entries({ document, ocid })) {
    if (BigInt(word) === 0n) faults.push(new InputError("Terms_NoDocument", {}, { field: `annex.${field}` }));
  }
  if (buyer === supplier) {
    faults.push(new InputError("Terms_SameParty", { entity: buyer }, { field: "terms.supplier" }));
  }
  return faults;
}

function moneyFaults({ price, advance }: Terms, { netPrice }: Annex, maxTaxBps: bigint): InputError[] {
  const faults: InputError[] = [];
  const least = (price * WHOLE) / (WHOLE + maxTaxBps);
  if (netPrice < least || netPrice > price) {
    faults.push(new InputError("Terms_NetPrice", { netPrice, least, price }, { field: "annex.netPrice" }));
  }
  if (advance > price) faults.push(new InputError("Terms_Advance", { advance, price }, { field: "terms.advance" }));
  return faults;
}

/** Guarantees are due from 1,000 UTM on; below, and in the exempted cases, they may be left out. */
function bondFaults({ price, advance }: Terms, annex: Annex, threshold: bigint): InputError[] {
  const { advanceBond, performanceBond, bondExemption, category, netPrice } = annex;
  const faults: InputError[] = [];
  const isSmall = price < threshold;
  if (advanceBond !== advance && !(isSmall && advanceBond === 0n)) {
    const params = { given: advanceBond, expected: advance };
    faults.push(new InputError("Terms_AdvanceBond", params, { field: "annex.advanceBond" }));
  }
  const isWorks = category === 2n;
  if (bondExemption > LAW.bondExemptions || (bondExemption !== 0n && isWorks)) {
    const params = { exemption: bondExemption, category };
    faults.push(new InputError("Terms_BondExemption", params, { field: "annex.bondExemption" }));
  }
  const least = shareUp(netPrice, LAW.performanceBondBps);
  const mayBeLeftOut = isSmall || bondExemption !== 0n;
  if (performanceBond < least && !(performanceBond === 0n && mayBeLeftOut)) {
    const params = { given: performanceBond, least };
    faults.push(new InputError("Terms_PerformanceBond", params, { field: "annex.performanceBond" }));
  }
  return faults;
}

function shareFaults(terms: Terms, annex: Annex): InputError[] {
  const shares: readonly (readonly [field: string, given: bigint, least: bigint, most: bigint])[] = [
    ["terms.retentionBps", terms.retentionBps, 0n, WHOLE],
    ["terms.retentionCapBps", terms.retentionCapBps, 0n, WHOLE],
    ["annex.fineCapBps", annex.fineCapBps, 0n, LAW.mostFineBps],
    ["annex.fineBpsPerDay", annex.fineBpsPerDay, 0n, WHOLE],
    ["annex.defaultBps", annex.defaultBps, SUITE_RULES.leastDefaultBps, WHOLE],
  ];
  return shares
    .filter(([, given, least, most]) => given < least || given > most)
    .map(([field, given, least, most]) => new InputError("Terms_BasisPoints", { given, least, most }, { field }));
}

/** Windows of the parties, which a pause may lengthen, and of authorities and arbiters. */
const PARTY_WINDOWS = ["defenceWindow", "appealWindow", "settlementWindow", "certificateWindow"] as const;
const OFFICE_WINDOWS = ["decisionWindow", "reviewWindow", "rulingWindow"] as const;

function windowFaults(annex: Annex): InputError[] {
  const shortest = SUITE_RULES.shortestWindow;
  const bounds = [
    ...PARTY_WINDOWS.map((name) => ({ name, least: shortest, most: SUITE_RULES.longestPartyWindow })),
    ...OFFICE_WINDOWS.map((name) => ({ name, least: shortest, most: SUITE_RULES.longestOfficeWindow })),
    { name: "warranty" as const, least: 0n, most: SUITE_RULES.longestTail },
  ];
  return bounds
    .filter(({ name, least, most }) => annex[name] < least || annex[name] > most)
    .map(
      ({ name, least, most }) =>
        new InputError("Terms_Window", { given: annex[name], least, most }, { field: `annex.${name}` }),
    );
}

function scheduleFaults({ price }: Terms, annex: Annex, schedule: readonly MilestoneTerms[]): InputError[] {
  const faults: InputError[] = [];
  const [count, most] = [schedule.length, SUITE_RULES.mostMilestones];
  if (count === 0 || count > most) {
    faults.push(new InputError("Terms_MilestoneCount", { count, most }, { field: "schedule" }));
  }
  schedule.forEach(({ amount, notBefore, dueAt, certificates }, index) => {
    const isSound = amount > 0n && notBefore <= dueAt && dueAt <= annex.endsAt && certificates < 8n;
    if (!isSound) faults.push(new InputError("Terms_Milestone", { index }, { field: `schedule[${index}]` }));
  });
  const sum = schedule.reduce((total, { amount }) => total + amount, 0n);
  if (sum !== price) faults.push(new InputError("Terms_SumMismatch", { sum, price }, { field: "terms.price" }));
  annex.certifiers.forEach((office, kind) => {
    const isRequired = schedule.some(({ certificates }) => ((certificates >> BigInt(kind)) & 1n) === 1n);
    if (isRequired && office === ZeroAddress) {
      faults.push(new InputError("Terms_Certifier", { kind }, { field: `annex.certifiers[${kind}]` }));
    }
  });
  return faults;
}

function dateFaults({ endsAt, signBy, bondUntil, performanceBond, category }: Annex, time: bigint): InputError[] {
  const isServices = category === 1n;
  const bondLeast = performanceBond === 0n ? 0n : endsAt + (isServices ? LAW.servicesBondTail : 0n);
  const dates: readonly (readonly [field: string, given: bigint, notBefore: bigint, isGood: boolean])[] = [
    ["annex.endsAt", endsAt, time, endsAt > time],
    ["annex.signBy", signBy, time, signBy >= time],
    ["annex.bondUntil", bondUntil, bondLeast, bondUntil >= bondLeast],
  ];
  const early = dates
    .filter(([, , , isGood]) => !isGood)
    .map(([field, given, notBefore]) => new InputError("Terms_Dates", { given, notBefore }, { field }));
  const ends: readonly (readonly [field: string, given: bigint, most: bigint])[] = [
    ["annex.endsAt", endsAt, time + SUITE_RULES.longestTerm],
    ["annex.bondUntil", bondUntil, endsAt + SUITE_RULES.longestTail],
  ];
  const late = ends
    .filter(([, given, most]) => given > most)
    .map(([field, given, most]) => new InputError("Terms_TooLate", { given, most }, { field }));
  return [...early, ...late];
}
