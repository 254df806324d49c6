import { uncompressSignature } from "../lib/randomness/quicknet-points.ts";
import { EVMNET_ROUNDS, QUICKNET_ROUNDS } from "../../test/helpers/recorded-rounds.ts";
import { deploySuite, type Connection } from "../../test/helpers/suite.ts";
import type { Gas } from "./operations.ts";

/**
 * Proves recorded rounds of drand's two networks to the suite as Ignition deploys it, the randomness stored; the dearest round of each counts,
 * since hashing to BN254 takes more or fewer steps.
 *
 * @param connection A fresh in-process chain.
 * @returns Gas used by each operation.
 */
export async function measureBeacons(connection: Connection): Promise<Gas> {
  const { quicknet, evmnet, stranger } = await deploySuite(connection);
  const gas = { "beacon.quicknet": 0, "beacon.evmnet": 0 };
  for (const { round, signature } of QUICKNET_ROUNDS) {
    const proven = await quicknet.connect(stranger).prove(round, uncompressSignature(signature));
    gas["beacon.quicknet"] = Math.max(gas["beacon.quicknet"], Number((await proven.wait())?.gasUsed));
  }
  for (const { round, signature } of EVMNET_ROUNDS) {
    const proven = await evmnet.connect(stranger).prove(round, signature);
    gas["beacon.evmnet"] = Math.max(gas["beacon.evmnet"], Number((await proven.wait())?.gasUsed));
  }
  return gas;
}
