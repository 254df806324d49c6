import { TypedDataEncoder } from "ethers";

import type * as z from "zod";

import { record, type Field } from "../input/fields.ts";
import { loadInput, type Door } from "../input/load-input.ts";
import { InputError } from "../input/input-error.ts";
import type { Lang } from "../lang.ts";
import type { TypedData } from "../procurement/typed-data.ts";
import { actDoor, pathField, type ActContext, type ActDoor, type DeedContext } from "./act.ts";
import type { TaskContext } from "./context.ts";
import { loadDeed } from "./deed-file.ts";
import { findUnit } from "./find-unit.ts";
import { pickAccount } from "./pick-account.ts";
import { sayIn, type Words } from "./say.ts";

/** What is to be signed, by whom, and what the signature's file holds. */
export interface Signable {
  readonly data: TypedData;
  /** Accounts whose signature counts; empty when that is not known here. */
  readonly by: readonly string[];
  readonly words: Words;
  readonly result: (account: string, signature: string) => Readonly<Record<string, unknown>>;
}

/** A signature that a party gives off chain. */
export interface Signing {
  prepare(file: string, context: TaskContext): Promise<Signable & { readonly context: ActContext }>;
}

/**
 * Declares a signature: what its file holds, and what is signed.
 *
 * @example signing((door) => record({ rut: rutField() }), async ({ rut }, context) => ({ data, by, words, result }));
 */
export function signing<I>(
  schemaOf: (door: ActDoor) => Field<I>,
  signableOf: (input: I, context: ActContext) => Promise<Signable>,
): Signing {
  return {
    async prepare(file, context) {
      const full = { ...context, unit: await findUnit(file, context) };
      const input = await loadInput(file, (door) => schemaOf(actDoor(door, full)), context.door);
      return { ...(await signableOf(input, full)), context: full };
    },
  };
}

/**
 * Declares a signature on a contract: its file names the deed in the field `contrato`, relative to itself.
 *
 * @example deedSigning(() => ({}), async (_, { id, deed }) => ({ data, by, words, result }));
 */
export function deedSigning<S extends z.core.$ZodLooseShape>(
  shapeOf: (door: ActDoor) => S,
  signableOf: (input: z.output<z.ZodObject<S>>, context: DeedContext) => Promise<Signable>,
): Signing {
  type Input = z.output<z.ZodObject<S>> & { readonly contrato: string };
  return {
    async prepare(file, context) {
      const full = { ...context, unit: await findUnit(file, context) };
      const schemaOf = (door: Door): z.ZodType<Input> =>
        record({ contrato: pathField(door), ...shapeOf(actDoor(door, full)) }) as unknown as z.ZodType<Input>;
      const input = await loadInput(file, schemaOf, context.door);
      const deedFile = await loadDeed(input.contrato, context.door);
      return { ...(await signableOf(input, { ...full, ...deedFile })), context: full };
    },
  };
}

/** How a signature is to be given. */
export interface SignOptions {
  readonly signing: Signing;
  readonly file: string;
  readonly context: TaskContext;
  readonly accounts: readonly string[];
  readonly account: string | undefined;
  readonly lang: Lang;
  readonly print: (line: string) => void;
  /** Has an account sign; null only says what would be signed. */
  readonly sign: ((account: string, data: TypedData) => Promise<string>) | null;
}

/**
 * Says in words what is signed, with its EIP-712 digest to compare on another device, and has the account sign it.
 *
 * @returns what the signature's file holds; null where nothing was signed
 * @throws InputError `signer-wrong` when another account's signature is the one that counts
 * @example await runSigning({ signing: accreditationSigning, file: "acreditacion.json", ...rest });
 */
export async function runSigning(options: SignOptions): Promise<Readonly<Record<string, unknown>> | null> {
  const { data, by, words, result, context } = await options.signing.prepare(options.file, options.context);
  const account = pickAccount(options.accounts, options.account ?? by[0] ?? null);
  const [expected] = by;
  if (expected !== undefined && !by.includes(account)) throw new InputError("signer-wrong", { account, expected });
  const say = sayIn(options.lang, context.unit);
  options.print(words(say));
  const digest = TypedDataEncoder.hash(data.domain, data.types, data.message);
  options.print(
    say.pick(`Firma ${account}; huella EIP-712 ${digest}`, `Signed by ${account}; EIP-712 digest ${digest}`),
  );
  if (options.sign === null) return null;
  return result(account, await options.sign(account, data));
}
