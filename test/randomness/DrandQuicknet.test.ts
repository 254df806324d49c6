import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import { concat, dataSlice, sha256, toBeHex, toBigInt } from "ethers";
import fc from "fast-check";
import { network } from "hardhat";

import Randomness from "../../ignition/modules/Randomness.ts";
import { firstRoundFrom, QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import { networkOf } from "../../scripts/lib/randomness/network-of.ts";
import { quicknetKey, uncompressSignature } from "../../scripts/lib/randomness/quicknet-points.ts";
import { roundMessage } from "../../scripts/lib/randomness/round-signature.ts";
import { CurveHarness__factory, DrandQuicknet__factory } from "../../typechain-types/index.js";
import { QUICKNET_ROUNDS } from "../helpers/recorded-rounds.ts";
import { expectRefused, networkWith, quicknetLike } from "./support.ts";

const { ethers, ignition } = await network.create();
const { Point } = bls12_381.G1;
const { Fp } = bls12_381.fields;
const ROUND = 41_000n;
const SIZE = 48;

const [deployer, stranger] = await ethers.getSigners();
const { quicknet } = await ignition.deploy(Randomness);
const real = DrandQuicknet__factory.connect(await quicknet.getAddress(), stranger);
const key = quicknetKey(quicknetLike.info.publicKey);
const local = await new DrandQuicknet__factory(deployer!).deploy(networkOf(quicknetLike.info), key);
const harness = await new CurveHarness__factory(deployer!).deploy();

type G1 = InstanceType<typeof Point>;
const bytesOf = (x: bigint, y: bigint): string => concat([toBeHex(x, SIZE), toBeHex(y, SIZE)]);
const encoded = (point: G1): string => bytesOf(point.toAffine().x, point.toAffine().y);
const signedPoint = (round: bigint): G1 => Point.fromHex(quicknetLike.sign(round).slice(2));

/** A point of the curve that is not one of the group. */
function strayPoint(): G1 {
  for (let x = 1n; ; x += 1n) {
    const square = Fp.add(Fp.mul(Fp.sqr(x), x), 4n);
    if (Fp.pow(square, (Fp.ORDER - 1n) / 2n) !== 1n) continue;
    const point = Point.fromAffine({ x, y: Fp.sqrt(square) });
    if (!point.isTorsionFree()) return point;
  }
}

describe("DrandQuicknet.prove", () => {
  for (const { round, signature, randomness } of QUICKNET_ROUNDS) {
    it(`keeps the published randomness of quicknet's round ${round}`, async () => {
      await expect(real.prove(round, uncompressSignature(signature)))
        .to.emit(real, "RoundProven")
        .withArgs(round, stranger!, randomness);
      expect(await real.randomnessOf(round)).to.equal(randomness);
    });
  }

  it("gives what is known the second time, whatever bytes come with it", async () => {
    const [{ round, randomness }] = QUICKNET_ROUNDS as [(typeof QUICKNET_ROUNDS)[number]];
    expect(await real.prove.staticCall(round, "0x")).to.equal(randomness);
    await expect(real.prove(round, "0x1234")).to.not.emit(real, "RoundProven");
  });

  it("takes the signatures of a beacon with a key of its own", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(1n, 2n ** 64n - 1n), async (round) => {
        const signature = quicknetLike.sign(round);
        expect(await local.verify(round, uncompressSignature(signature))).to.equal(sha256(signature));
      }),
      { numRuns: 12, examples: [[1n], [2n ** 64n - 1n]] },
    );
  });

  it("refuses the signature of another round and of another network (item 96)", async () => {
    await expectRefused(local, ROUND, encoded(signedPoint(ROUND + 1n)), "Beacon_FalseSignature");
    await expectRefused(real, ROUND, encoded(signedPoint(ROUND)), "Beacon_FalseSignature");
  });

  it("refuses the negated point, a multiple and the identity (item 96)", async () => {
    const point = signedPoint(ROUND);
    await expectRefused(local, ROUND, encoded(point.negate()), "Beacon_FalseSignature");
    await expectRefused(local, ROUND, encoded(point.double()), "Beacon_FalseSignature");
    await expectRefused(local, ROUND, bytesOf(0n, 0n), "Beacon_FalseSignature");
  });

  it("refuses points off the curve and outside the group, also one that differs by a point of small order (item 96)", async () => {
    const point = signedPoint(ROUND);
    const { x, y } = point.toAffine();
    const stray = strayPoint();
    const smallOrder = stray.multiply(Point.Fn.ORDER - 1n).add(stray);
    expect(smallOrder.is0()).to.equal(false);
    await expectRefused(local, ROUND, bytesOf(x, Fp.add(y, 1n)), "Beacon_NotAPoint");
    await expectRefused(local, ROUND, encoded(stray), "Beacon_NotAPoint");
    await expectRefused(local, ROUND, encoded(point.add(smallOrder)), "Beacon_NotAPoint");
  });

  it("refuses coordinates from the modulus on, and the flags of other encodings (item 96)", async () => {
    const { x, y } = signedPoint(ROUND).toAffine();
    for (const [otherX, otherY] of [
      [x + Fp.ORDER, y],
      [x, y + Fp.ORDER],
      [x | (1n << 383n), y],
      [x | (1n << 382n), y],
    ] as const) {
      await expectRefused(local, ROUND, bytesOf(otherX, otherY), "Beacon_NotAPoint");
    }
  });

  it("refuses another length: the compressed form, a byte less, a byte more, nothing", async () => {
    const signature = encoded(signedPoint(ROUND));
    for (const bytes of [quicknetLike.sign(ROUND), dataSlice(signature, 1), concat([signature, "0x00"]), "0x"]) {
      await expect(local.prove(ROUND, bytes))
        .to.be.revertedWithCustomError(local, "Beacon_SignatureLength")
        .withArgs(ROUND, (bytes.length - 2) / 2, 96);
    }
  });

  it("refuses round 0", async () => {
    await expect(local.prove(0, encoded(signedPoint(ROUND)))).to.be.revertedWithCustomError(local, "Beacon_NoRound");
  });
});

