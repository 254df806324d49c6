import { id as hashOf, keccak256, AbiCoder } from "ethers";

import { listCommitment } from "../../scripts/lib/tender/quotes/commitment.ts";
import { priceListHash } from "../../scripts/lib/tender/quotes/basket.ts";
import type { Need } from "../../scripts/lib/tender/quotes/basket.ts";
import {
  FrameworkBook__factory,
  FrameworkContests__factory,
  FrameworkOrders__factory,
} from "../../typechain-types/index.js";
import type { Framework } from "../../typechain-types/contracts/procurement/FrameworkBook.js";
import { DAY, documentOf } from "./agreement.ts";
import { latest, NO_DOCUMENT } from "./court.ts";
import {
  BEACON,
  bookRoles,
  byAdmin,
  CIPHERTEXT,
  contractTerms,
  firm,
  HALVES,
  purchaseDesk,
  recordId,
  roundAfter,
  saltOf,
} from "./quotes.ts";
import type { Firm } from "./quotes.ts";
import { fundedLine } from "./suite.ts";
import type { Connection } from "./suite.ts";

/** `Framework.Status` by name. */
export const FRAMEWORK = {
  unknown: 0n,
  offering: 1n,
  opening: 2n,
  active: 3n,
  unsuccessful: 4n,
  expired: 5n,
  cancelled: 6n,
} as const;

/** `Framework.OrderStatus` by name. */
export const ORDER = { unknown: 0n, objections: 1n, acceptance: 2n, silent: 3n, contracted: 4n, lapsed: 5n } as const;

export const ITEMS = [
  { code: 14_111_507n, maxPrice: 5_000n },
  { code: 43_211_503n, maxPrice: 800_000n },
  { code: 44_121_706n, maxPrice: 300n },
];

/** Prices of the first three firms; the third offers no computers. */
export const LISTS = [
  [4_500n, 700_000n, 300n],
  [4_800n, 650_000n, 200n],
  [4_000n, 0n, 250n],
];

/** The book of frameworks with its modules and roles, and four firms; the fourth is of the first one's group. */
export async function frameworkBook(connection: Connection) {
  const fixture = await fundedLine(connection);
  const { manager, registry, deployer } = fixture;
  const { drafts, roles } = await purchaseDesk(fixture);
  const frameworks = await new FrameworkBook__factory(deployer).deploy(manager, registry, drafts, BEACON, DAY);
  const orders = await new FrameworkOrders__factory(deployer).deploy(manager, registry, drafts, frameworks);
  const contests = await new FrameworkContests__factory(deployer).deploy(manager, registry, drafts, frameworks, BEACON);
  await frameworks.bindModules(orders, contests);
  const rolesOf = async (contract: typeof frameworks | typeof orders | typeof contests, act: string) => {
    const selector = (name: string) => contract.interface.getFunction(name as "pause").selector;
    const address = await contract.getAddress();
    return bookRoles(fixture, { address, byBuyer: [selector(act)], byGuardian: [selector("pause")] });
  };
  await byAdmin(connection, fixture, [
    ...roles,
    ...(await rolesOf(frameworks, "publish")),
    ...(await rolesOf(orders, "callOff")),
    ...(await rolesOf(contests, "compete")),
  ]);
  const firms: Firm[] = [];
  for (const index of [0n, 1n, 2n, 3n]) {
    const group = index === 3n ? 79_000_000n : 79_000_000n + index;
    firms.push(await firm(connection, fixture, { number: 79_000_000n + index, group, size: 4n }));
  }
  return { ...fixture, drafts, frameworks, orders, contests, firms, address: await frameworks.getAddress() };
}

export type FrameworkFixture = Awaited<ReturnType<typeof frameworkBook>>;

/** Lawful terms of a framework with a ceiling of 100 million, two groups at least, valid for two years. */
export async function draftFramework(
  connection: Connection,
  fixture: FrameworkFixture,
  overrides: Partial<Framework.TermsStruct> = {},
) {
  const closesAt = BigInt(overrides.closesAt ?? (await latest(connection)) + 5n * DAY);
  const terms = {
    ocid: hashOf("ocds-213czf-marco-1"),
    document: documentOf("framework").digest,
    token: await fixture.token.getAddress(),
    body: fixture.buyerId,
    category: 0n,
    ceiling: 100_000_000n,
    minimum: 2n,
    closesAt,
    opensBy: closesAt + 2n * DAY,
    validUntil: closesAt + 730n * DAY,
    objectionWindow: 2n * DAY,
    acceptanceWindow: 3n * DAY,
    round: roundAfter(closesAt),
    ...overrides,
  };
  // The bond that contracts of the ceiling's size need.
  const contract = contractTerms(fixture, { performanceBps: 500n });
  const framework = recordId(31_337n, fixture.address, BigInt(terms.body), terms.ocid as string);
  return { terms, contract, schedule: HALVES, framework };
}

