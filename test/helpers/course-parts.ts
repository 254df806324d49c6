import { REASON } from "./court.ts";
import { COURSE_CALLERS, errorText } from "./course-table.ts";
import type { Cells, Reach, Subject } from "./course-table.ts";
import type { LiveState } from "./liveness.ts";
import type { Connection } from "./suite.ts";

/** Of a function that anyone may call. */
export const ANYONE = { who: COURSE_CALLERS, guard: () => "", before: [] } as const;

/** Digest of the reasons that every call gives. */
export const DIGEST = REASON.digest;

/** When a row looks at its state, unix seconds. */
export type Moment = (state: LiveState) => Promise<bigint> | bigint;

/** States looked at later. */
export function laterIn({ networkHelpers: { time } }: Connection) {
  return (reach: Reach, when: Moment): Reach =>
    async () => {
      const state = await reach();
      await time.increaseTo(await when(state));
      return state;
    };
}

/** The second after another. */
export const past =
  (when: Moment): Moment =>
  async (state) =>
    (await when(state)) + 1n;

/** The sum of windows of a contract, seconds. */
export const windowsOf = ({ deed }: LiveState, names: readonly (keyof LiveState["deed"]["annex"])[]): bigint =>
  names.reduce((sum, name) => sum + BigInt(deed.annex[name] as string), 0n);

/** The cells of a row: every function that is not named meets `otherwise`. */
export function cellsOf(acts: Subject["acts"], otherwise: Cells[string], named: Cells): Cells {
  return { ...Object.fromEntries(Object.keys(acts).map((name) => [name, otherwise])), ...named };
}

/** An error of the record's id and the caller. */
export const guardOf = (error: string) => (state: LiveState, caller: string) => errorText(error, state.id, caller);
