import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { auditSuite, refuseMismatch } from "../../lib/tasks/suite-audit.ts";
import { pickAccount } from "../../lib/tasks/pick-account.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

/** Names of the built contracts, by their names in the suite. */
const BUILT = {
  manager: "AccessManager",
  registry: "Registry",
  treasury: "Treasury",
  opening: "OpeningDesk",
  desk: "CertificateDesk",
  court: "ContractCourt",
  changes: "ContractChanges",
  closing: "ClosingDesk",
  escrow: "MilestoneEscrow",
  reader: "ContractReader",
  book: "TenderBook",
  publication: "PublicationDesk",
  joints: "JointBids",
  panel: "EvaluationPanel",
  awards: "AwardDesk",
  purchases: "PurchaseDesk",
  quotes: "AgileQuotes",
  frameworks: "FrameworkBook",
  orders: "FrameworkOrders",
  contests: "FrameworkContests",
  quicknet: "DrandQuicknet",
  evmnet: "DrandEvmnet",
} as const;

const action: NewTaskActionFunction<{ account: string; lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const connected = await connect(hre);
    const context = await contextOf(connected);
    const deployer = pickAccount(connected.accounts, args.account === "" ? null : args.account);
    const audit = await auditSuite(context, (name) => hre.artifacts.readArtifact(BUILT[name]), deployer);
    const yes = lang === "es" ? "sí" : "yes";
    printer.table(
      lang === "es" ? ["contrato", "dirección", "igual a la compilación"] : ["contract", "address", "equals the build"],
      audit.contracts.map(({ name, address, matchesBuild }) => [name, address, matchesBuild ? yes : "no"]),
    );
    printer.table(
      lang === "es" ? ["oficina", "cuenta", "tiene el rol"] : ["office", "account", "holds the role"],
      audit.offices.map(({ office, account, holds }) => [office, account, holds ? yes : "no"]),
    );
    printer.line(
      lang === "es"
        ? `Roles de la cuenta que despliega (${deployer}): ${audit.deployerHolds.join(", ") || "ninguno"}.`
        : `Roles of the deploying account (${deployer}): ${audit.deployerHolds.join(", ") || "none"}.`,
    );
    refuseMismatch(audit);
    return audit;
  });

export default action;
