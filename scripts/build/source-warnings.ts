import type { HookContext, SolidityHooks } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";
import type { CompilerOutput } from "hardhat/types/solidity";

/** Codes of solc for deployed code and creation code above the limits of EIP-170 and EIP-3860. */
const SIZE_CODES = new Set(["5574", "3860"]);

/** The reminder that solc gives of every use of transient storage; OpenZeppelin's guard is the use that it calls safe. */
const TRANSIENT_REMINDER = "2394";

/** A diagnostic points at a file of this repository, not of a package: solc then names it `project/...`. */
const OWN_SOURCE = /--> project\/(\S+?\.sol)(:|\s|$)/;

/**
 * Turns every warning of the compiler about a source of this repository into an error, so that the build fails and
 * nothing is written or cached. Warnings about packages stay warnings, but for the reminder about transient storage, which is
 * left out. The size limit does not bind tests, nor any
 * contract while `instrumented` for coverage.
 *
 * @param output What solc returned; it is not changed.
 * @param instrumented Whether the sources carry coverage probes.
 * @returns The output with the severities raised.
 *
 * @example
 * refuseWarnings(output, false).errors?.some((diagnostic) => diagnostic.severity === "error");
 */
export function refuseWarnings(output: CompilerOutput, instrumented: boolean): CompilerOutput {
  if (output.errors === undefined) return output;
  return {
    ...output,
    errors: output.errors.flatMap((diagnostic) => {
      const file = OWN_SOURCE.exec(diagnostic.formattedMessage ?? "")?.[1];
      if (file === undefined && diagnostic.errorCode === TRANSIENT_REMINDER) return [];
      if (file === undefined || diagnostic.severity !== "warning") return [diagnostic];
      const oversize = SIZE_CODES.has(diagnostic.errorCode ?? "");
      if (oversize && (instrumented || file.startsWith("test/"))) return [diagnostic];
      return [
        {
          ...diagnostic,
          type: "Error",
          severity: "error",
          ...(diagnostic.formattedMessage && {
            formattedMessage: diagnostic.formattedMessage.replace(/^Warning:/, "Warning taken as an error:"),
          }),
        },
      ];
    }),
  };
}

/** Hook into the compiler call: the only place of Hardhat 3.17 where a warning can still stop the build. */
const invokeSolc: SolidityHooks["invokeSolc"] = async (context: HookContext, compiler, input, config, next) =>
  refuseWarnings(await next(context, compiler, input, config), context.globalOptions.coverage);

/** Hardhat plugin: a warning in `contracts/` or `test/` fails the build. */
export const sourceWarnings: HardhatPlugin = {
  id: "erario:source-warnings",
  hookHandlers: { solidity: () => Promise.resolve({ default: () => Promise.resolve({ invokeSolc }) }) },
};
