import { readFileSync } from "node:fs";

import { getAddress, id, ZeroAddress } from "ethers";

import { parsedField } from "../../../scripts/lib/input/fields.ts";
import { loadInput, type DoorContext } from "../../../scripts/lib/input/load-input.ts";
import { QUICKNET } from "../../../scripts/lib/randomness/beacon.ts";
import { tenderFileField, type TenderFile } from "../../../scripts/lib/tender/terms/tender-file.ts";
import { termsOfFile } from "../../../scripts/lib/tender/terms/terms-of-file.ts";
import type { TenderTerms } from "../../../scripts/lib/tender/terms/types.ts";

export const SAMPLE = new URL("../../../scripts/demo/licitacion-obra.json", import.meta.url).pathname;
/** 4 January 2027, 09:00 in Santiago. */
export const NOW = 1_799_064_000n;
export const PLACE = {
  threshold: 69_542_000n,
  buyer: getAddress(`0x${"b0".repeat(20)}`),
  beacon: QUICKNET,
  time: NOW,
} as const;

/** The account of a name of the sample. */
export const accountOf = (name: string): string => getAddress(`0x${id(name).slice(-40)}`);

/** Reads a file of the given text, which stands for the sample. */
export function readText(text: string): Promise<TenderFile> {
  const door: DoorContext = {
    readFile: () => Promise.resolve(new TextEncoder().encode(text)),
    now: NOW,
    horizonYears: 15,
  };
  const account = parsedField(accountOf);
  return loadInput("bases.json", (at) => tenderFileField(at, { decimals: 0, account }), door);
}

export const sampleText = (): string => readFileSync(SAMPLE, "utf8");

/** The sample's terms. */
export async function sampleTerms(change: (file: TenderFile) => TenderFile = (file) => file): Promise<TenderTerms> {
  const file = change(await readText(sampleText()));
  return termsOfFile(file, { token: ZeroAddress, buyer: 1n, beacon: QUICKNET });
}
