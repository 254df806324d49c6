import { lateCharges, type LateCharges } from "../procurement/late-payment.ts";
import { splitPayment } from "../procurement/payment.ts";
import { readEvents } from "../send/read-events.ts";
import type { TaskContext } from "./context.ts";
import type { DeedFile } from "./deed-file.ts";

/** Money of a milestone that came after its term, or is owed beyond it; smallest units. */
export interface LateMilestone extends LateCharges {
  /** From 0. */
  readonly index: number;
  readonly amount: bigint;
  readonly isPaid: boolean;
}

interface Dated {
  readonly index: number;
  readonly net: bigint;
  /** Unix seconds. */
  readonly at: bigint;
}

/**
 * What the buyer owes for having paid late, milestone by milestone: the term runs from the last delivery before the
 * payment. Source: Ley 19.983 art. 2 bis, 2 ter and 2 quater.
 *
 * @param annualBps current interest as published, basis points a year; 0 tells days and fee alone
 * @example (await latePayments(deedFile, context, 1_200n)).map(({ interest }) => interest)
 */
export async function latePayments(
  deedFile: DeedFile,
  context: TaskContext,
  annualBps: bigint,
): Promise<readonly LateMilestone[]> {
  const { id } = deedFile;
  const { MilestoneDelivered, MilestonePaid } = context.contracts.escrow.filters;
  const deliveries = await dated(MilestoneDelivered(id), context);
  const payments = (await dated(MilestonePaid(id), context)).map((paid) => ({ ...paid, isPaid: true }));
  const owed = (await owedNow(deedFile, context)).map((due) => ({ ...due, isPaid: false }));
  return [...payments, ...owed].flatMap(({ index, net: amount, at: paidAt, isPaid }) => {
    const received = deliveries.filter((delivery) => delivery.index === index && delivery.at <= paidAt).at(-1);
    if (received === undefined) return [];
    const charges = lateCharges({ amount, receivedAt: received.at, paidAt, annualBps });
    return charges.days === 0n ? [] : [{ index, amount, isPaid, ...charges }];
  });
}

async function dated(
  filter: { getTopicFilter(): Promise<(string | string[] | null)[]> },
  { chain, identity, contracts: { escrow } }: TaskContext,
): Promise<Dated[]> {
  const toBlock = (await chain.block("latest"))?.number ?? 0;
  const query = { address: await escrow.getAddress(), topics: await filter.getTopicFilter() };
  const found: Dated[] = [];
  for await (const logs of readEvents(chain, { ...query, fromBlock: identity.block, toBlock })) {
    for (const { topics, data, blockNumber } of logs) {
      const args = escrow.interface.parseLog({ topics: [...topics], data })?.args;
      const at = (await chain.block(blockNumber))?.timestamp ?? 0n;
      const net = (args?.toObject().net as bigint | undefined) ?? 0n;
      if (args !== undefined) found.push({ index: Number(args.index), net, at });
    }
  }
  return found;
}

/** What a settlement of each milestone would pay now, where its certificates are there. */
async function owedNow({ id, deed }: DeedFile, { contracts, door }: TaskContext): Promise<Dated[]> {
  const { escrow, reader, court } = contracts;
  const { count } = await escrow.getFacts(id);
  const { ledger, dues } = await escrow.getBalances(id);
  const owed: Dated[] = [];
  for (let index = 0; index < Number(count); index++) {
    if (!(await court.isInArrears(id, index))) continue;
    const gross = await reader.payableOf(id, index);
    const { net } = splitPayment({
      ...deed.terms,
      ...{ gross, unpaidAfter: ledger.unpaid - gross, retained: ledger.retained },
      ...{ advanceLeft: dues.advanceLeft, finesLeft: dues.finesLeft },
    });
    owed.push({ index, net, at: door.now });
  }
  return owed;
}
