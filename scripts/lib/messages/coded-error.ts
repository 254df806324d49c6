import type { MessageCode, MessageParams } from "./catalogue.ts";

/**
 * A refusal that the catalogue can put into words; the error itself holds no sentence.
 *
 * @example throw new CodedError("funds-missing", {});
 */
export class CodedError<C extends MessageCode = MessageCode> extends Error {
  readonly code: C;
  readonly params: MessageParams<C>;

  constructor(code: C, params: MessageParams<C>, options?: ErrorOptions) {
    super(code, options);
    this.name = "CodedError";
    this.code = code;
    this.params = params;
  }
}

/**
 * Whether something that was thrown is a CodedError, of any code.
 *
 * @example if (isCodedError(error)) return error.code;
 */
export const isCodedError = (error: unknown): error is CodedError => error instanceof CodedError;
