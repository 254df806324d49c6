/** The published bounds of a run. */
export interface SendLimits {
  /** Blocks, its own included, after which a transaction is final. */
  readonly confirmations: number;
  /**
   * Transactions that may be on their way at once. Each is simulated on the latest block, so steps within one window
   * must not depend on each other.
   */
  readonly window: number;
  /** Highest gas limit of a transaction, in gas (EIP-7825). */
  readonly gasCap: bigint;
  /** Gas limit as a percentage of the estimate. */
  readonly gasPercent: bigint;
  /** Highest fee paid, in wei per gas; replacements stay within it too. */
  readonly feeCap: bigint;
  /** Rise of the fee of a replacement, in per cent; nodes ask for at least 10. */
  readonly bumpPercent: bigint;
  /** Blocks without inclusion after which a transaction is replaced by itself with a higher fee. */
  readonly stuckBlocks: number;
  /** Replacements of one transaction in a run. */
  readonly bumps: number;
  /** Blocks without inclusion after which the run gives up. */
  readonly giveUpBlocks: number;
  /** Milliseconds between two looks at the chain. */
  readonly pollMs: number;
  /** Looks without a new block after which the run gives up. */
  readonly idlePolls: number;
  /** Looks for which a node behind a load balancer may lag before its answer is taken as a fact. */
  readonly lagPolls: number;
  /** Attempts to hand one transaction to the node. */
  readonly sendAttempts: number;
}

export const DEFAULT_LIMITS: SendLimits = {
  confirmations: 1,
  window: 1,
  gasCap: 16_777_216n,
  gasPercent: 120n,
  feeCap: 500_000_000_000n,
  bumpPercent: 15n,
  stuckBlocks: 4,
  bumps: 5,
  giveUpBlocks: 60,
  pollMs: 1_000,
  idlePolls: 300,
  lagPolls: 5,
  sendAttempts: 5,
};
