import type { BaseContract } from "ethers";

import { MockWallet__factory, PlainToken__factory } from "../../typechain-types/index.js";
import { accreditationOf, signAccreditation } from "./accreditation.ts";
import { documentOf } from "./agreement.ts";
import { BOND, RECORD } from "./program.ts";
import { accredit, APPROPRIATION, deploySuite, KIND, THRESHOLD } from "./suite.ts";
import type { Connection, LineFixture, Signer, SuiteFixture } from "./suite.ts";

/** A supplier whose account is a contract of the factor's, as a multisig is. */
async function walletEntity({ registry, accreditor, factor, deployer }: SuiteFixture) {
  const wallet = await new MockWallet__factory(deployer).deploy(factor);
  const accreditation = accreditationOf(await wallet.getAddress());
  const signature = await signAccreditation(registry, accreditor, accreditation);
  const call = registry.interface.encodeFunctionData("accredit", [accreditation, accreditor.address, signature]);
  await wallet.connect(factor).execute(registry, call);
  return { wallet, factorId: await registry.entityOf(wallet) };
}

/** A line in a token of the caller's choice, not funded yet: `odd` is the token as itself, `token` as any other. */
export async function tokenLine<T extends BaseContract>(
  connection: Connection,
  deploy: (deployer: Signer) => Promise<T>,
) {
  const suite = await deploySuite(connection);
  const { registry, treasury, escrow, accreditor, budgetOffice, supplier } = suite;
  const odd = await deploy(suite.deployer);
  const token = PlainToken__factory.connect(await odd.getAddress(), suite.deployer) as LineFixture["token"];
  await treasury.connect(budgetOffice).allowToken(token, true);
  const buyerId = await accredit(registry, accreditor, suite.buyer, { kind: KIND.publicBody, number: 61_002_000n });
  const supplierId = await accredit(registry, accreditor, supplier, { kind: KIND.supplier, number: 76_123_456n });
  const entity = await walletEntity(suite);
  await suite.opening.connect(suite.thresholds).setThreshold(token, THRESHOLD);
  await treasury.connect(budgetOffice).openLine(token, escrow, buyerId, documentOf("31.02.004").digest);
  const address = await escrow.getAddress();
  await connection.networkHelpers.setBalance(address, 10n ** 20n);
  const program = await connection.ethers.getImpersonatedSigner(address);
  for (const payer of [budgetOffice, supplier]) {
    await token.mint(payer, APPROPRIATION);
    await token.connect(payer).approve(treasury, APPROPRIATION);
  }
  return { ...suite, ...entity, odd, token, buyerId, supplierId, program, lineId: 1n };
}

export type TokenLine = Omit<Awaited<ReturnType<typeof tokenLine>>, "odd">;

/** What {@link spendable} appropriates; the budget office has as much again. */
export const FUNDED = APPROPRIATION / 2n;

/** Funds the line, holds a bond of `amount` under `BOND` and commits `amount` to `RECORD`. */
export async function spendable(line: TokenLine, amount: bigint): Promise<void> {
  const { treasury, budgetOffice, program, token, buyerId, supplierId, lineId } = line;
  await treasury.connect(budgetOffice).fund(lineId, FUNDED);
  await treasury.connect(program).hold(lineId, supplierId, amount, BOND);
  await treasury.connect(program).commit(lineId, token, buyerId, amount, RECORD);
}

/** T1: what the treasury holds of the token less all that it owes in it; below zero it is insolvent. */
export async function surplus(line: TokenLine, bonds: readonly string[] = [BOND]): Promise<bigint> {
  const { treasury, escrow, token, buyerId, supplierId, factorId, lineId } = line;
  const { balance } = await treasury.getLine(lineId);
  let owed = balance.available + balance.committed;
  for (const entity of [buyerId, supplierId, factorId]) owed += await treasury.creditOf(entity, token);
  for (const bond of bonds) owed += (await treasury.getDeposit(escrow, bond)).amount;
  return (await token.balanceOf(treasury)) - owed;
}
