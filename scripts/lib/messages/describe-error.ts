import type { Interface } from "ethers";

import { isInputError, type InputError } from "../input/input-error.ts";
import type { Lang } from "../lang.ts";
import { escapeText } from "../output/escape-text.ts";
import { SendError } from "../send/send-error.ts";
import type { MessageCode, MessageParams } from "./catalogue.ts";
import { isCodedError } from "./coded-error.ts";
import { describeRevert } from "./describe-revert.ts";
import { errorChain, revertDataOf } from "./error-chain.ts";
import type { MessageContext } from "./format-argument.ts";
import { renderMessage, type Rendered } from "./render-message.ts";
import type { systemMessages } from "./system.ts";

/** An error in words, and what the task's exit code is to be. */
export interface Described extends Rendered {
  /** The catalogue's code, or the name of a contract's custom error. */
  readonly code: string;
  /** 1 = refused by the chain or failed on the way, 2 = bad input, 130 = interrupted by the operator. */
  readonly exitCode: 1 | 2 | 130;
  /** The input's further faults. */
  readonly others: readonly Rendered[];
}

/** Codes of what fails outside the contracts. */
type SystemCode = keyof typeof systemMessages;

type WithoutParams<C extends SystemCode = SystemCode> = C extends SystemCode
  ? keyof MessageParams<C> extends never
    ? C
    : never
  : never;

/** Codes of ethers and of Node's sockets that have a message without parameters. */
const BY_CODE: Readonly<Record<string, WithoutParams>> = {
  NETWORK_ERROR: "network-unreachable",
  ECONNREFUSED: "network-unreachable",
  ECONNRESET: "network-unreachable",
  ENOTFOUND: "network-unreachable",
  EAI_AGAIN: "network-unreachable",
  UND_ERR_SOCKET: "network-unreachable",
  TIMEOUT: "network-timeout",
  ETIMEDOUT: "network-timeout",
  UND_ERR_CONNECT_TIMEOUT: "network-timeout",
  UND_ERR_HEADERS_TIMEOUT: "network-timeout",
  INSUFFICIENT_FUNDS: "funds-missing",
  NONCE_EXPIRED: "nonce-used",
  TRANSACTION_REPLACED: "nonce-used",
  REPLACEMENT_UNDERPRICED: "fee-too-low",
  ACTION_REJECTED: "signing-declined",
};

/** What nodes say of the same faults in a message alone. */
const BY_TEXT: readonly (readonly [RegExp, WithoutParams])[] = [
  [/enough funds|insufficient funds/i, "funds-missing"],
  [/^HHE704:/, "network-timeout"],
  [/nonce too low/i, "nonce-used"],
  [/underpriced|max ?fee ?per ?gas .*(?:less than|too low)/i, "fee-too-low"],
];

/**
 * Puts whatever was thrown into words. Text that comes from elsewhere is stripped of secrets and control characters,
 * and no stack is shown.
 *
 * @param interfaces of the contracts that may have refused, the token's included
 * @example const { sentence, exitCode } = describeError(error, [treasury.interface, token.interface], "es");
 */
export function describeError(
  error: unknown,
  interfaces: readonly Interface[],
  lang: Lang,
  context: MessageContext = {},
): Described {
  if (isInputError(error)) {
    const others = error.others.map((other) => placed(other, lang, context));
    return { code: error.code, exitCode: 2, others, ...placed(error, lang, context) };
  }
  const failed = { exitCode: 1, others: [] } as const;
  if (isCodedError(error)) {
    const exitCode = error instanceof SendError ? error.exitCode : 1;
    return { code: error.code, exitCode, others: [], ...renderMessage(error.code, error.params, lang, context) };
  }
  const data = revertDataOf(error);
  if (data !== undefined) return { ...failed, ...describeRevert(data, interfaces, lang, context) };
  const stop = hardhatStop(error);
  if (stop !== undefined) {
    const [code, params] = stop;
    return { code, exitCode: 2, others: [], ...renderMessage(code, params, lang, context) };
  }
  const [code, params] = classify(error);
  return { code, ...failed, ...renderMessage(code, params, lang, context) };
}

function placed(error: InputError, lang: Lang, context: MessageContext): Rendered {
  const { file, field, line, column } = error.place;
  const words = lang === "es" ? ["campo", "línea", "columna"] : ["field", "line", "column"];
  const named = [field, line, column].map((value, index) => (value === undefined ? [] : [`${words[index]} ${value}`]));
  const place = [...(file === undefined ? [] : [file]), ...named.flat()].join(", ");
  const rendered = renderMessage(error.code, error.params, lang, context);
  return place === "" ? rendered : { ...rendered, sentence: `${escapeText(place)}: ${rendered.sentence}` };
}

type Stop<C extends MessageCode> = { [K in C]: [code: K, params: MessageParams<K>] }[C];
type Classified = Stop<SystemCode>;

function classify(error: unknown): Classified {
  for (const { name, code, message } of errorChain(error)) {
    const known = BY_CODE[String(code)] ?? BY_TEXT.find(([text]) => text.test(String(message)))?.[1];
    if (known) return [known, {}];
    if (name === "HardhatError") return ["hardhat", { detail: firstLine(message) }];
    if (code === "SERVER_ERROR" || code === -32005 || name === "ProviderError") {
      return ["network-faulty", { detail: firstLine(message) }];
    }
  }
  return ["unexpected", { detail: firstLine(error instanceof Error ? error.message : error) }];
}

/** Why Hardhat did not connect to the network of the command line, or did not deploy to it: nothing was begun. */
type HardhatStop = Stop<"wrong-chain-id" | "network-unreachable" | "deployment-differs">;

function hardhatStop(error: unknown): HardhatStop | undefined {
  for (const { name, message } of errorChain(error)) {
    if (name !== "HardhatError") continue;
    const text = String(message);
    if (text.startsWith("HHE703:")) return ["network-unreachable", {}];
    if (/^HHE10120: .*reconciliation errors/.test(text)) return ["deployment-differs", {}];
    const [, expected, found] = /^HHE708: .*"(\d+)".*"(\d+)"/.exec(text) ?? [];
    if (expected && found) return ["wrong-chain-id", { expected: BigInt(expected), found: BigInt(found) }];
  }
  return undefined;
}

const firstLine = (text: unknown): string => (typeof text === "string" ? (text.split("\n", 1)[0] ?? "") : typeof text);
