import { expect } from "chai";
import { Interface, JsonRpcProvider } from "ethers";
import { network } from "hardhat";

import { InputError } from "../../scripts/lib/input/input-error.ts";
import { CodedError } from "../../scripts/lib/messages/coded-error.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { errorChain } from "../../scripts/lib/messages/error-chain.ts";
import { SendError } from "../../scripts/lib/send/send-error.ts";

const { ethers, provider } = await network.create();

const token = new Interface([
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
  "error AccessManagedRequiredDelay(address caller, uint32 delay)",
  "error Unlisted()",
]);
const builtIn = new Interface(["error Error(string reason)", "error Panic(uint256 code)"]);
const SPENDER = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const context = { token: { decimals: 0, symbol: "CLP" } };
const allowance = token.encodeErrorResult("ERC20InsufficientAllowance", [SPENDER, 1_000n, 1_250_000n]);

/** Creation code that does nothing but revert with these bytes. */
function reverting(data: string): string {
  const length = ((data.length - 2) / 2).toString(16).padStart(4, "0");
  return `0x61${length}600e60003961${length}6000fd${data.slice(2)}`;
}

/** What the act throws. */
async function thrownBy(act: () => Promise<unknown>): Promise<unknown> {
  const outcome = await act().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (!outcome) expect.fail("nothing was thrown");
  return outcome.error;
}

