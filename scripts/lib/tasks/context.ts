import {
  Contract,
  isError,
  type ContractRunner,
  type DeferredTopicFilter,
  type LogDescription,
  type Result,
} from "ethers";

import type { Document } from "../documents/document.ts";
import type { DoorContext } from "../input/load-input.ts";
import { InputError } from "../input/input-error.ts";
import { revertDataOf } from "../messages/error-chain.ts";
import { formatRut, rutCheckDigit, type Rut } from "../rut.ts";
import type { Chain } from "../send/chain.ts";
import { checkIdentity, type NetworkIdentity } from "../send/network-identity.ts";
import { readEvents } from "../send/read-events.ts";
import type { BeaconInfo } from "../randomness/beacon.ts";
import type { PasswordSource } from "../tender/sealed/bid-password.ts";
import type { BidFiles } from "../tender/sealed/bid-store.ts";
import type { TokenUnit } from "../units/format-amount.ts";
import { connectContracts, type Contracts } from "./contracts.ts";
import { symbolOf } from "./token-symbol.ts";

/** What commands about tenders use beside the chain. */
export interface TenderTools {
  readonly beacon: BeaconInfo;
  /** The signature of a round of the beacon, verified. */
  readonly signatureOf: (round: bigint) => Promise<string>;
  /** Where the password of a bidder's file comes from. */
  readonly password: PasswordSource;
  readonly files: BidFiles;
}

/** What every command of an office works with; nothing of it sends. */
export interface TaskContext {
  readonly contracts: Contracts;
  readonly chain: Chain;
  readonly runner: ContractRunner;
  readonly identity: NetworkIdentity;
  /** Holders of the roles, by office, as in the network's parameters; empty where there is no such file. */
  readonly offices: Readonly<Record<string, string>>;
  readonly door: DoorContext;
  readonly tenders?: TenderTools;
}

/** A contract whose events are read. */
interface Emitter {
  readonly interface: { parseLog(log: { topics: string[]; data: string }): LogDescription | null };
  getAddress(): Promise<string>;
}

const HORIZON_YEARS = 30;

/**
 * Checks the network and gathers what commands need. The clock is the chain's.
 *
 * @throws SendError "wrong-chain-id", "wrong-genesis" or "wrong-code" when the node is not on the recorded chain
 * @example const context = await openContext({ chain, runner, identity, offices: {}, readFile });
 */
export async function openContext(
  given: Pick<TaskContext, "chain" | "runner" | "identity" | "offices" | "tenders"> & Pick<DoorContext, "readFile">,
): Promise<TaskContext> {
  const { readFile, ...rest } = given;
  await checkIdentity(given.chain, given.identity);
  const now = (await given.chain.block("latest"))?.timestamp ?? 0n;
  const contracts = connectContracts(given.identity, given.runner);
  return { ...rest, contracts, door: { readFile, now, horizonYears: HORIZON_YEARS } };
}

/**
 * The events of a contract since the deployment, page by page.
 *
 * @example await eventsOf(context, treasury, treasury.filters.LineFunded(1n));
 */
export async function eventsOf(
  { chain, identity }: Pick<TaskContext, "chain" | "identity">,
  emitter: Emitter,
  filter: Pick<DeferredTopicFilter, "getTopicFilter">,
): Promise<LogDescription[]> {
  const toBlock = (await chain.block("latest"))?.number ?? 0;
  const topics = await filter.getTopicFilter();
  const query = { address: await emitter.getAddress(), topics, fromBlock: identity.block, toBlock };
  const found: LogDescription[] = [];
  for await (const logs of readEvents(chain, query)) {
    for (const { topics, data } of logs) {
      const parsed = emitter.interface.parseLog({ topics: [...topics], data });
      if (parsed !== null) found.push(parsed);
    }
  }
  return found;
}

/**
 * Whether such an event happened: what tells a repeated command that its work is done.
 *
 * @example await happened(context, registry, registry.filters.Suspended(7n), ({ args }) => args.until === until);
 */
export async function happened(
  context: Pick<TaskContext, "chain" | "identity">,
  emitter: Emitter,
  filter: Pick<DeferredTopicFilter, "getTopicFilter">,
  matches: (event: LogDescription) => boolean = () => true,
): Promise<boolean> {
  return (await eventsOf(context, emitter, filter)).some(matches);
}

