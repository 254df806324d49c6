import { finalWindow } from "../procurement/closing.ts";
import type { TaskContext } from "./context.ts";
import type { DeedFile } from "./deed-file.ts";
import { PARTIES, type ContractClock, type Pending } from "./pending.ts";
import type { Words } from "./say.ts";

const now =
  (command: string): Words =>
  (say) =>
    say.pick(`se puede ya: ${command}`, `possible now: ${command}`);

/**
 * A contract that is not open yet: its publication as a direct award, and the last day of signature.
 *
 * @example await pendingOpening(deedFile, context, clock)
 */
export async function pendingOpening(
  { id, deed }: DeedFile,
  { contracts }: TaskContext,
  { now: time }: ContractClock,
): Promise<Pending[]> {
  const { announcedAt, openFrom, annulled } = await contracts.opening.getAnnouncement(id);
  const what: Words = (say) => say.pick("trato directo", "direct award");
  const signature = {
    ...{ what, who: PARTIES.buyer, until: deed.annex.signBy },
    silence: ((say) => say.pick("no hay contrato", "there is no contract")) satisfies Words,
  };
  if (annulled) return [];
  if (announcedAt === 0n) return [{ ...signature, status: (say) => say.pick("sin publicar", "not published") }];
  if (time >= openFrom) return [{ ...signature, status: (say) => say.pick("publicado", "published") }];
  return [
    {
      ...{ what, who: PARTIES.anySupplier, until: openFrom - 1n },
      status: (say) => say.pick("en publicación", "being published"),
      silence: (say) => say.pick("el contrato puede abrirse", "the contract may open"),
    },
  ];
}

/**
 * What is still to come once all milestones are settled: final acceptance, the retention and the bonds.
 *
 * @example await pendingClosing(deedFile, context, clock)
 */
export async function pendingClosing(
  deedFile: DeedFile,
  context: TaskContext,
  clock: ContractClock,
): Promise<Pending[]> {
  return [
    ...(await pendingRetention(deedFile, context, clock)),
    ...(await pendingAdvanceBond(deedFile, context)),
    ...(await pendingBond(deedFile, context, clock)),
  ];
}

async function pendingRetention(
  { id, deed }: DeedFile,
  { contracts: { escrow, closing } }: TaskContext,
  { now: time }: ContractClock,
): Promise<Pending[]> {
  const { completedAt } = await escrow.getFacts(id);
  const { retained } = (await escrow.getBalances(id)).ledger;
  if (completedAt === 0n || retained === 0n) return [];
  const { from, until } = finalWindow(completedAt, deed.annex.warranty);
  if ((await closing.isFinallyReviewed(id)) || time > until) {
    return [
      {
        what: (say) => `${say.pick("retención", "retention")} (${say.amount(retained)})`,
        status: (say) => say.pick("por pagar", "payable"),
        ...{ who: PARTIES.anyone, until: 0n, silence: now("contract retention") },
      },
    ];
  }
  return [
    {
      what: (say) => say.pick("recepción definitiva", "final acceptance"),
      status: (say) =>
        time <= from ? say.pick("corre la garantía de la obra", "warranty runs") : say.pick("por dar", "to be given"),
      ...{ who: PARTIES.inspector, until },
      silence: (say) =>
        say.pick(
          `se tiene por dada y se paga la retención de ${say.amount(retained)}`,
          `it is deemed given and the retention of ${say.amount(retained)} is paid`,
        ),
    },
  ];
}

async function pendingAdvanceBond(
  { id }: DeedFile,
  { contracts: { escrow, treasury } }: TaskContext,
): Promise<Pending[]> {
  const { amount } = await treasury.getDeposit(escrow, await escrow.advanceBondKey(id));
  const { advanceLeft } = (await escrow.getBalances(id)).dues;
  if (amount <= advanceLeft) return [];
  return [
    {
      what: (say) => `${say.pick("garantía del anticipo", "advance bond")} (${say.amount(amount - advanceLeft)})`,
      status: (say) => say.pick("amortizada", "amortised"),
      ...{ who: PARTIES.anyone, until: 0n, silence: now("contract return-advance-bond") },
    },
  ];
}

async function pendingBond(
  { id, deed }: DeedFile,
  { contracts: { escrow, court } }: TaskContext,
  { now: time }: ContractClock,
): Promise<Pending[]> {
  const amount = await escrow.performanceBondOf(id);
  if (amount === 0n) return [];
  const extended = await escrow.bondExtensionOf(id);
  const until = extended === 0n ? deed.annex.bondUntil : extended;
  const { endedAt, completedAt } = await escrow.getFacts(id);
  const isOver = (endedAt !== 0n || completedAt !== 0n) && time > until;
  const about = {
    what: ((say) => `${say.pick("garantía", "bond")} (${say.amount(amount)})`) satisfies Words,
    who: PARTIES.anyone,
  };
  if (await court.holdsBond(id)) {
    return [
      {
        ...{ ...about, until },
        status: (say) => say.pick("retenida por un procedimiento", "kept by a procedure"),
        silence: (say) => say.pick("se devuelve cuando termine", "it is returned when that ends"),
      },
    ];
  }
  const status: Words = (say) => say.pick("en custodia", "held");
  if (isOver) return [{ ...about, status, until: 0n, silence: now("contract return-bond") }];
  const silence: Words = (say) => say.pick("vuelve al proveedor", "it returns to the supplier");
  return [{ ...about, status, until, silence }];
}
