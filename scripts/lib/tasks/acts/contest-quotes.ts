import { entityField, positiveAmountField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { bidPassword } from "../../tender/sealed/bid-password.ts";
import { loadSealedQuote } from "../../tender/quotes/quote-store.ts";
import { leastPrice } from "../../tender/terms/draft-of.ts";
import { oneMove, pathField, type Act } from "../act.ts";
import { contestAct, placeOf, quoteTools, supplierAccount, type ContestBook } from "../contest-act.ts";
import { entityOf, happened } from "../context.ts";
import { contestOpenings, quoteMoves } from "../quote-openings.ts";
import { keptIn, sealQuote } from "../quote-sealing.ts";

/**
 * Sealed quotes of a contest: filed, withdrawn, opened by their suppliers or by anyone.
 *
 * @example { ...contestQuoteActs("quotes"), request }
 */
export function contestQuoteActs(book: ContestBook): Record<string, Act> {
  const about = contestAct(book);
  return {
    submit: about(
      supplierAccount,
      (door) => ({
        proveedor: entityField(),
        precio: positiveAmountField(door.decimals),
        carpeta: pathField(door),
      }),
      async ({ proveedor, precio, carpeta }, context) => {
        const { id, contest, contracts } = context;
        const [least, most] = [leastPrice(contest.contract.schedule), contest.budget];
        if (precio < least || precio > most) {
          throw new InputError("bid-price", { price: precio, least, most }, { field: "precio" });
        }
        const supplier = await entityOf(context, proveedor, [1n]);
        const place = await placeOf(book, context, id, supplier);
        const tools = await quoteTools(book, context);
        const desk = { folder: carpeta, round: contest.timetable.round, tools };
        const { commitment, ciphertext, file } = await sealQuote(
          { ...place, form: "quote", prices: [precio] },
          desk,
          context,
        );
        return {
          notes: [keptIn(file)],
          moves: [
            {
              key: "submit",
              call: contracts[book].quote.populateTransaction(id, commitment, ciphertext),
              done: async () => (await contracts[book].getQuote(id, supplier)).commitment === commitment,
              deadline: contest.timetable.closesAt,
              words: (say) =>
                say.pick(
                  `Presentar la cotización sellada por ${say.amount(precio)}; nadie la lee antes de la ronda ${contest.timetable.round}.`,
                  `File the sealed quote of ${say.amount(precio)}; nobody reads it before round ${contest.timetable.round}.`,
                ),
            },
          ],
        };
      },
    ),

    withdraw: about(
      supplierAccount,
      () => ({ proveedor: entityField() }),
      async ({ proveedor }, context) => {
        const { id, contracts } = context;
        const supplier = await entityOf(context, proveedor, [1n]);
        const contract = contracts[book];
        return oneMove(
          "withdraw",
          contract.withdraw.populateTransaction(id),
          async () =>
            BigInt((await contract.getQuote(id, supplier)).commitment) === 0n &&
            (await happened(context, contract, contract.filters.QuoteWithdrawn(id, undefined, supplier))),
          (say) => say.pick("Retirar la cotización.", "Withdraw the quote."),
        );
      },
    ),

    "open-all": about(
      null,
      () => ({}),
      (_, context) => contestOpenings(context),
    ),

    open: about(
      supplierAccount,
      (door) => ({ proveedor: entityField(), carpeta: pathField(door) }),
      async ({ proveedor, carpeta }, context) => {
        const supplier = await entityOf(context, proveedor, [1n]);
        const quote = context.contest.quotes.find((each) => each.supplier === supplier);
        if (!quote) throw new InputError("quote-missing", { supplier });
        const place = await placeOf(book, context, context.id, supplier);
        const tools = await quoteTools(book, context);
        const wanted = { ...place, commitment: quote.filing.commitment };
        const sealed = await loadSealedQuote(carpeta, wanted, await bidPassword(tools.password), tools.files);
        return quoteMoves(context, [{ quote, prices: sealed.prices, salt: sealed.salt }]);
      },
    ),
  };
}
