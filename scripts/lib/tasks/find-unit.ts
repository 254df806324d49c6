import { dirname, resolve } from "node:path";

import { isAddress } from "ethers";

import type { TokenUnit } from "../units/format-amount.ts";
import { tokenAt, type TaskContext } from "./context.ts";

/** Pesos without decimals: what amounts are read in where a file names no token. */
export const PLAIN_UNIT: TokenUnit = { decimals: 0, symbol: "CLP" };

/**
 * The unit of the amounts of an input file, found before the file is checked: its token, its budget line's or its
 * contract's. Whatever cannot be read here is refused with its reason when the file itself is checked.
 *
 * @returns `PLAIN_UNIT` where the file names none
 * @example await findUnit("asignacion.json", context);
 */
export async function findUnit(file: string, context: TaskContext): Promise<TokenUnit> {
  try {
    const token = await tokenOf(file, context);
    return token === undefined ? PLAIN_UNIT : (await tokenAt(context.runner, token)).unit;
  } catch {
    return PLAIN_UNIT;
  }
}

async function tokenOf(file: string, context: TaskContext): Promise<string | undefined> {
  const fields = await peek(file, context);
  if (fields.token === "prueba") return context.identity.contracts.token?.address;
  if (isAddress(fields.token)) return fields.token;
  if (typeof fields.linea === "number") return (await context.contracts.treasury.getLine(fields.linea)).line.token;
  if (typeof fields.contrato !== "string") return undefined;
  const { deed } = await peek(resolve(dirname(file), fields.contrato), context);
  const { terms } = deed as { terms: { token: string } };
  return terms.token;
}

async function peek(file: string, { door }: TaskContext): Promise<Readonly<Record<string, unknown>>> {
  const text = new TextDecoder().decode(await door.readFile(file));
  return JSON.parse(text.replace(/^\uFEFF/, "")) as Readonly<Record<string, unknown>>;
}
