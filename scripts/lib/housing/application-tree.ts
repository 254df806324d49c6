import { getBytes, id } from "ethers";

import { DIGEST_WORDS, keccakWords } from "../trees/keccak.ts";
import { SortedTree } from "../trees/sorted-tree.ts";
import { applicationTable, type ApplicationTable } from "./application-table.ts";
import { MOST_SLOTS, type Application } from "./application.ts";

const BYTES = 32;
const APPLICATION = getBytes(
  id(
    "Application(bytes32 callId,uint256 index,bytes32 nullifier,uint64 score,uint16[] slots,uint16 size," +
      "bool keepsWaiting,bool eligible,bytes32 attributes,bytes32 members,bytes32 claim)",
  ),
);
/** Words of the encoding: the type and eleven fields. */
const FIELDS = 12;

/**
 * Digests of all applications of a table, 32 bytes a row, as `Applications.contentOf` encodes them.
 *
 * @param first index of the first row among the leaves of the call
 */
function contentsOf(callId: string, table: ApplicationTable, first = 0): Uint8Array {
  const record = new Uint8Array(FIELDS * BYTES);
  const view = new DataView(record.buffer);
  const words = new Uint32Array(record.buffer);
  const list = new Uint8Array(MOST_SLOTS * BYTES);
  const listWords = new Uint32Array(list.buffer);
  const contents = new Uint32Array(table.count * DIGEST_WORDS);
  const endOf = (field: number): number => (field + 1) * BYTES;
  record.set(APPLICATION);
  record.set(getBytes(callId), BYTES);
  for (let row = 0; row < table.count; row += 1) {
    const from = table.starts[row] ?? 0;
    const length = (table.starts[row + 1] ?? 0) - from;
    for (let place = 0; place < length; place += 1) {
      const slot = table.slots[from + place] ?? 0;
      const end = endOf(place);
      list[end - 2] = slot >> 8;
      list[end - 1] = slot & 0xff;
    }
    const at = row * BYTES;
    view.setUint32(endOf(2) - 4, first + row);
    record.set(table.nullifiers.subarray(at, at + BYTES), 3 * BYTES);
    view.setBigUint64(endOf(4) - 8, table.scores[row] ?? 0n);
    keccakWords(listWords, 0, length * DIGEST_WORDS, words, 5 * DIGEST_WORDS);
    view.setUint16(endOf(6) - 2, table.sizes[row] ?? 0);
    view.setUint8(endOf(7) - 1, table.keepsWaiting[row] ?? 0);
    view.setUint8(endOf(8) - 1, table.eligible[row] ?? 0);
    record.set(table.attributes.subarray(at, at + BYTES), 9 * BYTES);
    record.set(table.members.subarray(at, at + BYTES), 10 * BYTES);
    record.set(table.claims.subarray(at, at + BYTES), 11 * BYTES);
    keccakWords(words, 0, words.length, contents, row * DIGEST_WORDS);
  }
  return new Uint8Array(contents.buffer);
}

/**
 * Digest of an application at its place in the call's tree, as `Applications.contentOf`. 0x hex.
 *
 * @param index its position among the nullifiers of the call
 * @example applicationContent(callId, 7, application);
 */
export const applicationContent = (callId: string, index: number, application: Application): string =>
  `0x${Buffer.from(contentsOf(callId, applicationTable([application]), index)).toString("hex")}`;

/**
 * The tree of a call's applications, whose root the offices attest.
 *
 * @throws CodedError `tree-key-repeated` for a household that is there twice
 * @example applicationTree(callId, table).spot(row);
 */
export const applicationTree = (callId: string, table: ApplicationTable): SortedTree =>
  SortedTree.of({ keys: table.nullifiers, contents: contentsOf(callId, table) });
