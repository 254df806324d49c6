import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect } from "chai";

const LIB = fileURLToPath(new URL("../../scripts/lib/", import.meta.url));

const SCRIPT = `
  const { parseAmount } = await import(process.argv[1] + "units/parse-amount.ts");
  const { formatAmount } = await import(process.argv[1] + "units/format-amount.ts");
  const { formatInstant } = await import(process.argv[1] + "calendar/format-date.ts");
  const { parseDateTime } = await import(process.argv[1] + "calendar/local-time.ts");
  const { chileanCalendar, addBusinessDays } = await import(process.argv[1] + "calendar/business-calendar.ts");
  const { parseRut } = await import(process.argv[1] + "rut.ts");
  const { canonicalJson } = await import(process.argv[1] + "documents/canonical-json.ts");
  const token = { decimals: 2, symbol: "CLP" };
  console.log(canonicalJson([
    formatAmount(parseAmount("1.250.000,5", 2), token, "es"), formatAmount(125000050n, token, "en"),
    formatInstant(parseDateTime("2026-09-18T15:00"), "es"), parseRut("60.803.000-k").checkDigit,
    addBusinessDays("2026-09-17", 60, chileanCalendar()), { I: 1, i: 2, "\\u0130": 3, "\\u0131": 4, ñ: 5, n: 6, z: 7 },
  ]));
`;

/** What the script prints on a machine with this locale and zone. */
async function printedWith(locale: string, zone: string): Promise<string> {
  const env = { PATH: process.env.PATH, LANG: locale, LC_ALL: locale, TZ: zone };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", SCRIPT, LIB], { env });
  return stdout;
}

describe("scripts/lib", () => {
  it("gives the same results under every locale and zone of the machine", async () => {
    const [chilean, turkish, english] = await Promise.all([
      printedWith("es_CL.UTF-8", "America/Santiago"),
      printedWith("tr_TR.UTF-8", "Asia/Tokyo"),
      printedWith("C", "UTC"),
    ]);
    expect(chilean).to.equal(
      '["1.250.000,50 CLP","1,250,000.50 CLP","18 de septiembre de 2026, 15:00 en Santiago (2026-09-18 18:00 UTC)",' +
        '"K","2026-12-15",{"I":1,"i":2,"n":6,"z":7,"ñ":5,"İ":3,"ı":4}]\n',
    );
    expect([turkish, english]).to.deep.equal([chilean, chilean]);
  });

  it("asks no function that follows the machine's locale", () => {
    const files = globSync("**/*.ts", { cwd: LIB });
    expect(files.length).to.be.above(20);
    const asking = files.filter((file) =>
      /toLocale|localeCompare|Intl\.(?!DateTimeFormat\("en-US")/.test(readFileSync(LIB + file, "utf8")),
    );
    expect(asking).to.deep.equal([]);
  });
});
