import { accreditationSigning } from "../accreditation-file.ts";
import { changeSigning, terminationSigning } from "../change-order.ts";
import { contractSigning } from "../contract-signature.ts";
import { jointAct, jointSigning } from "../joint-bid.ts";
import type { Act } from "../act.ts";
import type { Signing } from "../signing.ts";
import { accessActs } from "./access.ts";
import { awardActs } from "./award.ts";
import { callOffActs } from "./call-offs.ts";
import { certificateActs } from "./certificates.ts";
import { changeActs } from "./changes.ts";
import { closingActs } from "./closing.ts";
import { competitionActs } from "./competitions.ts";
import { courseActs } from "./course.ts";
import { disputeActs } from "./disputes.ts";
import { fineActs } from "./due-process.ts";
import { frameworkActs } from "./frameworks.ts";
import { lineActs } from "./lines.ts";
import { milestoneActs } from "./milestones.ts";
import { quoteActs } from "./quotes.ts";
import { registryActs } from "./registry.ts";
import { rotationActs } from "./rotation.ts";
import { reservationActs } from "./reservation.ts";
import { tenderAwardActs } from "./tender-award.ts";
import { tenderBidderActs } from "./tender-bidder.ts";
import { tenderBondActs } from "./tender-bonds.ts";
import { tenderBuyerActs } from "./tender-buyer.ts";
import { tenderCourseActs } from "./tender-course.ts";
import { tenderPanelActs } from "./tender-panel.ts";
import { terminationActs } from "./termination.ts";
import { treasuryActs } from "./treasury.ts";

const under = <T>(program: string, acts: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(acts).map(([name, act]) => [`${program} ${name}`, act]));

/** Every act by the words of its command. */
export const ACTS: Readonly<Record<string, Act>> = {
  ...under("treasury", { ...treasuryActs, ...lineActs }),
  ...under("access", accessActs),
  ...under("registry", { ...registryActs, ...rotationActs }),
  ...under("contract", {
    ...awardActs,
    ...milestoneActs,
    ...courseActs,
    ...disputeActs,
    ...changeActs,
    ...closingActs,
    ...reservationActs,
  }),
  ...under("contract certificate", certificateActs),
  ...under("contract fine", fineActs),
  ...under("contract termination", terminationActs),
  ...under("tender", {
    ...tenderBuyerActs,
    ...tenderBidderActs,
    ...tenderPanelActs,
    ...tenderCourseActs,
    ...tenderAwardActs,
    ...tenderBondActs,
    joint: jointAct,
  }),
  ...under("quote", quoteActs),
  ...under("framework", frameworkActs),
  ...under("framework order", callOffActs),
  ...under("framework contest", competitionActs),
};

/** Every signature by the words of its command. */
export const SIGNINGS: Readonly<Record<string, Signing>> = {
  "registry sign-accreditation": accreditationSigning,
  "contract sign": contractSigning,
  "contract sign-change": changeSigning,
  "contract sign-termination": terminationSigning,
  "tender sign-joint": jointSigning,
};
