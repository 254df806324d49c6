import { concat, getBytes, hexlify, type BytesLike } from "ethers";
import { decryptAge, encryptAge, type Stanza } from "tlock-js/age/age-encrypt-decrypt.js";
import { decryptOnG2, encryptOnG2RFC9380 } from "tlock-js/crypto/ibe.js";

import { CodedError, isCodedError } from "../../messages/coded-error.ts";
import { assertBeacon, type BeaconInfo } from "../../randomness/beacon.ts";
import { assertRoundSignature, roundMessage } from "../../randomness/round-signature.ts";

/** Most bytes that one envelope's ciphertext may have. */
export const MAX_CIPHERTEXT = 2_048;
/** Most bytes of the ciphertext of a price list. */
export const MAX_LIST_CIPHERTEXT = 8_192;

const STANZA = "tlock";
const POINT_BYTES = 96;
const FILE_KEY_BYTES = 16;

/** A ciphertext and the round that opens it. */
export interface LockedEnvelope {
  readonly ciphertext: BytesLike;
  /** The round that the tender's terms name for this envelope. */
  readonly round: bigint;
  /** That round's signature, 0x hex. */
  readonly signature: string;
  /** Most bytes that it may have, where it is not `MAX_CIPHERTEXT`. */
  readonly limit?: number;
}

// tlock-js is entered below its index: `timelockEncrypt` gives only armored text, half as long again as the bytes, and
// `timelockDecrypt` prints, reads the machine's clock, and takes the beacon's word for its chain.

const bare = (hex: string): string => hex.slice(2);

/** An age file as tlock-js holds it, one character a byte. */
const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/**
 * Encrypts to a round of a beacon, with nothing but the beacon's published key: the bytes of an age file that any
 * `tlock` tool opens once the round is signed.
 *
 * @param limit most bytes of the result
 * @returns 0x hex: the plaintext's length, about 355 bytes, and the digits of the round
 * @throws CodedError `beacon-scheme`, `beacon-chain-mismatch`, `envelope-too-large`
 * @example await lockToRound(encodePrice({ price, salt }), priceRound, QUICKNET);
 */
export async function lockToRound(
  plaintext: BytesLike,
  round: bigint,
  info: BeaconInfo,
  limit = MAX_CIPHERTEXT,
): Promise<string> {
  assertBeacon(info);
  const text = await encryptAge(getBytes(plaintext), async (fileKey) => {
    const { U, V, W } = await encryptOnG2RFC9380(getBytes(info.publicKey), roundMessage(round), fileKey);
    return [{ type: STANZA, args: [round.toString(), bare(info.chainHash)], body: getBytes(concat([U, V, W])) }];
  });
  const ciphertext = Buffer.from(text, "latin1");
  assertSize(ciphertext, limit);
  return hexlify(ciphertext);
}

/**
 * Opens an envelope with the signature of its round, offline. The beacon is judged first, so that a forged signature is
 * never taken for an unreadable envelope.
 *
 * @returns the plaintext
 * @throws CodedError `beacon-scheme`, `beacon-chain-mismatch`, `beacon-signature-false`: the beacon's fault;
 *   `envelope-too-large`, `envelope-wrong-chain`, `envelope-wrong-round`, `envelope-unreadable`: the envelope's
 * @example await openEnvelope({ ciphertext, round: priceRound, signature }, QUICKNET);
 */
export async function openEnvelope(envelope: LockedEnvelope, info: BeaconInfo): Promise<Uint8Array> {
  const { round, signature } = envelope;
  assertRoundSignature(info, round, signature);
  const ciphertext = getBytes(envelope.ciphertext);
  assertSize(ciphertext, envelope.limit);
  try {
    const plaintext = await decryptAge(toText(ciphertext), (stanzas) => {
      const body = stanzaBody(stanzas, round, info);
      const middle = POINT_BYTES + FILE_KEY_BYTES;
      return decryptOnG2(getBytes(signature), {
        U: body.subarray(0, POINT_BYTES),
        V: body.subarray(POINT_BYTES, middle),
        W: body.subarray(middle),
      });
    });
    // A file cut off after its header decrypts to nothing, unauthenticated.
    if (plaintext.length === 0) throw new CodedError("envelope-unreadable", {});
    return Uint8Array.from(plaintext);
  } catch (error) {
    if (isCodedError(error)) throw error;
    throw new CodedError("envelope-unreadable", {}, { cause: error });
  }
}

function assertSize({ length: size }: Uint8Array, limit = MAX_CIPHERTEXT): void {
  if (size > limit) throw new CodedError("envelope-too-large", { size, limit });
}

/** The locked key of an age file with one recipient, which must be that round of that chain. */
function stanzaBody([stanza, ...others]: readonly Stanza[], round: bigint, info: BeaconInfo): Uint8Array {
  if (stanza?.type !== STANZA || others.length > 0) throw new CodedError("envelope-unreadable", {});
  const [foundRound = "", foundChain = ""] = stanza.args;
  if (foundChain !== bare(info.chainHash)) {
    throw new CodedError("envelope-wrong-chain", { found: foundChain, expected: info.chainHash });
  }
  if (foundRound !== round.toString()) {
    throw new CodedError("envelope-wrong-round", { found: foundRound, expected: round });
  }
  return stanza.body;
}
