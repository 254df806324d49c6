import { expect } from "chai";

import { ceilingFaults } from "../../scripts/check/ceilings.ts";
import { demoFaults } from "../../scripts/check/demo-result.ts";
import { uncoveredLines } from "../../scripts/check/uncovered-lines.ts";

describe("uncoveredLines", () => {
  it("lists each line that was never reached with its file", () => {
    const lcov = "TN:\nSF:contracts/A.sol\nDA:7,1\nDA:8,0\nend_of_record\nSF:contracts/B.sol\nDA:9,0\nend_of_record\n";

    expect(uncoveredLines(lcov)).to.deep.equal(["contracts/A.sol:8", "contracts/B.sol:9"]);
  });

  it("refuses a report without files", () => {
    expect(() => uncoveredLines("TN:\n")).to.throw("names no file");
  });
});

describe("ceilingFaults", () => {
  const table = [
    { operations: ["dispute", "rule"], atMost: 100 },
    { operations: ["withdraw"], atMost: "reported" as const },
  ];

  it("allows a sum at its ceiling", () => {
    expect(ceilingFaults({ dispute: 60, rule: 40, withdraw: 5_000 }, table)).to.deep.equal([]);
  });

  it("names a sum above its ceiling and an operation that was not measured", () => {
    expect(ceilingFaults({ dispute: 60, rule: 41 }, table)).to.deep.equal([
      "dispute + rule took 101 gas, at most 100 allowed",
      "withdraw was not measured",
    ]);
  });
});

describe("ceilingFaults of work off the chain", () => {
  it("names a time above its ceiling without calling it gas", () => {
    const table = [{ operations: ["housing.offchain.seconds"], atMost: 20 }];

    expect(ceilingFaults({ "housing.offchain.seconds": 20.01 }, table)).to.deep.equal([
      "housing.offchain.seconds took 20.01, at most 20 allowed",
    ]);
  });
});

describe("demoFaults", () => {
  const tender = { bids: 7, admissible: 6, winner: "Constructora Río Pangue SpA", verified: true };
  const procurement = {
    funded: "1000",
    paid: "700",
    fines: "10",
    released: "300",
    credits: "20",
    held: "50",
    balance: "370",
    reconciled: true,
  };

  it("accepts a reconciled result", () => {
    expect(demoFaults({ tender, procurement })).to.deep.equal([]);
  });

  it("refuses one that is not reconciled, lacks a figure or writes it otherwise", () => {
    expect(demoFaults({ tender, procurement: { ...procurement, reconciled: false } })).to.have.length(1);
    expect(demoFaults({ tender, procurement: { ...procurement, paid: 700 } })).to.have.length(1);
    expect(demoFaults({ tender, procurement: { ...procurement, paid: "700.5" } })).to.have.length(1);
    expect(demoFaults({ tender })).to.have.length(1);
  });

  it("refuses a tender that is not verified, has another winner or counts other bids", () => {
    const seeded = [{ verified: false }, { winner: "Montajes Nahuelbuta Ltda." }, { bids: 6 }, { admissible: 7 }];
    for (const change of seeded) {
      expect(demoFaults({ tender: { ...tender, ...change }, procurement })[0]).to.match(/^tender\./);
    }
    expect(demoFaults({ procurement })).to.have.length(1);
  });

  it("refuses one in which nothing was paid, too much was, or deposits are not covered", () => {
    expect(demoFaults({ tender, procurement: { ...procurement, paid: "0" } })[0]).to.match(/nothing was paid/);
    expect(demoFaults({ tender, procurement: { ...procurement, paid: "1001" } })[0]).to.match(/more than was funded/);
    expect(demoFaults({ tender, procurement: { ...procurement, balance: "69" } })[0]).to.match(/below credits/);
  });
});
