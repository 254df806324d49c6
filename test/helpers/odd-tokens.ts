import {
  BombToken__factory,
  FalseToken__factory,
  FeeToken__factory,
  HookToken__factory,
  HungryToken__factory,
  PausableToken__factory,
  SenderFeeToken__factory,
  ShortToken__factory,
  SilentRevertToken__factory,
  SilentToken__factory,
  Uint96Token__factory,
  ZeroRevertToken__factory,
} from "../../typechain-types/index.js";
import type { OddToken } from "../../typechain-types/index.js";
import type { Signer } from "./suite.ts";

/** One oddity and what must come of a thousand units, armed from the start (`fund`) or after the money came in (`pay`). */
export interface Oddity {
  readonly title: string;
  readonly deploy: (deployer: Signer) => Promise<OddToken>;
  /** Error of an appropriation, and of which contract; absent if it arrives. */
  readonly fundError?: { by: "treasury" | "token" | "nobody"; name: string; args?: readonly bigint[] };
  /** What leaves the treasury, what the payee receives of it, or that the payment is refused as a whole. */
  readonly pay: { left: bigint; received: bigint } | "refused";
}

const all = { left: 1_000n, received: 1_000n };
const none = { left: 0n, received: 0n };

async function refusingBomb(deployer: Signer): Promise<OddToken> {
  const bomb = await new BombToken__factory(deployer).deploy();
  await bomb.setRefuses(true);
  return bomb;
}

/** The table that every path of money is run through. */
export const ODDITIES: readonly Oddity[] = [
  {
    title: "takes a fee from what arrives",
    deploy: async (deployer) => new FeeToken__factory(deployer).deploy(),
    fundError: { by: "treasury", name: "Treasury_AmountMismatch", args: [990n, 1_000n] },
    pay: { left: 1_000n, received: 990n },
  },
  {
    title: "takes a fee from the sender on top",
    deploy: async (deployer) => new SenderFeeToken__factory(deployer).deploy(),
    pay: "refused",
  },
  {
    title: "moves half and reports success",
    deploy: async (deployer) => new ShortToken__factory(deployer).deploy(),
    fundError: { by: "treasury", name: "Treasury_AmountMismatch", args: [500n, 1_000n] },
    pay: { left: 500n, received: 500n },
  },
  {
    title: "returns false",
    deploy: async (deployer) => new FalseToken__factory(deployer).deploy(),
    fundError: { by: "treasury", name: "SafeERC20FailedOperation" },
    pay: none,
  },
  {
    title: "returns nothing",
    deploy: async (deployer) => new SilentToken__factory(deployer).deploy(),
    pay: all,
  },
  {
    title: "is paused",
    deploy: async (deployer) => new PausableToken__factory(deployer).deploy(),
    fundError: { by: "token", name: "PausableToken_Paused" },
    pay: none,
  },
  {
    title: "reverts without a reason",
    deploy: async (deployer) => new SilentRevertToken__factory(deployer).deploy(),
    fundError: { by: "nobody", name: "" },
    pay: none,
  },
  {
    title: "reverts on zero value",
    deploy: async (deployer) => new ZeroRevertToken__factory(deployer).deploy(),
    pay: all,
  },
  {
    title: "refuses large amounts",
    deploy: async (deployer) => new Uint96Token__factory(deployer).deploy(),
    pay: all,
  },
  {
    title: "answers with a hundred thousand bytes",
    deploy: async (deployer) => new BombToken__factory(deployer).deploy(),
    pay: all,
  },
  { title: "reverts with a hundred thousand bytes", deploy: refusingBomb, pay: none },
  {
    title: "burns all gas",
    deploy: async (deployer) => new HungryToken__factory(deployer).deploy(),
    fundError: { by: "nobody", name: "" },
    pay: none,
  },
  {
    title: "calls both ends",
    deploy: async (deployer) => new HookToken__factory(deployer).deploy(),
    pay: all,
  },
];
