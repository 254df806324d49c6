import { accessManagedMessages } from "./access-managed.ts";
import { accessManagerMessages } from "./access-manager.ts";
import { amountMessages } from "./amount.ts";
import { attestationMessages } from "./attestation.ts";
import { awardMessages } from "./award.ts";
import { beaconMessages } from "./beacon.ts";
import { callOffMessages } from "./call-off.ts";
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
import { frameworkTaskMessages } from "./framework-task.ts";
import { identityMessages } from "./identity.ts";
import { openingMessages } from "./opening.ts";
import { openZeppelinMessages } from "./openzeppelin.ts";
import { pauseMessages } from "./pause.ts";
import { quoteTaskMessages } from "./quote-task.ts";
import { quoteVerifyMessages } from "./quote-verify.ts";
import { randomnessMessages } from "./randomness.ts";
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
import { storyTenderMessages } from "./story-tender.ts";
import { storyMessages } from "./story.ts";
import { systemMessages } from "./system.ts";
import { taskMessages } from "./task.ts";
import { taskActMessages } from "./task-act.ts";
import { taskNetworkMessages } from "./task-network.ts";
import { tenderAwardMessages } from "./tender-award.ts";
import { tenderBidMessages } from "./tender-bid.ts";
import { tenderJointMessages } from "./tender-joint.ts";
import { tenderModulesMessages } from "./tender-modules.ts";
import { tenderMessages } from "./tender.ts";
import { tenderPanelMessages } from "./tender-panel.ts";
import { tenderReviewMessages } from "./tender-review.ts";
import { tenderFileMessages } from "./tender-file.ts";
import { tenderTaskMessages } from "./tender-task.ts";
import { tenderTermsMessages } from "./tender-terms.ts";
import { tenderTermsMoneyMessages } from "./tender-terms-money.ts";
import { tenderTermsPanelMessages } from "./tender-terms-panel.ts";
import { tenderTermsTimesMessages } from "./tender-terms-times.ts";
import { tenderVerifyMessages } from "./tender-verify.ts";
import { termsMessages } from "./terms.ts";
import { termsMoneyMessages } from "./terms-money.ts";
import { tokenMessages } from "./token.ts";
import { treasuryMessages } from "./treasury.ts";
import { treasuryMoneyMessages } from "./treasury-money.ts";
import { treeMessages } from "./tree.ts";
import { frameworkMessages } from "./framework.ts";
import { housingCatalogue } from "./housing.ts";
import { quotesMessages } from "./quotes.ts";
import { quotesRequestMessages } from "./quotes-request.ts";
import type { ParamsOf } from "./types.ts";

/** Every message that the tools can say, by code; an area adds its file here. */
export const catalogue = {
  ...accessManagedMessages,
  ...accessManagerMessages,
  ...amountMessages,
  ...attestationMessages,
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
  ...randomnessMessages,
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
  ...storyTenderMessages,
  ...systemMessages,
  ...taskMessages,
  ...taskActMessages,
  ...taskNetworkMessages,
  ...tenderAwardMessages,
  ...tenderBidMessages,
  ...tenderJointMessages,
  ...tenderModulesMessages,
  ...tenderMessages,
  ...tenderPanelMessages,
  ...tenderReviewMessages,
  ...tenderFileMessages,
  ...tenderTaskMessages,
  ...tenderTermsMessages,
  ...tenderTermsMoneyMessages,
  ...tenderTermsPanelMessages,
  ...tenderTermsTimesMessages,
  ...tenderVerifyMessages,
  ...termsMessages,
  ...termsMoneyMessages,
  ...tokenMessages,
  ...treasuryMessages,
  ...treasuryMoneyMessages,
  ...treeMessages,
  ...callOffMessages,
  ...frameworkMessages,
  ...frameworkTaskMessages,
  ...housingCatalogue,
  ...quoteTaskMessages,
  ...quoteVerifyMessages,
  ...quotesMessages,
  ...quotesRequestMessages,
} as const;

export type MessageCode = keyof typeof catalogue;
export type MessageParams<C extends MessageCode> = ParamsOf<(typeof catalogue)[C]>;
