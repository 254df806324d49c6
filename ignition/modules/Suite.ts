import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Interface } from "ethers";

import {
  AgileQuotes__factory,
  FrameworkBook__factory,
  FrameworkContests__factory,
  FrameworkOrders__factory,
  OpeningDesk__factory,
  PublicationDesk__factory,
  PurchaseDesk__factory,
  Registry__factory,
  Treasury__factory,
} from "../../typechain-types/index.js";
import { ADMIN_DELAY, ROLES } from "../../scripts/lib/roles.ts";
import Access from "./Access.ts";
import Procurement from "./Procurement.ts";
import Quotes from "./Quotes.ts";
import Randomness from "./Randomness.ts";
import Registry from "./Registry.ts";
import Tenders from "./Tenders.ts";
import Treasury from "./Treasury.ts";

const ADMIN_ROLE = 0n;

const INTERFACES: Readonly<Record<string, Interface>> = {
  Registry: Registry__factory.createInterface(),
  Treasury: Treasury__factory.createInterface(),
  OpeningDesk: OpeningDesk__factory.createInterface(),
  PublicationDesk: PublicationDesk__factory.createInterface(),
  PurchaseDesk: PurchaseDesk__factory.createInterface(),
  AgileQuotes: AgileQuotes__factory.createInterface(),
  FrameworkBook: FrameworkBook__factory.createInterface(),
  FrameworkOrders: FrameworkOrders__factory.createInterface(),
  FrameworkContests: FrameworkContests__factory.createInterface(),
};

/** The selector of a function of a contract; throws where the table names one that does not exist. */
function selectorOf(contract: string, name: string): string {
  const fragment = INTERFACES[contract]?.getFunction(name);
  if (fragment === null || fragment === undefined) throw new Error(`no function ${contract}.${name}`);
  return fragment.selector;
}

/**
 * The whole suite with its roles. Parameters: `admin` and one address an office (`accreditor`, `budgetOffice`, ...); on a local chain
 * they default to the accounts after the deployer's. At the end the deployer holds nothing.
 */
export default buildModule("Suite", (m) => {
  const { manager } = m.useModule(Access);
  const { registry } = m.useModule(Registry);
  const { treasury } = m.useModule(Treasury);
  const procurement = m.useModule(Procurement);
  const tenders = m.useModule(Tenders);
  const purchases = m.useModule(Quotes);
  const beacons = m.useModule(Randomness);
  const targets = {
    Registry: registry,
    Treasury: treasury,
    OpeningDesk: procurement.opening,
    PublicationDesk: tenders.publication,
    PurchaseDesk: purchases.purchases,
    AgileQuotes: purchases.quotes,
    FrameworkBook: purchases.frameworks,
    FrameworkOrders: purchases.orders,
    FrameworkContests: purchases.contests,
  };
  // Contracts that award under rules of their own; whoever else is to award, the administrator adds after its delay.
  const awarding = [tenders.book, purchases.purchases, purchases.quotes, purchases.orders, purchases.contests];

  // Before the table applies, the deployer may do what only ADMIN may: approve the programs of this deployment without delay.
  const approved = [
    m.call(treasury, "approveProgram", [procurement.escrow, true], { id: "approve_escrow" }),
    m.call(treasury, "approveProgram", [tenders.book, true], { id: "approve_book" }),
  ];

  const admin = m.getParameter("admin", m.getAccount(1));
  const calls = ROLES.flatMap((role, position) => {
    const holder = m.getParameter(role.key, m.getAccount(2 + position));
    return [
      m.encodeFunctionCall(manager, "labelRole", [role.id, role.key], { id: `label_${role.key}` }),
      ...Object.entries(role.functions).map(([contract, names]) => {
        const target = targets[contract as keyof typeof targets];
        const selectors = names.map((name) => selectorOf(contract, name));
        return m.encodeFunctionCall(manager, "setTargetFunctionRole", [target, selectors, role.id], {
          id: `functions_${role.key}_${contract}`,
        });
      }),
      ...(role.heldByContracts === true ? awarding : [holder]).map((account, index) =>
        m.encodeFunctionCall(manager, "grantRole", [role.id, account, role.executionDelay], {
          id: index === 0 ? `grant_${role.key}` : `grant_${role.key}_${String(index)}`,
        }),
      ),
    ];
  });
  const grantAdmin = m.encodeFunctionCall(manager, "grantRole", [ADMIN_ROLE, admin, ADMIN_DELAY], {
    id: "grant_admin",
  });
  const renounce = m.encodeFunctionCall(manager, "renounceRole", [ADMIN_ROLE, m.getAccount(0)], {
    id: "renounce_admin",
  });
  m.call(manager, "multicall", [[...calls, grantAdmin, renounce]], { id: "roles", after: approved });

  return { manager, registry, treasury, ...procurement, ...tenders, ...purchases, ...beacons };
});
