import type * as z from "zod";

import type { Text } from "../../lang.ts";
import type { ConditionFile, ProgramFile } from "./program-file.ts";
import { ruleFaults } from "./rule-faults.ts";
import { attributeName } from "./rules-hash.ts";
import { KIND, NO_COMMITTEE, SCALE, TEST, type Condition, type Factor, type Rules } from "./types.ts";

/** Where a rule stands: the statute, its article where it is known, and where it was published. */
export type RuleSource = ProgramFile["requisitos"][number]["fuente"];

/** The rules of a program as the contract takes them, and what people read about each, in the same order. */
export interface HousingProgram {
  readonly name: string;
  readonly title: Text;
  /** What in the file is no statute's. */
  readonly notice: Text;
  readonly rules: Rules;
  readonly attributes: readonly {
    readonly name: string;
    readonly text: Text;
    readonly unit: string | undefined;
    readonly options: readonly string[] | undefined;
  }[];
  readonly requirements: readonly { readonly text: Text; readonly source: RuleSource }[];
  readonly factors: readonly {
    readonly heading: string;
    readonly origin: "norma" | "ejemplo";
    readonly text: Text;
    readonly source: RuleSource;
  }[];
  readonly reserves: readonly { readonly name: string; readonly origin: "norma" | "ejemplo"; readonly text: Text }[];
  readonly committee: { readonly text: Text; readonly source: RuleSource } | undefined;
}

/**
 * Turns a checked file into rules: names into positions, options into the bits of a set.
 *
 * @param context of a zod transform; rules that the contract would refuse become its issues
 * @example fields().transform(programOfFile)
 */
export function programOfFile(file: ProgramFile, context: z.core.$RefinementCtx): HousingProgram {
  const rules = rulesOf(file);
  for (const error of ruleFaults(rules)) context.addIssue({ code: "custom", params: { error } });
  const { comite } = file;
  return {
    name: file.programa,
    title: file.titulo,
    notice: file.advertencia,
    rules,
    attributes: file.atributos.map(({ nombre, descripcion, unidad, opciones }) => ({
      ...{ name: nombre, text: descripcion, unit: unidad, options: opciones },
    })),
    requirements: file.requisitos.map(({ explicacion, fuente }) => ({ text: explicacion, source: fuente })),
    factors: file.factores.map(({ encabezado, origen, explicacion, fuente }) => ({
      ...{ heading: encabezado, origin: origen, text: explicacion, source: fuente },
    })),
    reserves: file.reservas.map(({ nombre, origen, explicacion }) => ({
      name: nombre,
      origin: origen,
      text: explicacion,
    })),
    committee: comite && { text: comite.explicacion, source: comite.fuente },
  };
}

function rulesOf(file: ProgramFile): Rules {
  const names = file.atributos.map(({ nombre }) => nombre);
  const positionOf = (name: string): bigint => BigInt(names.indexOf(name));
  const attributes = file.atributos.map(({ nombre, opciones, desde, hasta = 0n, entero }) => ({
    name: attributeName(nombre),
    least: opciones ? 0n : desde,
    most: opciones ? BigInt(opciones.length - 1) * SCALE : hasta,
    whole: opciones !== undefined || entero,
  }));
  const conditionOf = ({ atributo, desde, hasta, es, aumento }: ConditionFile): Condition => {
    const index = names.indexOf(atributo);
    const none = { attribute: BigInt(index), least: 0n, most: 0n, slope: 0n, other: 0n, beyond: 0n, set: 0n };
    if (es) {
      const options = file.atributos[index]?.opciones ?? [];
      const set = options.reduce((bits, option, bit) => (es.includes(option) ? bits | (1n << BigInt(bit)) : bits), 0n);
      return { ...none, test: TEST.oneOf, set };
    }
    const { least, most } = attributes[index] ?? none;
    const rise = aumento && { slope: aumento.sube, other: positionOf(aumento.atributo), beyond: aumento.sobre };
    return { ...none, test: TEST.range, least: desde ?? least, most: hasta ?? most, ...rise };
  };
  const factorOf = (row: ProgramFile["factores"][number]): Factor => {
    const { ponderacion, cuando = [], puntos = 0n, porUnidad, tramos } = row;
    const base = { weight: BigInt(ponderacion), when: cuando.map(conditionOf), above: 0n, unit: 0n, points: 0n };
    if (porUnidad) {
      const { atributo, sobre, cada, puntos: points, tope } = porUnidad;
      const units = { attribute: positionOf(atributo), above: sobre, unit: cada, points, cap: tope };
      return { ...base, ...units, kind: KIND.perUnit, brackets: [] };
    }
    if (!tramos) return { ...base, kind: KIND.flat, attribute: 0n, cap: puntos, brackets: [] };
    const brackets = tramos.lista.map(({ desde, puntos: points }) => ({ from: desde, points }));
    const cap = brackets.reduce((most, { points }) => (points > most ? points : most), 0n);
    return { ...base, kind: KIND.brackets, attribute: positionOf(tramos.atributo), cap, brackets };
  };
  const clauseOf = ({ algunaDe }: { algunaDe: readonly ConditionFile[] }) => ({ anyOf: algunaDe.map(conditionOf) });
  const { comite } = file;
  return {
    attributes,
    requirements: file.requisitos.map(clauseOf),
    factors: file.factores.map(factorOf),
    reserves: file.reservas.map(clauseOf),
    committee: comite
      ? {
          attribute: positionOf(comite.atributo),
          ...{ fewest: BigInt(comite.integrantes.desde), most: BigInt(comite.integrantes.hasta) },
          ...{ low: comite.tramoBajo, high: comite.tramoAlto },
          ...{ lowBps: BigInt(comite.minimoBajo), highBps: BigInt(comite.maximoAlto) },
        }
      : NO_COMMITTEE,
  };
}
