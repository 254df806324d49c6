import { Mnemonic } from "ethers";

const HIDDEN = "[***]";
const BARE_KEY = /(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])/gi;
const ANY_32_BYTES = /(?:0x)?[0-9a-f]{64,}/gi;
const LABELLED_KEY = /((?:private.?key|clave.?privada|secret|secreto|seed|semilla)\W{0,4})0x[0-9a-f]{64}/gi;
const URL_PATH = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#"'<>]+)[^\s"'<>]*/gi;
const WORDS = /\b[a-z]{3,8}(?:\s+[a-z]{3,8}){11,}\b/g;
const MNEMONIC_LENGTHS = [12, 15, 18, 21, 24];

/** Replaces the words of every valid BIP-39 phrase within a run of words, also where phrases overlap. */
function withoutMnemonics(run: string): string {
  const words = run.split(/\s+/);
  const secret = new Set<number>();
  for (const length of MNEMONIC_LENGTHS) {
    for (let start = 0; start + length <= words.length; start += 1) {
      if (!Mnemonic.isValidMnemonic(words.slice(start, start + length).join(" "))) continue;
      for (let index = start; index < start + length; index += 1) secret.add(index);
    }
  }
  if (secret.size === 0) return run;
  const shown = words.map((word, index) => (secret.has(index) ? HIDDEN : word));
  return shown.filter((word, index) => word !== HIDDEN || shown[index - 1] !== HIDDEN).join(" ");
}

/**
 * Hides what looks like a secret in text of our own: 64 hex digits without `0x` (our digests and transactions carry
 * it), a key behind its label, a BIP-39 phrase.
 *
 * @example redactSecrets(`private key: 0x${"11".repeat(32)}`); // "private key: [***]"
 */
export function redactSecrets(text: string): string {
  return text
    .replace(LABELLED_KEY, (_, label: string) => `${label}${HIDDEN}`)
    .replace(BARE_KEY, HIDDEN)
    .replace(WORDS, withoutMnemonics);
}

/**
 * Hides what may be a secret in text from elsewhere (a library's error, a value that was refused): also 32 bytes
 * or more in hex, and of a URL all but its host, since node providers put their keys in the path.
 *
 * @example redactForeign("POST https://rpc.example/v2/abc failed"); // "POST https://rpc.example/[***] failed"
 */
export function redactForeign(text: string): string {
  return redactSecrets(text.replace(ANY_32_BYTES, HIDDEN)).replace(
    URL_PATH,
    (_, scheme: string, host: string) => `${scheme}${host}/${HIDDEN}`,
  );
}
