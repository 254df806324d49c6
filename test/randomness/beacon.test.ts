import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import fc from "fast-check";
import { sha256 } from "ethers";

import {
  assertBeacon,
  chainHashOf,
  firstRoundFrom,
  QUICKNET,
  roundAt,
  timeOf,
} from "../../scripts/lib/randomness/beacon.ts";
import { localBeacon } from "../../scripts/lib/randomness/local-beacon.ts";
import { assertRoundSignature, isRoundSignature } from "../../scripts/lib/randomness/round-signature.ts";
import { beacon, expectCoded, ROUND_1000 } from "../tender/sealed/support.ts";

describe("chainHashOf", () => {
  it("gives the hash that quicknet is published under", () => {
    expect(chainHashOf(QUICKNET)).to.equal("0x52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971");
  });

  it("gives that of drand's first network, whose name default is left out", () => {
    const first = {
      publicKey: "0x868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
      genesis: 1_595_431_050n,
      period: 30n,
      groupHash: "0x176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a",
      beaconId: "default",
    };
    expect(chainHashOf(first)).to.equal("0x8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce");
  });
});

describe("assertBeacon", () => {
  it("accepts quicknet and a local beacon", () => {
    expect(() => {
      assertBeacon(QUICKNET);
      assertBeacon(beacon.info);
    }).to.not.throw();
  });

  for (const change of [
    { publicKey: beacon.info.publicKey },
    { genesis: QUICKNET.genesis + 1n },
    { period: 30n },
    { groupHash: beacon.info.groupHash },
    { beaconId: "otra" },
  ]) {
    it(`refuses quicknet with another ${Object.keys(change).join()}`, async () => {
      const info = { ...QUICKNET, ...change };
      const params = { published: QUICKNET.chainHash, computed: chainHashOf(info) };
      await expectCoded(
        () => {
          assertBeacon(info);
        },
        "beacon-chain-mismatch",
        params,
      );
    });
  }

  it("refuses another scheme", async () => {
    const scheme = "bls-unchained-on-g1";
    await expectCoded(
      () => {
        assertBeacon({ ...QUICKNET, scheme });
      },
      "beacon-scheme",
      { scheme },
    );
  });
});

describe("The rounds of a beacon", () => {
  it("begin with 1 at genesis", () => {
    expect(roundAt(QUICKNET, QUICKNET.genesis - 1n)).to.equal(0n);
    expect(roundAt(QUICKNET, QUICKNET.genesis)).to.equal(1n);
    expect(roundAt(QUICKNET, QUICKNET.genesis + 2n)).to.equal(1n);
    expect(roundAt(QUICKNET, QUICKNET.genesis + 3n)).to.equal(2n);
    expect(timeOf(QUICKNET, 1000n)).to.equal(1_692_806_364n);
  });

  it("are sealed to so that none opens before its time, nor a period late", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 100n), fc.bigInt(0n, 10_000n), fc.bigInt(0n, 20_000n), (period, genesis, time) => {
        const info = { ...QUICKNET, period, genesis };
        const round = firstRoundFrom(info, time);
        expect(timeOf(info, round) >= time).to.equal(true);
        expect(round === 1n || timeOf(info, round - 1n) < time).to.equal(true);
      }),
    );
  });
});

describe("isRoundSignature", () => {
  it("accepts the recorded round 1000 of quicknet, whose randomness is its SHA-256", () => {
    expect(isRoundSignature(QUICKNET, 1000n, ROUND_1000)).to.equal(true);
    expect(sha256(ROUND_1000)).to.equal("0xfe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd");
  });

  it("refuses it for another round and for another key", () => {
    expect(isRoundSignature(QUICKNET, 1001n, ROUND_1000)).to.equal(false);
    expect(isRoundSignature(beacon.info, 1000n, ROUND_1000)).to.equal(false);
  });

  it("refuses a local beacon's signature under quicknet's key", () => {
    expect(isRoundSignature(beacon.info, 1000n, beacon.sign(1000n))).to.equal(true);
    expect(isRoundSignature(QUICKNET, 1000n, beacon.sign(1000n))).to.equal(false);
  });

  it("refuses the negated signature, the point at infinity and a point outside the group", () => {
    const negated = bls12_381.G1.Point.fromBytes(Buffer.from(ROUND_1000.slice(2), "hex"))
      .negate()
      .toBytes();
    // x = 4 lies on the curve (4^3 + 4 is a square) but not in the subgroup of prime order.
    const outside = Buffer.alloc(48);
    outside[0] = 0x80;
    outside[47] = 4;

    expect(() => {
      bls12_381.G1.Point.fromBytes(outside).assertValidity();
    }).to.throw();
    for (const bytes of [negated, Buffer.concat([Buffer.from([0xc0]), Buffer.alloc(47)]), outside]) {
      expect(isRoundSignature(QUICKNET, 1000n, `0x${Buffer.from(bytes).toString("hex")}`)).to.equal(false);
    }
  });

  for (const [name, signature] of Object.entries({
    "no bytes": "0x",
    "one byte less": ROUND_1000.slice(0, -2),
    "one byte more": `${ROUND_1000}00`,
    text: "round",
  })) {
    it(`refuses ${name}`, () => {
      expect(isRoundSignature(QUICKNET, 1000n, signature)).to.equal(false);
    });
  }
});

describe("assertRoundSignature", () => {
  it("names the round of a false signature", async () => {
    const act = () => {
      assertRoundSignature(QUICKNET, 1001n, ROUND_1000);
    };
    await expectCoded(act, "beacon-signature-false", { round: 1001n });
  });

  it("refuses a key in the name of quicknet before its signature is looked at", async () => {
    const { publicKey } = beacon.info;
    const info = { ...QUICKNET, publicKey };
    const act = () => {
      assertRoundSignature(info, 1000n, beacon.sign(1000n));
    };
    await expectCoded(act, "beacon-chain-mismatch", { published: QUICKNET.chainHash, computed: chainHashOf(info) });
  });
});

describe("localBeacon", () => {
  it("repeats its key from its secret and draws another without one", () => {
    const clock = { genesis: 1_767_225_600n, period: 3n };
    const again = localBeacon({ ...clock, secret: new Uint8Array(32).fill(7) });

    expect(again.info).to.deep.equal(beacon.info);
    expect(again.sign(5n)).to.equal(beacon.sign(5n));
    expect(localBeacon(clock).info.publicKey).to.not.equal(localBeacon(clock).info.publicKey);
  });

  it("tells its rounds", () => {
    expect(beacon.roundAt(1_767_225_606n)).to.equal(3n);
    expect(beacon.timeOf(3n)).to.equal(1_767_225_606n);
  });
});
