import { mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect } from "chai";

import { addressField, record, textField, type Field } from "../../scripts/lib/input/fields.ts";
import { FILE_KINDS, wrongKind, type FileKind } from "../../scripts/lib/input/file-kinds.ts";
import { InputError } from "../../scripts/lib/input/input-error.ts";
import { loadInput, type Door } from "../../scripts/lib/input/load-input.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { contractFileField } from "../../scripts/lib/procurement/contract-file.ts";
import { accreditationFileField } from "../../scripts/lib/tasks/accreditation-file.ts";
import { changeFileField, terminationFileField } from "../../scripts/lib/tasks/change-order.ts";
import { contractSignatureFileField } from "../../scripts/lib/tasks/contract-signature.ts";
import { loadDeed } from "../../scripts/lib/tasks/deed-file.ts";
import { jointSignatureField } from "../../scripts/lib/tasks/joint-bid.ts";
import { frameworkFileField } from "../../scripts/lib/tender/quotes/framework-file.ts";
import { requestFileField } from "../../scripts/lib/tender/quotes/request-file.ts";
import { tenderFileField } from "../../scripts/lib/tender/terms/tender-file.ts";

const EXAMPLES = fileURLToPath(new URL("../../scripts/tasks/examples/", import.meta.url));
const door = { readFile, now: 0n, horizonYears: 100 };
const folder = mkdtempSync(join(tmpdir(), "erario-kinds-"));

function written(content: object): string {
  const file = join(folder, "archivo.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** What a file was refused with. */
async function refusalOf(load: Promise<unknown>): Promise<InputError> {
  const error: unknown = await load.catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) expect.fail("it was not refused");
  return error;
}

const allFields = ({ fields, optional = [] }: FileKind): string[] => [...fields, ...optional].sort();

describe("a file of another kind", () => {
  const readers: readonly (readonly [kind: keyof typeof FILE_KINDS, field: (door: Door) => Field<unknown>])[] = [
    ["draft", (at) => contractFileField(at, { decimals: 0 })],
    ["contractSignature", contractSignatureFileField],
    ["changeSignature", changeFileField],
    ["changeSignature", terminationFileField],
    ["signedAccreditation", accreditationFileField],
    ["jointSignature", jointSignatureField],
    ["tender", (at) => tenderFileField(at, { decimals: 0 })],
    ["request", (at) => requestFileField(at, 0)],
    ["framework", (at) => frameworkFileField(at, 0, addressField())],
  ];

  it("is known by the very fields that are read", async () => {
    const file = written({ nota: "x" });
    const refused = readers.map(
      async ([kind, field]) => [kind, await refusalOf(loadInput(file, field, door))] as const,
    );
    const deed = ["deed", await refusalOf(loadDeed(file, door))] as const;
    for (const [kind, error] of [...(await Promise.all(refused)), deed]) {
      const found = [error, ...error.others].find(({ code }) => code === "field-unknown");
      const { accepted } = found!.params as { accepted: string };
      expect(accepted.split(", ").sort(), kind).to.deep.equal(allFields(FILE_KINDS[kind]));
    }
  });

  it("is told in one sentence, with what is expected and the command that makes it", async () => {
    const error = await refusalOf(loadDeed(join(EXAMPLES, "obra.json"), door));
    const { code, exitCode, sentence, others } = describeError(error, [], "es");
    expect([code, exitCode, others]).to.deep.equal(["file-kind", 2, []]);
    expect(sentence).to.match(
      /obra\.json: El archivo es un contrato por revisar, que lee «contract draft»; se espera una escritura, que escribe «contract draft --output»\.$/,
    );
    expect(describeError(error, [], "en").sentence).to.contain(
      "is a contract to be checked, which “contract draft” reads; what is expected is a deed,",
    );
  });

  it("is told of every example that is one, with the fields that a reader of none expects", async () => {
    const examples: readonly (readonly [file: string, kind: keyof typeof FILE_KINDS])[] = [
      ["obra.json", "draft"],
      ["garantia.json", "approval"],
      ["organismo.json", "accreditation"],
      ["licitacion/bases.json", "tender"],
      ["compra-agil/solicitud.json", "request"],
      ["convenio-marco/convenio.json", "framework"],
    ];
    const other = () => record({ nota: textField(9), motivo: textField(9) });
    for (const [file, kind] of examples) {
      const { code, params } = await refusalOf(loadInput(join(EXAMPLES, file), other, door));
      expect([code, (params as { found: object }).found]).to.deep.equal(["file-kind", FILE_KINDS[kind].name]);
      expect((params as { expected: object }).expected).to.include({ es: "un archivo con los campos nota, motivo" });
    }
  });

  it("is not suspected where the fields are those of no kind, or their values are at fault", async () => {
    const approval = () => record({ token: textField(9), entidad: textField(9), monto: textField(1) });
    const values = { token: "prueba", entidad: "x", monto: "12" };
    expect((await refusalOf(loadInput(written(values), approval, door))).code).to.equal("text-too-long");
    const more = await refusalOf(loadInput(written({ ...values, nota: "x" }), approval, door));
    expect([more.code, ...more.others.map(({ code }) => code)]).to.include("field-unknown");
    expect(wrongKind(null, [{ code: "unrecognized_keys", keys: [], path: [], message: "" }])).to.equal(undefined);
  });
});
