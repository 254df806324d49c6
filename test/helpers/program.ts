import { id as hashOf } from "ethers";

import { fundedLine } from "./suite.ts";
import type { Connection } from "./suite.ts";

/** Keys that a program gives to its records. */
export const RECORD = hashOf("contract 1");
export const BOND = hashOf("bond of contract 1");

/** Most that `treasury.pay` leaves to one transfer, in gas. */
export const PUSH_GAS = 200_000n;

/** The funded line, and the program that may spend it as a signer: what it orders reaches the treasury without a program's rules. */
export async function programLine(connection: Connection) {
  const fixture = await fundedLine(connection);
  const address = await fixture.escrow.getAddress();
  await connection.networkHelpers.setBalance(address, 10n ** 20n);
  const program = await connection.ethers.getImpersonatedSigner(address);
  return { ...fixture, program };
}

export type ProgramFixture = Awaited<ReturnType<typeof programLine>>;

/** The line with `amount` committed to `RECORD`. */
export async function committedLine(connection: Connection, amount = 1_000n) {
  const fixture = await programLine(connection);
  const { treasury, program, lineId, token, buyerId } = fixture;
  await treasury.connect(program).commit(lineId, token, buyerId, amount, RECORD);
  return fixture;
}

/** The line with a bond of the supplier of `amount` under `BOND`. */
export async function bondedLine(connection: Connection, amount = 1_000n) {
  const fixture = await programLine(connection);
  const { treasury, program, lineId, supplierId } = fixture;
  await treasury.connect(program).hold(lineId, supplierId, amount, BOND);
  return fixture;
}
