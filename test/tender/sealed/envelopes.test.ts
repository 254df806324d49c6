import { keccak_256 } from "@noble/hashes/sha3.js";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import fc from "fast-check";

import { bidCommitment, priceHash, technicalHash } from "../../../scripts/lib/tender/sealed/envelopes.ts";
import { hashBid, prepareBid, type SealedBid } from "../../../scripts/lib/tender/sealed/sealed-bid.ts";
import { offer } from "./support.ts";

/** The encoding written by hand: words of 32 bytes, one after the other. */
const word = (value: bigint | string): Buffer =>
  Buffer.from((typeof value === "bigint" ? value.toString(16) : value.slice(2)).padStart(64, "0"), "hex");

const hashWords = (type: string, ...values: (bigint | string)[]): string => {
  const words = [keccak_256(Buffer.from(type)), ...values.map(word)];
  return `0x${Buffer.from(keccak_256(Buffer.concat(words))).toString("hex")}`;
};

const TECHNICAL =
  "TechnicalEnvelope(uint256 chainId,address book,bytes32 tender,uint8 version,uint64 bidder,bytes32 document,uint32[4] declared,bytes32 salt)";
const PRICE =
  "PriceEnvelope(uint256 chainId,address book,bytes32 tender,uint8 version,uint64 bidder,uint128 price,bytes32 salt)";
const BID = "Bid(bytes32 technical,bytes32 price)";

function hashByHand(bid: SealedBid) {
  const scope = [bid.chainId, bid.book, bid.tender, bid.version, bid.bidder];
  const technical = hashWords(TECHNICAL, ...scope, bid.document, ...bid.declared, bid.technicalSalt);
  const price = hashWords(PRICE, ...scope, bid.price, bid.priceSalt);
  return { technical, price, commitment: hashWords(BID, technical, price) };
}

const bid: SealedBid = { ...offer, technicalSalt: `0x${"11".repeat(32)}`, priceSalt: `0x${"22".repeat(32)}` };

const bytes32 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`);
const uint = (bits: bigint) => fc.bigInt({ min: 0n, max: 2n ** bits - 1n });
const anyBid: fc.Arbitrary<SealedBid> = fc.record({
  chainId: uint(256n),
  book: fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`),
  tender: bytes32,
  version: uint(8n),
  bidder: uint(64n),
  document: bytes32,
  pointer: fc.string(),
  declared: fc.tuple(uint(32n), uint(32n), uint(32n), uint(32n)),
  price: uint(128n),
  technicalSalt: bytes32,
  priceSalt: bytes32,
});

describe("The commitment of a bid", () => {
  it("is the published encoding, word by word: golden vector", () => {
    expect(hashBid(bid)).to.deep.equal(hashByHand(bid));
    expect(hashBid(bid)).to.deep.equal({
      technical: "0x5b7b7ab1dc29355047fc40b1f53ec07ac90edcf0a7ea61bddff240375139805b",
      price: "0xcfba6a89a68f360a8fed35d24c3e8aebdb2a7a05734090ecbdef66a83d56bd84",
      commitment: "0x215aea4f6b22bb90231989ed00c4abaf74ef7f20005af0d7aa5232edcba4f16b",
    });
  });

  it("is the published encoding for any values, the largest included", () => {
    fc.assert(
      fc.property(anyBid, (any) => {
        expect(hashBid(any)).to.deep.equal(hashByHand(any));
      }),
    );
  });

  const others: Partial<Record<keyof SealedBid, SealedBid[keyof SealedBid]>> = {
    chainId: 1n,
    book: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
    tender: `0x${"a2".repeat(32)}`,
    version: 3n,
    bidder: 8n,
    document: `0x${"d1".repeat(32)}`,
    declared: [24n, 3n, 0n, 4_294_967_295n],
    price: 84_500_001n,
    technicalSalt: `0x${"22".repeat(32)}`,
    priceSalt: `0x${"11".repeat(32)}`,
  };
  for (const [field, value] of Object.entries(others)) {
    it(`changes with ${field}`, () => {
      expect(hashBid({ ...bid, [field]: value }).commitment).to.not.equal(hashBid(bid).commitment);
    });
  }

  it("does not change with the pointer, which may move", () => {
    expect(hashBid({ ...bid, pointer: "ipfs://otra" })).to.deep.equal(hashBid(bid));
  });

  const tooLarge: Partial<SealedBid> = { version: 256n, bidder: 2n ** 64n, price: 2n ** 128n };
  for (const [field, value] of Object.entries(tooLarge)) {
    it(`refuses a ${field} that does not fit its type`, () => {
      expect(() => prepareBid({ ...offer, [field]: value })).to.throw("value out-of-bounds");
    });
  }
});

describe("prepareBid", () => {
  it("draws two salts of 32 bytes for each bid, never twice the same", () => {
    const bids = [prepareBid(offer), prepareBid(offer)];
    const salts = bids.flatMap(({ technicalSalt, priceSalt }) => [technicalSalt, priceSalt]);

    for (const salt of salts) expect(salt).to.match(/^0x[0-9a-f]{64}$/);
    expect(new Set(salts).size).to.equal(4);
    expect(bids[0]).to.include(offer);
  });

  it("takes no salt from the offer", () => {
    const given = { ...offer, technicalSalt: bid.technicalSalt, priceSalt: bid.priceSalt };
    const { technicalSalt, priceSalt } = prepareBid(given);

    expect([technicalSalt, priceSalt]).to.not.include.members([bid.technicalSalt]);
    expect([technicalSalt, priceSalt]).to.not.include.members([bid.priceSalt]);
  });
});

describe("Guessing a price (item 48)", () => {
  const PRICES = 500n;
  const low = prepareBid({ ...offer, price: 345n });
  const { technical, price: sealed, commitment } = hashBid(low);

  /** Tries every price with the salts that an onlooker has; all else of the bid is public. */
  function guess(...salts: string[]): bigint | undefined {
    for (let price = 0n; price <= PRICES; price += 1n) {
      if (salts.some((salt) => priceHash(low, { price, salt }) === sealed)) return price;
    }
    return undefined;
  }

  it("fails without the salt, also when the technical envelope is already open", () => {
    expect(guess(ZeroHash, low.technicalSalt, low.document, technical, commitment)).to.equal(undefined);
  });

  it("succeeds with the salt, so that the salt is what hides the price", () => {
    expect(guess(low.priceSalt)).to.equal(345n);
  });
});

describe("A copied commitment (item 47)", () => {
  it("is not the copier's own, who cannot find content for it", () => {
    const { technical, price, commitment } = hashBid(bid);
    const copier = { ...bid, bidder: 8n };
    const copied = technicalHash(copier, { document: bid.document, declared: bid.declared, salt: bid.technicalSalt });

    expect(copied).to.not.equal(technical);
    expect(bidCommitment(copied, price)).to.not.equal(commitment);
  });
});
