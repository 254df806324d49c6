import { readFileSync } from "node:fs";

import { expect } from "chai";

import { ROLES } from "../../scripts/lib/roles.ts";
import type { Role } from "../../scripts/lib/roles.ts";
import { WHO_MAY } from "./who-may.ts";

const DAY = 86_400;
const readme = readFileSync(new URL("../../contracts/access/README.md", import.meta.url), "utf8");

/** Cells of every table row of the README, so that the widths that the formatter chose do not matter. */
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1)
      .join(" | "),
  );

function roleRow(role: Role): string {
  const functions = Object.entries(role.functions).flatMap(([contract, names]) =>
    names.map((name) => `\`${contract}.${name}\``),
  );
  const delay = role.executionDelay === 0 ? "none" : `${role.executionDelay / DAY} days`;
  return [role.id, `\`${role.key}\``, `${role.name.en} (${role.name.es})`, delay, functions.join(", ")].join(" | ");
}

describe("contracts/access/README.md", () => {
  it("prints the role table as it is", () => {
    for (const role of ROLES) expect(rows).to.include(roleRow(role));
    expect(rows.filter((row) => /^\d/.test(row))).to.have.length(ROLES.length + 1); // and ADMIN
  });

  it("prints who may call everything that no role guards", () => {
    for (const [contract, callers] of Object.entries(WHO_MAY)) {
      for (const [who, names] of Object.entries(callers)) {
        expect(rows).to.include([`\`${contract}\``, who, names.map((name) => `\`${name}\``).join(", ")].join(" | "));
      }
    }
  });
});
