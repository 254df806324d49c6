import { accessManagedMessages } from "./access-managed.ts";
import { accessManagerMessages } from "./access-manager.ts";
import { amountMessages } from "./amount.ts";
import { contractFileMessages } from "./contract-file.ts";
import { dateMessages } from "./date.ts";
import { fieldMessages } from "./field.ts";
import { fileMessages } from "./file.ts";
import { identityMessages } from "./identity.ts";
import { openZeppelinMessages } from "./openzeppelin.ts";
import { revertMessages } from "./revert.ts";
import { systemMessages } from "./system.ts";
import { tokenMessages } from "./token.ts";
import type { ParamsOf } from "./types.ts";

/** Every message that the tools can say, by code; an area adds its file here. */
export const catalogue = {
  ...accessManagedMessages,
  ...accessManagerMessages,
  ...amountMessages,
  ...contractFileMessages,
  ...dateMessages,
  ...fieldMessages,
  ...fileMessages,
  ...identityMessages,
  ...openZeppelinMessages,
  ...revertMessages,
  ...systemMessages,
  ...tokenMessages,
} as const;

export type MessageCode = keyof typeof catalogue;
export type MessageParams<C extends MessageCode> = ParamsOf<(typeof catalogue)[C]>;
