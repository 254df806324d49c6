import { accessManagedMessages } from "./access-managed.ts";
import { accessManagerMessages } from "./access-manager.ts";
import { amountMessages } from "./amount.ts";
import { awardMessages } from "./award.ts";
import { beaconMessages } from "./beacon.ts";
import { certificateMessages } from "./certificate.ts";
import { changeMessages } from "./change.ts";
import { closingMessages } from "./closing.ts";
import { contractFileMessages } from "./contract-file.ts";
import { dateMessages } from "./date.ts";
import { disputeMessages } from "./dispute.ts";
import { envelopeMessages } from "./envelope.ts";
import { escrowMessages } from "./escrow.ts";
import { escrowReviewMessages } from "./escrow-review.ts";
import { fieldMessages } from "./field.ts";
import { fileMessages } from "./file.ts";
import { fineMessages } from "./fine.ts";
import { identityMessages } from "./identity.ts";
import { openingMessages } from "./opening.ts";
import { openZeppelinMessages } from "./openzeppelin.ts";
import { pauseMessages } from "./pause.ts";
import { reconciliationMessages } from "./reconciliation.ts";
import { registryMessages } from "./registry.ts";
import { registryRotationMessages } from "./registry-rotation.ts";
import { revertMessages } from "./revert.ts";
import { sealedBidMessages } from "./sealed-bid.ts";
import { sendAccountMessages } from "./send-account.ts";
import { sendJournalMessages } from "./send-journal.ts";
import { sendNetworkMessages } from "./send-network.ts";
import { sendNodeMessages } from "./send-node.ts";
import { sendProgressMessages } from "./send-progress.ts";
import { sendStepMessages } from "./send-step.ts";
import { storyMessages } from "./story.ts";
import { systemMessages } from "./system.ts";
import { taskMessages } from "./task.ts";
import { taskActMessages } from "./task-act.ts";
import { taskNetworkMessages } from "./task-network.ts";
import { termsMessages } from "./terms.ts";
import { termsMoneyMessages } from "./terms-money.ts";
import { tokenMessages } from "./token.ts";
import { treasuryMessages } from "./treasury.ts";
import { treasuryMoneyMessages } from "./treasury-money.ts";
import type { ParamsOf } from "./types.ts";

/** Every message that the tools can say, by code; an area adds its file here. */
export const catalogue = {
  ...accessManagedMessages,
  ...accessManagerMessages,
  ...amountMessages,
  ...awardMessages,
  ...beaconMessages,
  ...certificateMessages,
  ...changeMessages,
  ...closingMessages,
  ...contractFileMessages,
  ...dateMessages,
  ...disputeMessages,
  ...envelopeMessages,
  ...escrowMessages,
  ...escrowReviewMessages,
  ...fieldMessages,
  ...fileMessages,
  ...fineMessages,
  ...identityMessages,
  ...openingMessages,
  ...openZeppelinMessages,
  ...pauseMessages,
  ...reconciliationMessages,
  ...registryMessages,
  ...registryRotationMessages,
  ...revertMessages,
  ...sealedBidMessages,
  ...sendAccountMessages,
  ...sendJournalMessages,
  ...sendNetworkMessages,
  ...sendNodeMessages,
  ...sendProgressMessages,
  ...sendStepMessages,
  ...storyMessages,
  ...systemMessages,
  ...taskMessages,
  ...taskActMessages,
  ...taskNetworkMessages,
  ...termsMessages,
  ...termsMoneyMessages,
  ...tokenMessages,
  ...treasuryMessages,
  ...treasuryMoneyMessages,
} as const;

export type MessageCode = keyof typeof catalogue;
export type MessageParams<C extends MessageCode> = ParamsOf<(typeof catalogue)[C]>;
