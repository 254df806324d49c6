import type { Agreement } from "../../../typechain-types/contracts/procurement/MilestoneEscrow.js";
import { CONTRACT_STATUSES, MILESTONE_STATUSES } from "../procurement/names.ts";
import { lengthenedByPause } from "../procurement/due-process.ts";
import { LAW, SUITE_RULES } from "../procurement/law.ts";
import { MILESTONE_STATUS } from "../procurement/review.ts";
import type { TaskContext } from "./context.ts";
import type { DeedFile } from "./deed-file.ts";
import { pendingClosing, pendingOpening } from "./pending-closing.ts";
import { pendingDispute, pendingFine, pendingTermination } from "./pending-court.ts";
import { PARTIES, type ContractClock, type Pending } from "./pending.ts";
import type { Words } from "./say.ts";

/** A contract as it stands: balances in smallest units. */
export interface ContractStatus {
  readonly id: string;
  readonly status: Words;
  readonly price: bigint;
  readonly unpaid: bigint;
  readonly retained: bigint;
  readonly setAside: bigint;
  readonly advanceLeft: bigint;
  readonly finesLeft: bigint;
  readonly bond: bigint;
  readonly pending: readonly Pending[];
}

/**
 * Reads a contract and says what waits for whom, until when, and what silence does.
 *
 * @example (await contractStatus(deedFile, context)).pending.length
 */
export async function contractStatus(deedFile: DeedFile, context: TaskContext): Promise<ContractStatus> {
  const { id, deed } = deedFile;
  const { escrow, reader } = context.contracts;
  const { count } = await escrow.getFacts(id);
  const status = await reader.statusOf(id);
  const { ledger, dues } = await escrow.getBalances(id);
  const clock = { now: context.door.now, pausedAt: await escrow.pausedAt() };
  const pending: Pending[] = count === 0n ? await pendingOpening(deedFile, context, clock) : [];
  for (let index = 0; index < Number(count); index++) {
    pending.push(...(await milestonePending(index, deedFile, context, clock)));
    pending.push(...(await pendingDispute(index, deedFile, context, clock)));
    pending.push(...(await pendingFine(index, deedFile, context, clock)));
  }
  pending.push(...(await pendingTermination(deedFile, context, clock)));
  pending.push(...(await pendingClosing(deedFile, context, clock)));
  return {
    ...{ id, price: deed.terms.price, unpaid: ledger.unpaid, retained: ledger.retained, setAside: dues.setAside },
    ...{ advanceLeft: dues.advanceLeft, finesLeft: dues.finesLeft, bond: await escrow.performanceBondOf(id), pending },
    status: (say) => say.label(CONTRACT_STATUSES, status),
  };
}

async function milestonePending(
  index: number,
  { id }: DeedFile,
  context: TaskContext,
  { pausedAt }: ContractClock,
): Promise<Pending[]> {
  const { escrow, reader } = context.contracts;
  const status = await reader.milestoneStatusOf(id, index);
  const [milestone, delivery, { objectedAt }] = await escrow.getMilestone(id, index);
  const about = {
    what: (say) => `${say.pick("hito", "milestone")} ${index + 1} (${say.amount(milestone.amount)})`,
    status: (say) => say.label(MILESTONE_STATUSES, status),
  } satisfies Pick<Pending, "what" | "status">;
  switch (MILESTONE_STATUS[Number(status)]) {
    case "scheduled":
      return [
        {
          ...{ ...about, who: PARTIES.supplier, until: milestone.dueAt },
          silence: (say) =>
            say.pick(
              "corre la multa; al vencer el contrato vuelve a la línea",
              "the fine grows; when the contract expires it returns to the line",
            ),
        },
      ];
    case "under review":
      return [
        {
          ...{ ...about, who: PARTIES.inspector, until: delivery.time + LAW.acceptanceWindow },
          silence: (say) => say.pick("se tiene por aceptado", "it is deemed accepted"),
        },
      ];
    case "objected":
      return [
        {
          ...{ ...about, who: PARTIES.supplier },
          until: lengthenedByPause(objectedAt, objectedAt + SUITE_RULES.objectionWindow, pausedAt),
          silence: (say) => say.pick("la observación queda firme", "the objection stands"),
        },
      ];
    case "accepted":
      return acceptedPending(index, id, milestone, about, context);
    default:
      return [];
  }
}

async function acceptedPending(
  index: number,
  id: string,
  milestone: Agreement.MilestoneStructOutput,
  about: Pick<Pending, "what" | "status">,
  { contracts }: TaskContext,
): Promise<Pending[]> {
  if ((await contracts.reader.payableOf(id, index)) !== 0n) {
    const silence: Words = (say) => say.pick("se puede pagar ya: contract settle", "payable now: contract settle");
    return [{ ...about, who: PARTIES.anyone, until: 0n, silence }];
  }
  const missing: Pending[] = [];
  for (let kind = 0; kind < 3; kind++) {
    if ((milestone.certificates & BigInt(1 << kind)) === 0n) continue;
    const { deadline, answered } = await contracts.desk.getCertificate(id, index, kind);
    if (answered) continue;
    const isRequested = deadline !== 0n;
    missing.push({
      what: (say) => `${about.what(say)}, ${say.pick("certificado", "certificate")} ${kind}`,
      status: (say) => (isRequested ? say.pick("pedido", "requested") : say.pick("por pedir", "to be requested")),
      who: isRequested ? PARTIES.certifier : PARTIES.supplier,
      until: deadline,
      silence: (say) =>
        isRequested
          ? say.pick("se tiene por otorgado", "it is deemed granted")
          : say.pick("el pago espera la solicitud", "the payment waits for the request"),
    });
  }
  return missing;
}
