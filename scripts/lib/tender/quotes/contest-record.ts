import type { Document } from "../../documents/document.ts";
import type { Happening } from "../read/tender-record.ts";
import type { PublishedContract } from "../terms/draft-of.ts";
import type { Need } from "./basket.ts";
import type { ContestTimetable } from "./request-file.ts";

/** A quote that was filed and not withdrawn. */
export interface ContestQuote {
  /** Registry entity. */
  readonly supplier: bigint;
  readonly filing: Happening & { readonly group: bigint; readonly commitment: string; readonly ciphertext: string };
  /** Its opening; `price` as it counts, smallest units. Null while sealed. */
  readonly opening:
    (Happening & { readonly price: bigint; readonly salt: string; readonly admissible: boolean }) | null;
}

/** A supplier that was made the one that may accept. */
export interface ContestChoice extends Happening {
  readonly supplier: bigint;
  readonly price: bigint;
  readonly isCheapest: boolean;
  readonly acceptBy: bigint;
  readonly justification: Document;
}

/** Whom a contest passed over. */
export interface PassedOver extends Happening {
  readonly supplier: bigint;
  readonly declined: boolean;
}

/** How a contest ended (`Quotes.Outcome`). */
export interface ContestEnding extends Happening {
  readonly outcome: bigint;
  /** Digest of the published reason, 0 where the rules alone ended it. */
  readonly reason: string;
  /** Supplier, price and id of the contract, where one was opened. */
  readonly contract: { readonly supplier: bigint; readonly price: bigint; readonly id: string } | null;
}

/** A request for quotes or a second competition, as its events tell it. */
export interface ContestRecord {
  readonly id: string;
  readonly published: Happening;
  /** What its acceptance opens. */
  readonly contract: PublishedContract;
  readonly timetable: ContestTimetable;
  /** Highest price, smallest units. */
  readonly budget: bigint;
  /** Framework and basket of a second competition. */
  readonly subject: { readonly framework: string; readonly basket: readonly Need[] } | null;
  readonly quotes: readonly ContestQuote[];
  readonly choices: readonly ContestChoice[];
  readonly passedOver: readonly PassedOver[];
  readonly ending: ContestEnding | null;
}

/** `Quotes.Outcome` by name. */
export const OUTCOME = { contracted: 1n, unsuccessful: 2n, cancelled: 3n, lapsed: 4n } as const;

/** Admissible groups that an agile purchase needs (Ley 19.886 art. 56); a second competition needs one. */
export const MINIMUM_GROUPS = { request: 3n, competition: 1n } as const;
