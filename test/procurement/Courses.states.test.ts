import { expect } from "chai";
import { network } from "hardhat";

import { awardCourse } from "../helpers/course-awards.ts";
import { certificateCourse } from "../helpers/course-certificates.ts";
import { closingCourse } from "../helpers/course-closing.ts";
import { disputeCourse } from "../helpers/course-disputes.ts";
import { fineCourse } from "../helpers/course-fines.ts";
import { COURSE_CALLERS, expectedOf, metBy, printCourses } from "../helpers/course-table.ts";
import { terminationCourse } from "../helpers/course-terminations.ts";
import { expectBlock } from "../helpers/generated-block.ts";
import type { LiveState } from "../helpers/liveness.ts";
import type { Connection } from "../helpers/suite.ts";

const README = new URL("../../contracts/procurement/README.md", import.meta.url);

const connection: Connection = await network.create();
const subjects = [
  fineCourse(connection),
  terminationCourse(connection),
  disputeCourse(connection),
  certificateCourse(connection),
  closingCourse(connection),
  awardCourse(connection),
];

describe("Courses, stage x function x caller x time", () => {
  for (const subject of subjects) {
    describe(subject.title, () => {
      for (const row of subject.rows) {
        describe(`given ${row.state}, ${row.time}`, () => {
          let state: LiveState;
          before(async () => {
            state = await row.reach();
          });
          for (const [name, { call }] of Object.entries(subject.acts)) {
            it(`${name} lets through whom the table names and tells everybody else why`, async () => {
              for (const caller of COURSE_CALLERS) {
                const met = await metBy(state, call(state, state[caller]));
                expect(met, `the ${caller}`).to.equal(expectedOf(subject, row, name, state, caller));
              }
            });
          }
        });
      }
    });
  }

  it("are the tables of the area's README", async () => {
    await expectBlock(README, "courses", printCourses(subjects));
  });
});
