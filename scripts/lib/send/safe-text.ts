const MAX_LENGTH = 300;

/**
 * The message of a foreign error, fit for a log: no run of 64 or more hexadecimal digits (a private key has 64), no
 * user, password, path or query of a URL (providers put their access key there), one line, at most 300 characters.
 *
 * @example safeText(new Error("bad key 0xabab...")) // "bad key [hex]"
 */
export function safeText(error: unknown): string {
  return messageOf(error)
    .replace(/(?:0x)?[0-9a-f]{64,}/gi, "[hex]")
    .replace(/\b([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@"']*@)?([^\s/?#"',)]+)[^\s"',)]*/gi, "$1://$2")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_LENGTH);
}

function messageOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null) return String(error);
  if ("shortMessage" in error && typeof error.shortMessage === "string") return error.shortMessage;
  if ("message" in error && typeof error.message === "string") return error.message;
  return "error";
}
