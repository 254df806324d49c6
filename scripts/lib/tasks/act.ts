import { resolve } from "node:path";

import type { ContractTransaction } from "ethers";
import type * as z from "zod";

import { integerField, parseAddress, parsedField, record, type Field } from "../input/fields.ts";
import { InputError } from "../input/input-error.ts";
import { loadInput, type Door } from "../input/load-input.ts";
import type { Deed } from "../procurement/deed.ts";
import type { TokenUnit } from "../units/format-amount.ts";
import type { TaskContext } from "./context.ts";
import { loadDeed, type DeedFile } from "./deed-file.ts";
import { findUnit } from "./find-unit.ts";
import { partyAccount, type Party } from "./parties.ts";
import type { Words } from "./say.ts";

/** One transaction of an act, its proof and its words. */
export interface Move {
  readonly key: string;
  readonly call: Promise<Pick<ContractTransaction, "to" | "data">>;
  /**
   * Asks the chain whether this very effect of this account is there, so that a lost journal sends nothing twice; an
   * act of another content is not done, and the chain says why it cannot be.
   */
  readonly done: (account: string) => Promise<boolean>;
  readonly words: Words;
  /** Unix seconds after which it is no longer sent. */
  readonly deadline?: bigint;
}

/** What the file of an act asks for. */
export interface PreparedAct {
  readonly moves: readonly Move[];
  readonly unit: TokenUnit;
  /** Account that the act is meant for; null when anyone may do it, or when it is not known. */
  readonly by: string | null;
  /** What is to be known before the moves, a sentence a line. */
  readonly notes?: readonly Words[];
}

/** What an office can do with one input file. */
export interface Act {
  prepare(file: string, context: TaskContext): Promise<PreparedAct>;
}

/** The door of an act: it knows the token of the amounts. */
export interface ActDoor extends Door {
  readonly decimals: number;
  /** Address of a local deployment's test token, if there is one. */
  readonly testToken: string | undefined;
}

/** What the moves of an act are built with. */
export interface ActContext extends TaskContext {
  readonly unit: TokenUnit;
}

/** What the moves of an act on a contract are built with. */
export interface DeedContext extends ActContext, DeedFile {}

/**
 * Declares an act: who does it, what its file holds, what it sends.
 *
 * @param by office of the role table, or where in the input the account is found; null for anyone
 * @example act("sanctions", () => record({ entidad: entityField() }), async ({ entidad }, context) => [...]);
 */
export function act<I>(
  by: string | null | ((input: I, context: ActContext) => Promise<string>),
  schemaOf: (door: ActDoor) => Field<I>,
  movesOf: (input: I, context: ActContext) => Promise<readonly Move[]> | readonly Move[],
): Act {
  return {
    async prepare(file, context) {
      const unit = await findUnit(file, context);
      const full = { ...context, unit };
      const input = await loadInput(file, (door) => schemaOf(actDoor(door, full)), context.door);
      const holder = typeof by === "function" ? await by(input, full) : by === null ? null : context.offices[by];
      return { moves: await movesOf(input, full), unit, by: holder ?? null };
    },
  };
}

/** A field that does not fit the others, and what is wrong with it; undefined where all fit. */
export type Misfit<I> = (input: I) => { readonly field: string; readonly error: InputError } | undefined;

const fitting = <I>(schema: z.ZodType<I>, misfit: Misfit<I>): z.ZodType<I> =>
  schema.superRefine((input, context) => {
    const found = misfit(input);
    if (found !== undefined) context.addIssue({ code: "custom", path: [found.field], params: { error: found.error } });
  });

/**
 * Declares an act on a contract: its file names the deed in the field `contrato`, relative to itself.
 *
 * @param party who the act is meant for, or where in file and deed the account is found; null for anyone
 * @param misfit what the fields of the file must be to one another
 * @example deedAct("supplier", () => ({ hito: milestoneField() }), ({ hito }, { id, contracts }) => [...]);
 */
export function deedAct<S extends z.core.$ZodLooseShape>(
  party: Party | ((input: z.output<z.ZodObject<NoInfer<S>>>, deed: Deed) => string | undefined),
  shapeOf: (door: ActDoor) => S,
  movesOf: (input: z.output<z.ZodObject<S>>, context: DeedContext) => Promise<readonly Move[]> | readonly Move[],
  misfit: Misfit<z.output<z.ZodObject<NoInfer<S>>>> = () => undefined,
): Act {
  type Input = z.output<z.ZodObject<S>> & { readonly contrato: string };
  return {
    async prepare(file, context) {
      const unit = await findUnit(file, context);
      const full = { ...context, unit };
      const schemaOf = (door: Door): z.ZodType<Input> =>
        fitting(
          record({ contrato: pathField(door), ...shapeOf(actDoor(door, full)) }) as unknown as z.ZodType<Input>,
          misfit,
        );
      const input = await loadInput(file, schemaOf, context.door);
      const deedFile = await loadDeed(input.contrato, context.door);
      const { deed } = deedFile;
      const by = typeof party === "function" ? party(input, deed) : await partyAccount(party, deed, context);
      return { moves: await movesOf(input, { ...full, ...deedFile }), unit, by: by ?? null };
    },
  };
}

/**
 * The door of an act, from that of its file.
 *
 * @example actDoor(door, context).decimals
 */
export function actDoor(door: Door, { unit, identity }: ActContext): ActDoor {
  return { ...door, decimals: unit.decimals, testToken: identity.contracts.token?.address };
}

/**
 * The path of another file, read from the folder of the input.
 *
 * @example pathField(door) // "escritura.json"
 */
export const pathField = (door: Door): Field<string> => parsedField((text) => resolve(door.folder, text));

/**
 * A milestone as people count it, from 1.
 *
 * @returns its index on chain, from 0
 * @example milestoneField() // 1 is index 0
 */
export const milestoneField = (): Field<number> => integerField(1, 64).transform((number) => number - 1);

/**
 * A token's address, or the word `prueba` for the test token of a local deployment.
 *
 * @example tokenField(door) // "prueba"
 */
export const tokenField = ({ testToken }: ActDoor): Field<string> =>
  parsedField((text) => {
    if (text !== "prueba") return parseAddress(text);
    if (testToken === undefined) throw new InputError("test-token-missing", {});
    return testToken;
  });

/**
 * The one transaction of most acts.
 *
 * @example oneMove("expire", escrow.expire.populateTransaction(deed.terms), done, (say) => say.pick("...", "..."))
 */
export const oneMove = (key: string, call: Move["call"], done: Move["done"], words: Words): readonly Move[] => [
  { key, call, done, words },
];
