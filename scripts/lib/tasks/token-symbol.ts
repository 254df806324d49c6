import { AbiCoder, decodeBytes32String, id, type ContractRunner } from "ethers";

import { revertDataOf } from "../messages/error-chain.ts";

const SYMBOL = id("symbol()").slice(0, 10);
const MOST_LETTERS = 32;

/**
 * What a token calls itself: a text, or 32 bytes as the first tokens answer; its address where it says neither.
 *
 * @throws what the runner throws when the node does not answer
 * @example await symbolOf(runner, token); // "CLP"
 */
export async function symbolOf(runner: ContractRunner, token: string): Promise<string> {
  const symbol = textOf(await answerOf(runner, token));
  return symbol === "" || Array.from(symbol).length > MOST_LETTERS ? token : symbol;
}

async function answerOf(runner: ContractRunner, token: string): Promise<string> {
  try {
    return (await runner.call?.({ to: token, data: SYMBOL })) ?? "0x";
  } catch (error) {
    if (revertDataOf(error) === undefined) throw error;
    return "0x";
  }
}

function textOf(answer: string): string {
  const readings = [
    () => String(AbiCoder.defaultAbiCoder().decode(["string"], answer)[0]),
    () => decodeBytes32String(answer),
  ];
  for (const read of readings) {
    try {
      return read().trim();
    } catch {
      continue;
    }
  }
  return "";
}
