import { join } from "node:path";

import { AbiCoder, getAddress, isAddress, keccak256 } from "ethers";

import { INTERFACES } from "./contracts.ts";
import type { Act, PreparedAct } from "./act.ts";
import type { TaskContext } from "./context.ts";
import type { Lang, Text } from "../lang.ts";
import { describeRevert } from "../messages/describe-revert.ts";
import { renderMessage } from "../messages/render-message.ts";
import { nodeAccount } from "../send/account.ts";
import { nodeFiles } from "../send/files.ts";
import { stepDigest, type Plan, type Step } from "../send/plan.ts";
import type { SendReport } from "../send/report.ts";
import type { Rpc } from "../send/rpc.ts";
import { SendError } from "../send/send-error.ts";
import type { SendOptions } from "../send/send-options.ts";
import { sendPlan } from "../send/send-plan.ts";
import { calldataLines, openTransactions, type Transaction } from "./calldata.ts";
import { decoderOf } from "./decode-call.ts";
import { findJournal } from "./find-journal.ts";
import { pickAccount } from "./pick-account.ts";
import { inBoth, sayIn } from "./say.ts";
import { cancelledStep, scheduledStep } from "./schedule.ts";

/** How a command of an office is to be run. */
export interface RunActOptions {
  /** Program and act, `treasury fund`. */
  readonly name: string;
  readonly title: Text;
  readonly act: Act;
  readonly file: string;
  readonly context: TaskContext;
  readonly rpc: Rpc;
  /** Accounts of the network, in order. */
  readonly accounts: readonly string[];
  /** Position or address of the account; the one that the act is meant for when absent. */
  readonly account: string | undefined;
  /** Folder of the network's journals. */
  readonly folder: string;
  readonly send: boolean;
  /** Schedules the call of an office that has a delay, in place of making it. */
  readonly schedule: boolean;
  /** Takes the scheduled call back, in place of making it. */
  readonly cancel?: boolean;
  /** Tells what a multisig would send, in place of sending; the account need not be the node's. */
  readonly calldata?: boolean;
  readonly rebuild: boolean;
  readonly lang: Lang;
  readonly print: (line: string) => void;
  readonly sending?: Pick<SendOptions, "limits" | "confirm" | "signal" | "sleep" | "lock">;
}

/** What became of a command. */
export interface ActResult {
  readonly plan: string;
  readonly account: string;
  /** Whether nothing had to be sent because the chain shows the effect. */
  readonly alreadyDone: boolean;
  readonly steps: SendReport["steps"];
  readonly journal: string;
  /** What is still to be sent, where it was asked for. */
  readonly transactions?: readonly Transaction[];
}

/**
 * Reads the file of an act, says in words what it does and, with `send`, does it through the sending layer. A repeated
 * command goes on where it was cut, and sends nothing where the chain shows the effect.
 *
 * @throws InputError, SendError, or what a node's faults become
 * @example await runAct({ name: "treasury fund", act: treasuryActs.fund, file: "asignacion.json", ...rest });
 */
export async function runAct(options: RunActOptions): Promise<ActResult> {
  const prepared = await options.act.prepare(options.file, options.context);
  const account = accountOf(prepared, options);
  const steps = await stepsOf(prepared, account, options);
  const plan: Plan = { id: planId(options, account, steps), title: options.title, steps };
  const { path, alreadyDone } = await findJournal(nodeFiles, join(options.folder, plan.id), steps);
  const result = { plan: plan.id, account, journal: path };
  for (const note of prepared.notes ?? []) options.print(note(sayIn(options.lang, prepared.unit)));
  if (alreadyDone) {
    for (const { description } of steps) options.print(description[options.lang]);
    options.print(renderMessage("already-done", {}, options.lang).sentence);
    return { ...result, alreadyDone, steps: [] };
  }
  const report = await sendResuming(plan, path, account, prepared, options);
  if (options.calldata !== true) return { ...result, alreadyDone, steps: report.steps };
  const transactions = await openTransactions(steps);
  for (const line of calldataLines(transactions, options.lang)) options.print(line);
  return { ...result, alreadyDone, steps: report.steps, transactions };
}

/** A multisig is not among the node's accounts, so what it is to send may be asked for by its address. */
function accountOf(prepared: PreparedAct, { account, accounts, calldata }: RunActOptions): string {
  const wanted = account ?? prepared.by;
  return calldata === true && isAddress(wanted) ? getAddress(wanted) : pickAccount(accounts, wanted);
}

async function stepsOf(prepared: PreparedAct, account: string, options: RunActOptions): Promise<Step[]> {
  const steps = await Promise.all(
    prepared.moves.map(async ({ key, call, done, words, deadline }): Promise<Step> => {
      const { to, data } = await call;
      return {
        ...{ key, to, data, done: () => done(account), description: inBoth(words, prepared.unit) },
        ...(deadline === undefined ? {} : { deadline }),
      };
    }),
  );
  if (options.cancel === true) {
    const callers = prepared.by === null ? [account] : [account, prepared.by];
    return Promise.all(steps.map((step) => cancelledStep(step, callers, options.context)));
  }
  if (!options.schedule) return steps;
  return Promise.all(steps.map((step) => scheduledStep(step, account, options.context)));
}

/** The same act of the same account on the same chain has the same id, so that a repeated command finds its journal. */
function planId({ name, context }: RunActOptions, account: string, steps: readonly Step[]): string {
  const values = [context.identity.genesis, account, steps.map(stepDigest)];
  const digest = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "address", "bytes32[]"], values));
  return `${name.replaceAll(" ", "-")}-${digest.slice(2, 14)}`;
}

/**
 * An office does several things with one account, so another command may have used its nonces since this one was cut.
 * Every step can ask the chain whether it is done, so the journal is then rebuilt from there.
 */
async function sendResuming(
  plan: Plan,
  journal: string,
  account: string,
  { unit }: PreparedAct,
  options: RunActOptions,
): Promise<SendReport> {
  const { rpc, context, lang, print, rebuild, sending } = options;
  const send = options.send && options.calldata !== true;
  const given: SendOptions = {
    ...{ rpc, plan, journal, send, print, language: lang, identity: context.identity },
    ...{ account: nodeAccount(account), decode: decoderOf(context), ...sending },
    describeError: (data) => {
      const inLang = (each: Lang): string => describeRevert(data, INTERFACES, each, { token: unit }).sentence;
      return { es: inLang("es"), en: inLang("en") };
    },
  };
  try {
    return await sendPlan(rebuild ? { ...given, rebuild: {} } : given);
  } catch (error) {
    if (!(error instanceof SendError) || error.code !== "foreign-transaction") throw error;
    return sendPlan({ ...given, rebuild: {} });
  }
}
