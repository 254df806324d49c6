import { readFile, writeFile } from "node:fs/promises";

import { expect } from "chai";

/**
 * Holds the part of a README between `<!-- name:begin -->` and `<!-- name:end -->` to what the code says; `ERARIO_WRITE=1` writes it.
 *
 * @param readme the file
 * @param name of the markers
 * @param generated the lines that must stand between them
 */
export async function expectBlock(readme: URL, name: string, generated: string): Promise<void> {
  const text = await readFile(readme, "utf8");
  const begin = `<!-- ${name}:begin -->`;
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(`<!-- ${name}:end -->`);
  expect(from >= begin.length && to > from, `markers ${name}`).to.equal(true);
  const block = `\n\n<!-- prettier-ignore -->\n${generated}\n\n`;
  if (process.env.ERARIO_WRITE === "1") await writeFile(readme, text.slice(0, from) + block + text.slice(to));
  const written = process.env.ERARIO_WRITE === "1" ? block : text.slice(from, to);
  expect(written, "regenerate: ERARIO_WRITE=1 npx hardhat test mocha <this file>").to.equal(block);
}
