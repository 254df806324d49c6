import { entityField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { bidPassword } from "../../tender/sealed/bid-password.ts";
import { priceListHash } from "../../tender/quotes/basket.ts";
import { pricesField, pricesIn } from "../../tender/quotes/framework-file.ts";
import { loadSealedQuote } from "../../tender/quotes/quote-store.ts";
import { oneMove, pathField, type Act } from "../act.ts";
import { frameworkAct, listOf, placeOf, quoteTools, supplierAccount } from "../contest-act.ts";
import { entityOf, happened } from "../context.ts";
import { listMoves, listOpenings } from "../quote-openings.ts";
import { keptIn, sealQuote } from "../quote-sealing.ts";

/** Price lists of a framework: sealed, opened, lowered. */
export const frameworkListActs: Readonly<Record<string, Act>> = {
  submit: frameworkAct(
    supplierAccount,
    (door) => ({ proveedor: entityField(), precios: pricesField(door.decimals), carpeta: pathField(door) }),
    async ({ proveedor, precios, carpeta }, context) => {
      const { id, framework, contracts } = context;
      const prices = pricesIn(framework.items, precios);
      const supplier = await entityOf(context, proveedor, [1n]);
      const place = await placeOf("frameworks", context, id, supplier);
      const tools = await quoteTools("frameworks", context);
      const desk = { folder: carpeta, round: framework.terms.round, tools };
      const { commitment, ciphertext, file } = await sealQuote({ ...place, form: "list", prices }, desk, context);
      return {
        notes: [keptIn(file)],
        moves: [
          {
            key: "submit",
            call: contracts.frameworks.offer.populateTransaction(id, commitment, ciphertext),
            done: async () => (await contracts.frameworks.getOffer(id, supplier)).commitment === commitment,
            deadline: framework.terms.closesAt,
            words: (say) => {
              const offered = prices.filter((price) => price > 0n).length;
              return say.pick(
                `Presentar la lista de precios sellada: ${offered} de ${prices.length} productos.`,
                `File the sealed price list: ${offered} of ${prices.length} products.`,
              );
            },
          },
        ],
      };
    },
  ),

  withdraw: frameworkAct(
    supplierAccount,
    () => ({ proveedor: entityField() }),
    async ({ proveedor }, context) => {
      const { id, contracts } = context;
      const { frameworks } = contracts;
      const supplier = await entityOf(context, proveedor, [1n]);
      return oneMove(
        "withdraw",
        frameworks.withdraw.populateTransaction(id),
        async () =>
          BigInt((await frameworks.getOffer(id, supplier)).commitment) === 0n &&
          (await happened(context, frameworks, frameworks.filters.ListWithdrawn(id, undefined, supplier))),
        (say) => say.pick("Retirar la lista de precios.", "Withdraw the price list."),
      );
    },
  ),

  "open-all": frameworkAct(
    null,
    () => ({}),
    (_, context) => listOpenings(context),
  ),

  open: frameworkAct(
    supplierAccount,
    (door) => ({ proveedor: entityField(), carpeta: pathField(door) }),
    async ({ proveedor, carpeta }, context) => {
      const supplier = await entityOf(context, proveedor, [1n]);
      const offer = context.framework.offers.find((each) => each.supplier === supplier);
      if (!offer) throw new InputError("quote-missing", { supplier });
      const place = await placeOf("frameworks", context, context.id, supplier);
      const tools = await quoteTools("frameworks", context);
      const wanted = { ...place, commitment: offer.commitment };
      const sealed = await loadSealedQuote(carpeta, wanted, await bidPassword(tools.password), tools.files);
      return listMoves(context, [{ supplier, prices: sealed.prices, salt: sealed.salt }]);
    },
  ),

  lower: frameworkAct(
    supplierAccount,
    (door) => ({ proveedor: entityField(), precios: pricesField(door.decimals) }),
    async ({ proveedor, precios }, context) => {
      const { id, framework, contracts } = context;
      const supplier = await entityOf(context, proveedor, [1n]);
      const before = listOf(framework, supplier);
      const prices = pricesIn(framework.items, precios, before);
      return oneMove(
        "lower",
        contracts.frameworks.lower.populateTransaction(id, before, prices),
        async () =>
          (await contracts.frameworks.listOf(id, supplier)) === priceListHash(prices) &&
          (await happened(
            context,
            contracts.frameworks,
            contracts.frameworks.filters.ListLowered(id, undefined, supplier),
          )),
        (say) =>
          say.pick(
            `Bajar precios de la lista: ${precios.length} productos. No se pueden subir después.`,
            `Lower prices of the list: ${precios.length} products. They cannot be raised again.`,
          ),
      );
    },
  ),
};
