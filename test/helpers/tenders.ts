import { AbiCoder, keccak256, Wallet } from "ethers";

import { bidCommitment, priceHash, technicalHash } from "../../scripts/lib/tender/sealed/envelopes.ts";
import type { BidScope, Declared } from "../../scripts/lib/tender/sealed/envelopes.ts";
import { documentOf } from "./agreement.ts";
import { accredit, fundedLine, KIND } from "./suite.ts";
import type { Connection, LineFixture } from "./suite.ts";
import { tenderTerms } from "./tender-terms.ts";
import type { TenderTerms, TermsChange } from "./tender-terms.ts";

/** A registered supplier with an account of its own that approved the treasury. */
export interface Bidder {
  readonly account: Wallet;
  readonly id: bigint;
}

/** What a bidder puts into its envelopes; the salts are the test's own. */
export interface BidContent {
  readonly price: bigint;
  readonly declared?: Declared;
  readonly document?: string;
  readonly technicalSalt?: string;
  readonly priceSalt?: string;
}

/** A sealed bid with all that opens it. */
export type TestBid = ReturnType<typeof sealBid>;

const key = (label: string): string => keccak256(new TextEncoder().encode(label));

/** Suite, funded line, and a panel of three with two substitutes. */
export async function tenderStage(connection: Connection) {
  const line = await fundedLine(connection);
  const { provider } = connection.ethers;
  const person = async (label: string): Promise<Wallet> => {
    const wallet = new Wallet(key(label), provider);
    await connection.networkHelpers.setBalance(wallet.address, 10n ** 21n);
    return wallet;
  };
  const evaluators = [await person("evaluator 1"), await person("evaluator 2"), await person("evaluator 3")];
  const evaluationSubstitutes = [await person("evaluator 4"), await person("evaluator 5")];
  return { ...line, connection, evaluators, evaluationSubstitutes, person };
}

export type TenderStage = Awaited<ReturnType<typeof tenderStage>>;

/** Enters suppliers with numbers from 77,000,001 on; `group` makes one of another firm's business group. */
export async function addBidder(
  stage: TenderStage,
  position: number,
  facts: { group?: bigint; size?: bigint; region?: bigint } = {},
): Promise<Bidder> {
  const account = await stage.person(`bidder ${position}`);
  const number = 77_000_000n + BigInt(position);
  const id = await accredit(stage.registry, stage.accreditor, account, {
    kind: KIND.supplier,
    number,
    ...facts,
  });
  await stage.token.mint(account, 1_000_000_000n);
  await stage.token.connect(account).approve(stage.treasury, 1_000_000_000n);
  return { account, id };
}

/** A published tender, five days at least from any deadline. */
export async function publishTender(stage: TenderStage, change: TermsChange = {}) {
  const now = BigInt(await stage.connection.networkHelpers.time.latest());
  const terms = tenderTerms(stage, now, change);
  const id = await tenderId(stage, terms);
  await stage.publication.connect(stage.buyer).publish(terms);
  return { terms, id };
}

/** Id of a tender: hash of chain, book, buyer and ocid. */
export async function tenderId({ provider, book }: LineFixture, { call }: TenderTerms): Promise<string> {
  const { chainId } = await provider.getNetwork();
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["uint256", "address", "uint64", "bytes32"],
      [chainId, await book.getAddress(), call.buyer, call.ocid],
    ),
  );
}

/** Seals a bid for a scope. */
export function sealBid(scope: BidScope, content: BidContent) {
  const technical = {
    document: content.document ?? documentOf("technical bid").digest,
    declared: content.declared ?? ([0n, 0n, 0n, 0n] as const),
    salt: content.technicalSalt ?? key(`technical salt ${scope.bidder}`),
  };
  const price = { price: content.price, salt: content.priceSalt ?? key(`price salt ${scope.bidder}`) };
  const hashes = { technical: technicalHash(scope, technical), price: priceHash(scope, price) };
  return { technical, price, hashes, commitment: bidCommitment(hashes.technical, hashes.price) };
}

/** The scope of a bid: where and by whom its envelopes open. */
export async function scopeOf(stage: TenderStage, tender: string, bidder: bigint, version = 1n): Promise<BidScope> {
  const { chainId } = await stage.provider.getNetwork();
  return { chainId, book: await stage.book.getAddress(), tender, version, bidder };
}

/** Files a bid without time lock. */
export async function fileBid(stage: TenderStage, tender: string, bidder: Bidder, content: BidContent, version = 1n) {
  const bid = sealBid(await scopeOf(stage, tender, bidder.id, version), content);
  await stage.book.connect(bidder.account).bid(tender, bidder.id, bid.commitment, "0x", "0x");
  return bid;
}

/** Opens a technical envelope as a stranger. */
export function openTechnical(stage: TenderStage, tender: string, bidder: Bidder, bid: TestBid) {
  return stage.book
    .connect(stage.stranger)
    .openTechnical(
      tender,
      bidder.id,
      { ...bid.technical, declared: [...bid.technical.declared] },
      bid.hashes.price,
      "",
    );
}

/** Opens a price envelope as a stranger. */
export function openPrice(stage: TenderStage, tender: string, bidder: Bidder, bid: TestBid) {
  const { price, salt } = bid.price;
  return stage.book.connect(stage.stranger).openPrice(tender, bidder.id, price, salt, bid.hashes.technical);
}

/** Every evaluator scores every bid with the same scores a bid. */
export async function scoreAll(
  stage: TenderStage,
  tender: string,
  terms: TenderTerms,
  scores: readonly { readonly bidder: Bidder; readonly scores: readonly bigint[] }[],
): Promise<void> {
  const bidders = scores.map(({ bidder }) => bidder.id);
  const rows = scores.map((row) => [...row.scores, ...Array.from({ length: 8 - row.scores.length }, () => 0n)]);
  for (const evaluator of stage.evaluators) {
    await stage.panel.connect(evaluator).score(tender, terms.panel, terms.rules, bidders, rows);
  }
}

/** The scan of the bids that qualified: in order of group and bidder, with the reference price that the rules give. */
export async function scanOf(
  stage: TenderStage,
  tender: string,
  terms: TenderTerms,
  bids: readonly { readonly bidder: Bidder }[],
): Promise<{ basis: bigint; bidders: bigint[] }> {
  const ids = bids.map(({ bidder }) => bidder.id);
  const entries = (await stage.book.getBids(tender, ids)).map(({ bid, offer }, index) => ({
    id: ids[index]!,
    group: bid.group,
    price: offer.price,
    flags: Number(offer.flags),
  }));
  const qualified = entries
    .filter(({ flags }) => (flags & 16) !== 0)
    .sort((a, b) => (a.group === b.group ? Number(a.id - b.id) : Number(a.group - b.group)));
  const lowest = new Map<bigint, bigint>();
  for (const { group, price, flags } of qualified) {
    if (price === 0n || (flags & (64 | 128)) !== 0) continue;
    const before = lowest.get(group);
    if (before === undefined || price < before) lowest.set(group, price);
  }
  const low = terms.rules.abnormallyLow as bigint;
  const normal = [...lowest.values()].filter((price) => price >= low).sort((a, b) => (a < b ? -1 : 1));
  return { basis: normal[0] ?? low, bidders: qualified.map(({ id }) => id) };
}
