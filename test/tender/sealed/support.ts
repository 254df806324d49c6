import { expect } from "chai";

import type { MessageCode, MessageParams } from "../../../scripts/lib/messages/catalogue.ts";
import { isCodedError } from "../../../scripts/lib/messages/coded-error.ts";
import { localBeacon } from "../../../scripts/lib/randomness/local-beacon.ts";
import type { Offer } from "../../../scripts/lib/tender/sealed/sealed-bid.ts";

/** A bid of bidder 7 in the second version of a tender. */
export const offer: Offer = {
  chainId: 31_337n,
  book: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  tender: `0x${"a1".repeat(32)}`,
  version: 2n,
  bidder: 7n,
  document: `0x${"d0".repeat(32)}`,
  pointer: "https://ejemplo.cl/ofertas/oferta-técnica.pdf",
  declared: [24n, 0n, 3n, 4_294_967_295n],
  price: 84_500_000n,
};

/** A beacon whose key is the same in every run. */
export const beacon = localBeacon({ secret: new Uint8Array(32).fill(7), genesis: 1_767_225_600n, period: 3n });

/** Round 1000 of quicknet as it was published. */
export const ROUND_1000 =
  "0xb44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

/** Asserts that `act` throws a CodedError with this code and exactly these parameters. */
export async function expectCoded<C extends MessageCode>(
  act: () => unknown,
  code: C,
  params: MessageParams<C>,
): Promise<void> {
  let thrown: unknown;
  try {
    await act();
  } catch (error) {
    thrown = error;
  }
  if (!isCodedError(thrown)) expect.fail(`expected ${code}, got ${String(thrown)}`);
  expect({ code: thrown.code, params: thrown.params }).to.deep.equal({ code, params });
}
