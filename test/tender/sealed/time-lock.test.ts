import { expect } from "chai";
import { concat, dataLength, getBytes, hexlify, toUtf8Bytes } from "ethers";
import { timelockEncrypt, type ChainClient } from "tlock-js";

import { chainHashOf, QUICKNET } from "../../../scripts/lib/randomness/beacon.ts";
import { localBeacon } from "../../../scripts/lib/randomness/local-beacon.ts";
import { lockToRound, MAX_CIPHERTEXT, openEnvelope } from "../../../scripts/lib/tender/sealed/time-lock.ts";
import { beacon, expectCoded, ROUND_1000 } from "./support.ts";

const secret = hexlify(toUtf8Bytes("84.500.000"));
const text = (hex: string) => Buffer.from(getBytes(hex)).toString("latin1");
const locked = () => lockToRound(secret, 40n, beacon.info);
const signature = beacon.sign(40n);

/** The part of drand's client that encryption asks, for a beacon of ours. */
const clientOf = ({ info }: typeof beacon): ChainClient => {
  const refuse = () => Promise.reject(new Error("offline"));
  const published = {
    public_key: info.publicKey.slice(2),
    period: Number(info.period),
    genesis_time: Number(info.genesis),
    hash: info.chainHash.slice(2),
    groupHash: info.groupHash.slice(2),
    schemeID: info.scheme,
    metadata: { beaconID: info.beaconId },
  };
  return {
    options: { disableBeaconVerification: false, noCache: true },
    latest: refuse,
    get: refuse,
    chain: () => ({ baseUrl: "", info: () => Promise.resolve(published) }),
  };
};

describe("A time-locked envelope", () => {
  it("opens with the signature of its round", async () => {
    expect(hexlify(await openEnvelope({ ciphertext: await locked(), round: 40n, signature }, beacon.info))).to.equal(
      secret,
    );
  });

  it("opens with a recorded round of quicknet", async () => {
    const ciphertext = await lockToRound(secret, 1000n, QUICKNET);
    const plaintext = await openEnvelope({ ciphertext, round: 1000n, signature: ROUND_1000 }, QUICKNET);
    expect(hexlify(plaintext)).to.equal(secret);
  });

  it("is an age file in bytes that names its round and its chain and nothing else", async () => {
    const [version, stanza, , , , mac] = text(await locked()).split("\n");
    expect([version, stanza]).to.deep.equal(["age-encryption.org/v1", `-> tlock 40 ${beacon.info.chainHash.slice(2)}`]);
    expect(mac).to.match(/^--- [A-Za-z0-9+/]{43}$/);
  });

  it("is the format of tlock-js: what that encrypts, opens here", async () => {
    const armored = await timelockEncrypt(40, Buffer.from(getBytes(secret)), clientOf(beacon));
    const ciphertext = Buffer.from(armored.split("-----")[2] ?? "", "base64");
    expect(hexlify(await openEnvelope({ ciphertext, round: 40n, signature }, beacon.info))).to.equal(secret);
  });

  it("differs each time, and its length depends on nothing but the plaintext's", async () => {
    const envelopes = await Promise.all([locked(), locked()]);
    expect(envelopes[0]).to.not.equal(envelopes[1]);
    expect(envelopes.map(dataLength)).to.deep.equal([dataLength(secret) + 353, dataLength(secret) + 353]);
  });

  it("opens without a word on standard output or standard error", async () => {
    const written: unknown[] = [];
    const ciphertext = await locked();
    const restores = [process.stdout, process.stderr].map((stream) => {
      const write = stream.write.bind(stream);
      stream.write = (chunk: unknown) => written.push(chunk) > 0;
      return () => (stream.write = write);
    });
    try {
      await openEnvelope({ ciphertext, round: 40n, signature }, beacon.info);
    } finally {
      for (const restore of restores) restore();
    }
    expect(written).to.deep.equal([]);
  });
});

