import { join } from "node:path";

import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { InputError } from "../lib/input/input-error.ts";
import { writeJsonFile } from "../lib/output/json-file.ts";
import { interruptSignal } from "../lib/send/interrupt.ts";
import type { Text } from "../lib/lang.ts";
import { ACTS, SIGNINGS } from "../lib/tasks/acts/index.ts";
import { runAct } from "../lib/tasks/run-act.ts";
import { runSigning } from "../lib/tasks/signing.ts";
import { connect, contextOf, sendingOn } from "./connect.ts";
import { speak } from "./speak.ts";

/** What an act's command line says; an option that is not given is the empty text. */
interface ActArguments {
  readonly input: string;
  readonly account: string;
  readonly lang: string;
  readonly json: boolean;
  readonly send: boolean;
  readonly schedule: boolean;
  readonly cancel: boolean;
  readonly calldata: boolean;
  readonly rebuild: boolean;
}

/** What a signing's command line says. */
interface SignArguments extends Pick<ActArguments, "input" | "account" | "lang" | "json"> {
  readonly output: string;
}

const given = (option: string): string | undefined => (option === "" ? undefined : option);

function refuseClash<K extends "send" | "schedule" | "cancel" | "calldata">(
  args: Readonly<Record<K, boolean>>,
  one: K,
  other: K,
): void {
  if (args[one] && args[other]) throw new InputError("options-clash", { one: `--${one}`, other: `--${other}` });
}

/**
 * The action of a command that sends.
 *
 * @example actAction("treasury fund", { es: "Asignar.", en: "Appropriate." });
 */
export function actAction(name: string, title: Text): NewTaskActionFunction<ActArguments> {
  return (args, hre) =>
    speak(args, async (printer, lang) => {
      const act = ACTS[name];
      if (act === undefined) throw new Error(`no act ${name}`);
      refuseClash(args, "send", "calldata");
      refuseClash(args, "schedule", "cancel");
      const connected = await connect(hre);
      const context = await contextOf(connected);
      const { signal, dispose } = interruptSignal(process);
      try {
        return await runAct({
          ...{ name, title, act, context, lang, file: args.input, account: given(args.account) },
          ...{ rpc: connected.connection.ethers.provider, accounts: connected.accounts },
          ...{ folder: join(connected.folder), rebuild: args.rebuild },
          ...{ send: args.send, schedule: args.schedule, cancel: args.cancel, calldata: args.calldata },
          print: (line) => {
            printer.line(line);
          },
          sending: { ...sendingOn(context.identity.chainId), signal },
        });
      } finally {
        dispose();
      }
    });
}

/**
 * The action of a command that signs: with `--output` the account signs and the file is written.
 *
 * @example signAction("registry sign-accreditation");
 */
export function signAction(name: string): NewTaskActionFunction<SignArguments> {
  return (args, hre) =>
    speak(args, async (printer, lang) => {
      const signing = SIGNINGS[name];
      if (signing === undefined) throw new Error(`no signing ${name}`);
      const { connection, accounts, ...rest } = await connect(hre);
      const context = await contextOf({ connection, accounts, ...rest });
      const signed = await runSigning({
        ...{ signing, context, accounts, lang, file: args.input, account: given(args.account) },
        print: (line) => {
          printer.line(line);
        },
        sign:
          args.output === ""
            ? null
            : async (account, { domain, types, message }) => {
                const signer = await connection.ethers.getSigner(account);
                return signer.signTypedData(domain, types, message);
              },
      });
      if (signed === null) {
        const unsigned = {
          es: "No se firmó nada. Para firmar, repita con --output ARCHIVO.",
          en: "Nothing was signed. To sign, repeat with --output FILE.",
        };
        printer.line(unsigned[lang]);
      } else {
        await writeJsonFile(args.output, signed);
      }
      return signed;
    });
}
