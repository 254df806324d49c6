import type { Result } from "ethers";

import type { Document } from "../../documents/document.ts";
import type { RecordEvent, TenderEvent } from "./tender-logs.ts";
import type { Happening } from "./tender-record.ts";

/** A number of an event. */
export const uint = ({ args }: RecordEvent, name: string): bigint => args.getValue(name) as bigint;
/** An address or a word of bytes of an event. */
export const word = ({ args }: RecordEvent, name: string): string => args.getValue(name) as string;
/** A truth value of an event. */
export const flag = ({ args }: RecordEvent, name: string): boolean => args.getValue(name) as boolean;
/** Numbers of an event. */
export const uints = ({ args }: RecordEvent, name: string): bigint[] =>
  Array.from(args.getValue(name) as Iterable<bigint>);

/** A document of an event. */
export function documentOf({ args }: RecordEvent, name: string): Document {
  const { digest, pointer } = (args.getValue(name) as Result).toObject() as Document;
  return { digest, pointer };
}

/** When, where and by whom an event happened. */
export const at = ({ order, block, time, transaction, by }: RecordEvent): Happening => ({
  ...{ order, block, time, transaction, by },
});

/** A word of the call that made an event, where it is the call of that function. */
export const callWord = ({ call }: TenderEvent, name: string, argument: string): string | null =>
  call?.name === name ? (call.args.getValue(argument) as string) : null;