describe("DrandQuicknet, its clock", () => {
  it("agrees with the twin", async () => {
    expect(await real.timeOf(0)).to.equal(0);
    expect(await real.timeOf(1000)).to.equal(1_692_806_364);
    for (const time of [0n, QUICKNET.genesis, QUICKNET.genesis + 1n, 1_767_225_600n, 1_767_225_601n]) {
      expect(await real.firstRoundFrom(time)).to.equal(firstRoundFrom(QUICKNET, time));
    }
    const late = 2n ** 68n;
    await expect(real.firstRoundFrom(late)).to.be.revertedWithCustomError(real, "Beacon_TimeOutOfRange").withArgs(late);
  });
});

describe("DrandQuicknet, its deployment", () => {
  const deploy = new DrandQuicknet__factory(deployer!);
  const { publicKey } = quicknetLike.info;

  it("knows the network by its chain hash", async () => {
    expect(await real.CHAIN_HASH()).to.equal(QUICKNET.chainHash);
    expect([await real.GENESIS(), await real.PERIOD()]).to.deep.equal([QUICKNET.genesis, QUICKNET.period]);
  });

  it("reverts without genesis or period", async () => {
    for (const [genesis, period] of [
      [0n, 3n],
      [5n, 0n],
    ] as const) {
      await expect(deploy.deploy(networkWith(publicKey, { genesis, period }), key))
        .to.be.revertedWithCustomError(deploy, "Beacon_Clock")
        .withArgs(genesis, period);
    }
  });

  it("reverts when key, clock or name are not those of the chain hash", async () => {
    const honest = networkWith(publicKey);
    for (const change of [{ period: 4n }, { genesis: 5n }, { groupHash: `0x${"00".repeat(32)}` }, { beaconId: "x" }]) {
      await expect(deploy.deploy({ ...honest, ...change }, key))
        .to.be.revertedWithCustomError(deploy, "Beacon_ChainHash")
        .withArgs(networkWith(publicKey, change).chainHash, honest.chainHash);
    }
    const { chainHash } = honest;
    await expect(deploy.deploy(honest, quicknetKey(QUICKNET.publicKey)))
      .to.be.revertedWithCustomError(deploy, "Beacon_ChainHash")
      .withArgs(networkWith(QUICKNET.publicKey).chainHash, chainHash);
  });

  it("reverts for a key that is the identity, off the curve or longer than a point", async () => {
    const zero = `0x${"00".repeat(32)}`;
    const identity = Array.from({ length: 8 }, () => zero);
    const offCurve = key.with(7, toBeHex(toBigInt(key[7]!) ^ 1n, 32));
    const padded = key.with(0, toBeHex(toBigInt(key[0]!) | (1n << 200n), 32));
    for (const words of [identity, offCurve, padded]) {
      const compressed = await harness.compressG2(words);
      await expect(deploy.deploy(networkWith(compressed), words)).to.be.revertedWithCustomError(
        deploy,
        "Beacon_PublicKey",
      );
    }
  });

  it("reverts on a chain without the precompiles", async () => {
    const cancun = await network.create({ override: { hardfork: "cancun" } });
    const [account] = await cancun.ethers.getSigners();
    const early = new DrandQuicknet__factory(account!);
    await expect(early.deploy(networkOf(quicknetLike.info), key)).to.be.revertedWithCustomError(
      early,
      "Beacon_PublicKey",
    );
  });
});

describe("Bls12381", () => {
  it("hashes to the points of @noble/curves", async () => {
    const rounds = Array.from({ length: 20 }, (_, index) => BigInt(index) * 1_234_567n + 1n);
    const points = await harness.quicknetPoints(rounds.map(roundMessage));
    const expected = rounds.map((round) => {
      const { x, y } = bls12_381.G1.hashToCurve(roundMessage(round), {
        DST: "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_",
      }).toAffine();
      return concat([toBeHex(x, 64), toBeHex(y, 64)]);
    });
    expect([...points]).to.deep.equal(expected);
  });

  it("compresses as @noble/curves does, whichever root y is", async () => {
    for (let scalar = 1n; scalar <= 12n; scalar += 1n) {
      const g1 = Point.BASE.multiply(scalar);
      const g2 = bls12_381.G2.Point.BASE.multiply(scalar);
      expect(await harness.compressG1(encoded(g1))).to.equal(`0x${g1.toHex()}`);
      for (const point of [g2, g2.negate()]) {
        const compressed = `0x${point.toHex()}`;
        expect(await harness.compressG2(quicknetKey(compressed))).to.equal(compressed);
      }
    }
  });

  it("compares the real parts where y has no imaginary one", async () => {
    const half = (Fp.ORDER - 1n) / 2n;
    const flagOf = async (y: bigint): Promise<string> => {
      const words = concat([toBeHex(0n, 128), toBeHex(y, 64), toBeHex(0n, 64)]);
      const split = Array.from({ length: 8 }, (_, index) => dataSlice(words, index * 32, index * 32 + 32));
      return dataSlice(await harness.compressG2(split), 0, 1);
    };
    expect([await flagOf(half), await flagOf(half + 1n)]).to.deep.equal(["0x80", "0xa0"]);
  });
});
