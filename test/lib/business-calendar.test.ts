import { expect } from "chai";
import fc from "fast-check";

import {
  addBusinessDays,
  chileanCalendar,
  countBusinessDays,
  FIRST_YEAR,
  LAST_YEAR,
} from "../../scripts/lib/calendar/business-calendar.ts";
import { addDays, weekday, type LocalDate } from "../../scripts/lib/calendar/local-date.ts";
import { STATUTORY_TERMS, termDeadline, termEnd } from "../../scripts/lib/calendar/terms.ts";
import { expectRefusal } from "./refusal.ts";

const calendar = chileanCalendar();
const SUNDAY = 0;
const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY] = [1, 2, 3, 5] as const;

/** Instants of the June solstice as astronomical almanacs publish them, UTC. */
const SOLSTICES = [
  "2022-06-21T09:14Z",
  "2023-06-21T14:58Z",
  "2024-06-20T20:51Z",
  "2025-06-21T02:42Z",
  "2026-06-21T08:25Z",
  "2027-06-21T14:11Z",
  "2028-06-20T20:02Z",
  "2029-06-21T01:48Z",
  "2030-06-21T07:31Z",
  "2031-06-21T13:17Z",
  "2032-06-20T19:09Z",
  "2033-06-21T01:01Z",
  "2034-06-21T06:44Z",
  "2035-06-21T12:33Z",
];

/** Easter Sunday by the Gregorian computus of Meeus. */
function easter(year: number): LocalDate {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const moon = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * moon + 114;
  return addDays(`${year}-${pad(Math.floor(days / 31))}-01` as LocalDate, days % 31);
}

const pad = (part: number): string => part.toString().padStart(2, "0");

/** Ley 19.668: moved to the Monday of its week from Tuesday to Thursday, to the next one from Friday. */
function movedToMonday(date: LocalDate): LocalDate {
  const day = weekday(date);
  if (day >= 2 && day <= 4) return addDays(date, 1 - day);
  return day === FRIDAY ? addDays(date, 3) : date;
}

/** The holidays that do not always fall on a Sunday, from the statutes that fix them. */
function statutoryHolidays(year: number, solstice: string): Set<LocalDate> {
  const on = (day: string): LocalDate => `${year}-${day}` as LocalDate;
  const winter = new Date(Date.parse(solstice) - 4 * 3_600_000).toISOString().slice(0, 10) as LocalDate;
  const fixed = ["01-01", "05-01", "05-21", "07-16", "08-15", "09-18", "09-19", "11-01", "12-08", "12-25"].map(on);
  const holidays = new Set([...fixed, addDays(easter(year), -2), winter]);
  holidays.add(movedToMonday(on("06-29"))).add(movedToMonday(on("10-12")));
  // Ley 20.299
  const reformation = on("10-31");
  const moves = { [TUESDAY as number]: -4, [WEDNESDAY as number]: 2 };
  holidays.add(addDays(reformation, moves[weekday(reformation)] ?? 0));
  // Ley 20.215 and Ley 20.983
  if (weekday(on("01-02")) === MONDAY) holidays.add(on("01-02"));
  if (weekday(on("09-17")) === MONDAY || weekday(on("09-17")) === FRIDAY) holidays.add(on("09-17"));
  if (weekday(on("09-20")) === FRIDAY) holidays.add(on("09-20"));
  // Ley 21.482, for that year only
  if (year === 2022) holidays.add(on("09-16"));
  return holidays;
}

function daysOf(year: number): LocalDate[] {
  const first: LocalDate = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter((day) => day.startsWith(`${year}`));
}

const isWeekend = (day: LocalDate): boolean => weekday(day) === SUNDAY || weekday(day) === 6;

describe("chileanCalendar", () => {
  for (const [index, solstice] of SOLSTICES.entries()) {
    const year = 2022 + index;
    it(`agrees with the statutes on every day of ${year}`, () => {
      const holidays = statutoryHolidays(year, solstice);
      const wrong = daysOf(year).filter((day) => calendar(day) === (isWeekend(day) || holidays.has(day)));
      expect(wrong).to.deep.equal([]);
    });
  }

  it("knows from 8 to 18 weekdays as holidays in each of its years", () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      const holidays = daysOf(year).filter((day) => !isWeekend(day) && !calendar(day));
      expect(holidays.length, `${year}`).to.be.within(8, 18);
    }
  });

  it("refuses the years before and after its own", async () => {
    const bounds = { first: FIRST_YEAR, last: LAST_YEAR };
    await expectRefusal(() => calendar("2021-12-31"), "date-outside-calendar", { year: 2021, ...bounds });
    await expectRefusal(() => calendar("2100-01-01"), "date-outside-calendar", { year: 2100, ...bounds });
  });

  it("does not count the holidays of regions and banks", () => {
    expect(calendar("2027-06-07")).to.equal(true);
    expect(calendar("2026-12-31")).to.equal(true);
  });

  it("takes a holiday that a later law declares", () => {
    expect(calendar("2026-11-16")).to.equal(true);
    expect(chileanCalendar(["2026-11-16"])("2026-11-16")).to.equal(false);
  });
});

describe("addBusinessDays", () => {
  it("counts from the next day and skips the national holidays", () => {
    expect(addBusinessDays("2026-09-17", 1, calendar)).to.equal("2026-09-21");
    expect(addBusinessDays("2026-09-14", 5, calendar)).to.equal("2026-09-22");
  });

  it("refuses a count below one", () => {
    expect(() => addBusinessDays("2026-09-17", 0, calendar)).to.throw(RangeError, "business days: 0");
    expect(() => addBusinessDays("2026-09-17", 1.5, calendar)).to.throw(RangeError, "business days: 1.5");
  });

  it("ends on a business day, and countBusinessDays finds the same count", () => {
    const start = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2022-01-01", days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 300 }), (date, days) => {
        const end = addBusinessDays(date, days, calendar);
        expect(calendar(end)).to.equal(true);
        expect(countBusinessDays(date, end, calendar)).to.equal(days);
      }),
    );
  });
});

describe("countBusinessDays", () => {
  it("leaves out the first day and counts the last", () => {
    expect(countBusinessDays("2026-09-16", "2026-09-17", calendar)).to.equal(1);
    expect(countBusinessDays("2026-09-17", "2026-09-20", calendar)).to.equal(0);
  });

  it("counts nothing backwards", () => {
    expect(countBusinessDays("2026-09-17", "2026-09-10", calendar)).to.equal(0);
  });
});

describe("terms of the law", () => {
  it("accept by silence eight calendar days later, holiday or not", () => {
    expect(termEnd("2026-09-10", STATUTORY_TERMS.acceptance, calendar)).to.equal("2026-09-18");
    expect(termDeadline("2026-09-10", STATUTORY_TERMS.acceptance, calendar)).to.equal(1_789_786_800n);
  });

  it("pay thirty calendar days later", () => {
    expect(termEnd("2026-12-10", STATUTORY_TERMS.payment, calendar)).to.equal("2027-01-09");
  });

  it("keep the performance bond for sixty business days", () => {
    expect(termEnd("2026-09-01", STATUTORY_TERMS.performanceBond, calendar)).to.equal("2026-11-26");
  });
});
