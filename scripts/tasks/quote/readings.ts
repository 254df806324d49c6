import { callOffStatus, contestStatusOf, frameworkStatus } from "../../lib/tasks/quote-status.ts";
import { statusAction, verifyAction } from "./show.ts";

/** The actions of the commands that read purchases, by their words. */
export const READINGS = {
  "quote status": statusAction((id, context) => contestStatusOf("quotes", id, context)),
  "quote verify": verifyAction("quotes"),
  "framework status": statusAction(frameworkStatus),
  "framework order status": statusAction(callOffStatus),
  "framework contest status": statusAction((id, context) => contestStatusOf("contests", id, context)),
  "framework contest verify": verifyAction("contests"),
} as const;
