import { AbiCoder, keccak256 } from "ethers";

/** So many units of an item of a catalogue. */
export interface Need {
  /** Place in the catalogue, from 0. */
  readonly item: bigint;
  readonly quantity: bigint;
}

/** An item of a catalogue. */
export interface Item {
  /** Code of the product or service (UNSPSC). */
  readonly code: bigint;
  /** Highest price of a unit, smallest units. */
  readonly maxPrice: bigint;
}

/** A supplier and its price list, smallest units in the order of the catalogue; 0 where it does not offer the item. */
export interface PriceList {
  readonly supplier: bigint;
  readonly prices: readonly bigint[];
}

const hashed = (type: string, value: unknown): string => keccak256(AbiCoder.defaultAbiCoder().encode([type], [value]));

/**
 * The hash that stands for a price list.
 *
 * @throws ethers' `INVALID_ARGUMENT` for a price above 128 bits
 * @example priceListHash([1_000n, 0n, 250n]);
 */
export const priceListHash = (prices: readonly bigint[]): string => hashed("uint128[]", prices);

/**
 * The hash that stands for a basket.
 *
 * @throws ethers' `INVALID_ARGUMENT` for a place above 16 bits or a quantity above 64
 * @example basketHash([{ item: 0n, quantity: 12n }]);
 */
export const basketHash = (basket: readonly Need[]): string =>
  hashed(
    "tuple(uint16,uint64)[]",
    basket.map(({ item, quantity }) => [item, quantity]),
  );

/**
 * What a basket costs by a price list, in smallest units; undefined where it is empty, its items are not strictly ascending, or the list does
 * not offer one of them.
 *
 * @example basketTotal([{ item: 1n, quantity: 3n }], [0n, 500n]); // 1_500n
 */
export function basketTotal(basket: readonly Need[], prices: readonly bigint[]): bigint | undefined {
  const sound = basket.every(({ item, quantity }, index) => {
    const before = basket[index - 1];
    const offered = (prices[Number(item)] ?? 0n) > 0n;
    return quantity > 0n && offered && (before === undefined || before.item < item);
  });
  if (!sound || basket.length === 0) return undefined;
  return basket.reduce((sum, { item, quantity }) => sum + quantity * (prices[Number(item)] ?? 0n), 0n);
}

/**
 * The lists that cover a basket, cheapest first; at equal prices in the order given. A buyer orders from the first, or says why not.
 *
 * @example cheapestLists(basket, lists)[0]?.supplier;
 */
export function cheapestLists(
  basket: readonly Need[],
  lists: readonly PriceList[],
): { supplier: bigint; total: bigint }[] {
  const covering = lists.flatMap(({ supplier, prices }) => {
    const total = basketTotal(basket, prices);
    return total === undefined ? [] : [{ supplier, total }];
  });
  return covering.sort((one, other) => (one.total === other.total ? 0 : one.total < other.total ? -1 : 1));
}

/**
 * Whether a list is admitted: of the catalogue's length, offering something, nothing above its highest price.
 *
 * @example isWithinCatalogue([900n, 0n], [{ code: 1n, maxPrice: 1_000n }, { code: 2n, maxPrice: 50n }]); // true
 */
export const isWithinCatalogue = (prices: readonly bigint[], items: readonly Item[]): boolean =>
  prices.length === items.length &&
  prices.some((price) => price > 0n) &&
  items.every(({ maxPrice }, index) => (prices[index] ?? 0n) <= maxPrice);

/**
 * Whether a list only lowers prices of another: the same items, none dearer, one cheaper at least.
 *
 * @example isLoweredList([900n, 0n], [1_000n, 0n]); // true
 */
export const isLoweredList = (prices: readonly bigint[], before: readonly bigint[]): boolean =>
  prices.length === before.length &&
  before.every((price, index) => {
    const next = prices[index] ?? 0n;
    return next <= price && (next > 0n || price === 0n);
  }) &&
  before.some((price, index) => (prices[index] ?? 0n) < price);
