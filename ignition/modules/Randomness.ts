import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import { randomnessParameters } from "../../scripts/lib/randomness/deployment.ts";
import { EVMNET } from "../../scripts/lib/randomness/evmnet.ts";

/**
 * The two beacons of a network, drand's by default. Parameters `quicknet` and `evmnet`: chain hash, genesis (unix seconds), period (seconds),
 * group hash and name of the network; `quicknetKey` (eight words) and `evmnetKey` (four): its public key. The chain hash binds all of it.
 */
export default buildModule("Randomness", (m) => {
  const drand = randomnessParameters(QUICKNET, EVMNET);
  const given = (name: string) => m.getParameter(name, drand[name]);
  const quicknet = m.contract("DrandQuicknet", [given("quicknet"), given("quicknetKey")]);
  const evmnet = m.contract("DrandEvmnet", [given("evmnet"), given("evmnetKey")]);
  return { quicknet, evmnet };
});
