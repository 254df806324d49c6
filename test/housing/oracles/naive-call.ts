import { keyOf, type Application, type Slot } from "../../../scripts/lib/housing/application.ts";

/** An applicant of a call that is kept as plain objects. */
interface Household {
  readonly application: Application;
  readonly key: bigint;
  state: "live" | "fixed" | "out";
  slot: number | undefined;
}

/** A round as the naive call sees it. */
export interface NaiveRound {
  readonly slotOf: (number | undefined)[];
  readonly cutoffs: bigint[];
  readonly misfits: (string | undefined)[];
}

/**
 * The sentence of the law, household by household, with nothing clever: looks for the highest key that is left, asks each slot of the list how
 * many seats are taken, and counts them anew each time.
 */
export class NaiveCall {
  readonly households: Household[];
  readonly #slots: readonly Slot[];
  #cutoffs: (bigint | undefined)[];

  constructor(applications: readonly Application[], slots: readonly Slot[], seed: string) {
    this.#slots = slots;
    this.#cutoffs = slots.map(() => undefined);
    this.households = applications.map((application) => ({
      application,
      key: keyOf(seed, application.score, application.nullifier),
      state: application.eligible ? "live" : "out",
      slot: undefined,
    }));
  }

  #taken(slot: number): number {
    const holders = this.households.filter((one) => one.slot === slot && one.state !== "out");
    return holders.reduce((sum, { application }) => sum + application.size, 0);
  }

  round(): NaiveRound {
    const waiting = this.households.filter(({ state }) => state === "live");
    for (const one of waiting) one.slot = undefined;
    const closedBy = new Map<number, Household>();
    while (waiting.length > 0) {
      const first = waiting.reduce((best, one) => (one.key > best.key ? one : best));
      waiting.splice(waiting.indexOf(first), 1);
      first.slot = first.application.slots.find((slot) => {
        const { seats, isCommittee } = this.#slots[slot]!;
        if (closedBy.has(slot) || isCommittee !== first.application.size > 1) return false;
        if (this.#taken(slot) + first.application.size <= seats) return true;
        closedBy.set(slot, first);
        return false;
      });
    }
    return {
      slotOf: this.households.map(({ state, slot }) => (state === "out" ? undefined : slot)),
      cutoffs: this.#slots.map((_, slot) => this.#cutoff(slot, closedBy.get(slot))),
      misfits: this.#slots.map(({ isCommittee }, slot) =>
        isCommittee ? closedBy.get(slot)?.application.nullifier : undefined,
      ),
    };
  }

  /** The lowest key that a full slot ever admitted; a committee that does not fit closes its slot just above itself. */
  #cutoff(slot: number, misfit: Household | undefined): bigint {
    const { seats, isCommittee } = this.#slots[slot]!;
    const isFull = this.#taken(slot) === seats;
    const admitted = this.households.filter((one) => one.slot === slot && one.state === "live").map(({ key }) => key);
    const found = isCommittee && misfit ? [misfit.key + 1n] : isFull ? admitted : [0n];
    const before = this.#cutoffs[slot] ?? 2n ** 192n;
    const cutoff = found.reduce((least, key) => (key < least ? key : least), before);
    this.#cutoffs[slot] = cutoff;
    return cutoff;
  }
}
