import { redactForeign } from "../output/redact.ts";

/**
 * The message of a foreign error on one line, without what may be a secret.
 *
 * @example safeText(new Error("bad key 0xabab...")) // "bad key [***]"
 */
export function safeText(error: unknown): string {
  return redactForeign(messageOf(error)).replace(/\s+/g, " ").trim();
}

function messageOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null) return String(error);
  if ("shortMessage" in error && typeof error.shortMessage === "string") return error.shortMessage;
  if ("message" in error && typeof error.message === "string") return error.message;
  return "error";
}
