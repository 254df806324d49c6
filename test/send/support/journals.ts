import { readFileSync } from "node:fs";

import { z } from "zod";

const line = z.object({ sum: z.string(), entry: z.looseObject({ type: z.string() }) });
const intent = z.looseObject({
  type: z.literal("intent"),
  key: z.string(),
  nonce: z.number(),
  hash: z.string().nullable(),
  maxFee: z.string(),
});

/** The entries of a journal as they stand in the file. */
export function entriesOf(path: string): z.infer<typeof line>["entry"][] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((text) => line.parse(JSON.parse(text)).entry);
}

/** The intents among them. */
export function intentsOf(path: string): z.infer<typeof intent>[] {
  return entriesOf(path)
    .filter(({ type }) => type === "intent")
    .map((entry) => intent.parse(entry));
}
