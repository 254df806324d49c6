import { network } from "hardhat";

import { expectEnded, letTimePass } from "../helpers/liveness.ts";
import { liveStates } from "../helpers/live-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const states = liveStates(connection);

/** What the supplier's side ends with when nobody acts any more, in millions. */
const outcomes: [state: keyof typeof states, net: number, why: string][] = [
  ["opened", 0, "nothing was delivered: the line has its money back and the supplier its bond"],
  ["advanced", 0, "the advance is taken from its bond"],
  ["amortising", 20, "what was delivered is paid, what was advanced beyond it is taken from the bond"],
  ["delivered", 20, "silence accepts"],
  ["assigned", 20, "silence accepts, and the factoring house is paid"],
  ["objected", 12, "the objection stands"],
  ["redelivered", 20, "silence accepts what was delivered again"],
  ["disputed", 16, "half of the objected part, by default"],
  ["objectedTwice", 17.5, "half of what was objected to twice, by default"],
  ["certificateAwaited", 20, "anyone asks for the certificate and silence grants it"],
  ["certificateRequested", 20, "silence grants the certificate"],
  ["certificateRefused", 17.5, "half of what the refusal withheld, by default"],
  ["late", 20, "a fine that nobody noticed is none"],
  ["fineNoticed", 20, "the buyer's silence extinguishes the fine"],
  ["fineDefended", 20, "the buyer's silence extinguishes the fine"],
  ["fineDecided", 19, "the supplier's silence makes the fine final"],
  ["fineAppealed", 20, "the reviewer's silence extinguishes the fine"],
  ["fineResisted", 39, "the debt is paid, then the fine is collected"],
  ["terminationNoticed", 40, "the buyer's silence ends the procedure"],
  ["terminationDefended", 40, "the buyer's silence ends the procedure"],
  ["terminationDecided", 38, "what was delivered is paid, 2 million of the bond are forfeited"],
  ["terminationAppealed", 40, "the reviewer's silence ends the procedure"],
  ["bondClaimed", 0, "the whole bond goes back by default"],
  ["completed", 60, "retention and bond go back"],
  ["finallyObjected", 59.5, "half of the objected retention, by default"],
];

describe("Liveness, given nobody but a passer-by acts any more", () => {
  for (const [state, net, why] of outcomes) {
    it(`${state}: ${why}`, async () => {
      const contract = await states[state]();
      await letTimePass(connection, contract);
      await expectEnded(contract, BigInt(net * 1_000_000));
    });
  }
});
