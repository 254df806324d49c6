import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { loadInput } from "../../scripts/lib/input/load-input.ts";
import type { MessageCode } from "../../scripts/lib/messages/catalogue.ts";
import { annexHash } from "../../scripts/lib/procurement/agreement.ts";
import { draftOf } from "../../scripts/lib/procurement/contract-file-deed.ts";
import { contractFileField, type ContractFile } from "../../scripts/lib/procurement/contract-file.ts";
import { isInputError, type InputError } from "../../scripts/lib/input/input-error.ts";
import { sampleWith } from "./stories.ts";

const DAY = 86_400n;
const account = (digit: number): string => `0x${digit.toString().repeat(40)}`;

const windows = { descargos: 10, decision: 20, apelacion: 5, revision: 20, acuerdo: 10, fallo: 30, certificado: 10 };
const document = { huella: `0x${"ab".repeat(32)}`, enlace: "https://comuna.example/contrato.pdf" };
const offices = {
  inspector: account(1),
  inspectorSuplente: account(2),
  arbitro: account(3),
  arbitroSuplente: account(4),
  revisor: account(5),
  certificadores: [
    { certificado: "cumplimiento laboral", cuenta: account(6) },
    { certificado: "calidad", cuenta: account(7) },
  ],
};

/** A lawful contract of services in two milestones. */
const sample = {
  objeto: "Mantención de áreas verdes",
  ocid: "ocds-213czf-areas-verdes",
  contrato: document,
  tratoDirecto: { causal: 1, fundamento: document },
  categoria: "servicios",
  organismo: { nombre: "Municipalidad de Quilmahue", rut: "69.998.700-K" },
  proveedor: { nombre: "Jardines del Sur SpA", rut: "77.905.124-2" },
  linea: 7,
  precio: "100.000.000",
  precioNeto: "84.033.613",
  anticipo: { monto: "20.000.000", garantia: "20.000.000" },
  garantiaFielCumplimiento: { monto: "4.201.681", hasta: "2028-03-31T23:59" },
  retencion: { porcentaje: "10 %", tope: "5 %" },
  diasGarantiaObra: 60,
  firmaHasta: "2027-01-29T18:00",
  terminaEn: "2027-12-31T23:59",
  multas: { porDia: "0,2 %", tope: "30 %" },
  porDefectoAlProveedor: "50 %",
  diasDePlazo: windows,
  oficinas: offices,
  hitos: [
    { nombre: "Primer semestre", desde: "2027-02-01T08:00", vence: "2027-06-30T23:59", monto: "40.000.000" },
    {
      nombre: "Segundo semestre",
      desde: "2027-07-01T08:00",
      vence: "2027-12-31T23:59",
      monto: "60.000.000",
      certificados: ["calidad"],
    },
  ],
};

const context = { now: 1_750_000_000n, horizonYears: 10 };

function load(content: unknown): Promise<ContractFile> {
  return loadInput("contrato.json", (door) => contractFileField(door, { decimals: 0 }), {
    ...context,
    readFile: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(content))),
  });
}

async function faultOf(content: unknown): Promise<InputError> {
  try {
    await load(content);
  } catch (error) {
    if (isInputError(error)) return error;
    throw error;
  }
  return expect.fail("the file was accepted");
}

