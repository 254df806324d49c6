// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Benefit} from "../types/Benefit.sol";

/// @notice Where the request of a seat stands, and how long its subsidy can be used.
/// @dev Windows include their last second.
library BenefitClock {
    /// @notice The stage at `time`: the office's silence certifies, the reviewers' silence leaves its objection.
    /// @param window Seconds to object, and again to overrule.
    /// @param time Unix seconds.
    function stageOf(Benefit.Request memory r, uint32 window, uint256 time) internal pure returns (Benefit.Stage) {
        if (r.requestedAt == 0) return Benefit.Stage.None;
        if (r.certified) return Benefit.Stage.Certified;
        if (r.objectedAt != 0) {
            return time <= uint256(r.objectedAt) + window ? Benefit.Stage.Objected : Benefit.Stage.Refused;
        }
        return time <= uint256(r.requestedAt) + window ? Benefit.Stage.Pending : Benefit.Stage.Certified;
    }

    /// @notice The validity after a refused request: the household has what was left of it when it asked.
    /// @param until Last second of the validity when it asked.
    function extended(Benefit.Request memory r, uint32 window, uint40 until) internal pure returns (uint40) {
        return until + (r.objectedAt + window - r.requestedAt);
    }
}
