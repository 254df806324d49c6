import { setTimeout as pause } from "node:timers/promises";

import * as z from "zod";

import { CodedError, isCodedError } from "../messages/coded-error.ts";
import { timeOf, type BeaconInfo } from "./beacon.ts";
import { assertRoundSignature } from "./round-signature.ts";

/** What of an HTTP answer is read. */
export type RoundAnswer = Pick<Response, "ok" | "status" | "json">;

/** What the request needs from outside. */
export interface RoundRequest {
  readonly info: BeaconInfo;
  readonly fetch?: (url: string, options: { readonly signal: AbortSignal }) => Promise<RoundAnswer>;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  /** How often the server is asked. */
  readonly attempts?: number;
  /** Milliseconds that one answer may take. */
  readonly timeout?: number;
}

const ATTEMPTS = 4;
const TIMEOUT = 10_000;
const FIRST_PAUSE = 500;
/** "Too early": what servers of drand answer for a round that is still to come. */
const TOO_EARLY = 425;

const answerSchema = z.object({ round: z.int(), signature: z.string().regex(/^[0-9a-f]{96}$/) });

/**
 * Asks a server of drand for a round's signature, and verifies it.
 *
 * @param url the server, without the network's hash: "https://api.drand.sh"
 * @returns the signature, 0x hex
 * @throws CodedError `beacon-round-pending`, `beacon-unreachable`, `beacon-malformed`, and as `assertRoundSignature`
 * @example const signature = await fetchRound("https://api.drand.sh", priceRound, { info: QUICKNET });
 */
export async function fetchRound(url: string, round: bigint, request: RoundRequest): Promise<string> {
  const { info, sleep = pause, attempts = ATTEMPTS } = request;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const signature = await ask(url, round, request);
      assertRoundSignature(info, round, signature);
      return signature;
    } catch (error) {
      if (isCodedError(error) && error.code !== "beacon-unreachable") throw error;
      if (attempt >= attempts) throw error;
    }
    await sleep(FIRST_PAUSE * 2 ** (attempt - 1));
  }
}

async function ask(url: string, round: bigint, request: RoundRequest): Promise<string> {
  const { info, fetch = globalThis.fetch, timeout = TIMEOUT } = request;
  const path = `${url.replace(/\/+$/, "")}/${info.chainHash.slice(2)}/public/${round}`;
  const signal = AbortSignal.timeout(timeout);
  let body: unknown;
  try {
    const answer = await fetch(path, { signal });
    if (answer.status === TOO_EARLY) {
      throw new CodedError("beacon-round-pending", { round, due: timeOf(info, round) });
    }
    if (!answer.ok) throw new CodedError("beacon-unreachable", { url, reason: `HTTP ${answer.status}` });
    body = await answer.json();
  } catch (error) {
    if (isCodedError(error)) throw error;
    if (error instanceof SyntaxError) throw new CodedError("beacon-malformed", { url });
    throw new CodedError("beacon-unreachable", { url, reason: reasonOf(error) }, { cause: error });
  }
  const read = answerSchema.safeParse(body);
  if (!read.success || BigInt(read.data.round) !== round) throw new CodedError("beacon-malformed", { url });
  return `0x${read.data.signature}`;
}

/** The socket's own code where there is one: `fetch` says only that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "?";
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
