import { AbiCoder, id as hashOf, keccak256, ZeroAddress } from "ethers";

import { ADMIN_DELAY } from "../../scripts/lib/roles.ts";
import { quoteCommitment } from "../../scripts/lib/tender/quotes/commitment.ts";
import { AgileQuotes__factory, PurchaseDesk__factory } from "../../typechain-types/index.js";
import type { AgileQuotes, PurchaseDesk } from "../../typechain-types/index.js";
import type { Quotes, Tender } from "../../typechain-types/contracts/procurement/AgileQuotes.js";
import { DAY, documentOf } from "./agreement.ts";
import { at, latest, NO_DOCUMENT } from "./court.ts";
import { accredit, fundedLine, KIND, THRESHOLD } from "./suite.ts";
import type { Connection, LineFixture, Signer, SuiteFixture } from "./suite.ts";

/** `Quotes.Status` by name. */
export const STATUS = {
  unknown: 0n,
  quoting: 1n,
  opening: 2n,
  choice: 3n,
  cheapest: 4n,
  acceptance: 5n,
  silent: 6n,
  ending: 7n,
  contracted: 8n,
  unsuccessful: 9n,
  cancelled: 10n,
  lapsed: 11n,
} as const;

/** `Quotes.Outcome` by name. */
export const OUTCOME = { none: 0n, contracted: 1n, unsuccessful: 2n, cancelled: 3n, lapsed: 4n } as const;

/** 100 UTM in the fixtures' token. */
export const LIMIT = THRESHOLD / 10n;

/** The fixtures' beacon: a round each 30 seconds. */
export const BEACON = { genesis: 1_600_000_000n, period: 30n };

const [BUYER_ROLE, AWARDING, GUARDIAN_ROLE] = [100n, 101n, 900n];

/** A call that the administrator makes on the manager after its delay. */
export async function byAdmin({ networkHelpers }: Connection, suite: SuiteFixture, calls: readonly string[]) {
  const { manager, admin } = suite;
  for (const data of calls) await manager.connect(admin).schedule(manager, data, 0n);
  await networkHelpers.time.increase(ADMIN_DELAY);
  for (const data of calls) await manager.connect(admin).execute(manager, data);
}

/** A book at the awarding desk: its roles, and who may call its functions. */
export function bookRoles(
  { manager }: SuiteFixture,
  book: { address: string; byBuyer: readonly string[]; byGuardian: readonly string[] },
): string[] {
  const { interface: calls } = manager;
  return [
    calls.encodeFunctionData("grantRole", [AWARDING, book.address, 0n]),
    calls.encodeFunctionData("setTargetFunctionRole", [book.address, [...book.byBuyer], BUYER_ROLE]),
    calls.encodeFunctionData("setTargetFunctionRole", [book.address, [...book.byGuardian], GUARDIAN_ROLE]),
  ];
}

/** The awarding desk, and what gives it its role. */
export async function purchaseDesk(suite: SuiteFixture) {
  const { manager, opening, deployer } = suite;
  const drafts = await new PurchaseDesk__factory(deployer).deploy(manager, opening);
  const address = await drafts.getAddress();
  const selectors = ["commit", "conclude"].map((name) => drafts.interface.getFunction(name as "commit").selector);
  const roles = [
    manager.interface.encodeFunctionData("grantRole", [AWARDING, address, 0n]),
    manager.interface.encodeFunctionData("setTargetFunctionRole", [address, selectors, AWARDING]),
  ];
  return { drafts, roles };
}

/** A firm of the registry with an account of its own, and tokens for its bonds. */
export async function firm(
  { ethers, networkHelpers }: Connection,
  { registry, accreditor, token, treasury }: SuiteFixture,
  entity: { number: bigint; size?: bigint; group?: bigint },
) {
  const address = `0x${entity.number.toString(16).padStart(40, "f")}`;
  await networkHelpers.setBalance(address, 10n ** 20n);
  const account = await ethers.getImpersonatedSigner(address);
  const id = await accredit(registry, accreditor, account, { kind: KIND.supplier, ...entity });
  await token.mint(account, 1_000_000_000n);
  await token.connect(account).approve(treasury, 1_000_000_000n);
  return { account, id, group: entity.group ?? entity.number };
}

export type Firm = Awaited<ReturnType<typeof firm>>;

