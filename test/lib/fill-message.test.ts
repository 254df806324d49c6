import { expect } from "chai";

import { fillMessage } from "../../scripts/lib/messages/render-message.ts";

describe("fillMessage", () => {
  it("shows an enum's value by its name, and a value beyond the names as a number", () => {
    const labels = { es: ["abierto", "cerrado"], en: ["open", "closed"] };
    const message = { params: { status: labels }, es: ["{status}", "", ""], en: ["{status}", "", ""] } as const;
    expect(fillMessage(message, { status: 1n }, "es", {}).sentence).to.equal("cerrado");
    expect(fillMessage(message, { status: 9n }, "en", {}).sentence).to.equal("9");
  });

  it("shows each kind of argument in words", () => {
    const params = {
      at: "date",
      on: "day",
      share: "bps",
      who: "entity",
      named: "entity",
      yes: "flag",
      no: "id",
      place: "ordinal",
      office: "address",
      account: "address",
    } as const;
    const template = "{at}|{on}|{share}|{who}|{named}|{yes}|{no}|{place}|{office}|{account}";
    const message = { params, es: [template, "", ""], en: [template, "", ""] } as const;
    const values = {
      at: 0n,
      on: "2026-09-18",
      share: 50n,
      who: 7n,
      named: 8n,
      yes: true,
      no: 12_345n,
      place: 0n,
      office: "0xA",
      account: "0xB",
    };
    const names = {
      entityName: (id: bigint) => (id === 8n ? "Ándes\u202e SpA" : undefined),
      accountName: (address: string) => (address === "0xA" ? "Tesorería" : undefined),
    };
    expect(fillMessage(message, values, "es", names).sentence).to.equal(
      "sin fecha|18 de septiembre de 2026|0,5 %|entidad 7|Ándes\\u{202e} SpA|sí|12345|1|Tesorería|0xB",
    );
  });

  it("shortens a long text", () => {
    const message = { params: { text: "text" }, es: ["{text}", "", ""], en: ["{text}", "", ""] } as const;
    expect(fillMessage(message, { text: "é".repeat(120) }, "es", {}).sentence).to.equal("é".repeat(120));
    expect(fillMessage(message, { text: "é".repeat(121) }, "es", {}).sentence).to.equal(`${"é".repeat(120)}…`);
  });

  it("refuses a wording with a parameter that the message lacks", () => {
    const message = { params: {}, es: ["{lost}", "", ""], en: ["{lost}", "", ""] } as const;
    expect(() => fillMessage(message, {}, "es", {})).to.throw("no parameter lost");
  });
});
