import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { promisify } from "node:util";

import { expect } from "chai";
import fc from "fast-check";

import { isCodedError } from "../../scripts/lib/messages/coded-error.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { InputError } from "../../scripts/lib/input/input-error.ts";
import { escapeText } from "../../scripts/lib/output/escape-text.ts";
import { writeJsonFile } from "../../scripts/lib/output/json-file.ts";
import { printError } from "../../scripts/lib/output/print-error.ts";
import { createPrinter, type Printer } from "../../scripts/lib/output/printer.ts";
import { startProgress } from "../../scripts/lib/output/progress.ts";

/** What a use of the printer writes. */
function printed(use: (printer: Printer) => void): string {
  let text = "";
  use(createPrinter((chunk) => (text += chunk)));
  return text;
}

describe("escapeText", () => {
  it("writes control, bidi and invisible characters as code points and leaves the rest", () => {
    expect(escapeText("a\u001b[2Jb\u202Ec\u0000\r\n\u200bñ 😀 1.250 «»")).to.equal(
      "a\\u{1b}[2Jb\\u{202e}c\\u{0}\\u{d}\\u{a}\\u{200b}ñ 😀 1.250 «»",
    );
  });

  it("leaves nothing that can move the cursor or the reading order, and is stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).to.not.match(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
        expect(escapeText(escaped)).to.equal(escaped);
      }),
    );
  });
});

describe("createPrinter", () => {
  it("writes a line, and an empty one", () => {
    expect(
      printed((printer) => {
        printer.line("Hito 1");
        printer.line();
      }),
    ).to.equal("Hito 1\n\n");
  });

  it("aligns columns, numbers to the right, by the width that is seen", () => {
    const rows = [
      ["Tramo 2", "1.250.000 CLP"],
      ["漢字", "-50 CLP"],
    ];
    expect(
      printed((printer) => {
        printer.table(["Hito", "Monto"], rows);
      }),
    ).to.equal("Hito             Monto\nTramo 2  1.250.000 CLP\n漢字           -50 CLP\n");
  });

  it("writes no control code, whatever the cells and the environment hold", () => {
    const before = process.env.FORCE_COLOR;
    process.env.FORCE_COLOR = "3";
    try {
      fc.assert(
        fc.property(fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 })), (rows) => {
          const text = printed((printer) => {
            printer.table(["\u001b[31mA", "B"], rows);
          });
          expect(text.replaceAll("\n", "")).to.not.match(/[\p{Cc}\p{Bidi_Control}]/u);
          expect(text.split("\n")).to.have.length(rows.length + 2);
        }),
      );
    } finally {
      if (before === undefined) delete process.env.FORCE_COLOR;
      else process.env.FORCE_COLOR = before;
    }
  });
});

describe("printError", () => {
  it("writes no heading for what an error does not say", () => {
    const error = { code: "x", exitCode: 1, sentence: "Detenido.", cause: "", remedy: "", others: [] } as const;
    const text = printed((printer) => {
      printError(printer, error, "es");
    });
    expect(text).to.equal("Detenido.\n");
  });

  it("writes sentence, cause, remedy and the further faults", () => {
    const other = new InputError("field-missing", {}, { file: "obra.json", field: "rut" });
    const error = new InputError("amount-zero", {}, { file: "obra.json", field: "monto" }, [other]);
    expect(
      printed((printer) => {
        printError(printer, describeError(error, [], "es"), "es");
      }),
    ).to.equal(
      [
        "obra.json, campo monto: El monto es cero.",
        "  Por qué: Aquí debe ser mayor que cero.",
        "  Qué hacer: Escriba el monto.",
        "  Además: obra.json, campo rut: Falta este campo. Es obligatorio.",
        "",
      ].join("\n"),
    );
  });
});

describe("writeJsonFile", () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
    file = join(folder, "result.json");
    await writeFile(file, "before");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("writes the same bytes for the same value: two spaces, amounts as text", async () => {
    await writeJsonFile(file, { paid: 10n ** 30n, hitos: [{ monto: 0n }] });
    expect(await readFile(file, "utf8")).to.equal(
      '{\n  "paid": "1000000000000000000000000000000",\n  "hitos": [\n    {\n      "monto": "0"\n    }\n  ]\n}\n',
    );
  });

  it("leaves the earlier file intact when the value is not JSON", async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const outcome = await writeJsonFile(file, circular).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(TypeError);
    expect(await readFile(file, "utf8")).to.equal("before");
  });

  it("says which file could not be written and why", async () => {
    const missing = join(folder, "missing", "result.json");
    const outcome = await writeJsonFile(missing, {}).catch((error: unknown) => error);
    if (!isCodedError(outcome)) expect.fail(String(outcome));
    expect(outcome.code).to.equal("output-unwritable");
    expect(outcome.params).to.deep.equal({ file: missing, reason: "ENOENT" });
  });

  it("passes on why another writer failed, if it says", async () => {
    const writers = { ENOSPC: Object.assign(new Error("full"), { code: "ENOSPC" }), "?": new Error("lost") };
    for (const [reason, failure] of Object.entries(writers)) {
      const outcome = await writeJsonFile(file, {}, () => Promise.reject(failure)).catch((error: unknown) => error);
      if (!isCodedError(outcome)) expect.fail(String(outcome));
      expect(outcome.params).to.deep.equal({ file, reason });
    }
  });

  it("leaves the earlier file intact, and nothing beside it, when the disk refuses the bytes", async () => {
    const module = JSON.stringify(new URL("../../scripts/lib/output/json-file.ts", import.meta.url).href);
    const script = `process.on("SIGXFSZ", () => {});
      const { writeJsonFile } = await import(${module});
      await writeJsonFile(process.argv[1], "x".repeat(100_000)).catch((error) => console.log(error.params.reason));`;
    const limited = 'ulimit -f 16; exec "$0" --input-type=module -e "$1" "$2"';
    const { stdout } = await promisify(execFile)("sh", ["-c", limited, process.execPath, script, file]);
    expect(stdout).to.equal("EFBIG\n");
    expect(await readFile(file, "utf8")).to.equal("before");
    expect(await readdir(folder)).to.deep.equal(["result.json"]);
  });
});

describe("startProgress", () => {
  function run(isTTY: boolean): string {
    const stream = Object.assign(new PassThrough(), { isTTY, cursorTo: () => true, clearLine: () => true });
    const progress = startProgress(stream as unknown as NodeJS.WriteStream, "Pagos", 2);
    progress.update(1);
    progress.stop();
    return String(stream.read() ?? "");
  }

  it("shows the work on a terminal", () => {
    expect(run(true)).to.contain("Pagos").and.to.contain("/2");
  });

  it("writes nothing elsewhere", () => {
    expect(run(false)).to.equal("");
  });

  it("leaves interruptions to the caller", () => {
    const before = process.listenerCount("SIGINT");
    const stream = Object.assign(new PassThrough(), { isTTY: true });
    const progress = startProgress(stream as unknown as NodeJS.WriteStream, "Pagos", 2);
    expect(process.listenerCount("SIGINT")).to.equal(before);
    progress.stop();
  });
});
