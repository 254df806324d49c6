import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { Interface } from "ethers";

import type { Lang } from "../lib/lang.ts";
import type { Printer } from "../lib/output/printer.ts";
import { ROLES } from "../lib/roles.ts";
import { localBeacon, type LocalBeacon } from "../lib/randomness/local-beacon.ts";
import { BUYER, Cast, type Connection } from "./cast.ts";
import { Clock } from "./clock.ts";
import { deploySuite, type Contracts } from "./suite.ts";
import { BEACON_CLOCK } from "./tender/beacon-clock.ts";

/** What all parts of a story share: a local chain with the Suite, its accounts, its clock, and a voice. */
export interface Stage {
  readonly connection: Connection;
  readonly chainId: bigint;
  readonly contracts: Contracts;
  /** The beacon of the time lock, with a key of the demo's own. */
  readonly beacon: LocalBeacon;
  /** Interface of every contract that emits events of the story, by address. */
  readonly interfaces: ReadonlyMap<string, Interface>;
  /** The account of an office of the role table, by its key. */
  readonly office: (key: string) => HardhatEthersSigner;
  readonly cast: Cast;
  readonly clock: Clock;
  readonly lang: Lang;
  readonly printer: Printer;
}

/**
 * Deploys the Suite and a token on a connection's chain.
 *
 * @param connection a fresh local chain whose clock stands before the story
 * @throws Error for an office that the role table does not have
 * @example const stage = await setStage(await network.create(), "es", printer);
 */
export async function setStage(connection: Connection, lang: Lang, printer: Printer): Promise<Stage> {
  const { ethers } = connection;
  const signers = await ethers.getSigners();
  const at = (position: number): HardhatEthersSigner => {
    const signer = signers[position];
    if (!signer) throw new Error(`the local chain has no account ${position}`);
    return signer;
  };
  const cast = new Cast(connection);
  const beacon = localBeacon(BEACON_CLOCK);
  const contracts = await deploySuite(connection, at(0), cast.of(BUYER).address, beacon.info);
  const interfaces = new Map<string, Interface>();
  for (const contract of Object.values({ ...contracts }))
    interfaces.set(await contract.getAddress(), contract.interface);
  const clock = new Clock(connection);
  await clock.catchUp();
  return {
    connection,
    chainId: (await ethers.provider.getNetwork()).chainId,
    contracts,
    beacon,
    interfaces,
    office(key) {
      const position = ROLES.findIndex((role) => role.key === key);
      if (position === -1) throw new Error(`no office ${key}`);
      return at(2 + position);
    },
    cast,
    clock,
    lang,
    printer,
  };
}
