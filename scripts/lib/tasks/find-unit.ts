import { dirname, resolve } from "node:path";

import { isAddress, ZeroAddress } from "ethers";

import type { TokenUnit } from "../units/format-amount.ts";
import { tokenAt, type TaskContext } from "./context.ts";
import { RECORD_FIELDS, recordToken, type RecordKind } from "./record-id.ts";

/** Pesos without decimals: what amounts are read in where a file names no token. */
export const PLAIN_UNIT: TokenUnit = { decimals: 0, symbol: "CLP" };

/**
 * The unit of the amounts of an input file, found before the file is checked: its token, its budget line's, its tender's,
 * its purchase's or its contract's. A file that cannot be read, or names no token, is refused with its reason when it is checked; a token
 * that the chain does not answer for stops the command, since amounts would be read in the wrong unit.
 *
 * @returns `PLAIN_UNIT` where the file names none
 * @throws InputError `token-silent`, or the faults of the node
 * @example await findUnit("asignacion.json", context);
 */
export async function findUnit(file: string, context: TaskContext): Promise<TokenUnit> {
  const token = await tokenOf(file, context);
  return token === undefined ? PLAIN_UNIT : (await tokenAt(context.runner, token)).unit;
}

async function tokenOf(file: string, context: TaskContext): Promise<string | undefined> {
  const fields = await peek(file, context);
  const { token, linea, contrato } = fields;
  if (token === "prueba") return context.identity.contracts.token?.address;
  if (token !== undefined) return addressOf(token);
  if (Number.isSafeInteger(linea) && Number(linea) > 0) {
    const { line } = await context.contracts.treasury.getLine(Number(linea));
    return line.token === ZeroAddress ? undefined : line.token;
  }
  for (const book of Object.keys(RECORD_FIELDS) as RecordKind[]) {
    const found = await recordToken(book, fields[RECORD_FIELDS[book]], context);
    if (found !== undefined) return found;
  }
  if (typeof contrato !== "string") return undefined;
  const { deed } = await peek(resolve(dirname(file), contrato), context);
  return addressOf(fieldsOf(fieldsOf(deed).terms).token);
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

const addressOf = (value: unknown): string | undefined =>
  isAddress(value) && value !== ZeroAddress ? value : undefined;

/** The fields of a file, as far as it is one; only the file's own faults are left for later. */
async function peek(file: string, { door }: TaskContext): Promise<Fields> {
  try {
    const text = new TextDecoder().decode(await door.readFile(file));
    return fieldsOf(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}
