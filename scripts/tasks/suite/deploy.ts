import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { NewTaskActionFunction } from "hardhat/types/tasks";

import Suite from "../../../ignition/modules/Suite.ts";
import TestToken from "../../../ignition/modules/TestToken.ts";
import { InputError } from "../../lib/input/input-error.ts";
import { QUICKNET } from "../../lib/randomness/beacon.ts";
import { testBeacon } from "../../lib/randomness/test-beacon.ts";
import { loadBeacon, saveBeacon } from "../../lib/tasks/beacon-file.ts";
import { sentenceIn } from "../../lib/messages/render-message.ts";
import { nodeFiles } from "../../lib/send/files.ts";
import { saveIdentity } from "../../lib/send/identity-file.ts";
import { confirmLive, DEVELOPMENT_CHAINS, recordIdentity } from "../../lib/send/network-identity.ts";
import { CONTRACT_NAMES } from "../../lib/tasks/contracts.ts";
import { formerDeployment, keepFormer } from "../../lib/tasks/former-deployment.ts";
import { loadParameters, refuseDeployer } from "../../lib/tasks/parameters.ts";
import { pickAccount } from "../../lib/tasks/pick-account.ts";
import { connect, sendingOn } from "../connect.ts";
import { speak } from "../speak.ts";

/** What the command line says. */
interface DeployArguments {
  readonly account: string;
  readonly lang: string;
  readonly json: boolean;
  readonly send: boolean;
  readonly tokenPrueba: boolean;
  readonly faroPrueba: boolean;
}

/** Test money for every account of a local network, in pesos. */
const TEST_MONEY = 100_000_000_000n;

const action: NewTaskActionFunction<DeployArguments> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const connected = await connect(hre);
    const { connection, chain, accounts, folder, parametersFile } = connected;
    const door = { readFile, now: 0n, horizonYears: 0 };
    const parameters = await loadParameters(parametersFile, door);
    const chainId = await chain.chainId();
    const isLocal = DEVELOPMENT_CHAINS.has(chainId);
    const deployer = pickAccount(accounts, args.account === "" ? null : args.account);
    refuseDeployer(parameters, deployer);
    if (args.tokenPrueba && !isLocal) throw new InputError("test-token-public", { chainId });
    if (args.faroPrueba && !isLocal) throw new InputError("test-beacon-public", { chainId });

    printer.line(
      lang === "es"
        ? `Desplegar Erario en la cadena ${chainId} con la cuenta ${deployer}, que no conserva ningún rol. Oficinas:`
        : `Deploy Erario to chain ${chainId} with account ${deployer}, which keeps no role. Offices:`,
    );
    printer.table(lang === "es" ? ["oficina", "cuenta"] : ["office", "account"], Object.entries(parameters.offices));
    if (!args.send) {
      printer.line(sentenceIn(lang)("plan-not-sent", {}));
      return null;
    }
    await confirmLive(chainId, lang, sendingOn(chainId).confirm);

    // A local chain that was started anew is another chain, though its id is the same.
    const genesis = (await chain.block(0))?.hash ?? "";
    const file = join(folder, "identity.json");
    const beaconFile = join(folder, "beacon.json");
    const former = formerDeployment(nodeFiles, file, genesis);
    const usual = former !== null && isLocal ? await loadBeacon(beaconFile, nodeFiles, door) : QUICKNET;
    const beacon = args.faroPrueba ? testBeacon().info : usual;
    const deploymentId = isLocal ? `chain-${chainId}-${genesis.slice(2, 10)}` : `chain-${chainId}`;
    const options = { deploymentId, defaultSender: deployer };
    const before = (await chain.block("latest"))?.number;
    const suite = await connection.ignition.deploy(Suite, {
      ...options,
      parameters: {
        ...(parameters.modules as Record<string, Record<string, string | number>>),
        Tenders: { beaconChainHash: beacon.chainHash },
      },
    });
    const addresses: Record<string, string> = {};
    for (const name of CONTRACT_NAMES) addresses[name] = await suite[name].getAddress();
    if (args.tokenPrueba) {
      const { token } = await connection.ignition.deploy(TestToken, options);
      addresses.token = await token.getAddress();
      const signer = await connection.ethers.getSigner(deployer);
      const contract = await connection.ethers.getContractAt("MockClp", addresses.token, signer);
      for (const account of accounts) {
        if ((await contract.balanceOf(account)) === 0n) await (await contract.mint(account, TEST_MONEY)).wait();
      }
    }
    if ((await chain.block("latest"))?.number === before) printer.line(sentenceIn(lang)("already-done", {}));
    const identity = keepFormer(await recordIdentity(chain, addresses), former);
    await saveIdentity(nodeFiles, file, identity);
    await saveBeacon(beaconFile, nodeFiles, beacon);
    const recorded = Object.fromEntries(
      Object.entries(identity.contracts).map(([name, { address }]) => [name, address]),
    );
    printer.table(lang === "es" ? ["contrato", "dirección"] : ["contract", "address"], Object.entries(recorded));
    printer.line(
      lang === "es" ? `Identidad de la red registrada en ${file}.` : `Identity of the network recorded in ${file}.`,
    );
    return { deployer, addresses: recorded, identity: file };
  });

export default action;
