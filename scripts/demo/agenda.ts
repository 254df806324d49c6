/** What happens when. */
interface Entry {
  readonly at: bigint;
  readonly act: () => Promise<void>;
}

/** The story's events to come, in the order of their times; an event may add others. */
export class Agenda {
  readonly #entries: Entry[] = [];

  /** @param at unix seconds; a time that has passed means now */
  add(at: bigint, act: () => Promise<void>): void {
    const later = this.#entries.findIndex((entry) => entry.at > at);
    this.#entries.splice(later === -1 ? this.#entries.length : later, 0, { at, act });
  }

  /** Takes the next event; undefined when the story is over. */
  next(): Entry | undefined {
    return this.#entries.shift();
  }
}
