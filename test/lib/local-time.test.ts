import { expect } from "chai";
import fc from "fast-check";

import { formatDay, formatDuration, formatInstant } from "../../scripts/lib/calendar/format-date.ts";
import { checkHorizon } from "../../scripts/lib/calendar/horizon.ts";
import { addDays, parseLocalDate, weekday } from "../../scripts/lib/calendar/local-date.ts";
import { endOfDay, offsetText, parseDateTime, readLocal } from "../../scripts/lib/calendar/local-time.ts";
import { expectRefusal } from "./refusal.ts";

const utc = (text: string): bigint => BigInt(Date.parse(text) / 1000);

const instant = fc.bigInt({ min: utc("2022-01-01T00:00:00Z"), max: utc("2099-12-31T00:00:00Z") });

/** Runs with the machine's own clock set to another zone. */
function inZone<T>(zone: string, act: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return act();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe("parseLocalDate", () => {
  it("reads a leap day", () => {
    expect(parseLocalDate("2028-02-29")).to.equal("2028-02-29");
  });

  for (const text of ["2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2100-02-29"]) {
    it(`refuses ${text}, which does not exist`, async () => {
      await expectRefusal(() => parseLocalDate(text), "date-unreal", { found: text });
    });
  }

  for (const text of [
    "18-09-2026",
    "18/09/2026",
    "2026-9-18",
    "26-09-18",
    "2026-09-18 ",
    "0026-09-18",
    "en 2026-09-18",
    "hoy",
    "",
  ]) {
    it(`refuses the form "${text}"`, async () => {
      await expectRefusal(() => parseLocalDate(text), "date-malformed", { found: text });
    });
  }
});

describe("addDays and weekday", () => {
  it("cross months, years and leap days", () => {
    expect(addDays("2026-12-30", 3)).to.equal("2027-01-02");
    expect(addDays("2028-02-28", 1)).to.equal("2028-02-29");
    expect(addDays("2028-03-01", -2)).to.equal("2028-02-28");
    expect(weekday("2026-09-18")).to.equal(5);
  });

  it("do not lose the day on which the clocks change, whatever the machine's zone", () => {
    const days = inZone("America/Santiago", () => [addDays("2026-09-05", 1), addDays("2026-04-04", 1)]);
    expect(days).to.deep.equal(["2026-09-06", "2026-04-05"]);
  });
});

describe("parseDateTime", () => {
  const accepted = {
    "2026-09-18T15:00": "2026-09-18T18:00:00Z",
    "2026-09-18 15:00:30": "2026-09-18T18:00:30Z",
    "2026-07-16T15:00": "2026-07-16T19:00:00Z",
    "2026-09-18T18:00Z": "2026-09-18T18:00:00Z",
    "2026-09-18T15:00-04:00": "2026-09-18T19:00:00Z",
    "2028-02-29T00:00": "2028-02-29T03:00:00Z",
    "2026-04-04T23:30-03:00": "2026-04-05T02:30:00Z",
    "2026-04-04T23:30-04:00": "2026-04-05T03:30:00Z",
    "2026-04-04T22:59:59": "2026-04-05T01:59:59Z",
    "2026-04-05T00:00": "2026-04-05T04:00:00Z",
    "2026-09-05T23:59:59": "2026-09-06T03:59:59Z",
    "2026-09-06T01:00": "2026-09-06T04:00:00Z",
  };
  for (const [text, expected] of Object.entries(accepted)) {
    it(`reads ${text} as ${expected}`, () => {
      expect(parseDateTime(text)).to.equal(utc(expected));
    });
  }

  it("refuses a time that the clocks skip", async () => {
    for (const found of ["2026-09-06T00:00", "2026-09-06T00:59:59"]) {
      await expectRefusal(() => parseDateTime(found), "time-skipped", { found });
    }
  });

  it("refuses a time that the clocks repeat, and offers both readings", async () => {
    await expectRefusal(() => parseDateTime("2026-04-04T23:30"), "time-repeated", {
      found: "2026-04-04T23:30",
      first: "2026-04-04T23:30:00-03:00",
      second: "2026-04-04T23:30:00-04:00",
    });
  });

  it("refuses a day that does not exist", async () => {
    await expectRefusal(() => parseDateTime("2026-02-30T10:00Z"), "date-unreal", { found: "2026-02-30" });
  });

  for (const text of [
    "2026-09-18",
    "2026-09-18T24:00",
    "2026-09-18T15",
    "2026-09-18T15:60",
    "2026-09-18T15:00:60",
    "2026-09-18T15:00-03:60",
    "2026-09-18T15:00+15:00",
    "2026-09-18T15:00+20:00",
    "el 2026-09-18T15:00",
    "2026-09-18T15:00 CLT",
    "",
  ]) {
    it(`refuses the form "${text}"`, async () => {
      await expectRefusal(() => parseDateTime(text), "time-malformed", { found: text });
    });
  }

  it("reads back every local time that readLocal shows, in any zone of the machine", () => {
    const zone = fc.constantFrom("UTC", "Asia/Tokyo", "America/Santiago");
    fc.assert(
      fc.property(instant, zone, (moment, machine) => {
        inZone(machine, () => {
          const { date, time, offset } = readLocal(moment);
          expect(parseDateTime(`${date}T${time}${offsetText(offset)}`)).to.equal(moment);
        });
      }),
    );
  });
});

describe("endOfDay", () => {
  const days = {
    "2026-09-18": "2026-09-19T03:00:00Z",
    "2026-07-16": "2026-07-17T04:00:00Z",
    "2026-09-05": "2026-09-06T04:00:00Z",
    "2026-04-04": "2026-04-05T04:00:00Z",
    "2026-12-31": "2027-01-01T03:00:00Z",
  } as const;
  for (const [day, end] of Object.entries(days)) {
    it(`ends ${day} at ${end}`, () => {
      expect(endOfDay(parseLocalDate(day))).to.equal(utc(end));
    });
  }

  it("is the first second of the next day", () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const { date } = readLocal(moment);
        const end = endOfDay(date);
        expect(readLocal(end - 1n).date).to.equal(date);
        expect(readLocal(end).date).to.equal(addDays(date, 1));
      }),
    );
  });
});

