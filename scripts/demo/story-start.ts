import { chileanCalendar } from "../lib/calendar/business-calendar.ts";
import { readLocal } from "../lib/calendar/local-time.ts";
import { STATUTORY_TERMS, termDeadline } from "../lib/calendar/terms.ts";
import type { DemoFile } from "./demo-file.ts";

const HOUR = 3_600n;
const DAY = 86_400n;
/** A story without a date of its own begins this long before the last day of signature. */
const LEAD = 25n * DAY;
/** 1,000 UTM for a file that does not state it, token units: the UTM of November 2026 was 69,542 pesos. */
const THOUSAND_UTM = 69_542_000n;

/** How the contract of a file comes about; unix seconds, and token units. */
export interface Opening {
  /** 1,000 UTM. */
  readonly threshold: bigint;
  /** When the award is announced, or the contract opened if it needs no announcement. */
  readonly from: bigint;
  /** Last second of the notice; undefined below the threshold. */
  readonly noticeUntil: bigint | undefined;
  /** When both sides sign. */
  readonly opensAt: bigint;
}

type Beginning = Pick<DemoFile, "historia" | "licitacion" | "firmaHasta">;

/**
 * The moment at which a file's story begins.
 *
 * @returns unix seconds
 * @example startOf(file);
 */
export const startOf = ({ historia, licitacion, firmaHasta }: Beginning): bigint =>
  historia?.inicio ?? (licitacion ? licitacion.publicacion - DAY : firmaHasta - LEAD);

/**
 * When the contract of a file is announced and opened. The notice runs from the day after the announcement; the
 * contract opens in the morning after its last day. The winner of a tender signs at `firmaHasta`.
 *
 * @example openingOf(file).opensAt;
 */
export function openingOf(file: Beginning & Pick<DemoFile, "precio">): Opening {
  const threshold = file.historia?.milUtm ?? THOUSAND_UTM;
  if (file.licitacion) {
    return { threshold, from: file.firmaHasta, noticeUntil: undefined, opensAt: file.firmaHasta };
  }
  const from = startOf(file) + DAY;
  if (file.precio < threshold) return { threshold, from, noticeUntil: undefined, opensAt: from };
  const noticeUntil = termDeadline(readLocal(from).date, STATUTORY_TERMS.directAwardNotice, chileanCalendar());
  return { threshold, from, noticeUntil, opensAt: noticeUntil + 10n * HOUR };
}
