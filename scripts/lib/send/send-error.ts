import type { Lang } from "../lang.ts";
import type { MessageParams } from "../messages/catalogue.ts";
import { CodedError } from "../messages/coded-error.ts";
import { sentenceIn } from "../messages/render-message.ts";
import type { sendAccountMessages } from "../messages/send-account.ts";
import type { sendJournalMessages } from "../messages/send-journal.ts";
import type { sendNetworkMessages } from "../messages/send-network.ts";
import type { sendNodeMessages } from "../messages/send-node.ts";
import type { sendStepMessages } from "../messages/send-step.ts";

/** Codes of the catalogue with which the sending layer stops. */
export type StopCode =
  | keyof typeof sendAccountMessages
  | keyof typeof sendJournalMessages
  | keyof typeof sendNetworkMessages
  | keyof typeof sendNodeMessages
  | keyof typeof sendStepMessages
  | "output-unwritable";

type Stop = { [C in StopCode]: [code: C, params: MessageParams<C>] }[StopCode];

const BAD_INPUT: ReadonlySet<StopCode> = new Set<StopCode>([
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
]);

/**
 * A stop of the sending layer.
 *
 * `exitCode`: 1 the chain or the node refused, or the disk failed, 2 bad input, 130 the operator pressed Ctrl-C.
 *
 * @example throw new SendError("wrong-chain-id", { expected: 1n, found: 31337n });
 */
export class SendError extends CodedError<StopCode> {
  constructor(...[code, params]: Stop) {
    super(code, params);
    this.name = "SendError";
  }

  /** Its first sentence. */
  text(lang: Lang): string {
    return sentenceIn(lang)(this.code, this.params);
  }

  get exitCode(): 1 | 2 | 130 {
    if (this.code === "interrupted") return 130;
    return BAD_INPUT.has(this.code) ? 2 : 1;
  }
}
