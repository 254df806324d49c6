import { sentence, type Details, type MessageCode } from "./messages.ts";
import type { Language } from "./text.ts";

const BAD_INPUT: ReadonlySet<MessageCode> = new Set<MessageCode>([
  "wrong-chain-id",
  "wrong-genesis",
  "wrong-code",
  "identity-file-missing",
  "identity-file-bad",
  "confirmation-missing",
  "confirmation-wrong",
  "plan-empty",
  "plan-step-bad",
  "plan-changed",
  "journal-corrupt",
  "journal-foreign",
  "rebuild-needs-start",
  "write-failed",
]);

/**
 * A stop of the sending layer, told as a sentence of the catalogue.
 *
 * `exitCode`: 1 the chain or the node refused, 2 bad input, 130 the operator pressed Ctrl-C.
 *
 * @example throw new SendError("wrong-chain-id", { expected: 1n, found: 31337n });
 */
export class SendError extends Error {
  readonly code: MessageCode;
  readonly details: Details;

  constructor(code: MessageCode, details: Details = {}) {
    super(sentence(code, "en", details));
    this.name = "SendError";
    this.code = code;
    this.details = details;
  }

  text(language: Language): string {
    return sentence(this.code, language, this.details);
  }

  /** For `--json`: the code and the sentence in both languages. */
  toJSON(): { code: MessageCode; es: string; en: string } {
    return { code: this.code, es: this.text("es"), en: this.text("en") };
  }

  get exitCode(): 1 | 2 | 130 {
    if (this.code === "interrupted") return 130;
    return BAD_INPUT.has(this.code) ? 2 : 1;
  }
}
