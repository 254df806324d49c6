import { id } from "ethers";

import { InputError } from "../input/input-error.ts";

/** The fictional prefix of the OCDS documentation: for trials only, and never for a process that is published. */
export const EXAMPLE_OCID_PREFIX = "ocds-213czf";

const OCID = /^ocds-[a-z0-9]{6}-[!-~]{1,100}$/;

/**
 * Checks an open contracting id: a registered prefix, a hyphen and the process's code in visible ASCII.
 *
 * @throws InputError `ocid-malformed`
 * @example parseOcid("ocds-213czf-MOP-2026-0042");
 */
export function parseOcid(text: string): string {
  if (!OCID.test(text)) throw new InputError("ocid-malformed", { found: text });
  return text;
}

/**
 * The open contracting id of a process. The prefix is issued by the Open Contracting Partnership; a task that is left
 * with the default shows the catalogue's `ocid-example-prefix` (see `hasExamplePrefix`).
 *
 * @throws InputError `ocid-malformed`
 * @example makeOcid("MOP-2026-0042"); // "ocds-213czf-MOP-2026-0042"
 */
export function makeOcid(processCode: string, prefix = EXAMPLE_OCID_PREFIX): string {
  return parseOcid(`${prefix}-${processCode}`);
}

/**
 * Whether an id is under the documentation's prefix and must not be published.
 *
 * @example hasExamplePrefix("ocds-213czf-1"); // true
 */
export function hasExamplePrefix(ocid: string): boolean {
  return ocid.startsWith(`${EXAMPLE_OCID_PREFIX}-`);
}

/**
 * The key of a process on chain: keccak-256 of its id.
 *
 * @returns 0x and 64 hex digits
 * @throws InputError `ocid-malformed`
 * @example ocidKey("ocds-213czf-MOP-2026-0042");
 */
export function ocidKey(ocid: string): string {
  return id(parseOcid(ocid));
}
