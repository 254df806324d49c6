import type { TransactionLike } from "ethers";

/** The one account that sends a plan. */
export interface SendAccount {
  readonly address: string;
  /** Signs without sending and returns the raw transaction; null when only the node can sign. */
  readonly sign: ((transaction: TransactionLike) => Promise<string>) | null;
}

/**
 * An account whose key signs here (an ethers Wallet, a hardware signer). Its transactions are signed once, kept in the
 * journal and, if lost, sent again as they are.
 *
 * @example signingAccount(wallet)
 */
export function signingAccount(signer: {
  readonly address: string;
  signTransaction(transaction: TransactionLike): Promise<string>;
}): SendAccount {
  return { address: signer.address, sign: (transaction) => signer.signTransaction(transaction) };
}

/**
 * An account that the provider signs for (`eth_sendTransaction`): accounts of a local node, Hardhat's keystore. Only
 * the nonce ties its transactions to their steps, so a lost answer is settled by looking for that nonce.
 *
 * @example nodeAccount("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
 */
export function nodeAccount(address: string): SendAccount {
  return { address, sign: null };
}
