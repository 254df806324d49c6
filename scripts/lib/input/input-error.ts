import type { MessageCode, MessageParams } from "../messages/catalogue.ts";
import { CodedError } from "../messages/coded-error.ts";

/** Where in the input a fault is. `field` is a path as in the file: `hitos[2].monto`. Lines and columns from 1. */
export interface Place {
  readonly file?: string;
  readonly field?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Bad input: the task ends with exit code 2 and nothing was sent. Parsers throw it without a place; the door
 * (`loadInput`) adds file, field, line and column, and the file's further faults in `others`.
 *
 * @example throw new InputError("amount-malformed", { found: "12,5,0" });
 */
export class InputError<C extends MessageCode = MessageCode> extends CodedError<C> {
  readonly place: Place;
  readonly others: readonly InputError[];

  constructor(code: C, params: MessageParams<C>, place: Place = {}, others: readonly InputError[] = []) {
    super(code, params);
    this.name = "InputError";
    this.place = place;
    this.others = others;
  }
}

/**
 * Whether something that was thrown is an InputError, of any code.
 *
 * @example if (isInputError(error)) return error.place;
 */
export const isInputError = (error: unknown): error is InputError => error instanceof InputError;
