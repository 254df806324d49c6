import { AbiCoder, id as hashOf, keccak256, Wallet, ZeroHash } from "ethers";

import { attestationData, boardConfiguration, byAccount } from "../../../scripts/lib/attestation/attestation.ts";
import { applicationTable } from "../../../scripts/lib/housing/application-table.ts";
import { applicationTree } from "../../../scripts/lib/housing/application-tree.ts";
import { claimDigest, keyOf, type Application } from "../../../scripts/lib/housing/application.ts";
import { claimData, type ClaimMessages } from "../../../scripts/lib/housing/claim-messages.ts";
import type { SigningPlace } from "../../../scripts/lib/procurement/typed-data.ts";
import type { SortedTree } from "../../../scripts/lib/trees/sorted-tree.ts";
import {
  AccessManager__factory,
  AppealDesk__factory,
  BenefitDesk__factory,
  CallBook__factory,
  MockCallDesk__factory,
  MockClp__factory,
  OccupancyDesk__factory,
  Registry__factory,
  Treasury__factory,
  type AppealDesk,
  type BenefitDesk,
} from "../../../typechain-types/index.js";
import { documentOf } from "../../helpers/agreement.ts";
import { latest } from "../../helpers/court.ts";
import { accredit, KIND, type Connection, type Signer } from "../../helpers/suite.ts";

export const DAY = 86_400n;
export const SUBSIDY = 40_000_000n;
export const SMALLER = 30_000_000n;
export const SEED = hashOf("seed");
export const REASON = hashOf("reason");
export const DEED = hashOf("deed");
const ACCREDITOR_ROLE = 10n;
const BENEFITS_LINE = 1n;

export const WINDOWS = {
  ...{ results: 3n * DAY, acceptance: 5n * DAY, appeals: 7n * DAY, rulings: 30n * DAY },
  ...{ certification: 10n * DAY, validity: 600n * DAY, silenceAccepts: false, rounds: 5n },
};
export const OCCUPANCY = { defence: 10n * DAY, decision: 30n * DAY, appeal: 8n * DAY, review: 40n * DAY };

/** Slots of every call of these tests: two for households of either subsidy, the second without a cutoff, and one for committees. */
const SLOTS = [
  { project: 1n, reserve: 0n, seats: 3n, benefit: 0n, committees: false },
  { project: 2n, reserve: 0n, seats: 9n, benefit: 1n, committees: false },
  { project: 2n, reserve: 1n, seats: 9n, benefit: 0n, committees: true },
];

/** The claim key of a household, by its number. */
export const keyFor = (household: number): Wallet =>
  new Wallet(`0x${(household + 1_000).toString(16).padStart(64, "0")}`);

/** An application of a household with its own claim key. */
export const applicationOf = (household: number, changes: Partial<Application> = {}): Application => ({
  nullifier: keccak256(`0x${household.toString(16).padStart(64, "0")}`),
  score: 100n,
  slots: [0, 1],
  size: 1,
  keepsWaiting: false,
  eligible: true,
  attributes: ZeroHash,
  members: ZeroHash,
  claim: claimDigest(keyFor(household).address),
  ...changes,
});

/** As a contract takes it. */
export const leafOf = (application: Application) => ({ ...application, slots: [...application.slots] });

