import { ZeroHash } from "ethers";

import { documentField } from "../../input/document-fields.ts";
import { entityField } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import type { Rut } from "../../rut.ts";
import { basketTotal, cheapestLists, type Need } from "../../tender/quotes/basket.ts";
import { admittedLists, type FrameworkRecord } from "../../tender/quotes/read-framework.ts";
import { oneMove, type Act, type ActContext, type Move } from "../act.ts";
import { callOffAct, frameworkAct, listOf, openFramework } from "../contest-act.ts";
import { entityOf, happened, lastEvent, nameOf } from "../context.ts";
import { pauseAct } from "../pause-act.ts";
import { orderId, orderOf, orderShape, orderingAccount } from "../order-file.ts";
import { callOffAcceptanceActs } from "./call-off-acceptance.ts";

const NO_DOCUMENT = { digest: ZeroHash, pointer: "" };

/** The named supplier's list, or the cheapest one that covers the basket for less than a bound. */
async function chosenList(
  named: Rut | undefined,
  { framework, basket, below }: { framework: FrameworkRecord; basket: readonly Need[]; below?: bigint },
  context: ActContext,
): Promise<{ supplier: bigint; prices: bigint[]; total: bigint }> {
  const cheapest = cheapestLists(basket, admittedLists(framework))[0];
  const supplier = named === undefined ? cheapest?.supplier : await entityOf(context, named, [1n]);
  if (supplier === undefined) throw new InputError("list-none", {});
  const prices = listOf(framework, supplier);
  const total = basketTotal(basket, prices);
  if (total === undefined || (below !== undefined && total >= below)) throw new InputError("list-none", {});
  return { supplier, prices, total };
}

/** Orders under a framework (órdenes de compra), below 1,000 UTM. */
export const callOffActs: Readonly<Record<string, Act>> = {
  "call-off": frameworkAct(
    orderingAccount,
    (door) => ({
      ...orderShape(),
      proveedor: entityField().optional(),
      justificacion: documentField(door).optional(),
    }),
    async ({ proveedor, justificacion = NO_DOCUMENT, ...input }, context) => {
      const { contracts, identity, framework } = context;
      const { orders, purchases } = contracts;
      const { order, contractTerms, schedule } = await orderOf(input, context);
      const id = orderId(identity.chainId, await orders.getAddress(), order);
      const called = await lastEvent(context, orders, orders.filters.CalledOff(id));
      const given = proveedor === undefined && called ? (called.args.getValue("supplier") as bigint) : undefined;
      const { supplier, prices, total } =
        given === undefined
          ? await chosenList(proveedor, { framework, basket: order.basket }, context)
          : { supplier: given, prices: listOf(framework, given), total: called?.args.getValue("price") as bigint };
      const encode = (...values: readonly unknown[]): string =>
        orders.interface.encodeFunctionData("callOff", values as never);
      const wanted = await orders.callOff.populateTransaction(
        order,
        supplier,
        prices,
        justificacion,
        contractTerms,
        schedule,
      );
      const done: Move["done"] = async () => {
        const event = await lastEvent(context, orders, orders.filters.CalledOff(id));
        const terms = await lastEvent(context, purchases, purchases.filters.TermsPublished(id));
        if (!event || !terms) return false;
        const of = (name: string): unknown => event.args.getValue(name) as unknown;
        const inTerms = (name: string): unknown => terms.args.getValue(name) as unknown;
        return (
          encode(
            of("order"),
            of("supplier"),
            prices,
            of("justification"),
            inTerms("contractTerms"),
            inTerms("schedule"),
          ) === wanted.data
        );
      };
      const name = await nameOf(context, supplier);
      return oneMove("call-off", Promise.resolve(wanted), done, (say) =>
        justificacion === NO_DOCUMENT
          ? say.pick(
              `Ordenar a ${name} por ${say.amount(total)}; cualquiera puede mostrar una lista más barata. Identificador ${id}.`,
              `Order from ${name} for ${say.amount(total)}; anyone may show a cheaper list. Id ${id}.`,
            )
          : say.pick(
              `Ordenar a ${name} por ${say.amount(total)}, con la justificación publicada. Identificador ${id}.`,
              `Order from ${name} for ${say.amount(total)}, with the published justification. Id ${id}.`,
            ),
      );
    },
  ),

  object: callOffAct(
    null,
    () => ({ proveedor: entityField().optional() }),
    async ({ proveedor }, context) => {
      const { id, callOff, contracts } = context;
      const { orders } = contracts;
      const { framework } = await openFramework(callOff.called.framework, context);
      const { basket } = callOff.called;
      const repeated =
        callOff.moved && (proveedor === undefined || (await entityOf(context, proveedor)) === callOff.supplier);
      const below = repeated ? callOff.price + 1n : callOff.price;
      const { supplier, prices, total } = await chosenList(proveedor, { framework, basket, below }, context);
      const name = await nameOf(context, supplier);
      return oneMove(
        "object",
        orders.object.populateTransaction(
          id,
          basket.map((need) => ({ ...need })),
          supplier,
          prices,
        ),
        () =>
          happened(
            context,
            orders,
            orders.filters.CallOffMoved(id, undefined, supplier),
            ({ args }) => args.getValue("price") === total,
          ),
        (say) =>
          say.pick(
            `Mostrar la lista más barata de ${name}, ${say.amount(total)}: la orden pasa a ella.`,
            `Show the cheaper list of ${name}, ${say.amount(total)}: the order goes to it.`,
          ),
      );
    },
  ),

  ...callOffAcceptanceActs,

  pause: pauseAct("orders", {
    es: "Pausar las órdenes nuevas. Las que están en curso siguen; la pausa termina sola.",
    en: "Pause new orders. Running ones go on; the pause ends by itself.",
  }),
};
