import { safeText } from "./safe-text.ts";

/** What the layer asks of a provider; ethers' JsonRpcProvider and hardhat-ethers' provider both have it. */
export interface Rpc {
  send(method: string, params: unknown[]): Promise<unknown>;
}

/** An answer of the node that says no (a JSON-RPC error object), as opposed to no answer at all. */
export class RpcRefusal extends Error {
  readonly code: number;
  readonly data: string | undefined;
  /** The question that was refused, once it is known. */
  method = "-";

  constructor(code: number, message: string, data: string | undefined) {
    super(safeText(message));
    this.name = "RpcRefusal";
    this.code = code;
    this.data = data;
  }
}

/**
 * An `Rpc` over an EIP-1193 provider.
 *
 * @example fromEip1193(connection.provider)
 */
export function fromEip1193(provider: {
  request(args: { method: string; params?: unknown[] }): Promise<unknown>;
}): Rpc {
  return { send: (method, params) => provider.request({ method, params }) };
}

/**
 * The JSON-RPC error object inside whatever a provider library threw, or undefined when there is none: then the
 * request got no answer and it is unknown whether the node acted on it.
 *
 * @example refusalOf(error)?.code // 3
 */
export function refusalOf(error: unknown, depth = 5): RpcRefusal | undefined {
  if (error instanceof RpcRefusal) return error;
  if (typeof error !== "object" || error === null || depth === 0) return undefined;
  const { code, message, data, info, error: inner, cause } = error as Record<string, unknown>;
  if (typeof code === "number" && typeof message === "string") return new RpcRefusal(code, message, dataOf(data));
  const wrapped = typeof info === "object" && info !== null ? (info as Record<string, unknown>).error : undefined;
  return refusalOf(wrapped, depth - 1) ?? refusalOf(inner, depth - 1) ?? refusalOf(cause, depth - 1);
}

/**
 * Whether the node only says that it is busy or behind, so that the same question may be asked again.
 *
 * @example isBusy(new RpcRefusal(429, "Too Many Requests", undefined)) // true
 */
export function isBusy(refusal: RpcRefusal): boolean {
  return refusal.code === 429 || /too many requests|rate.?limit|try again|header not found/i.test(refusal.message);
}

function dataOf(data: unknown): string | undefined {
  if (typeof data === "string" && /^0x[0-9a-f]*$/i.test(data)) return data;
  return typeof data === "object" && data !== null && "data" in data ? dataOf(data.data) : undefined;
}
