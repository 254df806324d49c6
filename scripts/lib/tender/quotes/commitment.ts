import { AbiCoder, id, keccak256 } from "ethers";

const QUOTE_TYPE = id(
  "SealedQuote(uint256 chainId,address book,bytes32 contest,uint64 supplier,uint128 price,bytes32 salt)",
);
const LIST_TYPE = id(
  "SealedPriceList(uint256 chainId,address book,bytes32 framework,uint64 supplier,bytes32 list,bytes32 salt)",
);

/** Where and by whom a sealed quote may be opened. */
export interface QuotePlace {
  readonly chainId: bigint;
  /** Address of the contract that takes it. */
  readonly book: string;
  /** Id of the request, of the second competition or of the framework. */
  readonly record: string;
  /** Registry entity of the supplier. */
  readonly supplier: bigint;
}

const sealed = (type: string, place: QuotePlace, kind: "uint128" | "bytes32", value: bigint | string, salt: string) =>
  keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["bytes32", "uint256", "address", "bytes32", "uint64", kind, "bytes32"],
      [type, place.chainId, place.book, place.record, place.supplier, value, salt],
    ),
  );

/**
 * The word that commits to a quote.
 *
 * @param price smallest units, taxes included
 * @param salt 32 random bytes as 0x hex; whoever knows it can open the quote
 * @throws ethers' `INVALID_ARGUMENT` for a price above 128 bits or a salt of another length
 * @example quoteCommitment({ chainId: 31_337n, book, record, supplier: 4n }, 5_000_000n, salt);
 */
export const quoteCommitment = (place: QuotePlace, price: bigint, salt: string): string =>
  sealed(QUOTE_TYPE, place, "uint128", price, salt);

/**
 * The word that commits to a price list.
 *
 * @param list hash of the list (see `priceListHash`)
 * @param salt 32 random bytes as 0x hex
 * @throws ethers' `INVALID_ARGUMENT` for a hash or a salt of another length
 * @example listCommitment({ chainId: 31_337n, book, record, supplier: 4n }, priceListHash(prices), salt);
 */
export const listCommitment = (place: QuotePlace, list: string, salt: string): string =>
  sealed(LIST_TYPE, place, "bytes32", list, salt);
