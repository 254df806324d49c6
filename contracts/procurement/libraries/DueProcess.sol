// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PauseClock} from "../../shared/libraries/PauseClock.sol";
import {Agreement} from "../types/Agreement.sol";

/// @notice Notice, defence, decision, appeal, review: one course for fines and terminations. Source: Ley 19.886 art. 13 ter.
/// @dev A window includes its last second. The authority's silence ends the procedure without effect; the supplier's silence forgoes its step.
library DueProcess {
    enum Stage {
        None,
        Defence,
        Decision,
        Appealable,
        Review,
        Final,
        Extinguished
    }

    /// @dev One slot. `upheld` is what the last decision said.
    struct Course {
        uint40 noticedAt;
        uint40 defendedAt;
        uint40 decidedAt;
        uint40 appealedAt;
        uint40 reviewedAt;
        bool upheld;
    }

    /// @notice The stage that follows from the recorded steps and the clock.
    /// @param c The steps taken.
    /// @param p Windows of the contract.
    /// @param pausedAt When the last pause began; it lengthens the supplier's windows.
    /// @param time Now, unix seconds.
    function stageOf(
        Course memory c,
        Agreement.Annex calldata p,
        uint40 pausedAt,
        uint256 time
    ) internal pure returns (Stage) {
        if (c.noticedAt == 0) return Stage.None;
        if (c.reviewedAt != 0) return c.upheld ? Stage.Final : Stage.Extinguished;
        if (c.appealedAt != 0) {
            return time <= uint256(c.appealedAt) + p.reviewWindow ? Stage.Review : Stage.Extinguished;
        }
        if (c.decidedAt != 0) {
            if (!c.upheld) return Stage.Extinguished;
            return time <= _until(c.decidedAt, p.appealWindow, pausedAt) ? Stage.Appealable : Stage.Final;
        }
        uint256 heardAt = c.defendedAt;
        if (heardAt == 0) {
            heardAt = _until(c.noticedAt, p.defenceWindow, pausedAt);
            if (time <= heardAt) return Stage.Defence;
        }
        return time <= heardAt + p.decisionWindow ? Stage.Decision : Stage.Extinguished;
    }

    /// @notice When an upheld decision became final: with the review, or with the last second of the appeal window.
    /// @dev Only meaningful in {Stage.Final}. A pause that began after the window may hide an earlier one that had lengthened it, of which nothing is
    /// remembered; it must take nothing back from the supplier, who then has the longest time that there could have been.
    function finalAt(Course memory c, Agreement.Annex calldata p, uint40 pausedAt) internal pure returns (uint256) {
        if (c.reviewedAt != 0) return c.reviewedAt;
        uint256 end = uint256(c.decidedAt) + p.appealWindow;
        return pausedAt > end ? end + PauseClock.PAUSE_TERM : PauseClock.extended(c.decidedAt, end, pausedAt);
    }

    function _until(uint40 start, uint32 window, uint40 pausedAt) private pure returns (uint256) {
        return PauseClock.extended(start, uint256(start) + window, pausedAt);
    }
}
