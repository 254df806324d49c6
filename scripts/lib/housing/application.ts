import { concat, keccak256 } from "ethers";

import { hashWords } from "../trees/hash-words.ts";

/** One application (postulación), as `Application.Leaf`. Digests are 0x hex of 32 bytes. */
export interface Application {
  readonly nullifier: string;
  /** Points, at most 64 bits. */
  readonly score: bigint;
  /** Positions in the call's list of slots (cupos), the preferred one first. */
  readonly slots: readonly number[];
  /** Homes that a committee (comité) needs, two or more; 1 for a household. */
  readonly size: number;
  /** Whether it stays in line for a better slot after it has one. */
  readonly keepsWaiting: boolean;
  /** Whether the published rules admit it; if not it takes no part. */
  readonly eligible: boolean;
  /** Salted commitment to the private attributes. */
  readonly attributes: string;
  /** {@link membersDigest} of its members. */
  readonly members: string;
  /** {@link claimDigest} of the address that may claim. */
  readonly claim: string;
}

/** What is given away in a call: homes of a project under one reserve, as one entry of the call's list. */
export interface Slot {
  readonly project: number;
  /** Kind of reserve (reserva), 0 for the open part. */
  readonly reserve: number;
  readonly seats: number;
  /** Token units a seat. */
  readonly subsidy: bigint;
  /** Whether committees compete here; each takes as many seats as it has homes. */
  readonly isCommittee: boolean;
}

/** Slots that an application may list. */
export const MOST_SLOTS = 10;

/** Cutoff of a slot that nobody clears: above every key. */
export const CLOSED = 1n << 192n;

/**
 * What orders the households: the score, and among equal scores the lot, drawn from the seed for the nullifier.
 *
 * @param seed drawn for the call, 0x hex
 * @example keyOf(seed, 870n, nullifier) >> 128n; // 870n
 */
export const keyOf = (seed: string, score: bigint, nullifier: string): bigint =>
  (score << 128n) | (BigInt(keccak256(concat([seed, nullifier]))) & ((1n << 128n) - 1n));

/**
 * Position in an application's list of the first slot that its key clears; the length of the list, if it clears none. Slots that the call does
 * not have are never cleared, nor slots of committees by households, nor the other way about, nor any by who
 * needs no home.
 *
 * @param call the call's slots with their cutoffs
 * @example application.slots[firstCleared(application, key, call)]; // its slot, or undefined
 */
export function firstCleared(
  { slots, size }: Pick<Application, "slots" | "size">,
  key: bigint,
  call: readonly { readonly cutoff: bigint; readonly isCommittee: boolean }[],
): number {
  const position = slots.findIndex((slot) => {
    const offer = call[slot];
    return size > 0 && offer?.isCommittee === size > 1 && key >= offer.cutoff;
  });
  return position === -1 ? slots.length : position;
}

/**
 * Whether a list has 1 to 10 different slots that the call has.
 *
 * @param known slots of the call
 * @example isWellFormed([3, 3], 360); // false
 */
export const isWellFormed = (slots: readonly number[], known: number): boolean =>
  slots.length >= 1 &&
  slots.length <= MOST_SLOTS &&
  new Set(slots).size === slots.length &&
  slots.every((slot) => Number.isInteger(slot) && slot >= 0 && slot < known);

/**
 * Digest of a household's members, which its application carries.
 *
 * @param nullifiers in any order
 * @example membersDigest(persons.map(member));
 */
export const membersDigest = (nullifiers: readonly string[]): string => hashWords([...nullifiers].sort());

/**
 * Digest of the address that may claim.
 *
 * @example claimDigest(wallet.address);
 */
export const claimDigest = (address: string): string => keccak256(address);