describe("describeError", () => {
  describe("given the chain refuses with data", () => {
    const cases = [
      {
        data: allowance,
        code: "ERC20InsufficientAllowance",
        has: "alcanza para 1.000 CLP y se necesitan 1.250.000 CLP",
      },
      {
        data: token.encodeErrorResult("AccessManagedRequiredDelay", [SPENDER, 172_800]),
        code: "AccessManagedRequiredDelay",
        has: "2 días antes",
      },
      { data: builtIn.encodeErrorResult("Error", ["no\u202e\nva"]), code: "revert-text", has: "«no\\u{202e}\\u{a}va»" },
      { data: builtIn.encodeErrorResult("Panic", [0x11]), code: "revert-panic", has: "Panic 17" },
      { data: "0x", code: "revert-unnamed", has: "sin dar un motivo" },
      { data: "0x1234567890", code: "revert-unknown", has: "(0x12345678)" },
      { data: token.encodeErrorResult("Unlisted"), code: "revert-unknown", has: token.getError("Unlisted")?.selector },
      { data: allowance.slice(0, 40), code: "revert-unknown", has: allowance.slice(0, 10) },
    ];
    for (const { data, code, has } of cases) {
      it(`finds ${code} in ${data.slice(0, 10)} through a provider, a call and a transaction`, async () => {
        const signer = await ethers.provider.getSigner(0);
        const errors = await Promise.all(
          [
            () => provider.request({ method: "eth_call", params: [{ data: reverting(data) }] }),
            () => signer.call({ data: reverting(data) }),
            () => signer.sendTransaction({ data: reverting(data), gasLimit: 500_000n }),
            () => Promise.reject(Object.assign(new Error("execution reverted"), { code: "CALL_EXCEPTION", data })),
            () => Promise.reject(new Error("outer", { cause: { info: { error: { code: 3, data: { data } } } } })),
          ].map(thrownBy),
        );
        for (const error of errors) {
          const described = describeError(error, [token], "es", context);
          expect(described).to.include({ code, exitCode: 1 });
          expect(described.sentence).to.contain(has);
        }
      });
    }

    it("does not take the data that was sent for an answer", () => {
      const error = Object.assign(new Error("could not coalesce"), {
        code: "TIMEOUT",
        transaction: { data: allowance },
      });
      expect(describeError(error, [token], "es").code).to.equal("network-timeout");
    });

    for (const message of ["execution reverted", "Transaction reverted without a reason string", "out of gas"]) {
      it(`takes "${message}" without data for a refusal without a reason`, () => {
        expect(describeError({ message }, [token], "es").code).to.equal("revert-unnamed");
      });
    }

    for (const data of ["0x12", "0x123456789", `call ${allowance}`, `${allowance}.`]) {
      it(`does not decode "${data.slice(0, 12)}", which is not data`, () => {
        expect(describeError({ code: "CALL_EXCEPTION", data }, [token], "es").code).to.equal("revert-unnamed");
      });
    }

    it("shows smallest units when the token is not known", () => {
      const error = { code: "CALL_EXCEPTION", data: allowance };
      expect(describeError(error, [token], "en").sentence).to.contain("1,250,000 units");
    });
  });

  describe("given the node or the network fails", () => {
    it("names a node that is not there", async () => {
      const client = new JsonRpcProvider("http://127.0.0.1:9/v2/hidden", 1, { staticNetwork: true });
      const error = await thrownBy(() => client.getBlockNumber());
      client.destroy();
      expect(describeError(error, [], "en")).to.include({ code: "network-unreachable", exitCode: 1 });
    });

    it("names missing funds, a used nonce and a low fee as this node reports them", async () => {
      const signer = await ethers.provider.getSigner(1);
      await signer.sendTransaction({ to: signer.address });
      const acts = {
        "funds-missing": { value: 10n ** 30n },
        "nonce-used": { nonce: 0 },
        "fee-too-low": { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n },
      };
      for (const [code, change] of Object.entries(acts)) {
        const error = await thrownBy(() =>
          signer.sendTransaction({ to: signer.address, gasLimit: 21_000n, ...change }),
        );
        expect(describeError(error, [], "es").code).to.equal(code);
      }
    });

    const byCode = {
      NETWORK_ERROR: "network-unreachable",
      TIMEOUT: "network-timeout",
      INSUFFICIENT_FUNDS: "funds-missing",
      NONCE_EXPIRED: "nonce-used",
      REPLACEMENT_UNDERPRICED: "fee-too-low",
      ACTION_REJECTED: "signing-declined",
      SERVER_ERROR: "network-faulty",
    };
    for (const [code, expected] of Object.entries(byCode)) {
      it(`takes ethers' ${code} for ${expected}`, () => {
        expect(describeError(Object.assign(new Error("x"), { code }), [], "es").code).to.equal(expected);
      });
    }

    it("takes a provider's limit for a faulty node", () => {
      const error = { code: -32005, message: "rate limit" };
      expect(describeError(error, [], "es").code).to.equal("network-faulty");
    });

    it("shows a server's answer without the key in its address", () => {
      const error = Object.assign(new Error("429 https://rpc.example.org/v2/abcdef0123"), { code: "SERVER_ERROR" });
      expect(describeError(error, [], "en").sentence).to.equal(
        "The node answered with an error: “429 https://rpc.example.org/[***]”.",
      );
    });
  });

  it("puts an InputError after its place, its further faults beside it, and asks for exit code 2", () => {
    const other = new InputError("field-missing", {}, { file: "obra.json", field: "rut", line: 1, column: 1 });
    const place = { file: "obra.json", field: "hitos[2].monto", line: 14, column: 20 };
    const error = new InputError("amount-malformed", { found: "12.5" }, place, [other]);
    const spanish = describeError(error, [], "es");
    expect(spanish).to.include({ code: "amount-malformed", exitCode: 2 });
    expect(spanish.sentence).to.equal("obra.json, campo hitos[2].monto, línea 14, columna 20: «12.5» no es un monto.");
    expect(spanish.others.map(({ sentence }) => sentence)).to.deep.equal([
      "obra.json, campo rut, línea 1, columna 1: Falta este campo.",
    ]);
    expect(describeError(error, [], "en").sentence).to.equal(
      "obra.json, field hitos[2].monto, line 14, column 20: “12.5” is not an amount.",
    );
  });

  it("leaves an InputError without a place as it is", () => {
    const { sentence } = describeError(new InputError("rut-natural-person", {}), [], "en");
    expect(sentence).to.equal("The RUT is a natural person's.");
  });

  it("asks for exit code 1 for our own refusals that are not of the input", () => {
    const error = new CodedError("output-unwritable", { file: "a.json", reason: "ENOSPC" });
    expect(describeError(error, [], "es")).to.include({ code: "output-unwritable", exitCode: 1 });
  });

  it("says a stop of the sending layer in its words and with its exit code", () => {
    const stops = [
      { error: new SendError("plan-empty", { plan: "obra" }), exitCode: 2 },
      { error: new SendError("nonce-gap", { key: "pago", nonce: 3, found: 2 }), exitCode: 1 },
      { error: new SendError("interrupted", {}), exitCode: 130 },
    ];
    for (const { error, exitCode } of stops) {
      expect(describeError(error, [], "es")).to.include({ code: error.code, exitCode, sentence: error.text("es") });
    }
    expect(describeError(stops[1]?.error, [], "en")).to.include({
      sentence: "Nonce 2 is missing: step pago waits with nonce 3.",
      remedy: "Use that nonce from the account and repeat.",
    });
  });

  it("passes on the first line of a Hardhat error", async () => {
    const signer = await ethers.provider.getSigner(0);
    const error = await thrownBy(() => signer.sendTransaction({ to: "nobody.eth" }));
    expect(describeError(error, [], "es")).to.include({ code: "hardhat", exitCode: 1 });
    expect(describeError(error, [], "es").sentence).to.contain("HHE");
  });

  it("says in its own words that a deployment differs from the one begun, as Ignition refuses it", () => {
    const message = `HHE10120: Hardhat Ignition deployment error: The deployment wasn't run because of the following reconciliation errors:\n\n  * Tenders#x`;
    const described = describeError(Object.assign(new Error(message), { name: "HardhatError" }), [], "en");
    expect(described).to.include({ code: "deployment-differs", exitCode: 2 });
    expect(described.cause).to.contain("--faro-prueba");
  });

  it("shows no stack and no second line of a defect", () => {
    const described = describeError(new TypeError("x is undefined\n    at main.ts:1"), [], "en");
    expect(described).to.include({ code: "unexpected", exitCode: 1 });
    expect(described.sentence).to.equal("An unforeseen failure occurred: “x is undefined”.");
  });

  for (const thrown of [undefined, null, "texto", 7, {}, Object.create(null)]) {
    it(`describes ${typeof thrown} ${JSON.stringify(thrown)} that was thrown`, () => {
      expect(describeError(thrown, [], "es").code).to.equal("unexpected");
    });
  }
});

describe("errorChain", () => {
  it("ends on an error that wraps itself", () => {
    const error: { cause?: unknown } = {};
    error.cause = error;
    expect([...errorChain(error)]).to.deep.equal([error]);
  });
});