export type FrameworkDraft = Awaited<ReturnType<typeof draftFramework>>;

/** Publishes a draft. */
export const publishFramework = ({ frameworks, buyer }: FrameworkFixture, draft: FrameworkDraft, items = ITEMS) =>
  frameworks.connect(buyer).publish(draft.terms, items, draft.contract, draft.schedule);

/** The book with a published framework. */
export async function publishedFramework(connection: Connection, overrides: Partial<Framework.TermsStruct> = {}) {
  const fixture = await frameworkBook(connection);
  const draft = await draftFramework(connection, fixture, overrides);
  await publishFramework(fixture, draft);
  return { ...fixture, ...draft };
}

export type FrameworkState = Awaited<ReturnType<typeof publishedFramework>>;

/** A firm files its list. */
export async function offerList(state: FrameworkState, index: number, prices: readonly bigint[]) {
  const { account, id: supplier } = state.firms[index]!;
  const place = { chainId: 31_337n, book: state.address, record: state.framework, supplier };
  return state.frameworks
    .connect(account)
    .offer(state.framework, listCommitment(place, priceListHash(prices), saltOf(supplier)), CIPHERTEXT);
}

/** A stranger opens a firm's list. */
export async function openList(state: FrameworkState, index: number, prices: readonly bigint[], items = ITEMS) {
  const supplier = state.firms[index]!.id;
  return state.frameworks.connect(state.stranger).open(state.framework, supplier, items, [...prices], saltOf(supplier));
}

/** The framework with these lists filed, in the time of the openings. */
export async function filedLists(connection: Connection, lists: readonly (readonly bigint[])[] = LISTS) {
  const state = await publishedFramework(connection);
  for (const [index, prices] of lists.entries()) await offerList(state, index, prices);
  await connection.networkHelpers.time.increaseTo(BigInt(state.terms.closesAt));
  return state;
}

/** The framework with these lists admitted, from its first second on. */
export async function activeFramework(connection: Connection, lists: readonly (readonly bigint[])[] = LISTS) {
  const state = await filedLists(connection, lists);
  for (const [index, prices] of lists.entries()) await openList(state, index, prices);
  await connection.networkHelpers.time.increaseTo(BigInt(state.terms.opensBy));
  return state;
}

/** Ten computers and a thousand pens: 7,300,000 by the first list, 6,700,000 by the second; the third does not cover it. */
export const BASKET: Need[] = [
  { item: 1n, quantity: 10n },
  { item: 2n, quantity: 1_000n },
];

/** An order of the fixture's body, with what its acceptance passes along. */
export function draftOrder(state: FrameworkState, book: string, basket = BASKET, ocid = hashOf("ocds-213czf-orden-1")) {
  const { framework, lineId, buyerId: buyer, terms } = state;
  const order = { framework, ocid, lineId, buyer, basket };
  const purchase = { ocid, category: terms.category, lineId, token: terms.token, buyer };
  const id = keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["uint256", "address", "bytes32", "uint64", "bytes32"],
      [31_337n, book, framework, buyer, ocid],
    ),
  );
  return { order, purchase, id };
}

/** The body calls off from a firm's list. */
export async function callOff(
  state: FrameworkState,
  index: number,
  options: {
    prices?: readonly bigint[];
    basket?: Need[];
    reason?: { digest: string; pointer: string };
    ocid?: string;
  } = {},
) {
  const { order } = draftOrder(state, await state.orders.getAddress(), options.basket, options.ocid);
  const prices = [...(options.prices ?? LISTS[index]!)];
  const reason = options.reason ?? NO_DOCUMENT;
  return state.orders
    .connect(state.buyer)
    .callOff(order, state.firms[index]!.id, prices, reason, state.contract, state.schedule);
}
