import type { ContractTransactionResponse } from "ethers";

import { DAY, documentOf } from "../../test/helpers/agreement.ts";
import { awardDraft, draftContract, fundedLine, openContract } from "../../test/helpers/suite.ts";
import type { Connection } from "../../test/helpers/suite.ts";

/** Gas of whole transactions by operation; seconds or megabytes where its name ends so. */
export type Gas = Record<string, number>;

const gasOf = async (sent: Promise<ContractTransactionResponse>): Promise<number> => {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("the transaction was not mined");
  return Number(receipt.gasUsed);
};

/**
 * Plays the operations of the bench on the suite as Ignition deploys it, roles and guards on, with OpenZeppelin's plain ERC-20.
 *
 * The contract of reference has three milestones, a retention of 10 % up to 5 % and no bond, its price being below the threshold of
 * 1,000 UTM; `escrow.open.bonded` is the same above it, with announcement, performance bond and all.
 *
 * @param connection A fresh in-process chain.
 * @returns Gas used by each operation.
 */
export async function measure(connection: Connection): Promise<Gas> {
  const { time } = connection.networkHelpers;
  const fixture = await fundedLine(connection);
  const { escrow, court, treasury, registry, opening, supplier, inspector, arbiter, stranger, token } = fixture;
  const evidence = documentOf("evidence");
  const gas: Gas = {};

  const { deed, id, tx } = await openContract(fixture);
  gas["escrow.open"] = await gasOf(Promise.resolve(tx));
  gas["escrow.deliver"] = await gasOf(escrow.connect(supplier).deliver(id, 0, evidence));
  await escrow.connect(supplier).deliver(id, 1, evidence);

  await token.connect(supplier).transfer(stranger, await token.balanceOf(supplier));
  gas["escrow.acceptAndPay.first"] = await gasOf(escrow.connect(inspector).accept(deed.terms, 0, evidence.digest));
  gas["escrow.acceptAndPay.next"] = await gasOf(escrow.connect(inspector).accept(deed.terms, 1, evidence.digest));

  const silent = await openContract(fixture, { annex: { ocid: documentOf("silent").digest } });
  await escrow.connect(supplier).deliver(silent.id, 0, evidence);
  await escrow.connect(supplier).deliver(silent.id, 1, evidence);
  await time.increase(9n * DAY);
  await escrow.connect(stranger).settle(silent.deed.terms, 0);
  gas["escrow.deemAcceptAndPay.next"] = await gasOf(escrow.connect(stranger).settle(silent.deed.terms, 1));

  const disputed = await openContract(fixture, { annex: { ocid: documentOf("disputed").digest } });
  const reason = documentOf("reason");
  await escrow.connect(supplier).deliver(disputed.id, 0, evidence);
  gas["escrow.object"] = await gasOf(
    escrow.connect(inspector).object(disputed.deed.terms, 0, evidence.digest, 5_000_000n, reason),
  );
  gas["escrow.dispute"] = await gasOf(court.connect(supplier).dispute(disputed.id, 0, reason));
  await time.increase(6n * DAY);
  gas["escrow.rule"] = await gasOf(court.connect(arbiter).rule(disputed.deed, 0, 0, 3_000_000n, reason.digest));

  await registry.connect(supplier).proposeRotation(fixture.supplierId, stranger);
  await escrow.connect(supplier).deliver(silent.id, 2, evidence);
  await escrow.connect(inspector).accept(silent.deed.terms, 2, evidence.digest);
  await registry.connect(supplier).cancelRotation(fixture.supplierId);
  gas["treasury.withdraw"] = await gasOf(treasury.connect(stranger).withdraw(fixture.supplierId, token));

  await opening.connect(fixture.thresholds).setThreshold(token, 1n);
  await token.connect(stranger).transfer(supplier, 10_000_000n);
  const bonded = await draftContract(fixture, {
    annex: { ocid: documentOf("bonded").digest, performanceBond: 3_000_000n },
  });
  gas["escrow.announce"] = await gasOf(
    opening
      .connect(fixture.buyer)
      .announce(bonded.deed, documentOf("sole supplier"), BigInt(await time.latest()) + 6n * DAY),
  );
  await time.increase(6n * DAY);
  gas["escrow.open.bonded"] = await gasOf(awardDraft(fixture, bonded));
  return gas;
}
