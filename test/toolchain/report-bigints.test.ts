import { expect } from "chai";

import { mochaHooks } from "../helpers/report-bigints.ts";

describe("The root hooks of the mocha processes", () => {
  afterEach(() => {
    mochaHooks.beforeAll();
  });

  it("write bigints as text in the report of a file, and leave JSON as it is while tests run", () => {
    expect(() => JSON.stringify({ amount: 5n })).to.throw(TypeError, "BigInt");
    mochaHooks.afterAll();
    expect(JSON.stringify({ amount: 5n })).to.equal('{"amount":"5n"}');
    mochaHooks.beforeAll();
    expect(() => JSON.stringify({ amount: 5n })).to.throw(TypeError, "BigInt");
  });
});
