import { housingAppealSeatsMessages } from "./housing-appeal-seats.ts";
import { housingAppealMessages } from "./housing-appeal.ts";
import { housingApplicationMessages } from "./housing-application.ts";
import { housingBenefitMessages } from "./housing-benefit.ts";
import { housingBookMessages } from "./housing-book.ts";
import { housingCallMessages } from "./housing-call.ts";
import { housingDeskMessages } from "./housing-desk.ts";
import { housingIntakeMessages } from "./housing-intake.ts";
import { housingOccupancyMessages } from "./housing-occupancy.ts";
import { housingPostingMessages } from "./housing-posting.ts";
import { housingProgramMessages } from "./housing-program.ts";
import { housingRefutationMessages } from "./housing-refutation.ts";
import { housingResultMessages } from "./housing-result.ts";
import { housingRollMessages } from "./housing-roll.ts";
import { housingRulesMessages } from "./housing-rules.ts";
import { housingSeatsMessages } from "./housing-seats.ts";
import { housingTimetableMessages } from "./housing-timetable.ts";
import type { Catalogue } from "./types.ts";

/** Everything that housing says. */
export const housingCatalogue = {
  ...housingAppealMessages,
  ...housingAppealSeatsMessages,
  ...housingApplicationMessages,
  ...housingBenefitMessages,
  ...housingBookMessages,
  ...housingCallMessages,
  ...housingDeskMessages,
  ...housingIntakeMessages,
  ...housingOccupancyMessages,
  ...housingPostingMessages,
  ...housingProgramMessages,
  ...housingRefutationMessages,
  ...housingResultMessages,
  ...housingRollMessages,
  ...housingRulesMessages,
  ...housingSeatsMessages,
  ...housingTimetableMessages,
} as const satisfies Catalogue;
