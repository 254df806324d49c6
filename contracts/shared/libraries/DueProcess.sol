// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {PauseClock} from "./PauseClock.sol";

/// @notice Notice, defence, decision, appeal, review: one course for whatever an authority imposes. Sources: Ley 19.886 art. 13 ter, Ley 19.880.
/// @dev A window includes its last second. The authority's silence ends the procedure without effect; the other side's silence forgoes its step.
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

    /// @notice How long each step may take, seconds.
    struct Windows {
        uint32 defence;
        uint32 decision;
        uint32 appeal;
        uint32 review;
    }

    /// @notice The stage that follows from the recorded steps and the clock.
    /// @param c The steps taken.
    /// @param w Windows of the steps.
    /// @param pausedAt When the last pause began, 0 if none counts; it lengthens the windows of whoever defends itself.
    /// @param time Now, unix seconds.
    function stageOf(Course memory c, Windows memory w, uint40 pausedAt, uint256 time) internal pure returns (Stage) {
        if (c.noticedAt == 0) return Stage.None;
        if (c.reviewedAt != 0) return c.upheld ? Stage.Final : Stage.Extinguished;
        if (c.appealedAt != 0) {
            return time <= uint256(c.appealedAt) + w.review ? Stage.Review : Stage.Extinguished;
        }
        if (c.decidedAt != 0) {
            if (!c.upheld) return Stage.Extinguished;
            return time <= _until(c.decidedAt, w.appeal, pausedAt) ? Stage.Appealable : Stage.Final;
        }
        uint256 heardAt = c.defendedAt;
        if (heardAt == 0) {
            heardAt = _until(c.noticedAt, w.defence, pausedAt);
            if (time <= heardAt) return Stage.Defence;
        }
        return time <= heardAt + w.decision ? Stage.Decision : Stage.Extinguished;
    }

    /// @notice When an upheld decision became final: with the review, or with the last second of the appeal window.
    /// @dev Only meaningful in {Stage.Final}. A pause that began after the window may hide an earlier one that had lengthened it, of which nothing is
    /// remembered; it must take nothing back from whoever defends itself, who then has the longest time that there could have been.
    function finalAt(Course memory c, Windows memory w, uint40 pausedAt) internal pure returns (uint256) {
        if (c.reviewedAt != 0) return c.reviewedAt;
        uint256 end = uint256(c.decidedAt) + w.appeal;
        return pausedAt > end ? end + PauseClock.PAUSE_TERM : PauseClock.extended(c.decidedAt, end, pausedAt);
    }

    function _until(uint40 start, uint32 window, uint40 pausedAt) private pure returns (uint256) {
        return PauseClock.extended(start, uint256(start) + window, pausedAt);
    }
}
