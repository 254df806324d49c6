import { allocate, NO_SLOT, type Allocation } from "./allocate.ts";
import type { ApplicationTable } from "./application-table.ts";
import { CLOSED, type Slot } from "./application.ts";
import { keyAt, type Keys } from "./keys.ts";

/** A call after its seed. */
export interface Market {
  readonly applications: ApplicationTable;
  readonly slots: readonly Slot[];
  readonly keys: Keys;
}

/** How a row stands between rounds: in line, with a seat that is no longer on offer, or out. */
export const LIVE = 0;
export const FIXED = 1;
export const OUT = 2;

/** One round of a call. */
export interface Round extends Omit<Allocation, "slotOf"> {
  /** The slot of each row, or `NO_SLOT`: seats of this round and fixed ones. */
  readonly slotOf: Uint16Array;
  /** {@link LIVE}, {@link FIXED} or {@link OUT} by row, as the round froze it. */
  readonly standing: Uint8Array;
  /** Key of the last one admitted to a slot that is full, one more than the misfit's, or 0. */
  readonly cutoffs: readonly bigint[];
}

/** What happened to rows since a round was settled. */
export interface Facts {
  /** They accepted without staying in line, or were paid. */
  readonly fixed?: Iterable<number>;
  /** They waived (renuncia), let the offer lapse or withdrew. */
  readonly out?: Iterable<number>;
}

/**
 * The first round of a call, in which everybody takes part whom the rules admit.
 *
 * @param excluded rows that a proven challenge put out
 * @example firstRound({ applications, slots, keys }).cutoffs[slot];
 */
export function firstRound(market: Market, excluded: Iterable<number> = []): Round {
  const standing = new Uint8Array(market.applications.count);
  market.applications.eligible.forEach((eligible, row) => (standing[row] = eligible === 1 ? LIVE : OUT));
  for (const row of excluded) standing[row] = OUT;
  return run(market, {
    standing,
    slotOf: new Uint16Array(standing.length).fill(NO_SLOT),
    cutoffs: market.slots.map(() => CLOSED),
  });
}

/**
 * The round after another: those without a seat and those who keep waiting for a better one, having one on their list, choose again, in the same order, among the seats that
 * are not fixed; whoever has one and does not keep waiting stays on it. Who is moved up frees the old seat in the same round; nobody who takes part ends worse, and no cutoff rises.
 *
 * @example nextRound(market, round, { out: waived, fixed: accepted });
 */
export function nextRound(
  market: Market,
  { standing: before, slotOf, cutoffs }: Round,
  { fixed = [], out = [] }: Facts,
): Round {
  const standing = before.slice();
  for (const row of fixed) if (slotOf[row] !== NO_SLOT) standing[row] = FIXED;
  for (const row of out) standing[row] = OUT;
  standing.forEach((now, row) => {
    const { keepsWaiting, slots, starts } = market.applications;
    const hasBest = slotOf[row] === slots[starts[row] ?? 0];
    if (now === LIVE && slotOf[row] !== NO_SLOT && (keepsWaiting[row] === 0 || hasBest)) standing[row] = FIXED;
  });
  return run(market, { standing, slotOf, cutoffs });
}

/** @param held the seats before the round, of which those of fixed rows stay where they are */
function run({ applications, slots, keys }: Market, held: Pick<Round, "standing" | "slotOf" | "cutoffs">): Round {
  const { standing } = held;
  const seats = Float64Array.from(slots, (slot) => slot.seats);
  const fixed = new Uint16Array(applications.count).fill(NO_SLOT);
  standing.forEach((now, row) => {
    const slot = held.slotOf[row] ?? NO_SLOT;
    if (now !== FIXED || slot === NO_SLOT) return;
    fixed[row] = slot;
    seats[slot] = (seats[slot] ?? 0) - (applications.sizes[row] ?? 1);
  });
  const order = keys.order.filter((row) => standing[row] === LIVE);
  const { slotOf, ...rest } = allocate({ applications, slots, order, seats });
  const cutoffs = held.cutoffs.map((before, slot) => {
    const cutoff = cutoffOf(keys, rest, slot);
    return cutoff < before ? cutoff : before;
  });
  return {
    ...rest,
    standing,
    cutoffs,
    slotOf: slotOf.map((slot, row) => (slot === NO_SLOT ? (fixed[row] ?? NO_SLOT) : slot)),
  };
}

function cutoffOf(
  keys: Keys,
  { entries, misfits, empty }: Pick<Allocation, "entries" | "misfits" | "empty">,
  slot: number,
): bigint {
  const misfit = misfits[slot];
  if (misfit !== undefined) return keyAt(keys, misfit) + 1n;
  if (empty[slot] !== 0) return 0n;
  const last = entries[slot]?.at(-1);
  return last === undefined ? CLOSED : keyAt(keys, last);
}
