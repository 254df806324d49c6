import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import Access from "./Access.ts";
import Procurement from "./Procurement.ts";
import Registry from "./Registry.ts";

const ONE_DAY = 86_400;

/**
 * Agile quotes and framework agreements. Parameters `beaconGenesis` (unix seconds) and `beaconPeriod` (seconds): the beacon of the time lock;
 * `minTerm` (seconds): shortest time for quotes.
 */
export default buildModule("Quotes", (m) => {
  const { manager } = m.useModule(Access);
  const { registry } = m.useModule(Registry);
  const { opening } = m.useModule(Procurement);
  const beacon = {
    genesis: m.getParameter("beaconGenesis", QUICKNET.genesis),
    period: m.getParameter("beaconPeriod", QUICKNET.period),
  };
  const purchases = m.contract("PurchaseDesk", [manager, opening]);
  const minTerm = m.getParameter("minTerm", ONE_DAY);
  const quotes = m.contract("AgileQuotes", [manager, registry, purchases, beacon, minTerm]);
  const frameworks = m.contract("FrameworkBook", [manager, registry, purchases, beacon, minTerm]);
  const orders = m.contract("FrameworkOrders", [manager, registry, purchases, frameworks]);
  const contests = m.contract("FrameworkContests", [manager, registry, purchases, frameworks, beacon]);
  m.call(frameworks, "bindModules", [orders, contests]);
  return { purchases, quotes, frameworks, orders, contests };
});
