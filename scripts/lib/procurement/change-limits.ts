import { LAW, shareDown, shareUp } from "./law.ts";

/** Terms that bound a change order, smallest units. */
export interface ChangeBasis {
  readonly price: bigint;
  readonly netPrice: bigint;
  /** Performance bond of the terms; 0 where the contract has none. */
  readonly performanceBond: bigint;
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
 * The guarantee follows the final price: 5 % of the net increase without taxes. Source: Ley 19.886 art. 11 and 13.
 *
 * @param changedBefore sum of the changes so far
 * @example changeEffect({ price: 100n, netPrice: 100n, performanceBond: 0n }, 0n, [{ before: 20n, after: 50n }]).withinCap; // true
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
  const netAdded = (added * basis.netPrice) / basis.price;
  const leastBondIncrease = basis.performanceBond === 0n ? 0n : shareUp(netAdded, LAW.performanceBondBps);
  return { increase, decrease, changed, most, withinCap: changed <= most, leastBondIncrease };
}
