import { readdirSync } from "node:fs";

import { expect } from "chai";
import { Interface, type JsonFragment } from "ethers";
import { artifacts } from "hardhat";

import { LANGS } from "../../scripts/lib/lang.ts";
import { catalogue } from "../../scripts/lib/messages/catalogue.ts";
import { renderMessage } from "../../scripts/lib/messages/render-message.ts";
import type { Catalogue, Message } from "../../scripts/lib/messages/types.ts";
import { customErrors, entryFaults, openZeppelinErrors, orphans } from "./contract-errors.ts";

const FOLDER = new URL("../../scripts/lib/messages/", import.meta.url);

/** The area files of the catalogue, by file name. */
async function areaFiles(): Promise<Map<string, Catalogue>> {
  const areas = new Map<string, Catalogue>();
  for (const file of readdirSync(FOLDER)) {
    const exported = (await import(new URL(file, FOLDER).href)) as Record<string, Catalogue>;
    const messages = Object.entries(exported).find(([name]) => name.endsWith("Messages"))?.[1];
    if (messages) areas.set(file, messages);
  }
  return areas;
}

/** Notices whose few words are the same in both languages. */
const ALIKE = ["plan-step", "step-final"];

const placeholders = (sentences: readonly string[]): string[] => {
  const found = sentences.flatMap((sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""));
  return [...new Set(found)].sort();
};

describe("the catalogue", () => {
  it("holds every message of every area file, and no code twice", async () => {
    const areas = await areaFiles();
    const codes = [...areas.values()].flatMap((messages) => Object.keys(messages));
    expect(codes.sort()).to.deep.equal(Object.keys(catalogue).sort());
    expect(new Set(codes).size).to.equal(codes.length);
  });

  for (const [code, message] of Object.entries<Message>(catalogue)) {
    it(`says ${code} in both languages with the same parameters`, () => {
      const [spanish, english] = [placeholders(message.es), placeholders(message.en)];
      expect(spanish).to.deep.equal(english);
      expect(Object.keys(message.params)).to.include.members(spanish);
      expect(message.es).to.have.length(message.en.length);
      for (const sentence of [...message.es, ...message.en]) {
        expect(sentence.replaceAll(/\{\w+\}/g, "")).to.match(/^[^{}\n]{2,150}$/);
        if (message.es.length === 3) expect(sentence).to.match(/\.$/);
      }
      if (!ALIKE.includes(code)) expect(message.es).to.not.deep.equal(message.en);
    });
  }

  it("uses each parameter of our own messages", () => {
    const ours = Object.entries<Message>(catalogue).filter(([code]) => /^[a-z]/.test(code));
    for (const [code, message] of ours) {
      expect(placeholders(message.es), code).to.deep.equal(Object.keys(message.params).sort());
    }
  });
});

describe("renderMessage", () => {
  it("fills each sentence with arguments as the language writes them", () => {
    const params = { spender: "0xA", allowance: 1_000n, needed: 1_250_000n };
    const context = { token: { decimals: 0, symbol: "CLP" } };
    const [spanish, english] = LANGS.map((lang) => renderMessage("ERC20InsufficientAllowance", params, lang, context));
    expect(spanish?.sentence).to.equal("El permiso dado a 0xA alcanza para 1.000 CLP y se necesitan 1.250.000 CLP.");
    expect(english?.remedy).to.equal("Approve at least 1,250,000 CLP and repeat.");
  });

  it("says why in our own words of the language, or in another's without their secrets, and once with a full stop", () => {
    const own = { es: "Plazo vencido.", en: "Too late." };
    const foreign = `bad key 0x${"ab".repeat(32)}\u001b[2J.`;
    const said = [own, foreign].map((reason) => renderMessage("step-refused", { key: "a", reason }, "es").sentence);
    expect(said).to.deep.equal([
      "La cadena rechazaría el paso a: Plazo vencido.",
      "La cadena rechazaría el paso a: bad key [***]\\u{1b}[2J.",
    ]);
  });

  it("lets no text of ours move the cursor or turn the line (item 151)", () => {
    const { sentence, cause, remedy } = renderMessage("step-final", { key: "pay\u001b[2J\n\u202egnp" }, "en");
    expect(sentence).to.equal("pay\\u{1b}[2J\\u{a}\\u{202e}gnp: final.");
    expect([cause, remedy]).to.deep.equal(["", ""]);
  });
});

describe("the catalogue's entries for contract errors", () => {
  async function compiledErrors(isWanted: (name: string) => boolean) {
    const names = [...(await artifacts.getAllFullyQualifiedNames())].filter(isWanted);
    const found = await Promise.all(names.map((name) => artifacts.readArtifact(name)));
    return found.flatMap(({ abi }) => customErrors(abi as readonly JsonFragment[]));
  }

  it("cover every error of the compiled contracts outside mocks", async () => {
    const errors = await compiledErrors((name) => !name.startsWith("contracts/mocks/"));
    expect(errors.map(({ name }) => name)).to.include("AccessManagerNotReady");
    expect(entryFaults(errors, catalogue)).to.deep.equal([]);
  });

  it("are each an error of some contract", async () => {
    const errors = [...(await compiledErrors(() => true)), ...openZeppelinErrors()];
    expect(orphans(errors, catalogue)).to.deep.equal([]);
  });

  it("fit the errors of OpenZeppelin's package", () => {
    const known = openZeppelinErrors().filter(({ name }) => name in catalogue);
    expect(known.map(({ name }) => name)).to.include.members([
      "ERC20InsufficientAllowance",
      "SafeERC20FailedOperation",
    ]);
    expect(entryFaults(known, catalogue)).to.deep.equal([]);
  });
});

describe("entryFaults and orphans", () => {
  const wording = ["a", "b", "c"] as const;
  const entry = (params: Message["params"]): Message => ({ params, es: wording, en: wording });
  const errors = customErrors(
    JSON.parse(
      new Interface(["error Book_Late(uint256 id, uint40 deadline)", "error Book_Kind(uint8 kind)"]).formatJson(),
    ) as [],
  );
  const complete = {
    Book_Late: entry({ id: "id", deadline: "date" }),
    Book_Kind: entry({ kind: { es: ["obra"], en: ["work"] } }),
  };

  it("accept a complete catalogue", () => {
    expect(entryFaults(errors, complete)).to.deep.equal([]);
    expect(orphans(errors, { ...complete, "file-missing": entry({}) })).to.deep.equal([]);
  });

  it("name an error without an entry", () => {
    expect(entryFaults(errors, { Book_Late: complete.Book_Late })).to.deep.equal(["Book_Kind has no entry"]);
  });

  it("name an entry with another number of arguments", () => {
    const short = { ...complete, Book_Late: entry({ id: "id" }) };
    expect(entryFaults(errors, short)).to.deep.equal(["Book_Late takes 2 arguments, its entry 1"]);
  });

  it("name an argument of a type that its kind cannot show", () => {
    const wrong = { ...complete, Book_Late: entry({ id: "id", deadline: "address" }) };
    expect(entryFaults(errors, wrong)).to.deep.equal(["Book_Late argument 1 is a uint40"]);
  });

  it("name an entry without an error", () => {
    expect(orphans(errors, { ...complete, Book_Gone: entry({}) })).to.deep.equal(["Book_Gone"]);
  });
});
