import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import Access from "./Access.ts";
import Procurement from "./Procurement.ts";
import Registry from "./Registry.ts";
import Treasury from "./Treasury.ts";

/**
 * The tender book and its modules. Parameters `beaconChainHash`, `beaconGenesis` (unix seconds) and `beaconPeriod` (seconds): the beacon of
 * the time lock.
 */
export default buildModule("Tenders", (m) => {
  const { manager } = m.useModule(Access);
  const { registry } = m.useModule(Registry);
  const { treasury } = m.useModule(Treasury);
  const { opening } = m.useModule(Procurement);
  const book = m.contract("TenderBook", [registry, treasury, opening]);
  const awards = m.contract("AwardDesk", [book, registry]);
  const panel = m.contract("EvaluationPanel", [book]);
  const joints = m.contract("JointBids", [registry, book]);
  const publication = m.contract("PublicationDesk", [
    manager,
    registry,
    book,
    awards,
    opening,
    {
      chainHash: m.getParameter("beaconChainHash", QUICKNET.chainHash),
      genesis: m.getParameter("beaconGenesis", QUICKNET.genesis),
      period: m.getParameter("beaconPeriod", QUICKNET.period),
    },
  ]);
  m.call(book, "bindModules", [publication, joints, panel, awards]);
  return { book, awards, panel, joints, publication };
});
