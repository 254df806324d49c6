import { getBytes, id } from "ethers";

import { DIGEST_WORDS, keccakWords } from "../trees/keccak.ts";
import { SortedTree, type Rows } from "../trees/sorted-tree.ts";

const BYTES = 32;
const MEMBER = getBytes(id("Member(bytes32 callId,bytes32 member,bytes32 household)"));

/** Every person of a call with the only household that may name the person; 32 bytes a row in both. */
export interface MemberRows {
  readonly members: Uint8Array;
  readonly households: Uint8Array;
}

/**
 * The rows of the members of some households.
 *
 * @example memberTree(callId, memberRows(households)).root;
 */
export function memberRows(
  households: readonly { readonly nullifier: string; readonly persons: readonly string[] }[],
): MemberRows {
  const count = households.reduce((sum, { persons }) => sum + persons.length, 0);
  const members = Buffer.alloc(count * BYTES);
  const homes = Buffer.alloc(count * BYTES);
  let at = 0;
  for (const { nullifier, persons } of households) {
    for (const person of persons) {
      members.write(person.slice(2), at, "hex");
      homes.write(nullifier.slice(2), at, "hex");
      at += BYTES;
    }
  }
  return { members, households: homes };
}

/**
 * The leaves of the persons of a call, in the order of the rows.
 *
 * @example SortedTree.asGiven(memberLeaves(callId, rows)); // also of a tree that names a person twice
 */
export function memberLeaves(callId: string, { members, households }: MemberRows): Rows {
  const record = new Uint8Array(4 * BYTES);
  const words = new Uint32Array(record.buffer);
  const contents = new Uint32Array(members.length / 4);
  record.set(MEMBER);
  record.set(getBytes(callId), BYTES);
  for (let at = 0; at < members.length; at += BYTES) {
    record.set(members.subarray(at, at + BYTES), 2 * BYTES);
    record.set(households.subarray(at, at + BYTES), 3 * BYTES);
    keccakWords(words, 0, words.length, contents, (at / BYTES) * DIGEST_WORDS);
  }
  return { keys: members, contents: new Uint8Array(contents.buffer) };
}

/**
 * The tree of the persons of a call: a person who is in two households is there twice, which it refuses.
 *
 * @throws CodedError `tree-key-repeated`
 * @example memberTree(callId, rows).gap(person); // proves that nobody names the person
 */
export const memberTree = (callId: string, rows: MemberRows): SortedTree => SortedTree.of(memberLeaves(callId, rows));
