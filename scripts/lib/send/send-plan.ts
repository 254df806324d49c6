import { dirname } from "node:path";
import { sentenceIn } from "../messages/render-message.ts";
import { readChain } from "./chain.ts";
import { nodeFiles } from "./files.ts";
import { freshHead } from "./head.ts";
import { interruptible } from "./interrupt.ts";
import { readJournal, refuseCorrupt } from "./journal.ts";
import { foldEntries, isSettled, lastSeen } from "./ledger.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { lockAccount } from "./lock.ts";
import { checkIdentity, confirmLive } from "./network-identity.ts";
import { openLedger } from "./open-ledger.ts";
import { validatePlan } from "./plan.ts";
import { describePlan } from "./print-plan.ts";
import { rebuildJournal } from "./rebuild.ts";
import { remainingLines, reportOf, type SendReport } from "./report.ts";
import { RpcRefusal } from "./rpc.ts";
import type { Run } from "./run.ts";
import { SendError } from "./send-error.ts";
import type { SendOptions } from "./send-options.ts";
import { gasLimitOf } from "./simulate.ts";
import { isDone } from "./start-step.ts";
import { steadyRpc } from "./steady-rpc.ts";
import { work } from "./work.ts";

type Tools = Pick<Run, "chain" | "limits" | "sleep" | "say" | "describeError">;

/**
 * Prints a plan and, when `send` is set, carries it out: each step at most once, however often the run is cut and
 * repeated.
 *
 * @returns What became of each step.
 * @throws SendError, whose `exitCode` says whether the chain refused (1), the input is bad (2) or Ctrl-C was pressed.
 * @example await sendPlan({ rpc, account: signingAccount(wallet), identity, plan, journal, send, language, print })
 */
export async function sendPlan(options: SendOptions): Promise<SendReport> {
  try {
    return await printAndSend(options, toolsOf(options));
  } catch (error) {
    if (!(error instanceof RpcRefusal)) throw error;
    throw new SendError("rpc-refused", { method: error.method, reason: error.message });
  }
}

async function printAndSend(options: SendOptions, tools: Tools): Promise<SendReport> {
  const { plan, identity, account, language, print, journal } = options;
  validatePlan(plan);
  await checkIdentity(tools.chain, identity);
  const about = { ...tools.limits, chainId: identity.chainId, account: account.address };
  for (const line of describePlan(plan, language, options.decode, about)) print(line);
  if (!options.send) return preview(options, tools);
  await confirmLive(identity.chainId, language, options.confirm);
  const lock = await lockAccount(dirname(journal), identity.chainId, account.address, options.lock);
  try {
    return await carryOut(options, { ...tools, lock });
  } finally {
    await lock.release();
  }
}

function toolsOf(options: SendOptions): Tools {
  const sleep = interruptible(options.sleep, options.signal);
  return {
    chain: readChain(steadyRpc(options.rpc, sleep, options.patience)),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    sleep,
    say: (...notice) => {
      options.print(sentenceIn(options.language)(...notice));
    },
    describeError: options.describeError ?? (() => null),
  };
}

/** What would be sent next must pass a simulation already now; what comes after it may rest on it and is not asked. */
async function preview(options: SendOptions, tools: Tools): Promise<SendReport> {
  const { plan, account, files = nodeFiles, journal: path } = options;
  const stored = files.read(path);
  const text = readJournal(stored ?? "");
  if (stored !== null) refuseCorrupt(path, text);
  const ledger = foldEntries(text.entries);
  const head = await headOf(tools, { number: 0, timestamp: 0n });
  for (const step of plan.steps) {
    if (isSettled(ledger.records.get(step.key)) || ledger.live.has(step.key) || (await isDone(step))) continue;
    await gasLimitOf({ ...tools, account, head }, step);
    break;
  }
  tools.say("plan-not-sent", {});
  return reportOf(plan, ledger);
}

async function carryOut(options: SendOptions, tools: Tools & Pick<Run, "lock">): Promise<SendReport> {
  const { plan, account, identity, files = nodeFiles, journal: path } = options;
  if (options.rebuild) {
    const context = { ...tools, plan, account, identity, files, path };
    tools.say("rebuild-done", { path, ...(await rebuildJournal(context, options.rebuild)) });
  }
  const latestNonce = await tools.chain.nonce(account.address, "latest");
  const { journal, ledger, header, torn } = await openLedger(files, path, options, latestNonce);
  try {
    if (torn) tools.say("journal-torn", { path });
    const head = await headOf(tools, lastSeen(ledger));
    const steps = new Map(plan.steps.map((step) => [step.key, step]));
    const state = { watches: new Map(), checkedNonce: header.startNonce, head, latestNonce, writes: 0, stop: null };
    await work({ ...tools, ...{ plan, account, identity, steps, journal, ledger }, ...state }, options.signal);
    return reportOf(plan, ledger);
  } catch (error) {
    for (const line of remainingLines(reportOf(plan, ledger), options.language, path, error)) options.print(line);
    throw error;
  } finally {
    journal.close();
  }
}

function headOf({ chain, limits, sleep }: Tools, seen: Parameters<typeof freshHead>[1]): ReturnType<typeof freshHead> {
  return freshHead(chain, seen, sleep, { polls: limits.lagPolls, pollMs: limits.pollMs });
}