/**
 * The last of such events, if there is one.
 *
 * @example (await lastEvent(context, registry, registry.filters.Suspended(7n)))?.args.until
 */
export async function lastEvent(
  context: Pick<TaskContext, "chain" | "identity">,
  emitter: Emitter,
  filter: Pick<DeferredTopicFilter, "getTopicFilter">,
): Promise<LogDescription | undefined> {
  return (await eventsOf(context, emitter, filter)).at(-1);
}

/**
 * Whether the last of such events says this.
 *
 * @example await isLast(context, court, court.filters.FineDecided(id), ({ amount }) => amount === 500_000n);
 */
export async function isLast(
  context: Pick<TaskContext, "chain" | "identity">,
  emitter: Emitter,
  filter: Pick<DeferredTopicFilter, "getTopicFilter">,
  says: (args: Result) => boolean,
): Promise<boolean> {
  const event = await lastEvent(context, emitter, filter);
  return event !== undefined && says(event.args);
}

/**
 * Whether an event's document is this one, by its bytes.
 *
 * @example isDocument(args.reason, motivo)
 */
export const isDocument = (found: unknown, { digest }: Document): boolean =>
  (found as Partial<Document> | undefined)?.digest === digest;

/** Kinds of entity, in the order of `Entity.Kind`. */
export const ENTITY_KINDS = ["", "proveedor", "organismo", "establecimiento", "sostenedor"] as const;

/**
 * The registry's id of a legal entity.
 *
 * @param kinds kinds of `Entity.Kind` to look under, in order
 * @throws InputError `entity-unknown`
 * @example await entityOf(context, rut, [1n]);
 */
export async function entityOf(
  { contracts }: Pick<TaskContext, "contracts">,
  rut: Rut,
  kinds: readonly bigint[] = [1n, 2n, 3n, 4n],
): Promise<bigint> {
  for (const kind of kinds) {
    const entity = await contracts.registry.entityByNumber(kind, rut.body);
    if (entity !== 0n) return entity;
  }
  throw new InputError("entity-unknown", { rut: formatRut(rut) });
}

/**
 * An entity as people name it: by its RUT.
 *
 * @example await nameOf(context, 7n); // "RUT 76.123.456-0"
 */
export async function nameOf({ contracts }: Pick<TaskContext, "contracts">, entity: bigint): Promise<string> {
  const { number } = await contracts.registry.getEntity(entity);
  const body = Number(number);
  return body === 0 ? `#${entity}` : `RUT ${formatRut({ body, checkDigit: rutCheckDigit(body) })}`;
}

/** The functions of a token that commands call. */
export const ERC20: readonly string[] = [
  "function decimals() view returns (uint256)",
  "function balanceOf(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function approve(address spender, uint256 amount) returns (bool)",
];

/** More than any token has; an amount in it would not fit a token's own arithmetic. */
const MOST_DECIMALS = 77n;

/** The part of a token that commands use. */
export interface Token {
  readonly contract: Contract;
  readonly unit: TokenUnit;
}

/**
 * A token with its unit, as it says itself.
 *
 * @throws InputError `token-silent` when nothing at the address says its decimals; a node's faults as they are
 * @example (await tokenAt(runner, address)).unit.symbol; // "CLP"
 */
export async function tokenAt(runner: ContractRunner, address: string): Promise<Token> {
  const contract = new Contract(address, ERC20, runner);
  const decimals = await decimalsOf(contract, address);
  return { contract, unit: { decimals, symbol: await symbolOf(runner, address) } };
}

/** A node that fails is not a token that is silent: amounts are never read with decimals that nobody said. */
async function decimalsOf(contract: Contract, token: string): Promise<number> {
  try {
    const decimals = (await contract.getFunction("decimals")()) as bigint;
    if (decimals <= MOST_DECIMALS) return Number(decimals);
  } catch (error) {
    if (!isError(error, "BAD_DATA") && revertDataOf(error) === undefined) throw error;
  }
  throw new InputError("token-silent", { token });
}
