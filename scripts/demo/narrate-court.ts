import { dayOf, unlessZero, type Narrator } from "./narrate-parts.ts";
import { BUYER } from "./play.ts";

/** `DisputeResolved.ending`. */
const ENDINGS = { 1: "settled", 2: "ruled", 3: "defaulted" } as const;

/** How fines, disputes and change orders are told. */
export const narrateCourt: Readonly<Record<string, Narrator>> = {
  FineNoticed: ({ index, daysLate, amount }, { say }) =>
    say("fineNoticed", { number: index + 1n, days: daysLate as bigint, amount }),
  SetAside: ({ amount }, { say }) => say("setAside", { amount }),
  SetAsideReturned: ({ amount }, { say }) => say("returnedAside", { amount }),
  FineDefended: (_, { say, entity, file }) => say("fineDefended", { supplier: entity(file.proveedor.nombre) }),
  FineDecided: ({ amount }, { say, entity, file }) => {
    const buyer = entity(file.organismo.nombre);
    return amount === 0n ? say("fineDismissed", { buyer }) : say("fineDecided", { buyer, amount });
  },
  FineClosed: ({ amount }, { say }) => (amount === 0n ? say("fineClosed", {}) : []),
  FineCollected: ({ fromRetention, fromBond, fromPayments }, { say }) => [
    say("fineFinal", {}),
    ...unlessZero(fromRetention, (amount) => say("fineFromRetention", { amount })),
    ...unlessZero(fromBond, (amount) => say("fineFromBond", { amount })),
    ...unlessZero(fromPayments, (amount) => say("fineFromPayments", { amount })),
  ],
  DisputeOpened: ({ index, amount }, { say, entity, file }) =>
    say("disputed", { supplier: entity(file.proveedor.nombre), amount, number: index + 1n }),
  SettlementOffered: ({ by, toSupplier }, { say, entity, file, cast }) => {
    const amount = toSupplier as bigint;
    return by === cast.of(BUYER).address
      ? say("buyerOffers", { buyer: entity(file.organismo.nombre), amount })
      : say("supplierOffers", { supplier: entity(file.proveedor.nombre), amount });
  },
  DisputeResolved: ({ toSupplier, ending }, { say, entity, file }) =>
    say(ENDINGS[Number(ending) as keyof typeof ENDINGS], {
      amount: toSupplier as bigint,
      supplier: entity(file.proveedor.nombre),
    }),
  PartReleased: ({ released, unearned }, { say }) => [
    ...unlessZero(released, (amount) => say("released", { amount })),
    ...unlessZero(unearned, (amount) => say("unearned", { amount })),
  ],
  BondForfeited: ({ amount }, { say }) => say("bondForfeited", { amount }),
  ContractChanged: ({ increase, decrease, order }, { say }) => {
    const { indexes, schedule } = order as { indexes: bigint[]; schedule: { dueAt: bigint }[] };
    return [
      say("changed", { number: (indexes[0] ?? 0n) + 1n, due: dayOf(schedule[0]?.dueAt ?? 0n) }),
      ...unlessZero(increase, (amount) => say("increased", { amount })),
      ...unlessZero(decrease, (amount) => say("decreased", { amount })),
    ];
  },
};
