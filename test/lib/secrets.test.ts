import { expect } from "chai";
import { Mnemonic, SigningKey, Wallet } from "ethers";
import fc from "fast-check";

import { InputError } from "../../scripts/lib/input/input-error.ts";
import { LANGS } from "../../scripts/lib/lang.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { createPrinter } from "../../scripts/lib/output/printer.ts";
import { redactForeign, redactSecrets } from "../../scripts/lib/output/redact.ts";

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const phrase = fc
  .tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.constantFrom(16, 20, 24, 28, 32))
  .map(([entropy, length]) => Mnemonic.fromEntropy(entropy.slice(0, length)).phrase);
const DIGEST = `0x${"ab".repeat(32)}`;

describe("redactSecrets", () => {
  it("hides a bare key in either case, wherever it stands", () => {
    fc.assert(
      fc.property(key, fc.boolean(), fc.constantFrom("", "key=", '"', "(", "/"), (hex, upper, before) => {
        const secret = upper ? hex.toUpperCase() : hex;
        expect(redactSecrets(`x ${before}${secret}, y`)).to.equal(`x ${before}[***], y`);
      }),
    );
  });

  for (const label of ["private key: ", "privateKey=", 'PRIVATE_KEY="', "clave privada ", "secret: ", "seed = "]) {
    it(`hides a key behind "${label}"`, () => {
      expect(redactSecrets(`${label}${DIGEST}`)).to.equal(`${label}[***]`);
    });
  }

  it("hides a recovery phrase inside a sentence", () => {
    fc.assert(
      fc.property(phrase, (words) => {
        const shown = redactSecrets(`error: bad phrase ${words} given here`);
        expect(shown).to.match(/^error: bad (?:phrase )?\[\*\*\*\] given here$/);
      }),
    );
  });

  it("hides a recovery phrase alone, and behind one word", () => {
    fc.assert(
      fc.property(phrase, (words) => {
        expect(redactSecrets(words)).to.equal("[***]");
        expect(redactSecrets(`la ${words}`)).to.equal("la [***]");
        expect(redactSecrets(`frase ${words}`)).to.equal("frase [***]");
      }),
    );
  });

  it("leaves digests, transactions, addresses, links and prose", () => {
    const text = `tx ${DIGEST} de ${Wallet.createRandom().address}: https://mop.cl/a/${"ab".repeat(20)}`;
    expect(redactSecrets(text)).to.equal(text);
    const prose = "this is about the work that will start when the rest of the road has been paid and every";
    expect(redactSecrets(prose)).to.equal(prose);
  });
});

describe("redactForeign", () => {
  it("hides every 32 bytes in hex", () => {
    expect(redactForeign(`invalid ${DIGEST} and ${"AB".repeat(32)}`)).to.equal("invalid [***] and [***]");
  });

  const links = {
    "https://eth.example.org/v2/KEY?x=1#y": "https://eth.example.org/[***]",
    "wss://user:password@eth.example.org:8546/ws": "wss://eth.example.org:8546/[***]",
    "http://127.0.0.1:8545": "http://127.0.0.1:8545/[***]",
  };
  for (const [link, shown] of Object.entries(links)) {
    it(`keeps the host alone of ${link}`, () => {
      expect(redactForeign(`request to ${link} failed`)).to.equal(`request to ${shown} failed`);
    });
  }
});

describe("what the tools write", () => {
  it("never holds the key that a printer was given", () => {
    fc.assert(
      fc.property(key, (hex) => {
        let text = "";
        const printer = createPrinter((chunk) => (text += chunk));
        printer.line(`cuenta ${hex}`);
        printer.table([hex], [[`private key 0x${hex}`]]);
        expect(text.toLowerCase()).to.not.contain(hex);
      }),
    );
  });

  it("never holds a key that came in an error's text or in a refused value", () => {
    fc.assert(
      fc.property(key, fc.constantFrom("", "0x"), (hex, prefix) => {
        const secret = `${prefix}${hex}`;
        const errors = [
          new Error(`invalid value ${secret}`),
          new InputError("amount-malformed", { found: secret }, { file: "obra.json", field: "monto" }),
          { code: "SERVER_ERROR", message: `POST https://node/${secret}` },
        ];
        for (const error of errors) {
          for (const lang of LANGS) expect(JSON.stringify(describeError(error, [], lang))).to.not.contain(hex);
        }
      }),
    );
  });

  it("never holds the key that ethers was given wrongly", () => {
    const secret = "11".repeat(31);
    let thrown: unknown;
    try {
      new SigningKey(`0x${secret}`);
    } catch (error) {
      thrown = error;
    }
    expect(JSON.stringify(describeError(thrown, [], "es"))).to.not.contain(secret);
  });
});