describe("lockToRound", () => {
  it("refuses a beacon that is not the one it claims to be", async () => {
    const info = { ...QUICKNET, publicKey: beacon.info.publicKey };
    const params = { published: QUICKNET.chainHash, computed: chainHashOf(info) };
    await expectCoded(() => lockToRound(secret, 40n, info), "beacon-chain-mismatch", params);
  });

  it("refuses what would be too large to open", async () => {
    const most = hexlify(new Uint8Array(MAX_CIPHERTEXT - 353));
    expect(dataLength(await lockToRound(most, 40n, beacon.info))).to.equal(MAX_CIPHERTEXT);
    await expectCoded(() => lockToRound(concat([most, "0x00"]), 40n, beacon.info), "envelope-too-large", {
      size: MAX_CIPHERTEXT + 1,
      limit: MAX_CIPHERTEXT,
    });
  });
});

describe("openEnvelope", () => {
  const open = (ciphertext: string | Uint8Array, round = 40n, signed = signature) =>
    openEnvelope({ ciphertext, round, signature: signed }, beacon.info);

  it("refuses a forged signature, and that of another round", async () => {
    const ciphertext = await locked();
    await expectCoded(() => open(ciphertext, 40n, beacon.sign(41n)), "beacon-signature-false", { round: 40n });
    await expectCoded(() => open(ciphertext, 40n, ROUND_1000), "beacon-signature-false", { round: 40n });
  });

  it("blames the beacon before the envelope", async () => {
    await expectCoded(() => open("0x00", 40n, beacon.sign(41n)), "beacon-signature-false", { round: 40n });
  });

  it("refuses an envelope of another round", async () => {
    const params = { found: "41", expected: 40n };
    await expectCoded(async () => open(await lockToRound(secret, 41n, beacon.info)), "envelope-wrong-round", params);
  });

  it("refuses an envelope of another chain", async () => {
    const other = localBeacon({ genesis: 0n, period: 3n });
    await expectCoded(async () => open(await lockToRound(secret, 40n, other.info)), "envelope-wrong-chain", {
      found: other.info.chainHash.slice(2),
      expected: beacon.info.chainHash,
    });
  });

  it("refuses an envelope that names the round of the terms and is locked to another", async () => {
    const relabelled = text(await lockToRound(secret, 41n, beacon.info)).replace("tlock 41", "tlock 40");
    await expectCoded(() => open(Buffer.from(relabelled, "latin1")), "envelope-unreadable", {});
  });

  it("refuses more than 2,048 bytes without trying them", async () => {
    const params = { size: 2_049, limit: 2_048 };
    await expectCoded(() => open(new Uint8Array(2_049)), "envelope-too-large", params);
  });

  it("refuses what is no envelope", async () => {
    const stanza = text(await locked())
      .split("\n")
      .slice(1, 5)
      .join("\n");
    const [head = "", tail = ""] = text(await locked()).split("--- ");
    const odd = {
      nothing: "",
      "other bytes": "\u0000ÿ\n\n",
      "a header alone": "age-encryption.org/v1\n",
      "no body": `${head}--- ${tail.slice(0, 44)}`,
      "two recipients": `${head}${stanza}\n--- ${tail}`,
      "another kind of recipient": `${head.replace("-> tlock", "-> other")}--- ${tail}`,
      "another version": `${head.replace("v1", "v2")}--- ${tail}`,
    };
    for (const bytes of Object.values(odd)) {
      await expectCoded(() => open(Buffer.from(bytes, "latin1")), "envelope-unreadable", {});
    }
  });

  it("gives the sealed plaintext or none when any byte is altered or cut off", async () => {
    const bytes = getBytes(await locked());
    const outcomes = [secret, "envelope-unreadable", "envelope-wrong-chain", "envelope-wrong-round"];
    for (let index = 0; index < bytes.length; index += 23) {
      const altered = Uint8Array.from(bytes);
      altered[index] = (altered[index] ?? 0) ^ 1;
      for (const ciphertext of [altered, bytes.subarray(0, index)]) {
        const outcome = await open(ciphertext).then(hexlify, (error: unknown) => (error as { code: string }).code);
        expect(outcomes, `byte ${index}`).to.include(outcome);
      }
    }
    expect(await open(bytes.subarray(0, -1)).catch((error: unknown) => (error as { code: string }).code)).to.equal(
      "envelope-unreadable",
    );
  });
});
