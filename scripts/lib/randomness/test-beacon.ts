import { CodedError } from "../messages/coded-error.ts";
import { QUICKNET } from "./beacon.ts";
import { localBeacon, type LocalBeacon } from "./local-beacon.ts";

const SEED = "erario: a beacon whose key everyone knows";

let made: LocalBeacon | undefined;

/**
 * The beacon of local nodes: quicknet's clock, and a key that everyone knows, so that the time lock can be tried without a server. It keeps
 * nothing secret and is deployed to local chains only.
 *
 * @example testBeacon().info.chainHash;
 */
export function testBeacon(): LocalBeacon {
  made ??= localBeacon({ secret: new TextEncoder().encode(SEED), genesis: QUICKNET.genesis, period: QUICKNET.period });
  return made;
}

/**
 * The signature of a round of the test beacon, once its time has come by the chain's clock.
 *
 * @param now unix seconds of the chain
 * @throws CodedError `beacon-round-pending`
 * @example testSignature(round, latest.timestamp);
 */
export function testSignature(round: bigint, now: bigint): string {
  const beacon = testBeacon();
  const due = beacon.timeOf(round);
  if (due > now) throw new CodedError("beacon-round-pending", { round, due });
  return beacon.sign(round);
}
