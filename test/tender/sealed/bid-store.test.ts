import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { nodeFiles } from "../../../scripts/lib/send/files.ts";
import { decryptText, encryptText } from "../../../scripts/lib/tender/sealed/bid-cipher.ts";
import { bidPassword, newBidPassword, PASSWORD_VARIABLE } from "../../../scripts/lib/tender/sealed/bid-password.ts";
import {
  assertWanted,
  bidFile,
  loadSealedBid,
  saveSealedBid,
  type BidFiles,
} from "../../../scripts/lib/tender/sealed/bid-store.ts";
import { bidText, readBidText } from "../../../scripts/lib/tender/sealed/bid-text.ts";
import { hashBid, prepareBid } from "../../../scripts/lib/tender/sealed/sealed-bid.ts";
import { expectRefusal } from "../../lib/refusal.ts";
import { offer } from "./support.ts";

const PASSWORD = "una clave larga con eñe";
/** The least that a file may have, so that the tests wait for no key. */
const WORK = 10;
const bid = prepareBid(offer);
const { commitment } = hashBid(bid);

/** A file system in memory that counts its writes. */
function memory(): BidFiles & { readonly held: Map<string, string>; writes: number } {
  const held = new Map<string, string>();
  return {
    held,
    work: WORK,
    writes: 0,
    read: (path) => held.get(path) ?? null,
    replace(path, text) {
      this.writes += 1;
      held.set(path, text);
      return Promise.resolve();
    },
  };
}

describe("A bidder's file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "bid-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("is read by its owner only, holds nothing of the bid in the clear, and gives the bid back", async () => {
    const file = await saveSealedBid(join(folder, "ofertas"), bid, PASSWORD, nodeFiles);
    const text = readFileSync(file, "utf8");

    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(readdirSync(join(folder, "ofertas"))).to.deep.equal([`bid-a1a1a1a1-v2-7-${commitment.slice(2, 18)}.json`]);
    expect(Object.keys(JSON.parse(text) as object)).to.deep.equal(["format", "work", "salt", "nonce", "data", "sum"]);
    for (const value of [bid.price.toString(), bid.priceSalt, bid.technicalSalt, bid.document, bid.pointer]) {
      expect(text).to.not.include(value.replace("0x", ""));
    }
    expect(await loadSealedBid(file, PASSWORD, { ...offer, commitment }, nodeFiles)).to.deep.equal(bid);
  });

  it("is kept when the bidder replaces the bid", async () => {
    const files = [
      await saveSealedBid(folder, bid, PASSWORD, nodeFiles),
      await saveSealedBid(folder, prepareBid({ ...offer, price: 1n }), PASSWORD, nodeFiles),
    ];

    const parts = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
    for (const part of ["salt", "nonce", "data"]) expect(parts[0]?.[part]).to.not.equal(parts[1]?.[part]);
    expect(await loadSealedBid(files[0]!, PASSWORD, { ...offer, commitment }, nodeFiles)).to.deep.equal(bid);
  });

  it("is named when it cannot be read", async () => {
    const inTheWay = join(folder, "archivo");
    writeFileSync(inTheWay, "");
    const file = bidFile(inTheWay, bid, commitment);
    const params = { reason: "ENOTDIR" };
    await expectRefusal(() => saveSealedBid(inTheWay, bid, PASSWORD, nodeFiles), "file-unreadable", params, { file });
    await expectRefusal(() => loadSealedBid(file, PASSWORD, offer, nodeFiles), "file-unreadable", params, { file });
  });
});

describe("saveSealedBid", () => {
  it("changes nothing when the same bid is saved again", async () => {
    const files = memory();
    const file = await saveSealedBid("f", bid, PASSWORD, files);
    const before = files.held.get(file);

    expect(await saveSealedBid("f", bid, PASSWORD, files)).to.equal(file);
    expect(files.held.get(file)).to.equal(before);
    expect(files.writes).to.equal(1);
  });

  it("overwrites neither another bid nor what it cannot read", async () => {
    const file = bidFile("f", bid, commitment);
    const files = memory();

    files.held.set(file, await encryptText(bidText({ ...bid, pointer: "otro" }), PASSWORD, WORK));
    await expectRefusal(() => saveSealedBid("f", bid, PASSWORD, files), "bid-file-taken", {}, { file });
    await expectRefusal(() => saveSealedBid("f", bid, `${PASSWORD}.`, files), "bid-file-password", {}, { file });
    files.held.set(file, "");
    await expectRefusal(() => saveSealedBid("f", bid, PASSWORD, files), "bid-file-damaged", {}, { file });
    expect(files.writes).to.equal(0);
  });
});

