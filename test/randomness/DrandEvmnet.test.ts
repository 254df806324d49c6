import { bn254 } from "@noble/curves/bn254.js";
import { expect } from "chai";
import { concat, dataSlice, keccak256, sha256, toBeHex, toBigInt } from "ethers";
import fc from "fast-check";
import { network } from "hardhat";

import Randomness from "../../ignition/modules/Randomness.ts";
import { chainHashOf } from "../../scripts/lib/randomness/beacon.ts";
import {
  EVMNET,
  evmnetKey,
  evmnetRoundPoint,
  isEvmnetSignature,
  mapToCurve,
} from "../../scripts/lib/randomness/evmnet.ts";
import { networkOf } from "../../scripts/lib/randomness/network-of.ts";
import { CurveHarness__factory, DrandEvmnet__factory } from "../../typechain-types/index.js";
import { EVMNET_ROUNDS } from "../helpers/recorded-rounds.ts";
import { evmnetLike, expectRefused, networkWith } from "./support.ts";

const { ethers, ignition } = await network.create();
const { Point } = bn254.G1;
const { Fp } = bn254.fields;
const ROUND = 41_000n;
const SIZE = 32;

const [deployer, stranger] = await ethers.getSigners();
const { evmnet } = await ignition.deploy(Randomness);
const real = DrandEvmnet__factory.connect(await evmnet.getAddress(), stranger);
const key = evmnetKey(evmnetLike.info.publicKey);
const local = await new DrandEvmnet__factory(deployer!).deploy(networkOf(evmnetLike.info), key as never);
const harness = await new CurveHarness__factory(deployer!).deploy();

type G1 = InstanceType<typeof Point>;
const bytesOf = (x: bigint, y: bigint): string => concat([toBeHex(x, SIZE), toBeHex(y, SIZE)]);
const encoded = (point: G1): string => bytesOf(point.toAffine().x, point.toAffine().y);
const signedPoint = (round: bigint): G1 => {
  const signature = evmnetLike.sign(round);
  return Point.fromAffine({ x: toBigInt(dataSlice(signature, 0, SIZE)), y: toBigInt(dataSlice(signature, SIZE)) });
};

describe("EVMNET", () => {
  it("is the network of its chain hash, and signed the recorded rounds", () => {
    expect(chainHashOf(EVMNET)).to.equal(EVMNET.chainHash);
    for (const { round, signature, randomness } of EVMNET_ROUNDS) {
      expect(isEvmnetSignature(EVMNET, round, signature)).to.equal(true);
      expect(sha256(signature)).to.equal(randomness);
    }
  });

  it("did not sign other rounds, nor other bytes", () => {
    const [{ round, signature }] = EVMNET_ROUNDS as [(typeof EVMNET_ROUNDS)[number]];
    expect(isEvmnetSignature(EVMNET, round + 1n, signature)).to.equal(false);
    expect(isEvmnetSignature(EVMNET, round, bytesOf(1n, 1n))).to.equal(false);
    expect(isEvmnetSignature(evmnetLike.info, round, signature)).to.equal(false);
  });
});

describe("DrandEvmnet.prove", () => {
  for (const { round, signature, randomness } of EVMNET_ROUNDS) {
    it(`keeps the published randomness of evmnet's round ${round}`, async () => {
      await expect(real.prove(round, signature)).to.emit(real, "RoundProven").withArgs(round, stranger!, randomness);
      expect(await real.randomnessOf(round)).to.equal(randomness);
    });
  }

  it("takes the signatures of a beacon with a key of its own", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(1n, 2n ** 64n - 1n), async (round) => {
        const signature = evmnetLike.sign(round);
        expect(await local.verify(round, signature)).to.equal(sha256(signature));
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

  it("refuses points off the curve and coordinates from the modulus on (item 96)", async () => {
    const { x, y } = signedPoint(ROUND).toAffine();
    for (const [otherX, otherY] of [
      [x, Fp.add(y, 1n)],
      [x + Fp.ORDER, y],
      [x, y + Fp.ORDER],
    ] as const) {
      await expectRefused(local, ROUND, bytesOf(otherX, otherY), "Beacon_NotAPoint");
    }
  });

  it("refuses another length", async () => {
    const signature = encoded(signedPoint(ROUND));
    for (const bytes of [dataSlice(signature, 1), concat([signature, "0x00"]), "0x"]) {
      await expect(local.prove(ROUND, bytes))
        .to.be.revertedWithCustomError(local, "Beacon_SignatureLength")
        .withArgs(ROUND, (bytes.length - 2) / 2, 64);
    }
  });
});

describe("DrandEvmnet, its deployment", () => {
  const deploy = new DrandEvmnet__factory(deployer!);

  it("knows the network by its chain hash", async () => {
    expect(await real.CHAIN_HASH()).to.equal(EVMNET.chainHash);
  });

  it("reverts for a key that is the identity, off the curve or outside the group", async () => {
    const { Fp2 } = bn254.fields;
    const zero = toBeHex(0n, SIZE);
    const offCurve = key.with(3, toBeHex(toBigInt(key[3]!) ^ 1n, SIZE));
    let stray: string[] | undefined;
    for (let c0 = 1n; stray === undefined; c0 += 1n) {
      const x = Fp2.fromBigTuple([c0, 0n]);
      const square = Fp2.add(Fp2.mul(Fp2.sqr(x), x), bn254.G2.Point.CURVE().b);
      if (!Fp2.eql(Fp2.pow(square, (Fp2.ORDER - 1n) / 2n), Fp2.ONE)) continue;
      const y = Fp2.sqrt(square);
      if (bn254.G2.Point.fromAffine({ x, y }).isTorsionFree()) continue;
      stray = [x.c1, x.c0, y.c1, y.c0].map((part) => toBeHex(part, SIZE));
    }
    for (const words of [[zero, zero, zero, zero], offCurve, stray]) {
      await expect(deploy.deploy(networkWith(concat(words)), words as never)).to.be.revertedWithCustomError(
        deploy,
        "Beacon_PublicKey",
      );
    }
  });
});

describe("Bn254", () => {
  it("hashes to the points of the twin", async () => {
    const rounds = Array.from({ length: 20 }, (_, index) => BigInt(index) * 7_654_321n + 1n);
    const points = await harness.evmnetPoints(rounds.map((round) => keccak256(toBeHex(round, 8))));
    expect([...points]).to.deep.equal(rounds.map((round) => encoded(evmnetRoundPoint(round))));
  });

  it("maps every element to the twin's point, those without an inverse among them", async () => {
    const quarter = Fp.sqrt(Fp.inv(4n));
    const elements = [0n, 1n, quarter, Fp.neg(quarter), Fp.ORDER - 1n];
    for (let value = 2n; elements.length < 40; value = Fp.sqr(value) + 1n) elements.push(Fp.create(value));
    const points = await harness.mapped(elements);
    expect(points.map(([x, y]) => bytesOf(x, y))).to.deep.equal(elements.map((u) => encoded(mapToCurve(u))));
  });
});
