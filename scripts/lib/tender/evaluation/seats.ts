import { ZeroAddress } from "ethers";

import type { PanelMembers } from "./rules.ts";

/** Who sits on a panel and which substitutes wait, in the order of the terms. */
export interface Seats {
  readonly seated: readonly string[];
  readonly remaining: readonly string[];
}

const named = (accounts: readonly string[]): string[] => accounts.filter((account) => account !== ZeroAddress);

/**
 * Who sits on a panel: the evaluators without a conflict, and a substitute for each one with. Substitutes are called in the order of the
 * terms; one with a conflict is passed over. Source: Ley 19.886 art. 35 quater.
 *
 * @param conflicted accounts that declared a conflict, in any order
 * @example seatsOf({ quorum: 1n, evaluators: ["0xA"], substitutes: ["0xB", "0xC"] }, ["0xA"]); // 0xB sits, 0xC waits
 */
export function seatsOf(panel: PanelMembers, conflicted: readonly string[]): Seats {
  const out = new Set(conflicted);
  const evaluators = named(panel.evaluators);
  const free = evaluators.filter((account) => !out.has(account));
  const willing = named(panel.substitutes).filter((account) => !out.has(account));
  const vacant = evaluators.length - free.length;
  return { seated: [...free, ...willing.slice(0, vacant)], remaining: willing.slice(vacant) };
}
