import { AbiCoder, keccak256 } from "ethers";

const WORD = 2n ** 256n;

/** A filed quote; `price` and `salt` are absent while it is sealed. */
export interface FiledQuote {
  /** Registry entity. */
  readonly supplier: bigint;
  /** Business group, as copied when the quote was filed. */
  readonly group: bigint;
  /** Smallest units. */
  readonly price?: bigint;
  /** 32 bytes as 0x hex. */
  readonly salt?: string;
}

/** The quote that a group stands in the ranking with. */
export interface RankedQuote {
  readonly supplier: bigint;
  readonly group: bigint;
  readonly price: bigint;
  /** What decides between equal prices: the higher one wins. */
  readonly lot: bigint;
}

/** What a price must keep to be admissible, smallest units. */
export interface PriceLimits {
  readonly budget: bigint;
  readonly leastPrice: bigint;
}

/**
 * The lot of a group: the hash of the sum of all opened salts and its number.
 *
 * @param salts the opened salts, 0x hex
 * @example lotOf([salt], 76_123_456n);
 */
export function lotOf(salts: readonly string[], group: bigint): bigint {
  const sum = salts.reduce((total, salt) => (total + BigInt(salt)) % WORD, 0n);
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint64"], [sum, group])));
}

/**
 * The ranking of a contest, cheapest first: each business group with its lowest admissible price, if it left no quote unopened; equal prices
 * by the higher lot. The first is chosen where the buyer is silent, and each one that is passed over gives way to the next.
 * Source: Ley 19.886 art. 9 and 56.
 *
 * @example rankQuotes([{ supplier: 4n, group: 9n, price: 10n, salt }], { budget: 20n, leastPrice: 1n })[0]?.supplier; // 4n
 */
export function rankQuotes(quotes: readonly FiledQuote[], { budget, leastPrice }: PriceLimits): RankedQuote[] {
  const salts = quotes.flatMap(({ salt }) => (salt === undefined ? [] : [salt]));
  const spoiled = new Set(quotes.filter(({ price }) => price === undefined).map(({ group }) => group));
  const best = new Map<bigint, RankedQuote>();
  for (const { supplier, group, price } of quotes) {
    if (price === undefined || spoiled.has(group)) continue;
    if (price === 0n || price < leastPrice || price > budget) continue;
    const other = best.get(group);
    const better = other === undefined || price < other.price || (price === other.price && supplier < other.supplier);
    if (better) best.set(group, { supplier, group, price, lot: lotOf(salts, group) });
  }
  return [...best.values()].sort((one, other) => {
    if (one.price !== other.price) return one.price < other.price ? -1 : 1;
    return one.lot > other.lot ? -1 : 1;
  });
}
