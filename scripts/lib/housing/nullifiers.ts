import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

import { CodedError } from "../messages/coded-error.ts";
import type { Rut } from "../rut.ts";

/** Shortest pepper, bytes. */
export const LEAST_PEPPER = 32;

const HOUSEHOLD = "erario/housing/household/1";
const MEMBER = "erario/housing/member/1";

/** Pseudonyms (seudónimos) of households and persons, the same in every call; only who holds the pepper can link them to anybody. */
export interface Nullifiers {
  /** @param id the household's number in the social registry (RSH), as the registry writes it */
  readonly household: (id: string) => string;
  readonly member: (rut: Rut) => string;
}

/**
 * What the registry office derives pseudonyms with: HMAC-SHA256 under a secret that never leaves it. A plain hash of a RUT would be undone by
 * trying all of them. 0x hex, 32 bytes.
 *
 * @param pepper secret of at least 32 random bytes
 * @throws CodedError `pepper-short`
 * @example createNullifiers(pepper).member(parseRut("11.111.111-1"));
 */
export function createNullifiers(pepper: Uint8Array): Nullifiers {
  if (pepper.length < LEAST_PEPPER) {
    throw new CodedError("pepper-short", { found: pepper.length, least: LEAST_PEPPER });
  }
  const keyed = hmac.create(sha256, pepper);
  const derive = (domain: string, id: string): string =>
    `0x${bytesToHex(
      keyed
        .clone()
        .update(utf8ToBytes(`${domain}|${id}`))
        .digest(),
    )}`;
  return {
    household: (id) => derive(HOUSEHOLD, id),
    member: ({ body }) => derive(MEMBER, body.toString()),
  };
}
