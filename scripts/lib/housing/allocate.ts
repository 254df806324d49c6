import type { ApplicationTable } from "./application-table.ts";
import type { Slot } from "./application.ts";

/** What stands for no slot in {@link Allocation.slotOf}. */
export const NO_SLOT = 0xffff;

/** Who gets what in one pass. */
export interface Allocation {
  /** The slot of each row, or {@link NO_SLOT}. */
  readonly slotOf: Uint16Array;
  /** By slot, the rows admitted, from the highest key to the lowest. */
  readonly entries: readonly (readonly number[])[];
  /** By slot, the first committee that did not fit, which closed the slot. */
  readonly misfits: readonly (number | undefined)[];
  /** By slot, the seats that are left. */
  readonly empty: Uint32Array;
}

/** What one pass allocates. */
export interface Offer {
  readonly applications: ApplicationTable;
  readonly slots: readonly Slot[];
  /** Rows from the highest key to the lowest; those that take part. */
  readonly order: Iterable<number>;
  /** By slot, the seats on offer. */
  readonly seats: ArrayLike<number>;
}

/**
 * Allocates: in the order of their keys, each household takes the first slot of its list that still has a seat. A committee takes as many seats as
 * it has homes, and a slot of committees closes at the first that does not fit, to it and to everybody after it.
 *
 * @example allocate({ applications, slots, order: keys.order, seats: slots.map(({ seats }) => seats) }).slotOf[row];
 */
export function allocate({ applications, slots, order, seats }: Offer): Allocation {
  const { starts, slots: lists, sizes } = applications;
  const empty = Uint32Array.from(seats);
  const isCommittee = Uint8Array.from(slots, (slot) => Number(slot.isCommittee));
  const isClosed = new Uint8Array(slots.length);
  const slotOf = new Uint16Array(applications.count).fill(NO_SLOT);
  const entries: number[][] = slots.map(() => []);
  const misfits: (number | undefined)[] = slots.map(() => undefined);
  for (const row of order) {
    const end = starts[row + 1] ?? 0;
    for (let place = starts[row] ?? 0; place < end; place += 1) {
      const slot = lists[place] ?? NO_SLOT;
      if (slot >= slots.length || isClosed[slot] === 1) continue;
      const needed = sizes[row] ?? 1;
      if ((isCommittee[slot] === 1) !== needed > 1) continue;
      const left = empty[slot] ?? 0;
      if (needed <= left) {
        empty[slot] = left - needed;
        slotOf[row] = slot;
        entries[slot]?.push(row);
        break;
      }
      isClosed[slot] = 1;
      if (isCommittee[slot] === 1) misfits[slot] = row;
    }
  }
  return { slotOf, entries, misfits, empty };
}
