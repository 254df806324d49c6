import * as z from "zod";

import { record, type Field } from "../input/fields.ts";
import { loadInput, type DoorContext } from "../input/load-input.ts";
import type { Files } from "../send/files.ts";
import { assertBeacon, QUICKNET, type BeaconInfo } from "../randomness/beacon.ts";

const hex = z.string().regex(/^0x[0-9a-f]+$/);
const whole = z.int().min(1).transform(BigInt);

const beaconField: Field<BeaconInfo> = record({
  chainHash: hex,
  publicKey: hex,
  genesis: whole,
  period: whole,
  groupHash: hex,
  beaconId: z.string(),
  scheme: z.string(),
});

/**
 * The beacon of a network: what its `beacon.json` publishes, judged by its own hash, or drand's quicknet where there is no such file.
 *
 * @throws InputError of the door; CodedError `beacon-scheme`, `beacon-chain-mismatch`
 * @example await loadBeacon(".erario/localhost/beacon.json", nodeFiles, door);
 */
export async function loadBeacon(file: string, files: Pick<Files, "read">, door: DoorContext): Promise<BeaconInfo> {
  if (files.read(file) === null) return QUICKNET;
  const info = await loadInput(file, () => beaconField, door);
  assertBeacon(info);
  return info;
}

/**
 * Writes what a deployment's beacon publishes, so that every later command knows it.
 *
 * @example await saveBeacon(".erario/localhost/beacon.json", nodeFiles, testBeacon().info);
 */
export async function saveBeacon(file: string, files: Pick<Files, "replace">, info: BeaconInfo): Promise<void> {
  const { genesis, period, ...rest } = info;
  const published = { ...rest, genesis: Number(genesis), period: Number(period) };
  await files.replace(file, `${JSON.stringify(published, null, 2)}\n`);
}
