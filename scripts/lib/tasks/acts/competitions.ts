import { integerField, positiveAmountField } from "../../input/fields.ts";
import { calendarField, contestTimetable, MOST_DAYS } from "../../tender/quotes/request-file.ts";
import { oneMove, type Act, type ActDoor, type Move } from "../act.ts";
import { frameworkAct, quoteTools } from "../contest-act.ts";
import { lastEvent } from "../context.ts";
import { datedAct } from "../dated-act.ts";
import { orderId, orderOf, orderShape, orderingAccount } from "../order-file.ts";
import { acceptanceActs } from "./contest-acceptance.ts";
import { contestActs } from "./contest-course.ts";
import { contestQuoteActs } from "./contest-quotes.ts";

/** Second competitions among the suppliers of a framework. */
export const competitionActs: Readonly<Record<string, Act>> = {
  ...contestActs("contests"),
  ...contestQuoteActs("contests"),
  ...acceptanceActs("contests"),

  compete: datedAct(
    frameworkAct(
      orderingAccount,
      (door: ActDoor) => ({
        ...orderShape(),
        presupuesto: positiveAmountField(door.decimals),
        calendario: calendarField(door),
        diasDeAceptacion: integerField(2, MOST_DAYS),
      }),
      async ({ presupuesto, calendario, diasDeAceptacion, ...input }, context) => {
        const { contests, purchases } = context.contracts;
        const { beacon } = await quoteTools("contests", context);
        const { order, contractTerms, schedule } = await orderOf(input, context);
        const timetable = contestTimetable(calendario, 0, diasDeAceptacion, beacon);
        const id = orderId(context.identity.chainId, await contests.getAddress(), order);
        const wanted = await contests.compete.populateTransaction(
          order,
          presupuesto,
          timetable,
          contractTerms,
          schedule,
        );
        const done: Move["done"] = async () => {
          const event = await lastEvent(context, contests, contests.filters.CompetitionOpened(id));
          const terms = await lastEvent(context, purchases, purchases.filters.TermsPublished(id));
          if (!event || !terms) return false;
          const values = ["order", "budget", "timetable"].map((name) => event.args.getValue(name) as unknown);
          const published = ["contractTerms", "schedule"].map((name) => terms.args.getValue(name) as unknown);
          return contests.interface.encodeFunctionData("compete", [...values, ...published] as never) === wanted.data;
        };
        return oneMove("compete", Promise.resolve(wanted), done, (say) =>
          say.pick(
            `Llamar a una segunda competencia hasta ${say.amount(presupuesto)}. Cierra el ${say.date(timetable.closesAt)}. Identificador ${id}.`,
            `Call a second competition up to ${say.amount(presupuesto)}. Closes on ${say.date(timetable.closesAt)}. Id ${id}.`,
          ),
        );
      },
    ),
  ),
};
