import { expect } from "chai";

import { isInputError, type Place } from "../../scripts/lib/input/input-error.ts";
import type { MessageCode, MessageParams } from "../../scripts/lib/messages/catalogue.ts";

/** Asserts that `act` throws an InputError with this code, exactly these parameters and, if given, this place. */
export async function expectRefusal<C extends MessageCode>(
  act: () => unknown,
  code: C,
  params: MessageParams<C>,
  place?: Place,
): Promise<void> {
  let thrown: unknown;
  try {
    await act();
  } catch (error) {
    thrown = error;
  }
  if (!isInputError(thrown)) expect.fail(`expected ${code}, got ${String(thrown)}`);
  expect({ code: thrown.code, params: thrown.params }).to.deep.equal({ code, params });
  if (place) expect(thrown.place).to.deep.equal(place);
}
