import { ZeroHash } from "ethers";

import { creditorOf, TOPICS } from "./creditor.ts";
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
  FineAppealed: (_, { say, entity, file }) => say("appealed", { supplier: entity(file.proveedor.nombre) }),
  FineReviewed: ({ amount }, { say }) => (amount === 0n ? say("fineAnnulled", {}) : say("fineReviewed", { amount })),
  DisputeOpened: ({ index, topic, amount, reason }, { say, entity, file }) => {
    const { digest } = reason as { digest: string };
    if (topic === TOPICS.bond) return say("bondClaimed", { buyer: entity(file.organismo.nombre), amount });
    if (topic === TOPICS.finalAcceptance) return say("finalDisputed", { amount });
    if (topic !== TOPICS.delivery) return say("refusalDisputed", { amount });
    return digest === ZeroHash
      ? say("objectedAgain", { amount })
      : say("disputed", { supplier: entity(file.proveedor.nombre), amount, number: index + 1n });
  },
  SettlementOffered: ({ by, index, topic, toSupplier }, { say, entity, file, cast }) => {
    const amount = toSupplier as bigint;
    if (by === cast.of(BUYER).address) return say("buyerOffers", { buyer: entity(file.organismo.nombre), amount });
    const { nombre } = creditorOf(file, Number(index), topic as bigint);
    return say("supplierOffers", { supplier: entity(nombre), amount });
  },
  DisputeResolved: ({ index, topic, toSupplier, ending }, { say, entity, file }) =>
    say(ENDINGS[Number(ending) as keyof typeof ENDINGS], {
      amount: toSupplier as bigint,
      supplier: entity(creditorOf(file, Number(index), topic as bigint).nombre),
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
