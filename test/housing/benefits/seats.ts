import type { Wallet } from "ethers";

import type { Application } from "../../../scripts/lib/housing/application.ts";
import type { Connection } from "../../helpers/suite.ts";
import {
  applicationOf,
  DEED,
  drawnCall,
  housing,
  keyFor,
  keyIn,
  seatOf,
  settled,
  signClaim,
  type CallOptions,
  type Housing,
} from "./support.ts";

/** States of a seat, in the order of `Award.State`. */
export const STATE = { none: 0n, offered: 1n, accepted: 2n, fulfilled: 3n, revoked: 4n } as const;
/** Stages of a request, in the order of `Benefit.Stage`. */
export const STAGE = { none: 0n, pending: 1n, objected: 2n, certified: 3n, refused: 4n } as const;
/** Why a seat came back, in the order of `Award.Loss`. */
export const LOSS = { waived: 0n, lapsed: 1n, expired: 2n } as const;
/** Validity of whoever stays in line. */
export const NOT_BEGUN = 2n ** 40n - 1n;

/** Households of the usual call, by what becomes of them. */
export const ANA = applicationOf(1);
/** Gets the second slot of its list and stays in line. */
export const BEA = applicationOf(2, { score: 50n, keepsWaiting: true });
/** Without a seat. */
export const EVA = applicationOf(3, { score: 1n, slots: [0] });

/** A drawn call: Ana and Bea are settled, Eva has none. */
export async function offered(suite: Housing, options: Partial<CallOptions> = {}) {
  const applications: readonly Application[] = [ANA, BEA, EVA];
  const cutoffs = [keyIn(ANA), 0n, 0n];
  const call = await drawnCall(suite, { applications, cutoffs, entries: 2n, ...options });
  for (const one of [ANA, BEA]) await settled(suite, call, one);
  return call;
}

/** A suite with a call whose seats are offered. */
export async function offeredSeats(connection: Connection, options: Partial<CallOptions> = {}) {
  const suite = await housing(connection);
  return { suite, call: await offered(suite, options) };
}

/** Accepts a household's seat. */
export async function accept(suite: Housing, { nullifier }: Application, key: Wallet, inLine = false): Promise<void> {
  const message = { ...(await seatOf(suite, nullifier)), inLine };
  const signature = await signClaim(suite, key, "BenefitDesk.Acceptance", message);
  await suite.benefits.connect(suite.stranger).accept(nullifier, inLine, key, signature);
}

/** A suite in which Ana has accepted her seat and Bea hers, staying in line. */
export async function acceptedSeats(connection: Connection, options: Partial<CallOptions> = {}) {
  const { suite, call } = await offeredSeats(connection, options);
  await accept(suite, ANA, keyFor(1));
  await accept(suite, BEA, keyFor(2), true);
  return { suite, call };
}

/** The use of a seat, signed by its household and carried by a stranger. */
export async function requestUse(
  suite: Housing,
  { nullifier }: Application,
  key: Wallet,
  seller: bigint = suite.sellerId,
  deed: string = DEED,
) {
  const message = { ...(await seatOf(suite, nullifier)), seller, deed };
  const signature = await signClaim(suite, key, "BenefitDesk.Use", message);
  return suite.benefits.connect(suite.stranger).request(nullifier, seller, deed, key, signature);
}

/** A suite in which Ana asks for her subsidy to be paid to the seller. */
export async function requestedUse(connection: Connection, options: Partial<CallOptions> = {}) {
  const { suite, call } = await acceptedSeats(connection, options);
  await requestUse(suite, ANA, keyFor(1));
  return { suite, call };
}

/** A suite in which Ana's subsidy was paid. */
export async function paidSubsidy(connection: Connection) {
  const { suite, call } = await requestedUse(connection);
  await suite.benefits.connect(suite.office).certify(ANA.nullifier);
  await suite.benefits.connect(suite.stranger).pay(ANA.nullifier);
  return { suite, call };
}
