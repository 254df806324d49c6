import { AbiCoder, id, keccak256 } from "ethers";

import { applicationContent } from "../application-tree.ts";
import type { Application } from "../application.ts";
import { hashWords, wordOf } from "../../trees/hash-words.ts";

/** Numbers of the boards, as `IntakeDesk` has them. */
export const INTAKE_BOARDS = { roll: 1n, reviewers: 2n } as const;

/** What the offices attest, as `Intake.Roll`. */
export interface Roll {
  readonly root: string;
  readonly count: number;
  /** Of the tree of persons. */
  readonly membersRoot: string;
  readonly membersCount: number;
  /** The pseudonymous table behind both trees. */
  readonly data: { readonly digest: string; readonly pointer: string };
}

/** What reviewers decide about one household, as `Intake.Ruling`. */
export interface Ruling {
  /** What stands from now on; of a household that is put out, only the nullifier counts. */
  readonly application: Application;
  readonly isOut: boolean;
  /** Hash of the reasoned decision, 0x hex. */
  readonly reason: string;
}

const ROLL = id("erario.housing.roll");
const RULING = id("erario.housing.ruling");
const ROLL_TYPE = "tuple(bytes32,uint24,bytes32,uint24,tuple(bytes32,string))";

/**
 * The report that the board of the roll signs, as `IntakeReports.rollOf`. 0x hex.
 *
 * @example rollReport(callId, false, roll);
 */
export const rollReport = (
  callId: string,
  isCorrection: boolean,
  { root, count, membersRoot, membersCount, data }: Roll,
): string =>
  keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["bytes32", "bytes32", "bool", ROLL_TYPE],
      [ROLL, callId, isCorrection, [root, count, membersRoot, membersCount, [data.digest, data.pointer]]],
    ),
  );

/**
 * The report that the reviewers sign, as `IntakeReports.rulingOf`. 0x hex.
 *
 * @param number of the ruling about the household in this call, from 1
 * @example rulingReport(callId, 1, { application, isOut: false, reason });
 */
export const rulingReport = (callId: string, number: number, { application, isOut, reason }: Ruling): string =>
  hashWords([
    RULING,
    callId,
    wordOf(number),
    application.nullifier,
    applicationContent(callId, 0, application),
    wordOf(isOut),
    reason,
  ]);
