import { ZeroHash } from "ethers";

import { documentField } from "../../input/document-fields.ts";
import { entityField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { loadInput } from "../../input/load-input.ts";
import { requestFileField, requestOfFile } from "../../tender/quotes/request-file.ts";
import { tenderId } from "../../tender/terms/terms-hash.ts";
import { oneMove, type Act, type Move } from "../act.ts";
import { contestAct, quoteTools } from "../contest-act.ts";
import { entityOf, isDocument, isLast, lastEvent, nameOf, type TaskContext } from "../context.ts";
import { datedAct } from "../dated-act.ts";
import { findUnit } from "../find-unit.ts";
import { acceptanceActs } from "./contest-acceptance.ts";
import { contestActs, contestBuyer } from "./contest-course.ts";
import { contestQuoteActs } from "./contest-quotes.ts";

const NO_DOCUMENT = { digest: ZeroHash, pointer: "" };

/** The token of a budget line. */
export async function lineToken(line: number, file: string, { contracts }: TaskContext): Promise<string> {
  const { token } = (await contracts.treasury.getLine(line)).line;
  if (BigInt(token) === 0n) throw new InputError("line-unknown", { line }, { file, field: "linea" });
  return token;
}

const request: Act = {
  async prepare(path, context) {
    const { contracts, door, identity } = context;
    const unit = await findUnit(path, context);
    const file = await loadInput(path, (at) => requestFileField(at, unit.decimals), door);
    const { beacon } = await quoteTools("quotes", context);
    const buyer = await entityOf(context, file.organismo.rut, [2n]);
    const token = await lineToken(file.linea, path, context);
    const { call, contractTerms, schedule } = requestOfFile(file, { token, buyer, beacon });
    const { quotes, purchases } = contracts;
    const id = tenderId(identity.chainId, await quotes.getAddress(), call);
    const wanted = await quotes.request.populateTransaction(
      call,
      contractTerms,
      schedule.map((share) => ({ ...share })),
    );
    const done: Move["done"] = async () => {
      const asked = await lastEvent(context, quotes, quotes.filters.QuotesRequested(id));
      const terms = await lastEvent(context, purchases, purchases.filters.TermsPublished(id));
      if (!asked || !terms) return false;
      const values = [
        asked.args.getValue("request"),
        terms.args.getValue("contractTerms"),
        terms.args.getValue("schedule"),
      ];
      return quotes.interface.encodeFunctionData("request", values as never) === wanted.data;
    };
    const { closesAt, opensBy } = call.timetable;
    const moves = oneMove("request", Promise.resolve(wanted), done, (say) =>
      say.pick(
        `Pedir cotizaciones de «${file.objeto}»: hasta ${say.amount(call.budget)} de la línea ${file.linea}. Cierra el ${say.date(closesAt)}; apertura hasta el ${say.date(opensBy)}. Identificador ${id}.`,
        `Request quotes for “${file.objeto}”: up to ${say.amount(call.budget)} of line ${file.linea}. Closes on ${say.date(closesAt)}; openings until ${say.date(opensBy)}. Id ${id}.`,
      ),
    );
    return { moves, unit, by: await contracts.registry.accountOf(buyer) };
  },
};

/** What is done in an agile purchase (compra ágil). */
export const quoteActs: Readonly<Record<string, Act>> = {
  request: datedAct(request),
  ...contestActs("quotes"),
  ...contestQuoteActs("quotes"),
  ...acceptanceActs("quotes"),

  choose: contestAct("quotes")(
    contestBuyer,
    (door) => ({ proveedor: entityField(), justificacion: documentField(door).optional() }),
    async ({ proveedor, justificacion = NO_DOCUMENT }, context) => {
      const { id, contracts } = context;
      const { quotes } = contracts;
      const supplier = await entityOf(context, proveedor, [1n]);
      const { price } = await quotes.getQuote(id, supplier);
      const cheapest = await quotes.cheapestOf(id);
      const [name, other] = [await nameOf(context, supplier), await nameOf(context, cheapest.supplier)];
      return oneMove(
        "choose",
        quotes.choose.populateTransaction(id, supplier, justificacion),
        () =>
          isLast(
            context,
            quotes,
            quotes.filters.QuoteChosen(id),
            ({ supplier: chosen, cheapest: isCheapest, justification }) =>
              chosen === supplier && (isCheapest === true || isDocument(justification, justificacion)),
          ),
        (say) =>
          supplier === cheapest.supplier || cheapest.supplier === 0n
            ? say.pick(
                `Elegir la cotización de ${name}: ${say.amount(price)}.`,
                `Choose the quote of ${name}: ${say.amount(price)}.`,
              )
            : say.pick(
                `Elegir la cotización de ${name}, ${say.amount(price)}, con su justificación: la más barata es de ${other}, ${say.amount(cheapest.price)}.`,
                `Choose the quote of ${name}, ${say.amount(price)}, with its justification: the cheapest is of ${other}, ${say.amount(cheapest.price)}.`,
              ),
      );
    },
  ),
};
