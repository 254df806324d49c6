import type { LocalDate } from "../calendar/local-date.ts";
import type { Text } from "../lang.ts";

/** The types that a JSON value can have, plus `integer`, as a message names them. */
export type JsonType = "text" | "number" | "integer" | "boolean" | "null" | "list" | "object" | "nothing";

/** What each kind of message argument holds before it is put into words (see `formatArgument`). */
export interface ArgumentValues {
  /** Text from a file, a chain or a library: escaped, shortened and stripped of secrets when shown. */
  text: string;
  /** Text of ours, perhaps in both languages: a path, a key, a sentence. Escaped, and shown in full. */
  own: string | Text;
  /** Why something failed, without its full stop: our sentence in both languages, or words from elsewhere. */
  reason: string | Text;
  jsonType: JsonType;
  /** A whole number of things. */
  count: bigint | number;
  /** A record's number: no thousands separators. */
  id: bigint | number;
  /** A position that the chain counts from 0 and people from 1: a milestone, a kind of certificate. */
  ordinal: bigint | number;
  /** Smallest units of the token. */
  amount: bigint;
  /** Unix seconds. */
  date: bigint;
  /** A calendar day. */
  day: LocalDate;
  /** Seconds. */
  duration: bigint;
  /** Basis points. */
  bps: bigint | number;
  address: string;
  /** A Registry entity's id. */
  entity: bigint;
  /** Bytes as 0x hex. */
  digest: string;
  flag: boolean;
}

/** The names of a contract enum's values, in the order of the enum. */
export interface Labels {
  readonly es: readonly string[];
  readonly en: readonly string[];
}

export type ParamSpec = keyof ArgumentValues | Labels;

/** The three sentences of a message, or the one of a notice; `{name}` stands for a parameter. */
export type Wording = readonly [sentence: string, cause: string, remedy: string] | readonly [notice: string];

/** One entry of the catalogue. For a contract error, `params` lists the error's arguments in the ABI's order. */
export interface Message {
  readonly params: Readonly<Record<string, ParamSpec>>;
  readonly es: Wording;
  readonly en: Wording;
}

/** Messages by code: kebab-case for our own, the Solidity name for a contract's custom error. */
export type Catalogue = Readonly<Record<string, Message>>;

/** The values that a message of type `M` is rendered with. */
export type ParamsOf<M extends Message> = {
  readonly [P in keyof M["params"]]: M["params"][P] extends keyof ArgumentValues
    ? ArgumentValues[M["params"][P]]
    : bigint;
};
