import type { Text } from "../../lang.ts";
import type { CodedError } from "../../messages/coded-error.ts";
import { renderMessage } from "../../messages/render-message.ts";

/**
 * The first sentence of a coded error, in both languages, as the reason of another message: without its full stop.
 *
 * @example remark(bidder, "remark-unreadable", { reason: describeReason(opened.reason) });
 */
export function describeReason({ code, params }: CodedError): Text {
  const inLang = (lang: "es" | "en"): string => renderMessage(code, params, lang).sentence.replace(/\.$/, "");
  return { es: inLang("es"), en: inLang("en") };
}
