import { createHmac } from "node:crypto";

import { expect } from "chai";

import { createNullifiers } from "../../scripts/lib/housing/nullifiers.ts";
import { parseRut } from "../../scripts/lib/rut.ts";

const pepper = Buffer.alloc(32, 7);

describe("createNullifiers", () => {
  it("derives an HMAC-SHA256 of domain and id, the same for a RUT however it is written", () => {
    const { household, member } = createNullifiers(pepper);
    const expected = createHmac("sha256", pepper).update("erario/housing/household/1|H-81").digest("hex");
    expect(household("H-81")).to.equal(`0x${expected}`);
    expect(member(parseRut("11.111.111-1"))).to.equal(member(parseRut("11111111-1")));
  });

  it("keeps households, persons and peppers apart", () => {
    const [ours, others] = [createNullifiers(pepper), createNullifiers(Buffer.alloc(32, 8))];
    const person = parseRut("11111111-1");
    const all = [ours.household("11111111"), ours.member(person), others.household("11111111"), others.member(person)];
    expect(new Set(all).size).to.equal(4);
  });

  it("keeps its secret when the caller wipes the given bytes", () => {
    const given = Uint8Array.from(pepper);
    const { household } = createNullifiers(given);
    const before = household("H-81");
    given.fill(0);
    expect(household("H-81")).to.equal(before);
  });

  it("refuses a short pepper", () => {
    expect(() => createNullifiers(pepper.subarray(1))).to.throw("pepper-short");
  });
});
