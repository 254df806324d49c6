import { encodeBytes32String } from "ethers";

import { entityField, integerField, parsedField, positiveAmountField, record, type Field } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { act, tokenField, type Act, type ActContext, type Move } from "../act.ts";
import { approval } from "../approval.ts";
import { entityOf, eventsOf, happened, nameOf } from "../context.ts";

const lineField = (): Field<bigint> => integerField(1, 1_000_000).transform(BigInt);

/** The item of the budget law, at most 31 characters: `31-02-004`. */
const budgetCodeField = (): Field<string> =>
  parsedField((text) => {
    if (!/^[\w.-]{1,31}$/.test(text)) throw new InputError("budget-code-malformed", { found: text });
    return encodeBytes32String(text);
  });

async function lineOf({ contracts }: ActContext, id: bigint): Promise<{ token: string; closed: boolean }> {
  const { line } = await contracts.treasury.getLine(id);
  if (BigInt(line.token) === 0n) throw new InputError("line-unknown", { line: id });
  return line;
}

/** What a line has received in all, from the treasury's own events. */
async function receivedBy(context: ActContext, line: bigint): Promise<bigint> {
  const { treasury } = context.contracts;
  const events = await eventsOf(context, treasury, treasury.filters.LineFunded(line));
  return events.reduce((sum, { args }) => sum + (args.amount as bigint), 0n);
}

async function fund(
  { linea, monto, totalAsignado }: { linea: bigint; monto: bigint; totalAsignado: bigint },
  context: ActContext,
): Promise<readonly Move[]> {
  const { token } = await lineOf(context, linea);
  const before = await receivedBy(context, linea);
  const done = async (): Promise<boolean> => (await receivedBy(context, linea)) >= totalAsignado;
  if (before < totalAsignado && before !== totalAsignado - monto) {
    throw new InputError("line-total", { line: linea, found: before, expected: totalAsignado - monto });
  }
  const words: Move["words"] = (say) =>
    say.pick(
      `Asignar ${say.amount(monto)} a la línea ${linea}, que habrá recibido ${say.amount(totalAsignado)} en total.`,
      `Appropriate ${say.amount(monto)} to line ${linea}, which will have received ${say.amount(totalAsignado)} in all.`,
    );
  const call = context.contracts.treasury.fund.populateTransaction(linea, monto);
  return [await approval(context, token, monto, done), { key: "fund", call, done, words }];
}

/** What budget office and anyone do with budget lines. */
export const lineActs: Readonly<Record<string, Act>> = {
  "open-line": act(
    "budgetOffice",
    (door) => record({ token: tokenField(door), organismo: entityField(), item: budgetCodeField() }),
    async ({ token, organismo, item }, context) => {
      const { treasury, escrow } = context.contracts;
      const owner = await entityOf(context, organismo, [2n]);
      const name = await nameOf(context, owner);
      const program = await escrow.getAddress();
      return [
        {
          key: "open-line",
          call: treasury.openLine.populateTransaction(token, program, owner, item),
          done: () =>
            happened(
              context,
              treasury,
              treasury.filters.LineOpened(undefined, undefined, program),
              ({ args }) => args.token === token && args.owner === owner && args.budgetCode === item,
            ),
          words: (say) =>
            say.pick(
              `Abrir una línea presupuestaria del organismo ${name} para contratos, en el token ${token}.`,
              `Open a budget line of public body ${name} for contracts, in token ${token}.`,
            ),
        },
      ];
    },
  ),

  fund: act(
    "budgetOffice",
    (door) =>
      record({
        linea: lineField(),
        monto: positiveAmountField(door.decimals),
        totalAsignado: positiveAmountField(door.decimals),
      }),
    fund,
  ),

  "close-line": act(
    "budgetOffice",
    () => record({ linea: lineField() }),
    async ({ linea }, context) => {
      await lineOf(context, linea);
      return [
        {
          key: "close-line",
          call: context.contracts.treasury.closeLine.populateTransaction(linea),
          done: async () => (await lineOf(context, linea)).closed,
          words: (say) =>
            say.pick(
              `Cerrar la línea ${linea}: no recibe más dinero ni compromisos; lo comprometido sigue su curso.`,
              `Close line ${linea}: no more money or commitments; what is committed takes its course.`,
            ),
        },
      ];
    },
  ),

  sweep: act(
    null,
    () => record({ linea: lineField() }),
    async ({ linea }, context) => {
      const { treasury } = context.contracts;
      await lineOf(context, linea);
      const { available } = (await treasury.getLine(linea)).balance;
      return [
        {
          key: "sweep",
          call: treasury.sweepLine.populateTransaction(linea),
          done: async () => {
            const { line, balance } = await treasury.getLine(linea);
            return line.closed && balance.available === 0n;
          },
          words: (say) =>
            say.pick(
              `Devolver a su organismo los ${say.amount(available)} disponibles de la línea cerrada ${linea}.`,
              `Return the ${say.amount(available)} available in closed line ${linea} to its public body.`,
            ),
        },
      ];
    },
  ),
};