describe("loadSealedBid", () => {
  const files = memory();
  let file: string;
  before(async () => {
    file = await saveSealedBid("f", bid, PASSWORD, files);
  });

  const load = (password: string, change: object = {}) =>
    loadSealedBid(file, password, { ...offer, commitment, ...change }, files);

  it("takes the password in either form of its accents", async () => {
    expect(await load(PASSWORD.normalize("NFD"))).to.deep.equal(bid);
  });

  it("refuses a wrong password", async () => {
    await expectRefusal(() => load("otra clave larga"), "bid-file-password", {}, { file });
  });

  it("says that there is no file", async () => {
    const missing = { file: "f/no.json" };
    await expectRefusal(() => loadSealedBid("f/no.json", PASSWORD, offer, files), "file-missing", {}, missing);
  });

  const others = [
    { chainId: 1n },
    { book: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512" },
    { tender: `0x${"a2".repeat(32)}` },
    { version: 3n },
    { bidder: 8n },
    { commitment: `0x${"00".repeat(32)}` },
  ];
  for (const [index, other] of others.entries()) {
    it(`refuses the bid of another ${Object.keys(other).join()}`, async () => {
      const wanted = { ...offer, commitment, ...other };
      await expectRefusal(
        () => {
          assertWanted(bid, wanted);
        },
        "bid-file-other",
        { part: BigInt(index) },
      );
    });
  }

  it("names the file that holds another bid", async () => {
    await expectRefusal(() => load(PASSWORD, { bidder: 8n }), "bid-file-other", { part: 4n }, { file });
  });
});

describe("A bidder's file that was changed", () => {
  let text: string;
  before(async () => {
    text = await encryptText(bidText(bid), PASSWORD, WORK);
  });

  it("is refused as damaged wherever it was cut or changed", async () => {
    for (let index = 0; index < text.length - 1; index += 11) {
      const altered = `${text.slice(0, index)}${text[index] === "A" ? "B" : "A"}${text.slice(index + 1)}`;
      await expectRefusal(() => decryptText(altered, PASSWORD), "bid-file-damaged", {});
      await expectRefusal(() => decryptText(text.slice(0, index), PASSWORD), "bid-file-damaged", {});
    }
  });

  it("is refused with each part of another file, though its sum be made anew", async () => {
    const { createHash } = await import("node:crypto");
    const other = JSON.parse(await encryptText(bidText(bid), PASSWORD, WORK)) as Record<string, string>;
    for (const part of ["salt", "nonce", "data"]) {
      const parts = { ...(JSON.parse(text) as Record<string, string>), [part]: other[part] };
      const { format, work, salt, nonce, data } = parts as Record<string, string>;
      const sum = createHash("sha256").update([format, work, salt, nonce, data].join("\n")).digest("hex");
      await expectRefusal(() => decryptText(JSON.stringify({ ...parts, sum }), PASSWORD), "bid-file-password", {});
    }
  });

  it("is refused where its work is not one that is read", async () => {
    for (const work of [9, 21, 10.5, "10"]) {
      const altered = JSON.stringify({ ...(JSON.parse(text) as object), work });
      await expectRefusal(() => decryptText(altered, PASSWORD), "bid-file-damaged", {});
    }
  });

  it("is refused when what it holds is no bid", async () => {
    const tooLarge = bidText(bid).replace('"84500000"', `"${2n ** 128n}"`);
    for (const held of ["", "{}", "[]", tooLarge]) {
      await expectRefusal(() => readBidText(held), "bid-file-damaged", {});
    }
    expect(readBidText(bidText(bid))).to.deep.equal(bid);
  });
});

describe("The password of a bidder's file", () => {
  const never = () => Promise.reject(new Error("asked"));
  const typed = (...answers: string[]) => {
    const asked: string[] = [];
    const ask = (question: string) => {
      asked.push(question);
      return Promise.resolve(answers[asked.length - 1] ?? "");
    };
    return { asked, source: { environment: {}, ask } };
  };

  it("comes from the environment, without a question", async () => {
    const source = { environment: { [PASSWORD_VARIABLE]: PASSWORD }, ask: never };
    expect(await bidPassword(source)).to.equal(PASSWORD);
    expect(await newBidPassword(source)).to.equal(PASSWORD);
  });

  it("is asked for once, and twice where it is new", async () => {
    const [once, twice] = [typed(PASSWORD), typed(PASSWORD, PASSWORD)];

    expect(await bidPassword(once.source)).to.equal(PASSWORD);
    expect(once.asked).to.deep.equal(["password"]);
    expect(await newBidPassword(twice.source)).to.equal(PASSWORD);
    expect(twice.asked).to.deep.equal(["password", "again"]);
  });

  it("is refused when it is missing", async () => {
    const params = { variable: PASSWORD_VARIABLE };
    await expectRefusal(() => bidPassword({ environment: {} }), "bid-password-missing", params);
    await expectRefusal(
      () => bidPassword({ environment: { [PASSWORD_VARIABLE]: "" } }),
      "bid-password-missing",
      params,
    );
    await expectRefusal(() => bidPassword(typed("").source), "bid-password-missing", params);
  });

  it("is refused for a new file when it is short or typed differently", async () => {
    await expectRefusal(() => newBidPassword(typed("once letras").source), "bid-password-short", { minimum: 12 });
    await expectRefusal(() => newBidPassword(typed(PASSWORD, `${PASSWORD} `).source), "bid-password-differs", {});
  });
});
