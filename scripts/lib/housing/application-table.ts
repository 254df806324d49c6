import { CodedError } from "../messages/coded-error.ts";
import { MOST_SLOTS, type Application } from "./application.ts";

/** All applications of a call in typed arrays; digests take 32 bytes a row. */
export interface ApplicationTable {
  readonly count: number;
  /** Ascending: the row is the index of the leaf. */
  readonly nullifiers: Uint8Array;
  readonly scores: BigUint64Array;
  /** The lists of slots one after another; that of row i reaches from `starts[i]` to before `starts[i + 1]`. */
  readonly slots: Uint16Array;
  readonly starts: Uint32Array;
  readonly sizes: Uint16Array;
  readonly keepsWaiting: Uint8Array;
  readonly eligible: Uint8Array;
  readonly attributes: Uint8Array;
  readonly members: Uint8Array;
  readonly claims: Uint8Array;
}

const BYTES = 32;

const compare = (left: Application, right: Application): number =>
  left.nullifier < right.nullifier ? -1 : left.nullifier > right.nullifier ? 1 : 0;

const DIGEST = /^0x[0-9a-f]{64}$/;
const fits = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 0xffff;

/** Typed arrays would cut a value that is too large: another score, another slot. */
function requireInRange(application: Application, index: number): void {
  const { nullifier, score, slots, size, attributes, members, claim } = application;
  const isSound =
    [nullifier, attributes, members, claim].every((value) => DIGEST.test(value)) &&
    BigInt.asUintN(64, score) === score &&
    slots.length <= MOST_SLOTS &&
    [...slots, size].every(fits) &&
    size > 0;
  if (!isSound) throw new CodedError("application-range", { row: index + 1 });
}

function digests(applications: readonly Application[], field: (application: Application) => string): Uint8Array {
  const bytes = Buffer.alloc(applications.length * BYTES);
  applications.forEach((application, row) => bytes.write(field(application).slice(2), row * BYTES, "hex"));
  return bytes;
}

/**
 * The table of a call's applications. Its tree says if a household is there twice.
 *
 * @param given in any order; digests in lower case
 * @throws CodedError `application-range`
 * @example applicationTable(applications).nullifiers; // ascending
 */
export function applicationTable(given: readonly Application[]): ApplicationTable {
  given.forEach(requireInRange);
  const applications = [...given].sort(compare);
  const starts = new Uint32Array(applications.length + 1);
  applications.forEach(({ slots }, row) => (starts[row + 1] = (starts[row] ?? 0) + slots.length));
  const slots = new Uint16Array(starts[applications.length] ?? 0);
  applications.forEach((application, row) => {
    slots.set(application.slots, starts[row]);
  });
  return {
    count: applications.length,
    nullifiers: digests(applications, ({ nullifier }) => nullifier),
    scores: BigUint64Array.from(applications, ({ score }) => score),
    slots,
    starts,
    sizes: Uint16Array.from(applications, ({ size }) => size),
    keepsWaiting: Uint8Array.from(applications, ({ keepsWaiting }) => Number(keepsWaiting)),
    eligible: Uint8Array.from(applications, ({ eligible }) => Number(eligible)),
    attributes: digests(applications, ({ attributes }) => attributes),
    members: digests(applications, ({ members }) => members),
    claims: digests(applications, ({ claim }) => claim),
  };
}

/**
 * The slots that a row lists, the preferred one first.
 *
 * @example listOf(table, 7)[0]; // the first choice
 */
export const listOf = ({ slots, starts }: ApplicationTable, row: number): Uint16Array =>
  slots.subarray(starts[row], starts[row + 1]);

/**
 * The application in a row.
 *
 * @example applicationAt(table, row).nullifier;
 */
export function applicationAt(table: ApplicationTable, row: number): Application {
  const digest = (bytes: Uint8Array): string =>
    `0x${Buffer.from(bytes.buffer, bytes.byteOffset + row * BYTES, BYTES).toString("hex")}`;
  return {
    nullifier: digest(table.nullifiers),
    score: table.scores[row] ?? 0n,
    slots: [...listOf(table, row)],
    size: table.sizes[row] ?? 0,
    keepsWaiting: table.keepsWaiting[row] === 1,
    eligible: table.eligible[row] === 1,
    attributes: digest(table.attributes),
    members: digest(table.members),
    claim: digest(table.claims),
  };
}
