import type { Lang, Text } from "../lang.ts";
import { catalogue, type MessageCode, type MessageParams } from "./catalogue.ts";
import { formatArgument, type MessageContext } from "./format-argument.ts";
import type { Message } from "./types.ts";

/** A message in words; a notice has no cause and no remedy. */
export interface Rendered {
  readonly sentence: string;
  readonly cause: string;
  readonly remedy: string;
}

/**
 * Puts a message of the catalogue into words.
 *
 * @param params by name, of the types that the message states
 * @throws Error when the wording names a parameter that the message does not have
 * @example renderMessage("field-missing", {}, "en").sentence; // "This field is missing."
 */
export function renderMessage<C extends MessageCode>(
  code: C,
  params: MessageParams<C>,
  lang: Lang,
  context: MessageContext = {},
): Rendered {
  return fillMessage(catalogue[code], params, lang, context);
}

/**
 * The first sentence of a message, in a language or in both.
 *
 * @example sentenceIn("es")("plan-transfer", {}); // "transferencia simple"
 */
export const sentenceIn =
  (lang: Lang) =>
  <C extends MessageCode>(code: C, params: MessageParams<C>): string =>
    renderMessage(code, params, lang).sentence;

/**
 * The first sentence of a message in both languages, as part of another message.
 *
 * @example sentenceInBoth("rpc-timeout", { ms: 500 }).en; // "no answer within 500 ms"
 */
export const sentenceInBoth = <C extends MessageCode>(code: C, params: MessageParams<C>): Text => ({
  es: sentenceIn("es")(code, params),
  en: sentenceIn("en")(code, params),
});

/**
 * The same for a message that is not known by its code, with parameters that a contract supplied.
 *
 * @example fillMessage(message, { lineId: 3n }, "es", {});
 */
export function fillMessage(
  message: Message,
  params: Readonly<Record<string, unknown>>,
  lang: Lang,
  context: MessageContext,
): Rendered {
  const [sentence = "", cause = "", remedy = ""] = message[lang].map((template) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const spec = message.params[name];
      if (spec === undefined) throw new Error(`no parameter ${name}`);
      return formatArgument(spec, params[name], lang, context);
    }),
  );
  return { sentence, cause, remedy };
}