/** Book, desks and kernel; the test holds every role, and acts as the desk, the intake and the results. */
export async function housing(connection: Connection) {
  const { ethers, networkHelpers } = connection;
  type Actors = [Signer, Signer, Signer, Signer, Signer, Signer, Signer, Signer, Signer];
  const signers: Signer[] = await ethers.getSigners();
  const [admin, office, seller, otherSeller, stranger, memberA, memberB, memberC, reviewer] = signers as Actors;
  const manager = await new AccessManager__factory(admin).deploy(admin);
  await manager.grantRole(ACCREDITOR_ROLE, admin, 0);
  const registry = await new Registry__factory(admin).deploy(manager, 5n * 365n * DAY);
  const treasury = await new Treasury__factory(admin).deploy(manager, registry);
  const book = await new CallBook__factory(admin).deploy(treasury);
  const desk = await new MockCallDesk__factory(admin).deploy();
  const intake = await new MockCallDesk__factory(admin).deploy();
  const results = await new MockCallDesk__factory(admin).deploy();
  const benefits = await new BenefitDesk__factory(admin).deploy(manager, registry, book, desk);
  const appeals = await new AppealDesk__factory(admin).deploy(manager, registry, book, desk);
  const occupancy = await new OccupancyDesk__factory(admin).deploy(manager, book, OCCUPANCY);
  await book.bindModules({ desk, intake, results, benefits, appeals, occupancy });
  const token = await new MockClp__factory(admin).deploy(0);
  const entities = {
    officeId: await accredit(registry, admin, office, { kind: KIND.publicBody, number: 61_002_000n }),
    sellerId: await accredit(registry, admin, seller, { kind: KIND.supplier, number: 76_123_456n }),
    otherSellerId: await accredit(registry, admin, otherSeller, { kind: KIND.supplier, number: 96_667_560n }),
    schoolId: await accredit(registry, admin, stranger, { kind: 3n, number: 8_001n }),
  };
  await manager.grantRole(0n, office, 0);
  await manager.grantRole(0n, reviewer, 0);
  await treasury.allowToken(token, true);
  await treasury.approveProgram(book, true);
  await treasury.openLine(token, book, entities.officeId, documentOf("33.01.023").digest);
  await token.mint(admin, 10n ** 12n);
  await token.approve(treasury, 10n ** 12n);
  await treasury.fund(BENEFITS_LINE, 10n ** 12n);
  const as = async (contract: { getAddress(): Promise<string> }) => {
    const address = await contract.getAddress();
    await networkHelpers.setBalance(address, 10n ** 20n);
    return book.connect(await ethers.getImpersonatedSigner(address));
  };
  const modules = { desk: await as(desk), intake: await as(intake), results: await as(results) };
  const { chainId } = await ethers.provider.getNetwork();
  const members = [memberA, memberB, memberC].sort((a, b) => byAccount(a.address, b.address));
  for (const board of [benefits, appeals]) await board.configureBoard(1n, members, 2n);
  const contracts = { manager, registry, treasury, book, desk, benefits, appeals, occupancy, token };
  const actors = { admin, office, seller, otherSeller, stranger, members, reviewer };
  return { connection, chainId, modules, ...contracts, ...entities, ...actors };
}

export type Housing = Awaited<ReturnType<typeof housing>>;

/** A call with its applications, drawn, and its first round fixed unless `cutoffs` is null. */
export interface DrawnCall {
  readonly id: string;
  readonly tree: SortedTree;
  readonly sorted: readonly Application[];
}

export interface CallOptions {
  readonly name?: string;
  readonly applications: readonly Application[];
  readonly windows?: Partial<typeof WINDOWS>;
  readonly pool?: bigint;
  readonly office?: bigint;
  readonly lineId?: bigint;
  /** Keys of the slots' cutoffs; the entries of the round are the applications that clear one, unless given. */
  readonly cutoffs?: readonly bigint[] | null;
  readonly entries?: bigint;
}

