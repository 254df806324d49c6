import { annexHash, contractId, DAY } from "./agreement.ts";
import type { Deed } from "./agreement.ts";
import { at, latest, REASON } from "./court.ts";
import { draftContract, fundedLine, signContract, THRESHOLD } from "./suite.ts";
import type { Connection, Draft, LineFixture } from "./suite.ts";

export type DraftState = LineFixture & Draft;

/** A contract of 60 million, below the threshold of 70 million. */
export async function smallDraft(connection: Connection): Promise<DraftState> {
  const fixture = await fundedLine(connection);
  return { ...fixture, ...(await draftContract(fixture)) };
}

/** A contract exactly at the threshold, with its performance bond. */
export async function largeDraft(connection: Connection): Promise<DraftState> {
  const fixture = await fundedLine(connection);
  const options = { amounts: [THRESHOLD], annex: { performanceBond: 3_500_000n } };
  return { ...fixture, ...(await draftContract(fixture, options)) };
}

/** The intent of that contract, published with the shortest notice. */
export async function announcedDraft(connection: Connection) {
  const state = await largeDraft(connection);
  const openFrom = (await latest(connection)) + 5n * DAY + 1n;
  await at(connection, openFrom - 5n * DAY);
  await state.opening.connect(state.buyer).announce(state.deed, REASON, openFrom);
  return { ...state, openFrom };
}

/** The buyer's award; the supplier signs the deed unless a signature is given. */
export async function awardDirectly(
  state: DraftState,
  overrides: { deed?: Deed; signature?: string; reason?: typeof REASON } = {},
) {
  const { opening, buyer, supplier, schedule } = state;
  const deed = overrides.deed ?? state.deed;
  const signature = overrides.signature ?? (await signContract(opening, supplier, deed, schedule));
  return opening.connect(buyer).award(deed, schedule, 1, overrides.reason ?? REASON, signature);
}

/** The deed with another annex, and the id that follows. */
export function withOtherAnnex({ deed }: DraftState, overrides: Partial<Deed["annex"]>) {
  const annex = { ...deed.annex, ...overrides };
  const terms = { ...deed.terms, annex: annexHash(annex) };
  return { deed: { terms, annex }, id: contractId(terms) };
}
