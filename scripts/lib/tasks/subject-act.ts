import type * as z from "zod";

import { record, type Field } from "../input/fields.ts";
import { loadInput, type Door } from "../input/load-input.ts";
import { actDoor, type Act, type ActContext, type ActDoor, type Move, type PreparedAct } from "./act.ts";
import type { TaskContext } from "./context.ts";
import { findUnit } from "./find-unit.ts";

/** What an act on something published does; notes are said before it. */
export type SubjectMoves = readonly Move[] | Required<Pick<PreparedAct, "moves" | "notes">>;

/** Who an act is meant for, by the fields of its file that say so: null for anyone. */
type Doer<R> = ((input: never, context: ActContext & R) => Promise<string> | string) | null;

/** Declares an act on one kind of subject. */
export type SubjectAct<R> = <S extends z.core.$ZodLooseShape>(
  by: Doer<R>,
  shapeOf: (door: ActDoor) => S,
  movesOf: (input: z.output<z.ZodObject<S>>, context: ActContext & R) => Promise<SubjectMoves> | SubjectMoves,
) => Act;

/**
 * How acts on one kind of subject are declared: their files name it in a field, and it is read before the moves are made.
 *
 * @param field name of the field
 * @param read what the moves need of it
 * @example const tenderAct = subjectAct("licitacion", recordField, openTender);
 */
export function subjectAct<R extends object>(
  field: string,
  fieldOf: () => Field<string>,
  read: (given: string, context: TaskContext) => Promise<R>,
): SubjectAct<R> {
  return (by, shapeOf, movesOf) => ({
    async prepare(file, context) {
      type Input = z.output<z.ZodObject<ReturnType<typeof shapeOf>>>;
      const full = { ...context, unit: await findUnit(file, context) };
      const schemaOf = (door: Door): z.ZodType<Input> =>
        record({ [field]: fieldOf(), ...shapeOf(actDoor(door, full)) });
      const input = await loadInput(file, schemaOf, context.door);
      const subject = { ...full, ...(await read((input as Record<string, string>)[field] ?? "", context)) };
      const moves = await movesOf(input, subject);
      const holder = by === null ? null : await by(input as never, subject);
      return { unit: full.unit, by: holder, ...("moves" in moves ? moves : { moves }) };
    },
  });
}
