import { AbiCoder, id, keccak256 } from "ethers";

/** What both envelopes of a bid are bound to, so that neither opens for anybody else or anywhere else. */
export interface BidScope {
  readonly chainId: bigint;
  /** Address of the TenderBook. */
  readonly book: string;
  /** Id of the tender. */
  readonly tender: string;
  /** Version of the terms. */
  readonly version: bigint;
  /** The bidder's Registry entity. */
  readonly bidder: bigint;
}

/** Figures that the bidder declares, in the order of the terms' attributes; 0 where the terms ask for none. */
export type Declared = readonly [bigint, bigint, bigint, bigint];

/** What the technical envelope (oferta técnica) commits to. */
export interface TechnicalContent {
  /** SHA-256 of the technical offer's file. */
  readonly document: string;
  readonly declared: Declared;
  readonly salt: string;
}

/** What the price envelope (oferta económica) commits to. */
export interface PriceContent {
  /** Smallest units of the tender's token. */
  readonly price: bigint;
  readonly salt: string;
}

const TECHNICAL_TYPEHASH = id(
  "TechnicalEnvelope(uint256 chainId,address book,bytes32 tender,uint8 version,uint64 bidder,bytes32 document,uint32[4] declared,bytes32 salt)",
);
const PRICE_TYPEHASH = id(
  "PriceEnvelope(uint256 chainId,address book,bytes32 tender,uint8 version,uint64 bidder,uint128 price,bytes32 salt)",
);
const BID_TYPEHASH = id("Bid(bytes32 technical,bytes32 price)");

const SCOPE_TYPES = ["bytes32", "uint256", "address", "bytes32", "uint8", "uint64"] as const;

const scopeValues = ({ chainId, book, tender, version, bidder }: BidScope) => [chainId, book, tender, version, bidder];

const hash = (types: readonly string[], values: readonly unknown[]): string =>
  keccak256(AbiCoder.defaultAbiCoder().encode(types, values));

/**
 * Hash of the technical envelope.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example technicalHash(scope, { document: documentDigest(bytes), declared: [24n, 0n, 0n, 0n], salt });
 */
export function technicalHash(scope: BidScope, { document, declared, salt }: TechnicalContent): string {
  return hash(
    [...SCOPE_TYPES, "bytes32", "uint32[4]", "bytes32"],
    [TECHNICAL_TYPEHASH, ...scopeValues(scope), document, declared, salt],
  );
}

/**
 * Hash of the price envelope.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example priceHash(scope, { price: 84_500_000n, salt });
 */
export function priceHash(scope: BidScope, { price, salt }: PriceContent): string {
  return hash([...SCOPE_TYPES, "uint128", "bytes32"], [PRICE_TYPEHASH, ...scopeValues(scope), price, salt]);
}

/**
 * The one word that a bid leaves on the chain until its openings.
 *
 * @param technical hash of the technical envelope
 * @param price hash of the price envelope
 * @example bidCommitment(technicalHash(scope, technical), priceHash(scope, price));
 */
export function bidCommitment(technical: string, price: string): string {
  return hash(["bytes32", "bytes32", "bytes32"], [BID_TYPEHASH, technical, price]);
}
