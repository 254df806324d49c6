import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Access from "./Access.ts";

const TWO_YEARS = 2 * 365 * 86_400;

/** The registry of legal entities. Parameter `maxSuspension`: longest suspension in seconds. */
export default buildModule("Registry", (m) => {
  const { manager } = m.useModule(Access);
  const registry = m.contract("Registry", [manager, m.getParameter("maxSuspension", TWO_YEARS)]);
  return { registry };
});
