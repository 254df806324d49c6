import { ADMIN_DELAY } from "../../scripts/lib/roles.ts";
import { MockTender__factory } from "../../typechain-types/index.js";
import type { MockTender } from "../../typechain-types/index.js";
import { annexHash } from "./agreement.ts";
import type { Annex, Deed, MilestoneTerms, Terms } from "./agreement.ts";
import { ZERO_HASH } from "./court.ts";
import type { Connection, SuiteFixture } from "./suite.ts";

export const AWARDING_ROLE = 101n;

/** A small awarding contract that the administrator has given its role after the delay. */
export async function awardingContract({ networkHelpers }: Connection, suite: SuiteFixture) {
  const { manager, admin, opening, deployer } = suite;
  const tender = await new MockTender__factory(deployer).deploy(opening);
  const grant = manager.interface.encodeFunctionData("grantRole", [AWARDING_ROLE, await tender.getAddress(), 0n]);
  await manager.connect(admin).schedule(manager, grant, 0n);
  await networkHelpers.time.increase(ADMIN_DELAY);
  await manager.connect(admin).execute(manager, grant);
  return tender;
}

/** What of a lawful draft to change before it is opened. */
export interface TermsChange {
  annex?: Partial<Annex>;
  terms?: Partial<Terms>;
  schedule?: (rows: MilestoneTerms[]) => MilestoneTerms[];
}

/** Opens the draft with a change through the awarding contract, without a reservation. */
export function openChanged(
  state: { tender: MockTender; deed: Deed; schedule: MilestoneTerms[] },
  change: TermsChange,
) {
  const annex = { ...state.deed.annex, ...change.annex };
  const terms = { ...state.deed.terms, annex: annexHash(annex), ...change.terms };
  return state.tender.open({ terms, annex }, change.schedule?.(state.schedule) ?? state.schedule, ZERO_HASH);
}