/** Lawful terms of a contract of 90 days without bonds. */
export function contractTerms(suite: SuiteFixture, overrides: Partial<Tender.ContractStruct> = {}) {
  return {
    document: documentOf("contract text").digest,
    taxBps: 1_900n,
    advanceBps: 0n,
    advanceBonded: false,
    retentionBps: 0n,
    retentionCapBps: 0n,
    inspector: suite.inspector.address,
    substitute: suite.substitute.address,
    bondExemption: 0n,
    performanceBps: 0n,
    raisedBps: 0n,
    duration: 90n * DAY,
    bondTail: 60n * DAY,
    warranty: 0n,
    fineBpsPerDay: 100n,
    fineCapBps: 3_000n,
    defaultBps: 5_000n,
    defenceWindow: 10n * DAY,
    decisionWindow: 20n * DAY,
    appealWindow: 5n * DAY,
    reviewWindow: 20n * DAY,
    settlementWindow: 5n * DAY,
    rulingWindow: 30n * DAY,
    certificateWindow: 10n * DAY,
    arbiter: suite.arbiter.address,
    fallbackArbiter: suite.fallbackArbiter.address,
    reviewer: suite.reviewer.address,
    certifiers: [ZeroAddress, ZeroAddress, ZeroAddress] as [string, string, string],
    ...overrides,
  };
}

/** Two deliveries of half the price each. */
export const HALVES = [
  { bps: 5_000n, notBefore: 0n, dueAfter: 30n * DAY, certificates: 0n },
  { bps: 5_000n, notBefore: 0n, dueAfter: 60n * DAY, certificates: 0n },
];

/** The beacon's first round after a second. */
export const roundAfter = (time: bigint): bigint => (time - BEACON.genesis) / BEACON.period + 2n;

/** What stands for an encrypted envelope: contracts cannot look inside. */
export const CIPHERTEXT = "0x5ea1ed";

/** Quotes for three days, openings for two, two to choose, three to accept; encrypted to the first round after closing. */
export function timetable(now: bigint, overrides: Partial<Quotes.TimetableStruct> = {}) {
  const closesAt = BigInt(overrides.closesAt ?? now + 3n * DAY);
  return {
    closesAt,
    opensBy: closesAt + 2n * DAY,
    validUntil: closesAt + 40n * DAY,
    choiceWindow: 2n * DAY,
    acceptanceWindow: 3n * DAY,
    round: roundAfter(closesAt),
    ...overrides,
  };
}

/** The book of agile quotes with its roles, and six small firms; the fifth and the sixth are of the first one's group. */
export async function agileBook(connection: Connection) {
  const fixture = await fundedLine(connection);
  const { manager, registry, deployer } = fixture;
  const { drafts, roles } = await purchaseDesk(fixture);
  const agile = await new AgileQuotes__factory(deployer).deploy(manager, registry, drafts, BEACON, DAY);
  const address = await agile.getAddress();
  const selector = (name: "request" | "pause") => agile.interface.getFunction(name).selector;
  await byAdmin(connection, fixture, [
    ...roles,
    ...bookRoles(fixture, { address, byBuyer: [selector("request")], byGuardian: [selector("pause")] }),
  ]);
  const firms: Firm[] = [];
  for (const index of [0n, 1n, 2n, 3n, 4n, 5n]) {
    const group = index > 3n ? 77_000_000n : 77_000_000n + index;
    firms.push(await firm(connection, fixture, { number: 77_000_000n + index, group, size: (index % 3n) + 1n }));
  }
  return { ...fixture, drafts, agile, firms, address };
}

export type AgileFixture = Awaited<ReturnType<typeof agileBook>>;

/** Id of a buyer's record at a book. */
export const recordId = (chainId: bigint, book: string, buyer: bigint, ocid: string): string =>
  keccak256(
    AbiCoder.defaultAbiCoder().encode(["uint256", "address", "uint64", "bytes32"], [chainId, book, buyer, ocid]),
  );

