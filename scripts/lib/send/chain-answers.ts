import { z } from "zod";

const quantity = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform((text) => BigInt(text));
const count = quantity.transform(Number).pipe(z.int());
const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/i)
  .toLowerCase();
const address = z
  .string()
  .regex(/^0x[0-9a-f]{40}$/i)
  .toLowerCase();
const data = z
  .string()
  .regex(/^0x([0-9a-f]{2})*$/i)
  .toLowerCase();

const block = z.object({
  number: count,
  hash,
  timestamp: quantity,
  gasLimit: quantity,
  baseFeePerGas: quantity.nullish().transform((fee) => fee ?? null),
});

const transaction = z.object({
  hash,
  from: address,
  to: address.nullish().transform((to) => to ?? null),
  nonce: count,
  input: data,
  value: quantity,
});

const receipt = z.object({
  transactionHash: hash,
  status: quantity.transform((status) => status === 1n),
  blockNumber: count,
  blockHash: hash,
  gasUsed: quantity,
});

const log = z.object({
  address,
  topics: z.array(hash),
  data,
  blockNumber: count,
  blockHash: hash,
  transactionHash: hash,
  logIndex: count,
});

export type Block = z.infer<typeof block>;
export type ChainTransaction = z.infer<typeof transaction>;
export type Receipt = z.infer<typeof receipt>;
export type Log = z.infer<typeof log>;

/** Readers of JSON-RPC answers: each throws when the answer is not of the promised form (a fault of the node). */
export const answers = {
  quantity: (answer: unknown): bigint => quantity.parse(answer),
  count: (answer: unknown): number => count.parse(answer),
  hash: (answer: unknown): string => hash.parse(answer),
  data: (answer: unknown): string => data.parse(answer),
  block: (answer: unknown): Block | null => block.nullable().parse(answer),
  transactions: (answer: unknown): { transactions: ChainTransaction[] } | null =>
    z
      .object({ transactions: z.array(transaction) })
      .nullable()
      .parse(answer),
  transaction: (answer: unknown): ChainTransaction | null => transaction.nullable().parse(answer),
  receipt: (answer: unknown): Receipt | null => receipt.nullable().parse(answer),
  logs: (answer: unknown): Log[] => z.array(log).parse(answer),
};
