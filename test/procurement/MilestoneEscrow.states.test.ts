import { expect } from "chai";
import { network } from "hardhat";

import { contractId } from "../helpers/agreement.ts";
import { EVIDENCE, REASON, SECOND } from "../helpers/escrow-states.ts";
import { expectBlock } from "../helpers/generated-block.ts";
import { stateRows } from "../helpers/state-rows.ts";
import { CALLERS, ERROR_ARGUMENTS, FUNCTIONS, outcome, printTable } from "../helpers/state-table.ts";
import type { Caller, FunctionName, Reached, Row } from "../helpers/state-table.ts";
import type { Connection, Signer } from "../helpers/suite.ts";

const README = new URL("../../contracts/procurement/README.md", import.meta.url);

const connection: Connection = await network.create();
const rows = stateRows(connection, BigInt(await connection.networkHelpers.time.latest()));

const CONTRACT_STATUS = ["Unknown", "Active", "Terminated", "Completed", "Closed"];
const MILESTONE_STATUS = ["Unknown", "Scheduled", "UnderReview", "Accepted", "Objected", "Disputed", "Settled"];

/** The call of one cell, which changes nothing: it only shows whether it would be refused. */
async function callOf(state: Reached, row: Row, name: FunctionName, signer: Signer): Promise<unknown> {
  const terms = row.unknown === true ? { ...state.deed.terms, price: 1n } : state.deed.terms;
  const id = contractId(terms);
  const index = row.index ?? 0n;
  const escrow = state.escrow.connect(signer);
  const { digest } = state.redeliveredAt === undefined ? EVIDENCE : SECOND;
  const calls: Record<FunctionName, () => Promise<unknown>> = {
    drawAdvance: () => escrow.drawAdvance.staticCall({ terms, annex: state.deed.annex }),
    deliver: () => escrow.deliver.staticCall(id, index, SECOND),
    assign: () => escrow.assign.staticCall(id, index, state.buyerId),
    accept: () => escrow.accept.staticCall(terms, index, digest),
    object: () => escrow.object.staticCall(terms, index, digest, 1n, REASON),
    settle: () => escrow.settle.staticCall(terms, index),
    uphold: () => escrow.uphold.staticCall(terms, index),
    expire: () => escrow.expire.staticCall(terms),
  };
  return calls[name]();
}

async function checkCell(state: Reached, row: Row, name: FunctionName, caller: Caller): Promise<void> {
  const signer = caller === "assignee" ? state.factor : state[caller];
  const expected = outcome(row, name, caller);
  const call = callOf(state, row, name, signer);
  if (expected === "yes") {
    await call;
    return;
  }
  const id = row.unknown === true ? contractId({ ...state.deed.terms, price: 1n }) : state.id;
  const context = { id, index: row.index ?? 0n, caller: signer.address, state, objectedAt: state.objectedAt ?? 0n };
  await expect(call, `${name} by the ${caller}`)
    .to.be.revertedWithCustomError(state.escrow, `Escrow_${expected}`)
    .withArgs(...ERROR_ARGUMENTS[expected]!(context));
}

describe("MilestoneEscrow, state x function x caller x time", () => {
  for (const row of rows) {
    describe(`given ${row.state}, ${row.time}`, () => {
      let state: Reached;
      before(async () => {
        state = await row.reach();
      });
      it("has the statuses that it is named after", async () => {
        const [contract, milestone] = row.state.replace("milestone ", "").split("; ");
        const id = row.unknown === true ? contractId({ ...state.deed.terms, price: 1n }) : state.id;
        expect(CONTRACT_STATUS[Number(await state.reader.statusOf(id))]).to.equal(contract!.split(" ")[0]);
        const status = MILESTONE_STATUS[Number(await state.reader.milestoneStatusOf(id, row.index ?? 0n))];
        expect(status).to.equal(milestone?.split(/[ ,]/)[0] ?? "Unknown");
      });
      for (const name of FUNCTIONS) {
        it(`${name}: ${row.cells[name]}`, async () => {
          for (const caller of CALLERS) await checkCell(state, row, name, caller);
        });
      }
    });
  }

  it("is the table of the area's README", async () => {
    await expectBlock(README, "states", printTable(rows));
  });
});
