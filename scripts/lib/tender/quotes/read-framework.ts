import type { Result } from "ethers";

import { InputError } from "../../input/input-error.ts";
import { at, flag, uint, uints, word } from "../read/event-values.ts";
import { recordLogs, type RecordEvent, type RecordSource } from "../read/tender-logs.ts";
import type { Happening } from "../read/tender-record.ts";
import { contractOfEvent, listOf, plain } from "../terms/terms-of-event.ts";
import type { Item } from "./basket.ts";
import type { FrameworkTerms, PublishedFramework } from "./framework-file.ts";

/** A price list that was filed and not withdrawn. */
export interface FiledList {
  /** Registry entity. */
  readonly supplier: bigint;
  readonly group: bigint;
  readonly commitment: string;
  readonly ciphertext: string;
  /** Whether it was opened, and every price was within its highest. */
  readonly opened: boolean;
  readonly valid: boolean;
  /** Every list that held, the last one last, in the order of the catalogue; smallest units. */
  readonly lists: readonly (readonly bigint[])[];
}

/** A framework agreement, as its events tell it. */
export interface FrameworkRecord extends PublishedFramework {
  readonly id: string;
  readonly published: Happening;
  readonly offers: readonly FiledList[];
  readonly cancelled: (Happening & { readonly reason: string }) | null;
}

type Known = PublishedFramework & Pick<FrameworkRecord, "published">;

interface Ledger {
  known: Known | null;
  cancelled: FrameworkRecord["cancelled"];
  readonly offers: Map<bigint, FiledList>;
}

/**
 * Reads a framework from the events of its book alone.
 *
 * @param source the book of frameworks
 * @throws InputError `framework-unknown` where nothing was published under the id; SendError as `readEvents`
 * @example (await readFramework({ chain, fromBlock, contracts: [frameworks] }, id)).items;
 */
export async function readFramework(source: RecordSource, id: string): Promise<FrameworkRecord> {
  const ledger: Ledger = { known: null, cancelled: null, offers: new Map() };
  for (const event of await recordLogs(source, id)) HANDLERS[event.name]?.(ledger, event);
  const { known, cancelled } = ledger;
  if (!known) throw new InputError("framework-unknown", { id });
  return { id, ...known, cancelled, offers: [...ledger.offers.values()] };
}

/** The groups of which every list was opened and one at least is valid: only they are admitted. */
function admittedGroups(offers: readonly FiledList[]): Set<bigint> {
  const sealed = new Set(offers.filter(({ opened }) => !opened).map(({ group }) => group));
  return new Set(offers.filter(({ group, valid }) => valid && !sealed.has(group)).map(({ group }) => group));
}

/**
 * The admitted lists of a framework as they hold now.
 *
 * @example admittedLists(framework).map(({ supplier }) => supplier);
 */
export function admittedLists({ offers }: Pick<FrameworkRecord, "offers">): { supplier: bigint; prices: bigint[] }[] {
  const groups = admittedGroups(offers);
  return offers.flatMap(({ supplier, group, valid, lists }) => {
    const prices = lists.at(-1);
    return valid && groups.has(group) && prices ? [{ supplier, prices: [...prices] }] : [];
  });
}

function withList({ offers }: Ledger, event: RecordEvent, change: Partial<FiledList>): void {
  const supplier = uint(event, "supplier");
  const offer = offers.get(supplier);
  if (!offer) throw new Error(`no event filed the list of entity ${supplier}`);
  offers.set(supplier, { ...offer, ...change, lists: [...offer.lists, uints(event, "prices")] });
}

const HANDLERS: Readonly<Record<string, (ledger: Ledger, event: RecordEvent) => void>> = {
  FrameworkPublished(ledger, event) {
    const { args } = event;
    ledger.known = {
      published: at(event),
      terms: plain(args.getValue("terms") as Result) as unknown as FrameworkTerms,
      items: listOf<Result>(args.getValue("items")).map((item) => plain(item) as unknown as Item),
      ...contractOfEvent(args),
    };
  },
  FrameworkCancelled(ledger, event) {
    ledger.cancelled = { ...at(event), reason: word(event, "reason") };
  },
  ListFiled({ offers }, event) {
    const supplier = uint(event, "supplier");
    const [group, commitment, ciphertext] = [
      uint(event, "group"),
      word(event, "commitment"),
      word(event, "ciphertext"),
    ];
    offers.set(supplier, { supplier, group, commitment, ciphertext, opened: false, valid: false, lists: [] });
  },
  ListWithdrawn({ offers }, event) {
    offers.delete(uint(event, "supplier"));
  },
  ListOpened(ledger, event) {
    withList(ledger, event, { opened: true, valid: flag(event, "valid") });
  },
  ListLowered(ledger, event) {
    withList(ledger, event, {});
  },
};
