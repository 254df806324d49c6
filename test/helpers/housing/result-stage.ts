import { MockCallBook__factory, ResultBook__factory } from "../../../typechain-types/index.js";
import { bookStage } from "./call-book.ts";
import { accredit, KIND } from "../suite.ts";
import type { Connection } from "../suite.ts";

const FUNDS = 1_000_000n;

/** The results over the real book, Registry and Treasury; desk and intake are a table. */
export async function resultStage(connection: Connection) {
  const deployed: { mock: string; results: string } = { mock: "", results: "" };
  const stage = await bookStage(connection, async ({ deployer, registry, treasury }, book) => {
    const mock = await new MockCallBook__factory(deployer).deploy();
    const results = await new ResultBook__factory(deployer).deploy(registry, treasury, book, mock, mock);
    [deployed.mock, deployed.results] = [await mock.getAddress(), await results.getAddress()];
    return { results: deployed.results };
  });
  const { deployer, registry, accreditor, treasury, token, supplier: poster, factor: rival } = stage;
  const posterId = stage.sellerId;
  const rivalId = await accredit(registry, accreditor, rival, { kind: KIND.supplier, number: 96_667_560n });
  for (const account of [poster, rival]) {
    await token.mint(account, FUNDS);
    await token.connect(account).approve(treasury, FUNDS);
  }
  const mock = MockCallBook__factory.connect(deployed.mock, deployer);
  const results = ResultBook__factory.connect(deployed.results, deployer);
  return { ...stage, mock, results, poster, posterId, rival, rivalId };
}

export type ResultStage = Awaited<ReturnType<typeof resultStage>>;
