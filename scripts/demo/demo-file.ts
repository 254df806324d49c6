import type * as z from "zod";

import { parseAddress, parsedField, record, type Field } from "../lib/input/fields.ts";
import type { Door } from "../lib/input/load-input.ts";
import { checkContractFile } from "../lib/procurement/contract-file-checks.ts";
import { contractFields } from "../lib/procurement/contract-file.ts";
import { checkStory } from "./demo-file-checks.ts";
import { checkTerms } from "./demo-file-terms.ts";
import { storyField } from "./story-fields.ts";
import { checkTender } from "./tender/check-tender.ts";
import { tenderField } from "./tender/tender-fields.ts";
import { DECIMALS } from "./token.ts";

const NAME = /^[a-z][a-z\d-]{0,59}$/;

/** An account of the file: an address, or a name. The demo plays both with accounts of its own local chain. */
const accountField = (): Field<string> => parsedField((text) => (NAME.test(text) ? text : parseAddress(text)));

const fields = (door: Door) => {
  const contract = contractFields(door, { decimals: DECIMALS, account: accountField() });
  return {
    ...contract,
    tratoDirecto: contract.tratoDirecto.optional(),
    licitacion: tenderField(door, accountField()).optional(),
    historia: storyField(door).optional(),
  };
};

/** A contract's file with the story that the demo plays: who bids, who delivers when, who answers, who stays silent. */
export type DemoFile = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/**
 * The schema of the demo's file: a contract's file and, if it likes, its `licitacion` and its `historia`.
 *
 * @example const file = await loadInput("scripts/demo/obra-publica.json", demoFileField, context);
 */
export const demoFileField = (door: Door): Field<DemoFile> =>
  record(fields(door)).superRefine((file, context) => {
    checkContractFile(file, context);
    checkStory(file, context);
    checkTerms(file, context);
    checkTender(file, context);
  });
