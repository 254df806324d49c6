import { LAW, shareDown, shareUp } from "./law.ts";

/** Terms that bound a change order, smallest units. */
export interface ChangeBasis {
  readonly price: bigint;
  readonly netPrice: bigint;
  /** Performance bond of the terms; 0 where the contract opened without one. */
  readonly performanceBond: bigint;
  /** What counts where it opened without one. */
  readonly small: {
    /** Price before this order. */
    readonly standing: bigint;
    /** Bond that earlier orders have brought. */
    readonly held: bigint;
    /** 1,000 UTM as they hold now. */
    readonly threshold: bigint;
    /** Whether a case of the law exempts it from the guarantee. */
    readonly exempt: boolean;
  };
}

/** A milestone's amount before and after a change order, smallest units; 0 before where it is added, 0 after where it is dropped. */
export interface ChangedAmount {
  readonly before: bigint;
  readonly after: bigint;
}

/** What a change order does to a contract, smallest units. */
export interface ChangeEffect {
  readonly increase: bigint;
  readonly decrease: bigint;
  /** Sum of all changes with this one: each counts by the larger of its increases and decreases. */
  readonly changed: bigint;
  /** Most that sum may reach. */
  readonly most: bigint;
  readonly withinCap: boolean;
  /** Least that the performance bond must grow by. */
  readonly leastBondIncrease: bigint;
}

/**
 * What a change order (modificación de contrato) comes to, and whether it stays within 30 % of the original price, all changes together.
 * The guarantee follows the final price: by 5 % of the net increase, or up to 5 % of the whole net price where the contract opened without
 * one and has grown to the threshold. Source: Ley 19.886 art. 11 and 13.
 *
 * @param changedBefore sum of the changes so far
 * @example
 * const small = { standing: 100n, held: 0n, threshold: 120n, exempt: false };
 * changeEffect({ price: 100n, netPrice: 100n, performanceBond: 0n, small }, 0n, [{ before: 20n, after: 50n }]).leastBondIncrease; // 7n
 */
export function changeEffect(
  basis: ChangeBasis,
  changedBefore: bigint,
  amounts: readonly ChangedAmount[],
): ChangeEffect {
  let [increase, decrease] = [0n, 0n];
  for (const { before, after } of amounts) {
    if (after > before) increase += after - before;
    else decrease += before - after;
  }
  const changed = changedBefore + (increase > decrease ? increase : decrease);
  const most = shareDown(basis.price, LAW.mostChangeBps);
  const added = increase > decrease ? increase - decrease : 0n;
  return { increase, decrease, changed, most, withinCap: changed <= most, leastBondIncrease: leastBond(basis, added) };
}

function leastBond({ price, netPrice, performanceBond, small }: ChangeBasis, added: bigint): bigint {
  const guarantee = (amount: bigint): bigint => shareUp((amount * netPrice) / price, LAW.performanceBondBps);
  if (performanceBond !== 0n) return guarantee(added);
  const grown = small.standing + added;
  if (added === 0n || small.exempt || grown < small.threshold) return 0n;
  const missing = guarantee(grown) - small.held;
  return missing > 0n ? missing : 0n;
}