describe("checkHorizon", () => {
  const now = utc("2026-11-21T00:00:00Z");
  const limit = now + 10n * 31_556_952n;

  it("accepts the second after the clock and the last of the years", () => {
    expect([checkHorizon(now + 1n, now, 10), checkHorizon(limit, now, 10)]).to.deep.equal([now + 1n, limit]);
  });

  it("refuses the clock's own second", async () => {
    await expectRefusal(() => checkHorizon(now, now, 10), "date-past", { found: now, now });
  });

  it("refuses the second after the last of the years", async () => {
    await expectRefusal(() => checkHorizon(limit + 1n, now, 10), "date-too-far", { found: limit + 1n, limit });
  });
});

describe("dates in words", () => {
  it("name the day in each language", () => {
    expect(formatDay("2026-09-08", "es")).to.equal("8 de septiembre de 2026");
    expect(formatDay("2026-12-18", "en")).to.equal("18 December 2026");
  });

  it("show Santiago's clock and UTC", () => {
    expect(formatInstant(1_789_786_830n, "es")).to.equal(
      "19 de septiembre de 2026, 00:00:30 en Santiago (2026-09-19 03:00:30 UTC)",
    );
    expect(formatInstant(1_789_783_200n, "en")).to.equal("18 September 2026, 23:00 in Santiago (2026-09-19 02:00 UTC)");
  });

  it("show what contracts keep for no date, and beyond any calendar, as such", () => {
    expect(formatInstant(0n, "es")).to.equal("sin fecha");
    expect(formatInstant(2n ** 40n - 1n, "en")).to.equal("instant 1099511627775");
    expect(formatInstant(utc("9999-12-31T23:59:59Z"), "en")).to.contain("9999-12-31 23:59:59 UTC");
    expect(formatInstant(utc("9999-12-31T23:59:59Z") + 1n, "es")).to.equal("instante 253402300800");
  });

  it("show lengths of time exactly", () => {
    expect(formatDuration(691_200n, "es")).to.equal("8 días");
    expect(formatDuration(90_061n, "en")).to.equal("1 day 1 hour 1 minute 1 second");
    expect(formatDuration(0n, "es")).to.equal("0 segundos");
  });

  it("do not follow the machine's zone", () => {
    const words = ["UTC", "Asia/Tokyo"].map((zone) => inZone(zone, () => formatInstant(1_789_754_400n, "es")));
    expect(words[0]).to.equal(words[1]);
  });
});
