import { expect } from "chai";
import { id as hashOf } from "ethers";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { activeFramework, BASKET, callOff, draftOrder } from "../helpers/framework.ts";
import { THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const active = async () => activeFramework(connection);

describe("FrameworkOrders, attack: many call-offs over the ceiling", () => {
  it("reverts at the one that would pass it", async () => {
    const state = await activeFramework(connection);
    const { orders, frameworks, framework } = state;
    for (let round = 0; round < 13; round += 1) {
      await networkHelpers.time.increase(31n * DAY);
      await callOff(state, 0, { ocid: hashOf(`order ${round}`) });
    }
    await networkHelpers.time.increase(31n * DAY);
    const used = 13n * 7_300_000n;
    await expect(callOff(state, 0, { ocid: hashOf("over") }))
      .to.be.revertedWithCustomError(frameworks, "Framework_Ceiling")
      .withArgs(framework, used + 7_300_000n, 100_000_000n);
    expect((await frameworks.getFramework(framework)).used).to.equal(used);
    expect(await orders.boughtOf(framework, state.buyerId)).to.equal(0n);
  });
});

describe("FrameworkOrders, attack: an order split to avoid the second competition", () => {
  it("reverts from 1,000 UTM on, in one order or in several within thirty days", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { orders } = state;
    const address = await orders.getAddress();
    const hundred = [{ item: 1n, quantity: 100n }];
    await expect(callOff(state, 0, { basket: hundred }))
      .to.be.revertedWithCustomError(orders, "CallOff_CompetitionDue")
      .withArgs(draftOrder(state, address).id, THRESHOLD, THRESHOLD);
    for (const part of [1, 2, 3]) {
      await callOff(state, 0, { basket: [{ item: 1n, quantity: 30n }], ocid: hashOf(`part ${part}`) });
    }
    const rest = draftOrder(state, address, BASKET, hashOf("rest"));
    await expect(callOff(state, 0, { basket: [{ item: 1n, quantity: 10n }], ocid: hashOf("rest") }))
      .to.be.revertedWithCustomError(orders, "CallOff_CompetitionDue")
      .withArgs(rest.id, THRESHOLD, THRESHOLD);
    await callOff(state, 0, { basket: [{ item: 1n, quantity: 9n }], ocid: hashOf("rest") });
  });
});
