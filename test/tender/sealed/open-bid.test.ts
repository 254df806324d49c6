import { expect } from "chai";
import { concat, dataLength } from "ethers";

import { openBid, openPrice, openTechnical, type BidOnChain } from "../../../scripts/lib/tender/sealed/open-bid.ts";
import {
  decodePrice,
  decodeTechnical,
  encodePrice,
  encodeTechnical,
} from "../../../scripts/lib/tender/sealed/plaintexts.ts";
import { sealEnvelopes } from "../../../scripts/lib/tender/sealed/seal-envelopes.ts";
import { hashBid, prepareBid } from "../../../scripts/lib/tender/sealed/sealed-bid.ts";
import { lockToRound } from "../../../scripts/lib/tender/sealed/time-lock.ts";
import { beacon, expectCoded, offer } from "./support.ts";

const lock = { info: beacon.info, technicalRound: 100n, priceRound: 200n };
const bid = prepareBid(offer);
const hashes = hashBid(bid);
const onChain: BidOnChain = { ...offer, commitment: hashes.commitment };

const technicalContent = {
  document: bid.document,
  pointer: bid.pointer,
  declared: bid.declared,
  salt: bid.technicalSalt,
  priceCommitment: hashes.price,
};
const priceContent = { price: bid.price, salt: bid.priceSalt };

const technicalOf = (ciphertext: string) => ({ ciphertext, round: 100n, signature: beacon.sign(100n) });
const priceOf = (ciphertext: string) => ({ ciphertext, round: 200n, signature: beacon.sign(200n) });

async function reasonOf(opening: ReturnType<typeof openBid | typeof openTechnical | typeof openPrice>) {
  const result = await opening;
  return result.opened ? "opened" : { code: result.reason.code, params: result.reason.params };
}

describe("A sealed bid", () => {
  it("opens, each envelope with its own round, to what was sealed", async () => {
    const { technical, price } = await sealEnvelopes(bid, lock);
    const envelopes = { technical: technicalOf(technical), price: priceOf(price) };

    expect(await openBid(onChain, envelopes, beacon.info)).to.deep.equal({
      opened: true,
      content: { technical: technicalContent, price: priceContent },
    });
  });

  it("keeps its price sealed when the technical envelope opens", async () => {
    const { price } = await sealEnvelopes(bid, lock);
    const early = { ciphertext: price, round: 100n, signature: beacon.sign(100n) };

    expect(await reasonOf(openPrice(onChain, hashes.price, early, beacon.info))).to.deep.equal({
      code: "envelope-wrong-round",
      params: { found: "200", expected: 100n },
    });
  });

  it("has a price envelope of the same length whatever the price (item 59)", async () => {
    const prices = [1n, 84_500_000n, 2n ** 128n - 1n];
    const sealed = await Promise.all(prices.map((price) => sealEnvelopes(prepareBid({ ...offer, price }), lock)));
    const lengths = sealed.map(({ technical, price }) => [dataLength(technical), dataLength(price)]);

    expect(new Set(lengths.map(String)).size).to.equal(1);
  });

  it("fits its limit with a pointer of 256 characters, and is refused with one that does not", async () => {
    const { technical, price } = await sealEnvelopes(prepareBid({ ...offer, pointer: "p".repeat(256) }), lock);
    expect([dataLength(technical), dataLength(price)]).to.deep.equal([898, 418]);

    await expectCoded(
      () => sealEnvelopes(prepareBid({ ...offer, pointer: "p".repeat(1_500) }), lock),
      "envelope-too-large",
      { size: 2_146, limit: 2_048 },
    );
  });

  it("tells a false beacon from a false envelope: then nothing follows for the bid", async () => {
    const { technical } = await sealEnvelopes(bid, lock);
    const forged = { ciphertext: technical, round: 100n, signature: beacon.sign(99n) };

    await expectCoded(() => openTechnical(onChain, forged, beacon.info), "beacon-signature-false", { round: 100n });
  });
});

describe("An envelope that holds something else", () => {
  const lockTechnical = async (plaintext: string) => technicalOf(await lockToRound(plaintext, 100n, beacon.info));
  const lockPrice = async (plaintext: string) => priceOf(await lockToRound(plaintext, 200n, beacon.info));

  const otherTechnical = {
    document: { ...technicalContent, document: `0x${"ee".repeat(32)}` },
    declared: { ...technicalContent, declared: [25n, 0n, 3n, 0n] as const },
    salt: { ...technicalContent, salt: bid.priceSalt },
    priceCommitment: { ...technicalContent, priceCommitment: hashes.technical },
  };
  for (const [part, content] of Object.entries(otherTechnical)) {
    it(`counts as not opened when its ${part} is not the committed one`, async () => {
      const result = await openTechnical(onChain, await lockTechnical(encodeTechnical(content)), beacon.info);
      expect(result.opened ? "opened" : result.reason.code).to.equal("envelope-not-committed");
    });
  }

  it("counts as not opened when its price is not the committed one", async () => {
    const lower = await lockPrice(encodePrice({ ...priceContent, price: bid.price - 1n }));
    const found = hashBid({ ...bid, price: bid.price - 1n }).price;

    expect(await reasonOf(openPrice(onChain, hashes.price, lower, beacon.info))).to.deep.equal({
      code: "envelope-not-committed",
      params: { committed: hashes.price, found },
    });
    const technical = await lockTechnical(encodeTechnical(technicalContent));
    const whole = await openBid(onChain, { technical, price: lower }, beacon.info);
    expect(whole.opened ? "opened" : whole.reason.code).to.equal("envelope-not-committed");
  });

  it("counts as not opened under a copier's name, ciphertext and commitment copied whole (item 47)", async () => {
    const { technical, price } = await sealEnvelopes(bid, lock);
    const copy = { ...onChain, bidder: 8n };
    const result = await openBid(copy, { technical: technicalOf(technical), price: priceOf(price) }, beacon.info);

    expect(result.opened ? "opened" : result.reason.code).to.equal("envelope-not-committed");
  });

  it("counts as not opened when it is no envelope at all", async () => {
    expect(await reasonOf(openTechnical(onChain, technicalOf("0x"), beacon.info))).to.deep.equal({
      code: "envelope-unreadable",
      params: {},
    });
  });

  const technicalText = encodeTechnical(technicalContent);
  const odd = {
    "the price": encodePrice(priceContent),
    "trailing bytes": concat([technicalText, `0x${"00".repeat(32)}`]),
    "a declared figure beyond 32 bits": technicalText.replace("00000000ffffffff", "00000001ffffffff"),
    "a pointer that is not UTF-8": technicalText.replace("c3a9", "c3ff"),
  };
  for (const [name, plaintext] of Object.entries(odd)) {
    it(`counts as not opened when it decrypts to ${name}`, async () => {
      expect(plaintext).to.not.equal(technicalText);
      expect(await reasonOf(openTechnical(onChain, await lockTechnical(plaintext), beacon.info))).to.deep.equal({
        code: "envelope-malformed",
        params: {},
      });
    });
  }
});

describe("The plaintexts", () => {
  it("are read back as they were written", () => {
    expect(decodeTechnical(encodeTechnical(technicalContent))).to.deep.equal(technicalContent);
    expect(decodePrice(encodePrice(priceContent))).to.deep.equal(priceContent);
  });

  it("hold a price of 128 bits and no more", async () => {
    const largest = encodePrice({ ...priceContent, price: 2n ** 128n - 1n });
    expect(decodePrice(largest).price).to.equal(2n ** 128n - 1n);
    await expectCoded(() => decodePrice(`0x01${largest.slice(4)}`), "envelope-malformed", {});
  });
});
