const LINKS = ["cause", "error", "info", "errors", "data", "revert"] as const;
const MAX_LINKS = 50;
const REFUSED = /\b(?:execution|transaction|processing transaction:) reverted\b|\bran out of gas\b|^out of gas/i;

/**
 * Everything that an error wraps, itself first: libraries nest the node's answer at different depths. What the call
 * sent (`transaction`, `payload`) is not followed, so that call data is never taken for an answer.
 *
 * @example [...errorChain(new Error("outer", { cause: { code: "TIMEOUT" } }))].length; // 2
 */
export function* errorChain(error: unknown): Generator<Readonly<Record<string, unknown>>> {
  const pending: unknown[] = [error];
  const seen = new Set<unknown>();
  while (pending.length > 0 && seen.size < MAX_LINKS) {
    const link = pending.shift();
    if (typeof link !== "object" || link === null || seen.has(link)) continue;
    seen.add(link);
    if (Array.isArray(link)) {
      pending.push(...(link as unknown[]));
      continue;
    }
    const record = link as Readonly<Record<string, unknown>>;
    yield record;
    pending.push(...LINKS.map((name) => record[name]));
  }
}

/**
 * The data with which the chain refused a call.
 *
 * @returns 0x hex, `0x` for a refusal without a reason, undefined when the error is not a refusal
 * @example revertDataOf({ code: "CALL_EXCEPTION", data: "0x08c379a0" }); // "0x08c379a0"
 */
export function revertDataOf(error: unknown): string | undefined {
  let refused = false;
  for (const { data, code, message } of errorChain(error)) {
    if (typeof data === "string" && /^0x(?:[\da-f]{2}){4,}$/i.test(data)) return data;
    refused ||= code === "CALL_EXCEPTION" || code === 3 || REFUSED.test(String(message));
  }
  return refused ? "0x" : undefined;
}
