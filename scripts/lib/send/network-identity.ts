import { keccak256 } from "ethers";
import type { Chain } from "./chain.ts";
import type { Lang } from "../lang.ts";
import { sentenceIn } from "../messages/render-message.ts";
import { SendError } from "./send-error.ts";

/** A contract of the suite and the keccak-256 of its runtime code. */
export interface ContractIdentity {
  readonly address: string;
  readonly codeHash: string;
}

/** Which chain the suite was deployed to: enough to tell it from any other chain behind the same URL. */
export interface NetworkIdentity {
  readonly chainId: bigint;
  /** Hash of block 0. */
  readonly genesis: string;
  /** Block at which the identity was recorded; nothing of the suite is older than its deployment. */
  readonly block: number;
  readonly contracts: Readonly<Record<string, ContractIdentity>>;
}

/** Chain ids of development nodes (Hardhat and anvil, Ganache, geth --dev): they ask for no typed confirmation. */
export const DEVELOPMENT_CHAINS: ReadonlySet<bigint> = new Set([31337n, 1337n]);

/** Hashes of the codes that were asked for: a process that sends often hashes each once. */
const hashes = new Map<string, string>();

function hashOf(code: string): string {
  const hash = hashes.get(code) ?? keccak256(code);
  hashes.set(code, hash);
  return hash;
}

/**
 * Reads the identity of the connected chain and of the named contracts, to be recorded after a deployment.
 *
 * @throws SendError "wrong-code" when an address holds no code.
 * @example await recordIdentity(chain, { Treasury: "0x..." })
 */
export async function recordIdentity(chain: Chain, addresses: Record<string, string>): Promise<NetworkIdentity> {
  const head = await chain.block("latest");
  const contracts: Record<string, ContractIdentity> = {};
  for (const [name, address] of Object.entries(addresses)) {
    const code = await chain.code(address);
    if (code === "0x") throw new SendError("wrong-code", { name, address, expected: "0x...", found: code });
    contracts[name] = { address, codeHash: hashOf(code) };
  }
  return { chainId: await chain.chainId(), genesis: await genesisOf(chain), block: head?.number ?? 0, contracts };
}

/**
 * Checks that the connected chain is the recorded one: chain id and genesis block.
 *
 * @throws SendError "wrong-chain-id" or "wrong-genesis", naming expected and found.
 * @example await checkChain(chain, identity)
 */
export async function checkChain(chain: Chain, expected: NetworkIdentity): Promise<void> {
  const chainId = await chain.chainId();
  if (chainId !== expected.chainId) {
    throw new SendError("wrong-chain-id", { expected: expected.chainId, found: chainId });
  }
  const genesis = await genesisOf(chain);
  if (genesis !== expected.genesis)
    throw new SendError("wrong-genesis", { expected: expected.genesis, found: genesis });
}

/**
 * Checks the chain and the runtime code of every recorded contract; called before the first transaction of a run.
 *
 * @throws SendError "wrong-chain-id", "wrong-genesis" or "wrong-code", naming expected and found.
 * @example await checkIdentity(chain, loadIdentity(nodeFiles, "identity.json"))
 */
export async function checkIdentity(chain: Chain, expected: NetworkIdentity): Promise<void> {
  await checkChain(chain, expected);
  for (const [name, { address, codeHash }] of Object.entries(expected.contracts)) {
    const found = hashOf(await chain.code(address));
    if (found !== codeHash) throw new SendError("wrong-code", { name, address, expected: codeHash, found });
  }
}

/**
 * On a chain that is not a development one, asks for the chain id to be typed.
 *
 * @param confirm - Shows the question and returns what the operator typed.
 * @throws SendError "confirmation-missing" without `confirm`, "confirmation-wrong" when another text is typed.
 * @example await confirmLive(1n, "en", (question) => readline.question(question))
 */
export async function confirmLive(
  chainId: bigint,
  language: Lang,
  confirm: ((question: string) => Promise<string>) | undefined,
): Promise<void> {
  if (DEVELOPMENT_CHAINS.has(chainId)) return;
  if (confirm === undefined) throw new SendError("confirmation-missing", { chainId });
  const typed = await confirm(sentenceIn(language)("confirm-live", { chainId }));
  if (typed.trim() !== chainId.toString()) throw new SendError("confirmation-wrong", { chainId });
}

async function genesisOf(chain: Chain): Promise<string> {
  const block = await chain.block(0);
  return block?.hash ?? "-";
}