describe("contractFileField", () => {
  it("reads a lawful contract into the deed and schedule that both sides sign", async () => {
    const file = await load(sample);
    const { deed, schedule } = draftOf(file, { token: account(9), buyer: 1n, supplier: 2n });
    expect(deed.terms).to.deep.equal({
      annex: annexHash(deed.annex),
      lineId: 7n,
      token: account(9),
      buyer: 1n,
      supplier: 2n,
      price: 100_000_000n,
      advance: 20_000_000n,
      retentionBps: 1_000n,
      retentionCapBps: 500n,
      inspector: account(1),
      substitute: account(2),
    });
    expect(deed.annex).to.include({ category: 1n, netPrice: 84_033_613n, bondExemption: 0n, advanceBond: 20_000_000n });
    expect(deed.annex).to.include({ performanceBond: 4_201_681n, warranty: 60n * DAY, fineBpsPerDay: 20n });
    expect(deed.annex).to.include({ defenceWindow: 10n * DAY, rulingWindow: 30n * DAY, defaultBps: 5_000n });
    expect(deed.annex.certifiers).to.deep.equal([account(6), account(7), ZeroAddress]);
    expect(schedule.map(({ amount, certificates }) => [amount, certificates])).to.deep.equal([
      [40_000_000n, 0n],
      [60_000_000n, 2n],
    ]);
    expect(deed.annex.endsAt).to.equal(schedule[1]?.dueAt);
  });

  const { anticipo, retencion, garantiaFielCumplimiento, ...bare } = sample;

  it("takes no advance, bond and retention for none", async () => {
    expect([anticipo, retencion, garantiaFielCumplimiento]).not.to.include(undefined);
    const { deed } = draftOf(await load(bare), { token: account(9), buyer: 1n, supplier: 2n });
    expect(deed.terms).to.include({ advance: 0n, retentionBps: 0n, retentionCapBps: 0n });
    expect(deed.annex).to.include({ advanceBond: 0n, performanceBond: 0n, bondUntil: 0n });
  });

  const [first, second] = sample.hitos as [object, object];
  const faults: { name: string; change: object; code: MessageCode; field: string }[] = [
    {
      name: "milestones that miss the price",
      change: { precio: "100.000.001" },
      code: "contract-sum",
      field: "precio",
    },
    {
      name: "a net price above",
      change: { precioNeto: "100.000.001", garantiaFielCumplimiento: undefined },
      code: "contract-above",
      field: "precioNeto",
    },
    {
      name: "an advance above the price",
      change: { anticipo: { monto: "100.000.001", garantia: "0" } },
      code: "contract-above",
      field: "anticipo.monto",
    },
    {
      name: "an advance bond of another amount",
      change: { anticipo: { monto: "20.000.000", garantia: "19.999.999" } },
      code: "contract-advance-bond",
      field: "anticipo.garantia",
    },
    {
      name: "a performance bond below 5 %",
      change: { garantiaFielCumplimiento: { monto: "4.201.680", hasta: "2028-03-31T23:59" } },
      code: "contract-bond-low",
      field: "garantiaFielCumplimiento.monto",
    },
    {
      name: "a bond of services that ends before the 60 business days",
      change: { garantiaFielCumplimiento: { monto: "4.201.681", hasta: "2028-03-01T23:59" } },
      code: "contract-date-early",
      field: "garantiaFielCumplimiento.hasta",
    },
    {
      name: "works exempt from the bond",
      change: { categoria: "obras", exencionGarantia: 1 },
      code: "contract-exemption",
      field: "exencionGarantia",
    },
    {
      name: "a milestone due before it may begin",
      change: { hitos: [{ ...first, vence: "2027-01-31T23:59" }, second] },
      code: "contract-date-early",
      field: "hitos[0].vence",
    },
    {
      name: "a milestone due after the end",
      change: { hitos: [first, { ...second, vence: "2028-01-01T00:01" }] },
      code: "contract-date-late",
      field: "hitos[1].vence",
    },
    {
      name: "an end before the signature",
      change: { firmaHasta: "2028-01-01T00:01" },
      code: "contract-date-early",
      field: "terminaEn",
    },
    {
      name: "an arbiter who is the inspector",
      change: { oficinas: { ...offices, arbitro: account(1) } },
      code: "contract-same-account",
      field: "oficinas.arbitro",
    },
    {
      name: "a certificate that no office grants",
      change: { hitos: [first, { ...second, certificados: ["color"] }] },
      code: "field-not-listed",
      field: "hitos[1].certificados[0]",
    },
    {
      name: "a supplier that is the buyer",
      change: { proveedor: { nombre: "Otro", rut: "69.998.700-K" } },
      code: "contract-same-party",
      field: "proveedor.rut",
    },
    {
      name: "a wrong check digit",
      change: { proveedor: { nombre: "Otro", rut: "77.905.124-3" } },
      code: "rut-check-digit",
      field: "proveedor.rut",
    },
    {
      name: "less than half by default",
      change: { porDefectoAlProveedor: "49,99 %" },
      code: "percent-too-small",
      field: "porDefectoAlProveedor",
    },
    {
      name: "fines above 30 %",
      change: { multas: { porDia: "1 %", tope: "30,01 %" } },
      code: "percent-too-large",
      field: "multas.tope",
    },
    {
      name: "a window of a day less than one",
      change: { diasDePlazo: { ...windows, fallo: 0 } },
      code: "integer-range",
      field: "diasDePlazo.fallo",
    },
    { name: "an unknown field", change: { color: "rojo" }, code: "field-unknown", field: "color" },
    {
      name: "a name for an account",
      change: { oficinas: { ...offices, arbitro: "juan" } },
      code: "address-malformed",
      field: "oficinas.arbitro",
    },
  ];

  for (const { name, change, code, field } of faults) {
    it(`refuses ${name} at ${field}`, async () => {
      const fault = await faultOf({ ...sample, ...change });
      expect({ code: fault.code, field: fault.place.field }).to.deep.equal({ code, field });
      expect(fault.others).to.deep.equal([]);
    });
  }

  it("accepts the contract of the demo's file but its story and its named accounts", async () => {
    const demo = await sampleWith({});
    const { historia, ...contract } = demo;
    expect(historia).not.to.equal(undefined);
    const { objeto, precio } = await load({ ...contract, oficinas: offices });
    expect({ objeto, precio }).to.deep.equal({ objeto: demo.objeto, precio: 238_000_000n });
  });
});
