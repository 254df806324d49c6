import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The AccessManager; the deployer administers it until the end of the deployment. */
export default buildModule("Access", (m) => {
  const manager = m.contract("AccessManager", [m.getAccount(0)]);
  return { manager };
});
