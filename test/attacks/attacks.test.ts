import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

import { expect } from "chai";
import ts from "typescript";
import { z } from "zod";

const ROOT = resolve(import.meta.dirname, "../..");

const Item = z.strictObject({
  what: z.string().min(1),
  tests: z.array(z.string().includes(": ")).optional(),
  readme: z.array(z.string().regex(/: |#/)).optional(),
});
const List = z.record(z.string(), Item);

/** The numbers of the list that this part answers for. */
const REQUIRED = [
  [1, 96],
  [107, 124],
  [134, 151],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, index) => (from + index).toString()));

const read = (path: string) => readFile(join(ROOT, path), "utf8");

/** A reference "path: text" in its two parts. */
function parts(reference: string): [path: string, text: string] {
  const at = reference.indexOf(": ");
  return [reference.slice(0, at), reference.slice(at + 2)];
}

/** Spaces and line breaks do not matter in a sentence. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

/** The file and the helpers that it imports: where the texts of a templated title come from. */
async function sourceWithHelpers(path: string, source: ts.SourceFile): Promise<string> {
  const helpers = source.statements
    .filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text)
    .filter((specifier) => specifier.startsWith(".") && specifier.endsWith(".ts"));
  const texts = await Promise.all(helpers.map((specifier) => read(join(dirname(path), specifier))));
  return [source.text, ...texts].join("\n");
}

/** A title as it is written: its fixed parts, with the values of a template between them. */
type Title = readonly string[];

function titlesOf(title: ts.Expression | undefined): Title[] {
  if (title === undefined) return [];
  if (ts.isStringLiteralLike(title)) return [[title.text]];
  if (ts.isTemplateExpression(title)) {
    return [[title.head.text, ...title.templateSpans.map(({ literal }) => literal.text)]];
  }
  if (ts.isConditionalExpression(title)) return [...titlesOf(title.whenTrue), ...titlesOf(title.whenFalse)];
  return [];
}

/** "given ..." and "when ..." as one title. */
const joined = (outer: Title, inner: Title): Title => [
  ...outer.slice(0, -1),
  `${outer.at(-1) ?? ""} ${inner[0] ?? ""}`,
  ...inner.slice(1),
];

/** The titles of every `describe` and `it` of a file: alone, and after those around them. */
function allTitles(source: ts.SourceFile): Title[] {
  const titles: Title[] = [];
  const visit = (node: ts.Node, around: readonly Title[]): void => {
    let inside = around;
    if (ts.isCallExpression(node) && ["describe", "it"].includes(node.expression.getText(source))) {
      const own = titlesOf(node.arguments[0]);
      inside = around.length === 0 ? own : around.flatMap((outer) => own.map((inner) => joined(outer, inner)));
      titles.push(...own, ...inside);
    }
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  };
  visit(source, []);
  return titles;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a file has a test of this title; words in a template must be written in the file or in a helper of it. */
async function hasTest(path: string, title: string): Promise<boolean> {
  const text = await read(path);
  if (path.endsWith(".sol")) return new RegExp(`function ${escaped(title)}\\(`).test(text);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const titles = allTitles(source);
  if (titles.some((fixed) => fixed.length === 1 && fixed[0] === title)) return true;
  const known = await sourceWithHelpers(path, source);
  return titles.some((fixed) => {
    if (fixed.length === 1) return false;
    const match = new RegExp(`^${fixed.map(escaped).join("(.+?)")}$`).exec(title);
    return match?.slice(1).every((value) => /^\d+$/.test(value) || known.includes(value)) === true;
  });
}

/** The anchor that a heading has. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .trim()
    .replaceAll(" ", "-");

/** Whether a page says a sentence ("page: sentence") or something under a heading ("page#anchor"). */
async function isSaid(reference: string): Promise<boolean> {
  if (reference.includes(": ")) {
    const [path, sentence] = parts(reference);
    return flat(await read(path)).includes(flat(sentence));
  }
  const [path = "", anchor] = reference.split("#");
  const sections = (await read(path)).split(/^#+ /m);
  return sections.some((section) => {
    const [heading = "", ...body] = section.split("\n");
    return anchorOf(heading) === anchor && body.join("").trim().length > 0;
  });
}

async function listed() {
  return List.parse(JSON.parse(await read("test/attacks.json")));
}

describe("The list of attacks and faults", () => {
  it("answers for every required item, by a test or a sentence", async () => {
    const list = await listed();
    const answered = Object.entries(list)
      .filter(([, { tests = [], readme = [] }]) => tests.length + readme.length > 0)
      .map(([number]) => number);
    expect(answered).to.have.members(REQUIRED);
  });

  it("names only tests that exist", async () => {
    const references = new Set(Object.values(await listed()).flatMap(({ tests = [] }) => tests));
    const missing = [];
    for (const reference of references) {
      if (!(await hasTest(...parts(reference)))) missing.push(reference);
    }
    expect(missing).to.deep.equal([]);
  });

  it("names only sentences that the READMEs say", async () => {
    const references = new Set(Object.values(await listed()).flatMap(({ readme = [] }) => readme));
    const missing = [];
    for (const reference of references) {
      if (!(await isSaid(reference))) missing.push(reference);
    }
    expect(missing).to.deep.equal([]);
  });

  it("would notice a test or a sentence that does not exist", async () => {
    expect(await hasTest("test/attacks/attacks.test.ts", "names only tests that exist")).to.equal(true);
    expect(await hasTest("test/attacks/attacks.test.ts", "names only tests that existed")).to.equal(false);
    const odd = "test/treasury/Treasury.odd-tokens.test.ts";
    expect(await hasTest(odd, "Treasury, a token that burns all gas")).to.equal(true);
    expect(await hasTest(odd, "Treasury, a token that is perfect")).to.equal(false);
    expect(await isSaid("contracts/procurement/README.md#attacks")).to.equal(true);
    expect(await isSaid("contracts/procurement/README.md#no-such-heading")).to.equal(false);
    expect(await isSaid("contracts/procurement/README.md: Nothing can go wrong.")).to.equal(false);
  });
});
