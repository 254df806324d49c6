import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect } from "chai";

import { roleMarkdown } from "../../scripts/lib/tasks/role-table.ts";
import { expectBlock } from "../helpers/generated-block.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");

describe("README", () => {
  it("prints the role table that the deployment applies", async () => {
    await expectBlock(new URL("../../README.md", import.meta.url), "roles", roleMarkdown("en"));
  });

  for (const file of files) {
    it(`${file} links only to what exists`, () => {
      const links = [...readFileSync(join(root, file), "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)];
      const missing = links
        .map(([, target]) => target ?? "")
        .filter((to) => !existsSync(join(root, dirname(file), to)));
      expect(missing).to.deep.equal([]);
    });
  }
});
