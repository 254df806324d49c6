import { id, keccak256, toBeHex, ZeroHash } from "ethers";

import {
  attestationData,
  boardConfiguration,
  byAccount,
  type Endorsement,
} from "../../scripts/lib/attestation/attestation.ts";
import { membersDigest, type Application } from "../../scripts/lib/housing/application.ts";
import {
  declaredDigest,
  lastReceipts,
  receiptData,
  receiptTree,
  type Receipt,
} from "../../scripts/lib/housing/intake/receipts.ts";
import {
  INTAKE_BOARDS,
  rollReport,
  rulingReport,
  type Roll,
  type Ruling,
} from "../../scripts/lib/housing/intake/reports.ts";
import { asStruct, RollBook } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { CALL_STATUS, type CallStatus } from "../../scripts/lib/housing/call/call-status.ts";
import type { SortedTree } from "../../scripts/lib/trees/sorted-tree.ts";
import {
  AccessManager__factory,
  CallBook__factory,
  IntakeDesk__factory,
  MockCallDesk__factory,
} from "../../typechain-types/index.js";
import { placeOf, signTyped } from "./accreditation.ts";
import type { Connection, Signer } from "./suite.ts";

export const NAME = "Erario IntakeDesk";
const THRESHOLD = 2n;
const DAY = 86_400n;

/** The window of applications of every call of the scene: around the clock of the chain. */
export const OPENS_AT = 1_000_000_000n;
export const CLOSES_AT = 4_000_000_000n;

export const word = (value: bigint | number): string => keccak256(toBeHex(value, 32));

/** A household of one person with a list of one slot; `changes` is what a test is about. */
export const householdOf = (number: number, changes: Partial<Application> = {}): Application => ({
  nullifier: word(number),
  score: 100n + BigInt(number),
  slots: [number % 4],
  size: 1,
  keepsWaiting: false,
  eligible: true,
  attributes: word(1_000 + number),
  members: membersDigest([personOf(number)]),
  claim: word(3_000 + number),
  ...changes,
});

export const personOf = (number: number): string => word(2_000 + number);

export const byNullifier = (applications: readonly Application[]): Application[] =>
  [...applications].sort((left, right) => (left.nullifier < right.nullifier ? -1 : 1));

/** The receipt of an application, with its score. */
export const receiptOf = (callId: string, application: Application, changes: Partial<Receipt> = {}): Receipt => ({
  callId,
  nullifier: application.nullifier,
  declared: declaredDigest(application),
  score: application.score,
  issuedAt: OPENS_AT + 10n,
  ...changes,
});

/** A desk that is told where calls stand, the real book, the intake and its boards. */
export async function intakeScene({ ethers }: Connection) {
  const [office, stranger, signer, ...others] = (await ethers.getSigners()) as [Signer, Signer, Signer, ...Signer[]];
  const manager = await new AccessManager__factory(office).deploy(office);
  const desk = await new MockCallDesk__factory(office).deploy();
  const book = await new CallBook__factory(office).deploy(desk);
  const intake = await new IntakeDesk__factory(office).deploy(manager, book, desk);
  const modules = { desk, results: desk, benefits: desk, appeals: desk, occupancy: desk };
  await book.bindModules({ ...modules, intake });
  await desk.setTimetable({
    ...{ opensAt: OPENS_AT, closesAt: CLOSES_AT, receiptsBy: CLOSES_AT + DAY, rootBy: CLOSES_AT + DAY },
    ...{ challengeBy: CLOSES_AT, answerBy: CLOSES_AT, correctBy: CLOSES_AT, recheckBy: CLOSES_AT },
    fallbackFrom: CLOSES_AT,
  });
  await intake.setSigner(signer, true);
  const boards = new Map<bigint, Signer[]>();
  for (const [position, board] of Object.values(INTAKE_BOARDS).entries()) {
    const members = others
      .slice(3 * position, 3 * position + 3)
      .sort((left, right) => byAccount(left.address, right.address));
    await intake.configureBoard(board, members, THRESHOLD);
    boards.set(board, members);
  }
  return { office, stranger, signer, desk, book, intake, boards, place: await placeOf(intake, office) };
}

export type IntakeScene = Awaited<ReturnType<typeof intakeScene>>;

export const enterStatus = ({ desk }: IntakeScene, callId: string, status: CallStatus) =>
  desk.setStatus(callId, BigInt(CALL_STATUS.indexOf(status)));

/** The signatures of the first members of a board under a report. */
export async function attest({ boards, place }: IntakeScene, board: bigint, report: string, count = 2) {
  const members = boards.get(board)!;
  const accounts = members.map(({ address }) => address);
  const configuration = boardConfiguration(board, 1n, THRESHOLD, accounts);
  const data = attestationData(NAME, place, { board, report, epoch: 1n, configuration });
  const endorsements = await Promise.all(
    members.slice(0, count).map(async (member): Promise<Endorsement> => ({
      signer: member.address,
      signature: await signTyped(member, data),
    })),
  );
  return { epoch: 1n, endorsements };
}

export const endorseReceipt = async (
  { place, signer }: IntakeScene,
  receipt: Receipt,
  by: Signer = signer,
  at: Partial<typeof place> = {},
) => ({ signer: by.address, signature: await signTyped(by, receiptData({ ...place, ...at }, receipt)) });

export const DATA = { digest: id("table"), pointer: "https://example.cl/roll.csv" };

/** A roll of applications in the order of the list. */
export const rollOf = (tree: SortedTree, members?: SortedTree): Roll => ({
  ...{ root: tree.root, count: tree.count, data: DATA },
  ...{ membersRoot: members?.root ?? ZeroHash, membersCount: members?.count ?? 0 },
});

export async function attestRoll(scene: IntakeScene, callId: string, roll: Roll, isCorrection = false) {
  const attested = await attest(scene, INTAKE_BOARDS.roll, rollReport(callId, isCorrection, roll));
  return isCorrection ? scene.intake.correct(callId, roll, attested) : scene.intake.attestRoll(callId, roll, attested);
}

export async function rule(scene: IntakeScene, callId: string, number: number, ruling: Ruling) {
  const attested = await attest(scene, INTAKE_BOARDS.reviewers, rulingReport(callId, number, ruling));
  const struct = { ...ruling, application: asStruct(ruling.application) };
  return { send: () => scene.intake.rule(callId, struct, attested) };
}

/** A call in its time of challenges: these receipts are anchored, and this roll, in its order, is attested. */
export async function challengedCall(
  scene: IntakeScene,
  callId: string,
  applications: readonly Application[],
  issued: readonly Receipt[],
  members?: SortedTree,
) {
  const receipts = receiptTree([...lastReceipts(issued).values()]);
  await enterStatus(scene, callId, "receipts");
  await scene.intake.anchorReceipts(callId, receipts.root, receipts.count);
  await enterStatus(scene, callId, "roots");
  const roll = new RollBook(callId, applications);
  await attestRoll(scene, callId, rollOf(roll.tree, members));
  await enterStatus(scene, callId, "challenges");
  return { receipts, roll };
}
