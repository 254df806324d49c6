import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { writeJsonFile } from "../../lib/output/json-file.ts";
import { draftContract } from "../../lib/tasks/draft-contract.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

const action: NewTaskActionFunction<{ input: string; output: string; lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const { deedFile, lines } = await draftContract(args.input, await contextOf(await connect(hre)), lang);
    for (const line of lines) printer.line(line);
    if (args.output !== "") await writeJsonFile(args.output, deedFile);
    return deedFile;
  });

export default action;
