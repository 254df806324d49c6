import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import hre, { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import type { MilestoneTerms } from "../helpers/agreement.ts";
import { applyChange, orderOf, signTermination } from "../helpers/changes.ts";
import { BOND, EVIDENCE, latest, REASON } from "../helpers/court.ts";
import { awardDraft, draftContract, fundedLine } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

/** Most gas of one transaction (EIP-7825). */
const TRANSACTION_CAP = 2n ** 24n;
const COUNT = 64;
const EACH = 1_000_000n;

/** A contract of as many milestones as there may be, each with a certificate, an advance and a guarantee. */
async function drafted() {
  const fixture = await fundedLine(connection);
  const draft = await draftContract(fixture, {
    amounts: Array.from({ length: COUNT }, () => EACH),
    terms: { advance: 6_000_000n },
    annex: {
      performanceBond: BOND + 200_000n,
      advanceBond: 6_000_000n,
      endsAt: (await latest(connection)) + 2_000n * DAY,
      bondUntil: (await latest(connection)) + 2_100n * DAY,
    },
    certificates: 1n,
  });
  return { ...fixture, ...draft };
}
async function opened() {
  const state = await drafted();
  await awardDraft(state, state);
  await state.escrow.connect(state.supplier).drawAdvance(state.deed);
  return state;
}

type State = Awaited<ReturnType<typeof drafted>>;

/** An order that moves money between all milestones at once. */
async function changeAll(state: State): Promise<ContractTransactionResponse> {
  const rows = state.schedule.map((milestone, index): readonly [bigint, MilestoneTerms] => [
    BigInt(index),
    { ...milestone, amount: EACH + (index % 2 === 0 ? 200_000n : -200_000n) },
  ]);
  return applyChange(state, await orderOf(connection, state, rows));
}

async function terminateByAgreement(state: State): Promise<ContractTransactionResponse> {
  const { changes, buyer, supplier, deed, id } = state;
  const agreed = {
    termsHash: await changes.termsHashOf(id),
    document: REASON.digest,
    deadline: (await latest(connection)) + DAY,
  };
  const [ofBuyer, ofSupplier] = [
    await signTermination(changes, buyer, agreed),
    await signTermination(changes, supplier, agreed),
  ];
  return changes.agreeTermination(deed.terms, agreed.termsHash, agreed.document, agreed.deadline, ofBuyer, ofSupplier);
}

async function expire(state: State): Promise<ContractTransactionResponse> {
  await networkHelpers.time.increaseTo(BigInt(state.deed.annex.endsAt) + 1n);
  return state.escrow.connect(state.stranger).expire(state.deed.terms);
}

async function closeTermination(state: State): Promise<ContractTransactionResponse> {
  const { court, escrow, supplier, buyer, deed, id } = state;
  await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
  await court.connect(buyer).noticeTermination(deed, 2, REASON);
  await court.connect(supplier).defendTermination(deed, REASON);
  await court.connect(buyer).decideTermination(deed, true, BOND, REASON.digest);
  await networkHelpers.time.increase(BigInt(deed.annex.appealWindow) + 1n);
  return court.closeTermination(deed);
}

/** Everything that loops over the milestones of a contract, and the most gas that it may take with all 64. */
const LOOPS: Readonly<Record<string, readonly [from: () => Promise<State>, act: (state: State) => unknown, bigint]>> = {
  "OpeningDesk.award": [drafted, (state) => awardDraft(state, state), 2_200_000n],
  "ContractChanges.change": [opened, changeAll, 2_000_000n],
  "ContractChanges.agreeTermination": [opened, terminateByAgreement, 1_150_000n],
  "MilestoneEscrow.expire": [opened, expire, 650_000n],
  "ContractCourt.closeTermination": [opened, closeTermination, 700_000n],
};

// Instrumented code says nothing about the gas of what is deployed.
if (!hre.globalOptions.coverage) {
  describe("A contract of 64 milestones", () => {
    for (const [name, [from, act, most]] of Object.entries(LOOPS)) {
      it(`costs ${name} less than ${most} gas, a fraction of what a transaction may take`, async () => {
        const state = await from();
        const receipt = await ((await act(state)) as ContractTransactionResponse).wait();
        expect(Number(receipt!.gasUsed)).to.be.lessThan(Number(most));
        expect(Number(most)).to.be.lessThan(Number(TRANSACTION_CAP / 4n));
      });
    }
  });
}
