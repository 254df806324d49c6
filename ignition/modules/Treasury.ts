import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Access from "./Access.ts";
import Registry from "./Registry.ts";

/** The treasury, the only contract that holds tokens. */
export default buildModule("Treasury", (m) => {
  const { manager } = m.useModule(Access);
  const { registry } = m.useModule(Registry);
  const treasury = m.contract("Treasury", [manager, registry]);
  return { treasury };
});
