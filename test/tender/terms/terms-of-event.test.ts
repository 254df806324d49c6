import { expect } from "chai";
import { network } from "hardhat";

import { contractId } from "../../../scripts/lib/procurement/deed.ts";
import { draftOf, leastPrice } from "../../../scripts/lib/tender/terms/draft-of.ts";
import { contractHash, panelHash, rulesHash, tenderId } from "../../../scripts/lib/tender/terms/terms-hash.ts";
import { termsOfEvent } from "../../../scripts/lib/tender/terms/terms-of-event.ts";
import type { TenderTerms } from "../../../scripts/lib/tender/terms/types.ts";
import type { Connection } from "../../helpers/suite.ts";
import { publishTender, tenderStage } from "../../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

async function published() {
  const stage = await tenderStage(connection);
  const { id, terms } = await publishTender(stage);
  const [event] = await stage.publication.queryFilter(stage.publication.filters.TenderPublished(id));
  return { ...stage, id, terms: terms as unknown as TenderTerms, read: termsOfEvent(event!.args.terms as never) };
}

describe("the terms of a published tender", () => {
  it("are read back from their event word for word", async () => {
    const { terms, read } = await networkHelpers.loadFixture(published);
    expect(read).to.deep.equal(terms);
  });

  it("give the id and the hashes that the book keeps", async () => {
    const { read, id, book, provider } = await networkHelpers.loadFixture(published);
    const { chainId } = await provider.getNetwork();
    expect(tenderId(chainId, await book.getAddress(), read.call)).to.equal(id);
    const { rules, panel, contractTerms } = await book.getDigests(id);
    expect([rulesHash(read.rules), panelHash(read.panel), contractHash(read)]).to.deep.equal([
      ...[rules, panel, contractTerms],
    ]);
  });

  for (const isAbnormallyLow of [false, true]) {
    it(`lead to the contract that the desk drafts${isAbnormallyLow ? " at an abnormally low price" : ""}`, async () => {
      const { read, awards } = await networkHelpers.loadFixture(published);
      for (const price of [4n, 299_999_999n, 600_000_000n]) {
        const { deed, schedule } = draftOf(read, { supplier: 7n, price, isAbnormallyLow, signedAt: 1_900_000_000n });
        const drafted = await awards.draftOf(
          ...([read.call, read.contractTerms, read.schedule] as const),
          ...([7n, price, isAbnormallyLow, 1_900_000_000n] as const),
        );
        expect(contractId(deed.terms)).to.equal(contractId(drafted.deed.terms));
        expect(deed.annex.performanceBond).to.equal(drafted.deed.annex.performanceBond);
        expect(
          schedule.flatMap(({ amount, notBefore, dueAt, certificates }) => [amount, notBefore, dueAt, certificates]),
        ).to.deep.equal(
          drafted.milestones.flatMap(({ amount, notBefore, dueAt, certificates }) => [
            ...[amount, notBefore, dueAt, certificates],
          ]),
        );
      }
    });
  }
});

describe("leastPrice", () => {
  it("is the lowest price that gives the smallest part one unit", () => {
    expect(leastPrice([{ bps: 7_500n }, { bps: 2_500n }])).to.equal(4n);
    expect(leastPrice([{ bps: 9_997n }, { bps: 3n }])).to.equal(3_334n);
  });
});