/** A lawful request of 5 million, with what its acceptance passes along. */
export async function draftRequest(
  connection: Connection,
  fixture: AgileFixture,
  overrides: Partial<Omit<Quotes.RequestStruct, "timetable">> & {
    timetable?: Partial<Quotes.TimetableStruct>;
    contract?: Partial<Tender.ContractStruct>;
  } = {},
) {
  const { timetable: windows, contract, ...others } = overrides;
  const request = {
    ocid: hashOf("ocds-213czf-agil-1"),
    document: documentOf("request").digest,
    lineId: fixture.lineId,
    token: await fixture.token.getAddress(),
    buyer: fixture.buyerId,
    category: 0n,
    item: 43_211_503n,
    budget: 5_000_000n,
    ...others,
    timetable: timetable(await latest(connection), windows),
  };
  const { ocid, category, lineId, token, buyer } = request;
  const id = recordId(31_337n, fixture.address, BigInt(buyer), ocid as string);
  const purchase = { ocid, category, lineId, token, buyer };
  return { request, purchase, terms: contractTerms(fixture, contract), schedule: HALVES, id };
}

export type RequestDraft = Awaited<ReturnType<typeof draftRequest>>;

/** Publishes a draft. */
export const publishRequest = ({ agile, buyer }: AgileFixture, { request, terms, schedule }: RequestDraft) =>
  agile.connect(buyer).request(request, terms, schedule);

/** The book with a published request. */
export async function publishedRequest(connection: Connection, overrides: Parameters<typeof draftRequest>[2] = {}) {
  const fixture = await agileBook(connection);
  const draft = await draftRequest(connection, fixture, overrides);
  await publishRequest(fixture, draft);
  return { ...fixture, ...draft };
}

export type RequestState = Awaited<ReturnType<typeof publishedRequest>>;

/** The salt of a firm in the fixtures. */
export const saltOf = (supplier: bigint): string => hashOf(`salt ${supplier}`);

/** The commitment of a firm's price for a record of a book. */
export const sealedBy = (book: string, record: string, supplier: bigint, price: bigint): string =>
  quoteCommitment({ chainId: 31_337n, book, record, supplier }, price, saltOf(supplier));

/** Files the quotes of the first firms at these prices. */
export async function fileQuotes({ agile, firms, id, address }: RequestState, prices: readonly bigint[]) {
  for (const [index, price] of prices.entries()) {
    const { account, id: supplier } = firms[index]!;
    await agile.connect(account).quote(id, sealedBy(address, id, supplier, price), CIPHERTEXT);
  }
}

/** A stranger opens the quote of one firm. */
export function openQuote(state: RequestState, index: number, price: bigint, hint = 0n) {
  const { agile, firms, id, stranger } = state;
  const supplier = firms[index]!.id;
  return agile.connect(stranger).open(id, supplier, price, saltOf(supplier), hint);
}

/** A request whose quotes were filed at these prices and all opened. */
export async function openedRequest(
  connection: Connection,
  prices: readonly bigint[],
  overrides: Parameters<typeof draftRequest>[2] = {},
) {
  const state = await publishedRequest(connection, overrides);
  await fileQuotes(state, prices);
  await at(connection, BigInt(state.request.timetable.closesAt) + 1n);
  for (const [index, price] of prices.entries()) await openQuote(state, index, price);
  return state;
}

/** The same with the openings over, so that the buyer may choose from the next second on. */
export async function closedOpenings(
  connection: Connection,
  prices: readonly bigint[],
  overrides: Parameters<typeof draftRequest>[2] = {},
) {
  const state = await openedRequest(connection, prices, overrides);
  await connection.networkHelpers.time.increaseTo(BigInt(state.request.timetable.opensBy));
  return state;
}

/** The buyer has chosen one of the firms. */
export async function chosenQuote(connection: Connection, prices: readonly bigint[], index: number) {
  const state = await closedOpenings(connection, prices);
  const { agile, buyer, firms, id } = state;
  const cheapest = (await agile.cheapestOf(id)).supplier === firms[index]!.id;
  await agile.connect(buyer).choose(id, firms[index]!.id, cheapest ? NO_DOCUMENT : documentOf("better warranty"));
  return { ...state, chosen: firms[index]!, chosenAt: await latest(connection) };
}

/** The chosen firm's acceptance. */
export const acceptQuote = (state: RequestState, account: Signer) =>
  state.agile.connect(account).accept(state.id, state.purchase, state.terms, state.schedule);

/** Committed of the fixture's line. */
export const committedOf = async ({ treasury, lineId }: LineFixture): Promise<bigint> =>
  (await treasury.getLine(lineId))[1].committed;

export type { AgileQuotes, PurchaseDesk };