export async function drawnCall(suite: Housing, options: CallOptions): Promise<DrawnCall> {
  const { modules, desk, token, officeId } = suite;
  const id = hashOf(options.name ?? "call");
  const windows = { ...WINDOWS, ...options.windows };
  const pool = options.pool ?? 2n;
  const terms = {
    ...{ lineId: options.lineId ?? BENEFITS_LINE, token: await token.getAddress(), office: options.office ?? officeId },
    ...{ rules: REASON, document: documentOf("call"), snapshotAt: 1n, ufValue: 1n, ufAt: 1n },
    ...{ appealSeats: pool, appealSlot: 1n, resultBond: 1n, windows },
    timetable: {
      ...{ opensAt: 1n, closesAt: 1n, receiptsBy: 1n, rootBy: 1n, challengeBy: 1n, answerBy: 1n },
      ...{ correctBy: 1n, recheckBy: 1n, fallbackFrom: 1n },
    },
    draw: { beacon: await desk.getAddress(), round: 1n, fallbackBeacon: await token.getAddress(), fallbackRound: 1n },
  };
  await desk.setWindows(id, windows);
  const cost = 3n * SUBSIDY + 9n * SMALLER + 9n * SUBSIDY + pool * SUBSIDY;
  await modules.desk.enter(id, terms, SLOTS, [SUBSIDY, SMALLER], cost);
  const sorted = [...options.applications].sort((a, b) => (a.nullifier < b.nullifier ? -1 : 1));
  const tree = applicationTree(id, applicationTable(sorted));
  await modules.intake.setRoot(id, tree.root, sorted.length);
  await modules.results.setSeed(id, SEED);
  const call = { id, tree, sorted };
  const { cutoffs = [0n, 0n, 0n] } = options;
  if (cutoffs !== null) await modules.results.fix(id, [...cutoffs], options.entries ?? BigInt(sorted.length));
  return call;
}

/** Where a household stands in a call: its index, its application and the proof. */
export function placeIn({ tree, sorted }: DrawnCall, { nullifier }: { readonly nullifier: string }) {
  const index = sorted.findIndex((one) => one.nullifier === nullifier);
  return { index, application: leafOf(sorted[index]!), path: [...tree.spot(index).path] };
}

/** Settles a household by its proof. */
export async function settled({ book }: Housing, call: DrawnCall, application: Application): Promise<void> {
  const { index, application: leaf, path } = placeIn(call, application);
  await book.claim(call.id, index, leaf, path);
}

export const keyIn = ({ score, nullifier }: Application): bigint => keyOf(SEED, score, nullifier);

/** A household's signature of an act. `at` overrides where it is signed for. */
export async function signClaim<A extends keyof ClaimMessages>(
  suite: Housing,
  key: Pick<Wallet, "signTypedData">,
  act: A,
  message: ClaimMessages[A],
  at: Partial<SigningPlace> = {},
): Promise<string> {
  const contracts = { BenefitDesk: suite.benefits, AppealDesk: suite.appeals, OccupancyDesk: suite.occupancy };
  const desk = contracts[act.split(".")[0] as keyof typeof contracts];
  const place = { chainId: suite.chainId, contract: await desk.getAddress(), ...at };
  const { domain, types, message: signed } = claimData(place, act, message);
  return key.signTypedData(domain, types, signed);
}

/** The present seat of a household, as the next act of it is signed. */
export async function seatOf({ book, benefits }: Housing, nullifier: string) {
  const seat = await book.awardOf(nullifier);
  const { step } = await benefits.getRequest(nullifier);
  return { callId: await book.idOf(seat.call), nullifier, slot: seat.slot, round: seat.round, step };
}

/** The signatures of two of the three reviewers. */
export async function reviewed(suite: Housing, board: BenefitDesk | AppealDesk, report: string) {
  const { members, chainId } = suite;
  const contract = await board.getAddress();
  const name = contract === (await suite.benefits.getAddress()) ? "Erario BenefitDesk" : "Erario AppealDesk";
  const configuration = boardConfiguration(
    1n,
    1n,
    2n,
    members.map(({ address }) => address),
  );
  const { domain, types, message } = attestationData(
    name,
    { chainId, contract },
    { board: 1n, report, epoch: 1n, configuration },
  );
  const endorsements = members.slice(0, 2).map(async (member) => ({
    signer: member.address,
    signature: await member.signTypedData(domain, types, message),
  }));
  return { epoch: 1n, endorsements: await Promise.all(endorsements) };
}

/** The digest of an ABI encoding. */
export const encoded = (types: readonly string[], values: readonly unknown[]): string =>
  keccak256(AbiCoder.defaultAbiCoder().encode(types, values));

/** Mines the next transaction at a time. */
export const travel = ({ connection }: Housing, time: bigint): Promise<void> =>
  connection.networkHelpers.time.setNextBlockTimestamp(time);

export const now = ({ connection }: Housing): Promise<bigint> => latest(connection);
