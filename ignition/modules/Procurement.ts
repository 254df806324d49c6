import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Access from "./Access.ts";
import Registry from "./Registry.ts";
import Treasury from "./Treasury.ts";

/** Impuesto al valor agregado: 19 % of the net price. Source: DL 825 art. 14. */
const VAT_BPS = 1_900;

/** The escrow and its modules. Parameter `maxTaxBps`: highest tax in basis points of the net price. The escrow's constructor binds the modules to it. */
export default buildModule("Procurement", (m) => {
  const { manager } = m.useModule(Access);
  const { registry } = m.useModule(Registry);
  const { treasury } = m.useModule(Treasury);
  const opening = m.contract("OpeningDesk", [manager, registry, m.getParameter("maxTaxBps", VAT_BPS)]);
  const desk = m.contract("CertificateDesk", [registry]);
  const court = m.contract("ContractCourt", [registry, desk]);
  const changes = m.contract("ContractChanges", [registry, opening]);
  const closing = m.contract("ClosingDesk", [court]);
  const escrow = m.contract("MilestoneEscrow", [treasury, registry, opening, court, desk, changes, closing]);
  const reader = m.contract("ContractReader", [escrow, desk]);
  return { opening, desk, court, changes, closing, escrow, reader };
});
