/** One side of a market that proposes: positions of schools, the preferred one first. */
export type Preferences = readonly (readonly number[])[];

/** The other side: how many it takes, and in what order. */
export interface School {
  readonly capacity: number;
  /** Proposers from the first to the last in line; those who are not in it are never admitted. */
  readonly priority: readonly number[];
}

/**
 * Deferred acceptance, the proposers proposing: everybody applies to the best school that has not refused them, and a school keeps the best of those it
 * holds. Source: D. Gale and L. S. Shapley, College Admissions and the Stability of Marriage (1962), section 3.
 *
 * @returns the school of each proposer
 */
export function deferredAcceptance(preferences: Preferences, schools: readonly School[]): (number | undefined)[] {
  const next = preferences.map(() => 0);
  const held: number[][] = schools.map(() => []);
  const free = preferences.map((_, proposer) => proposer);
  for (let proposer = free.pop(); proposer !== undefined; proposer = free.pop()) {
    const choice = preferences[proposer]![next[proposer]!];
    if (choice === undefined) continue;
    next[proposer]! += 1;
    const { capacity, priority } = schools[choice]!;
    const applicants = [...held[choice]!, proposer]
      .filter((one) => priority.includes(one))
      .sort((left, right) => priority.indexOf(left) - priority.indexOf(right));
    const refused = [...held[choice]!, proposer].filter((one) => !applicants.slice(0, capacity).includes(one));
    held[choice] = applicants.slice(0, capacity);
    free.push(...refused);
  }
  return preferences.map((_, proposer) => {
    const school = held.findIndex((students) => students.includes(proposer));
    return school === -1 ? undefined : school;
  });
}

/** The pairs that would both rather have each other, or an empty seat: none in a stable matching. */
export function blockingPairs(
  preferences: Preferences,
  schools: readonly School[],
  matching: readonly (number | undefined)[],
): [proposer: number, school: number][] {
  return preferences.flatMap((list, proposer) => {
    const own = matching[proposer];
    const better = own === undefined ? list : list.slice(0, list.indexOf(own));
    return better.flatMap((school): [number, number][] => {
      const { capacity, priority } = schools[school]!;
      const rank = priority.indexOf(proposer);
      if (rank === -1 || capacity === 0) return [];
      const students = matching.flatMap((at, one) => (at === school ? [one] : []));
      const isEnvious = students.length < capacity || students.some((one) => priority.indexOf(one) > rank);
      return isEnvious ? [[proposer, school]] : [];
    });
  });
}
