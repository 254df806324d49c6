import { expect } from "chai";

import { formatInstant } from "../../../scripts/lib/calendar/format-date.ts";
import { isInputError } from "../../../scripts/lib/input/input-error.ts";
import { DAY } from "../../../scripts/lib/procurement/law.ts";
import { QUICKNET, timeOf } from "../../../scripts/lib/randomness/beacon.ts";
import { faultPath } from "../../../scripts/lib/tender/terms/fault-path.ts";
import { tenderFaults } from "../../../scripts/lib/tender/terms/terms-faults.ts";
import { accountOf, PLACE, readText, sampleTerms, sampleText } from "./support.ts";

const shown = (instant: bigint): string => formatInstant(instant, "en").split(" in Santiago")[0] ?? "";

describe("termsOfFile", () => {
  it("counts business days from one stage to the next, and ends each with the last second of a day", async () => {
    const { timetable } = await sampleTerms();
    expect(Object.values(timetable).map(shown)).to.deep.equal([
      "11 January 2027, 23:59:59",
      "14 January 2027, 23:59:59",
      "24 January 2027, 23:59:59",
      "2 February 2027, 00:00",
      "4 February 2027, 23:59:59",
      "18 February 2027, 23:59:59",
      "25 February 2027, 23:59:59",
      "27 February 2027, 00:00",
      "2 March 2027, 23:59:59",
      "30 July 2027, 23:59:59",
    ]);
  });

  it("seals to the last round of the beacon that is signed when an opening begins", async () => {
    const { call, timetable } = await sampleTerms();
    for (const [round, from] of [
      [call.technicalRound, timetable.technicalFrom],
      [call.priceRound, timetable.pricesFrom],
    ] as const) {
      expect(timeOf(QUICKNET, round) <= from && timeOf(QUICKNET, round + 1n) > from).to.equal(true);
    }
  });

  it("has no rounds where the file turns the time lock off", async () => {
    const { call } = await sampleTerms((file) => ({ ...file, selloDeTiempo: false }));
    expect([call.timeLocked, call.technicalRound, call.priceRound]).to.deep.equal([false, 0n, 0n]);
  });

  it("fills criteria, tie-breaks and seats up to the contract's number", async () => {
    const { rules, panel, schedule, contractTerms } = await sampleTerms();
    expect(rules.criteria.map(({ kind }) => kind)).to.deep.equal([1n, 2n, 2n, 3n, 4n, 6n, 0n, 0n]);
    expect(rules.criteria[4]).to.deep.equal({ kind: 4n, weight: 500n, field: 1n, zeroAt: 0n, fullAt: 300n });
    expect(rules.tieBreak).to.deep.equal([1n, 2n, 3n, 4n]);
    expect(panel.evaluators.slice(0, 3)).to.deep.equal(["evaluadora-1", "evaluador-2", "evaluadora-3"].map(accountOf));
    expect([panel.evaluators.length, panel.substitutes.length]).to.deep.equal([7, 7]);
    expect(schedule[1]).to.deep.equal({ bps: 3_500n, notBefore: 60n * DAY, dueAfter: 240n * DAY, certificates: 1n });
    expect([contractTerms.performanceBps, contractTerms.raisedBps]).to.deep.equal([500n, 1_500n]);
  });

  it("describes terms that may be published", async () => {
    expect(tenderFaults(await sampleTerms(), PLACE).map(({ code }) => code)).to.deep.equal([]);
  });
});

describe("a tender's file", () => {
  const refused = async (change: (text: string) => string): Promise<unknown> =>
    readText(change(sampleText())).then(
      () => null,
      (error: unknown) => error,
    );

  const cases: readonly (readonly [given: string, from: string | RegExp, to: string, code: string, field: string])[] = [
    ["an unknown field", '"linea": 1,', '"linea": 1, "nota": "x",', "field-unknown", "nota"],
    ["a weight without its sign", '"55 %"', '"55"', "percent-malformed", "evaluacion.criterios[0].ponderacion"],
    ["a kind that is not listed", '"pyme"', '"amigo"', "field-not-listed", "evaluacion.criterios[5].tipo"],
    ["a scale that is missing", '"dato": 2,', "", "tender-scale", "evaluacion.criterios[4]"],
    [
      "a scale where nothing is declared",
      '"nombre": "Precio",',
      '"nombre": "Precio", "dato": 1,',
      ...(["tender-scale", "evaluacion.criterios[0].dato"] as const),
    ],
    [
      "a local criterion without region",
      '"tipo": "pyme"',
      '"tipo": "local"',
      "tender-region",
      "evaluacion.criterios[5]",
    ],
    ["no timetable", /"plazos": \{.*?\}\s*\},/s, "", "tender-timetable", ""],
    [
      "a certificate that no office grants",
      '["cumplimiento laboral"]',
      '["otro"]',
      ...(["field-not-listed", "hitos[1].certificados[0]"] as const),
    ],
  ];
  for (const [given, from, to, code, field] of cases) {
    it(`is refused on ${given}, with the field`, async () => {
      const error = await refused((text) => text.replace(from, to));
      if (!isInputError(error)) expect.fail(`not refused: ${String(error)}`);
      expect([error.code, error.place.field ?? ""]).to.deep.equal([code, field]);
    });
  }

  it("says where each fault of the law is in the file, or the nearest section", async () => {
    const file = await readText(sampleText());
    const paths = ["rules.criteria[2]", "timetable.closesAt", "annex.bondExemption", "nowhere"];
    expect(paths.map((field) => faultPath(field, file))).to.deep.equal([
      ["evaluacion", "criterios", 2],
      ["plazos", "cierre"],
      ["contrato"],
      [],
    ]);
  });
});
