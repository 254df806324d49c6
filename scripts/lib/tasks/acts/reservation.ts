import { digestField } from "../../input/document-fields.ts";
import { addressField, record } from "../../input/fields.ts";
import { formatAmount } from "../../units/format-amount.ts";
import { act, oneMove, type Act } from "../act.ts";
import { lastEvent, tokenAt } from "../context.ts";
import { PLAIN_UNIT } from "../find-unit.ts";

/** What anyone does about money that an award reserved and did not use in time. */
export const reservationActs: Readonly<Record<string, Act>> = {
  "lapse-reservation": act(
    null,
    (door) => record({ adjudicacion: addressField(), registro: digestField(door) }),
    async ({ adjudicacion, registro }, context) => {
      const { opening } = context.contracts;
      const { amount, token } = await opening.getReservation(adjudicacion, registro);
      const unit = amount === 0n ? PLAIN_UNIT : (await tokenAt(context.runner, token)).unit;
      return oneMove(
        "lapse-reservation",
        opening.lapseReservation.populateTransaction(adjudicacion, registro),
        async () =>
          (await opening.getReservation(adjudicacion, registro)).amount === 0n &&
          (await lastEvent(context, opening, opening.filters.ReservationReleased(registro))) !== undefined,
        (say) =>
          say.pick(
            `Devolver a su línea los ${formatAmount(amount, unit, say.lang)} que una adjudicación reservó y no usó a tiempo.`,
            `Return to its line the ${formatAmount(amount, unit, say.lang)} that an award reserved and did not use in time.`,
          ),
      );
    },
  ),
};
