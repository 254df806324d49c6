import { oneMove, type Act, type ActContext } from "../act.ts";
import { callOffAct, type CallOffSubject } from "../contest-act.ts";
import { happened } from "../context.ts";
import { acceptanceMoves, publishedArguments } from "./contest-acceptance.ts";

/** `Framework.Outcome`. */
const CONTRACTED = 1n;

const orderSupplier = (_: unknown, { contracts, callOff }: ActContext & CallOffSubject): Promise<string> =>
  contracts.registry.accountOf(callOff.supplier);

/** What the supplier of an order does or leaves undone. */
export const callOffAcceptanceActs: Readonly<Record<string, Act>> = {
  accept: callOffAct(
    orderSupplier,
    () => ({}),
    (_, context) => {
      const { id, callOff, contracts } = context;
      const [purchase, terms, schedule] = publishedArguments(callOff.contract);
      return acceptanceMoves(
        context,
        callOff,
        contracts.orders.accept.populateTransaction(id, purchase, terms, schedule),
        async () => (await contracts.orders.getCallOff(id)).outcome === CONTRACTED,
      );
    },
  ),

  decline: callOffAct(
    orderSupplier,
    () => ({}),
    (_, context) => {
      const { orders } = context.contracts;
      return oneMove(
        "decline",
        orders.decline.populateTransaction(context.id),
        () =>
          happened(
            context,
            orders,
            orders.filters.CallOffRefused(context.id),
            ({ args }) => args.getValue("declined") === true,
          ),
        (say) =>
          say.pick(
            "Declinar la orden: el dinero vuelve y el rechazo queda registrado.",
            "Decline the order: the money returns and the refusal is on record.",
          ),
      );
    },
  ),

  lapse: callOffAct(
    null,
    () => ({}),
    (_, context) => {
      const { orders } = context.contracts;
      return oneMove(
        "lapse",
        orders.lapse.populateTransaction(context.id),
        () => happened(context, orders, orders.filters.CallOffRefused(context.id)),
        (say) =>
          say.pick(
            "Dejar caducar una orden que nadie aceptó a tiempo; el dinero vuelve a la línea.",
            "Have an order lapse that was not accepted in time; the money returns to the line.",
          ),
      );
    },
  ),
};
