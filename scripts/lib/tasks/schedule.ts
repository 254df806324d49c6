import type { Step } from "../send/plan.ts";
import type { TaskContext } from "./context.ts";

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
