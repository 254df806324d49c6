import { z } from "zod";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const wei = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => BigInt(text));
const nonce = z.int().nonnegative();
const key = z.string().min(1);

const header = z.strictObject({
  type: z.literal("header"),
  version: z.literal(1),
  plan: z.string(),
  account: z.string(),
  chainId: z.string(),
  genesis: hash,
  startNonce: nonce,
});

/** Written before the transaction is shown to any node. `raw` is the signed transaction; it holds no key. */
const intent = z.strictObject({
  type: z.literal("intent"),
  key,
  digest: hash,
  nonce,
  /** Null when the node signs: its hash is then known only after sending. */
  hash: hash.nullable(),
  raw: z.string().nullable(),
  gas: wei,
  maxFee: wei,
  tip: wei,
  legacy: z.boolean(),
  /** Head of the chain when it was signed. */
  block: nonce,
});

const sent = z.strictObject({ type: z.literal("sent"), key, hash });
const mined = z.strictObject({
  type: z.literal("mined"),
  key,
  hash,
  block: nonce,
  blockHash: hash,
  /** Unix seconds of the block. */
  time: wei,
  ok: z.boolean(),
});
const reorged = z.strictObject({ type: z.literal("reorged"), key, hash });
const final = z.strictObject({ type: z.literal("final"), key, hash, block: nonce });
const failed = z.strictObject({ type: z.literal("failed"), key, hash, block: nonce });
/** The effect was on the chain already; nothing of ours is awaited for this key. */
const found = z.strictObject({ type: z.literal("found"), key });

export const entrySchema = z.discriminatedUnion("type", [header, intent, sent, mined, reorged, final, failed, found]);

export type Header = z.infer<typeof header>;
export type Intent = z.infer<typeof intent>;
export type Entry = z.infer<typeof entrySchema>;
export type StepEntry = Exclude<Entry, Header>;
