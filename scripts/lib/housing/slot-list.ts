import type { Slot } from "./application.ts";

/**
 * The slots of an application: for each project that it chose, in its order, the slots of the reserves that it belongs to, in the order of the
 * call. That order decides who wins: with the reserve first, a member leaves the open seats to others only while reserved ones last.
 *
 * @param projects the preferred one first
 * @param reserves kinds of reserve that the household belongs to, the open part among them
 * @param order kinds of reserve as the call orders them
 * @example slotList(slots, [7, 2], [0, 1], [1, 0]); // disability first, then open, of project 7, then of project 2
 */
export const slotList = (
  slots: readonly Slot[],
  projects: readonly number[],
  reserves: readonly number[],
  order: readonly number[],
): number[] =>
  projects.flatMap((project) =>
    order
      .filter((reserve) => reserves.includes(reserve))
      .map((reserve) => slots.findIndex((slot) => slot.project === project && slot.reserve === reserve))
      .filter((slot) => slot !== -1),
  );
