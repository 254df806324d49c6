import type { Step } from "../send/plan.ts";
import { happened, type TaskContext } from "./context.ts";

/**
 * The step that schedules a delayed call on the AccessManager: the office makes the call itself, by the same command
 * without `--schedule`, once its delay has passed.
 *
 * @param caller the account that will make the call
 * @example await scheduledStep(step, account, context);
 */
export async function scheduledStep(step: Step, caller: string, { contracts }: TaskContext): Promise<Step> {
  const { manager } = contracts;
  const { to, data } = await manager.schedule.populateTransaction(step.to, step.data, 0n);
  const operation = await manager.hashOperation(caller, step.to, step.data);
  return {
    ...{ key: `schedule-${step.key}`, to, data },
    done: async () => (await manager.getSchedule(operation)) !== 0n || ((await step.done?.()) ?? false),
    description: {
      es: `Agendar, para después del plazo de la oficina: ${step.description.es}`,
      en: `Schedule, for after the office's delay: ${step.description.en}`,
    },
  };
}

/**
 * The step that takes a scheduled call back, by the account that scheduled it or by the administrator.
 *
 * @param callers accounts that may have scheduled it, the likeliest first
 * @example await cancelledStep(step, [account, office], context);
 */
export async function cancelledStep(step: Step, callers: readonly string[], context: TaskContext): Promise<Step> {
  const { manager } = context.contracts;
  const operationOf = (caller: string): Promise<string> => manager.hashOperation(caller, step.to, step.data);
  let caller = callers[0] ?? "";
  for (const each of [...callers].reverse()) {
    const wasScheduled = await happened(context, manager, manager.filters.OperationScheduled(await operationOf(each)));
    if (wasScheduled) caller = each;
  }
  const operation = await operationOf(caller);
  const { to, data } = await manager.cancel.populateTransaction(caller, step.to, step.data);
  return {
    ...{ key: `cancel-${step.key}`, to, data },
    done: async () =>
      (await manager.getSchedule(operation)) === 0n &&
      (await happened(context, manager, manager.filters.OperationCanceled(operation))),
    description: {
      es: `Retirar de la agenda: ${step.description.es}`,
      en: `Take off the schedule: ${step.description.en}`,
    },
  };
}
