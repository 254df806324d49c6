import { Interface, type ErrorDescription } from "ethers";

import type { Lang } from "../lang.ts";
import { catalogue } from "./catalogue.ts";
import type { MessageContext } from "./format-argument.ts";
import { fillMessage, renderMessage, type Rendered } from "./render-message.ts";
import type { Message } from "./types.ts";

const BUILT_IN = new Interface(["error Error(string reason)", "error Panic(uint256 code)"]);

/**
 * Puts the data of a refusal into words: a custom error by its catalogue entry, the compiler's own by theirs.
 *
 * @param data 0x hex
 * @param interfaces of the contracts that may have refused, the token's included
 * @example describeRevert("0x", [], "es"); // code "revert-unnamed"
 */
export function describeRevert(
  data: string,
  interfaces: readonly Interface[],
  lang: Lang,
  context: MessageContext,
): Rendered & { readonly code: string } {
  if (data === "0x") return { code: "revert-unnamed", ...renderMessage("revert-unnamed", {}, lang) };
  const parsed = parse(data, [BUILT_IN, ...interfaces]);
  const message = parsed && (catalogue as Readonly<Record<string, Message>>)[parsed.name];
  if (parsed?.signature === "Error(string)") {
    return { code: "revert-text", ...renderMessage("revert-text", { reason: String(parsed.args[0]) }, lang) };
  }
  if (parsed?.signature === "Panic(uint256)") {
    return { code: "revert-panic", ...renderMessage("revert-panic", { panic: parsed.args[0] as bigint }, lang) };
  }
  if (!parsed || !message) {
    return { code: "revert-unknown", ...renderMessage("revert-unknown", { selector: data.slice(0, 10) }, lang) };
  }
  const names = Object.keys(message.params);
  const params = Object.fromEntries(names.map((name, index) => [name, parsed.args[index] as unknown]));
  return { code: parsed.name, ...fillMessage(message, params, lang, context) };
}

function parse(data: string, interfaces: readonly Interface[]): ErrorDescription | undefined {
  for (const candidate of interfaces) {
    try {
      const parsed = candidate.parseError(data);
      if (parsed) return parsed;
    } catch {
      // The selector is known but the arguments are malformed: another interface may fit.
    }
  }
  return undefined;
}
