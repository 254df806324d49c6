import type { ChainEvent } from "./chain-event.ts";
import { narrateCourt } from "./narrate-court.ts";
import { narrateTender } from "./narrate-tender.ts";
import { narrateTermination } from "./narrate-termination.ts";
import { certificateName, dayOf, unlessZero, type EventArgs, type Narrator, type Scene } from "./narrate-parts.ts";

const NARRATORS: Readonly<Record<string, Narrator>> = {
  ...narrateCourt,
  ...narrateTermination,
  ...narrateTender,
  LineFunded: ({ amount, lineId }, { say, entity, file }) =>
    say("funded", { amount, lineId: lineId as bigint, owner: entity(file.organismo.nombre) }),
  AwardAnnounced: ({ supplier, openFrom }, { say, entity, file }) =>
    say("announced", {
      buyer: entity(file.organismo.nombre),
      supplier: supplier as bigint,
      until: dayOf((openFrom as bigint) - 1n),
    }),
  DepositHeld: ({ owner, amount }, { say }) => say("bonded", { owner: owner as bigint, amount }),
  AdvancePaid: ({ amount }, { say }) => say("advance", { amount }),
  MilestoneAccepted: ({ index }, { say }) => say("accepted", { number: index + 1n }),
  MilestoneObjected: ({ index, objected, accepted }, { say }) =>
    say("objected", { number: index + 1n, objected: objected as bigint, accepted: accepted as bigint }),
  MilestonePaid: ({ index, net, amortised, retained, fined }, { say }) => {
    const parts = [net, amortised, retained, fined] as bigint[];
    const gross = parts.reduce((sum, part) => sum + part, 0n);
    return [
      say("paid", { gross, number: index + 1n }),
      ...unlessZero(amortised, (amount) => say("amortised", { amount })),
      ...unlessZero(retained, (amount) => say("retained", { amount })),
      ...unlessZero(fined, (amount) => say("fined", { amount })),
    ];
  },
  ReceivableAssigned: ({ index, assignee }, { say, entity, file }) =>
    say("assigned", {
      from: entity(file.proveedor.nombre),
      number: index + 1n,
      assignee: assignee as bigint,
    }),
  CertificateRequested: ({ index, kind, deadline }, scene) =>
    scene.say("requested", {
      name: certificateName(scene, kind as bigint),
      number: index + 1n,
      until: dayOf(deadline as bigint),
    }),
  CertificateGranted: ({ index, kind }, scene) =>
    scene.say("granted", { name: certificateName(scene, kind as bigint), number: index + 1n }),
  ContractCompleted: (_, { say }) => say("completed", {}),
  CertificateRefused: ({ index, kind, amount }, scene) =>
    scene.say("refused", { name: certificateName(scene, kind as bigint), number: index + 1n, amount }),
  ObjectionUpheld: ({ index }, { say }) => say("upheld", { number: index + 1n }),
  ContractEnded: ({ undelivered }, { say }) => say("ended", { amount: undelivered as bigint }),
  FinalAcceptance: ({ objected }, { say }) =>
    objected === 0n ? say("finalAcceptance", {}) : say("finalObjection", { amount: objected as bigint }),
  RetentionPaid: ({ fined }, { say }) => unlessZero(fined, (amount) => say("fined", { amount })),
  CreditWithdrawn: ({ entity, amount }, { say }) => say("withdrawn", { payee: entity as bigint, amount }),
};

/** Events that are told after the others of their transaction. */
const LAST = ["SetAside", "SetAsideReturned", "ContractCompleted"];

/**
 * Puts the events of one transaction into sentences.
 *
 * @example narrate(events, play); // ["La inspección acepta el hito 1.", ...]
 */
export function narrate(events: readonly ChainEvent[], scene: Scene): string[] {
  const told = inTellingOrder(events);
  return told.flatMap(({ name, args }, position) => {
    const next = told[position + 1];
    if (name === "Paid" || name === "DepositReturned") return pushed(name, args as EventArgs, next?.name, scene);
    return NARRATORS[name]?.(args as EventArgs, scene) ?? [];
  });
}

/** The contracts book before they pay; people hear first what came in, and last what follows. */
function inTellingOrder(events: readonly ChainEvent[]): ChainEvent[] {
  const isAdvance = events.some(({ name }) => name === "AdvancePaid");
  const rank = (name: string): number => {
    if (name === "DepositHeld" && isAdvance) return 0;
    return LAST.includes(name) ? 2 : 1;
  };
  return events.toSorted((a, b) => rank(a.name) - rank(b.name));
}

/** What was sent to an entity: it arrived, unless the treasury's next event credits it. */
function pushed(name: "Paid" | "DepositReturned", args: EventArgs, next: string | undefined, { say }: Scene): string {
  const { amount } = args;
  const payee = (name === "Paid" ? args.payee : args.owner) as bigint;
  if (next === "Credited") return say("credited", { payee, amount });
  return name === "Paid" ? say("received", { payee, amount }) : say("bondReturned", { owner: payee, amount });
}
