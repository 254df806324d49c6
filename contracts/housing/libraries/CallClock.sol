// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Call} from "../types/Call.sol";

/// @notice Where a call stands: one status at every second, and none comes back once it has passed.
library CallClock {
    /// @notice Least time between the last second at which an input can change and the moment at which the round is known.
    uint256 internal constant MARGIN = 24 hours;

    /// @notice How long the second beacon's round may be drawn; after it the call lapses.
    uint256 internal constant LAST_DRAW = 30 days;

    /// @notice The status at `time`, unix seconds.
    function statusOf(Call.Desk memory d, Call.Timetable memory t, uint256 time) internal pure returns (Call.Status) {
        if (d.office == 0) return Call.Status.Unknown;
        if (d.outcome != Call.Outcome.None) return Call.Status(uint8(Call.Status.Drawn) + uint8(d.outcome)); // same order in both
        if (d.drawn) return Call.Status.Drawn;
        if (time < t.opensAt) return Call.Status.Announced;
        if (time <= t.closesAt) return Call.Status.Intake;
        if (!d.anchored) return time <= t.receiptsBy ? Call.Status.Receipts : Call.Status.Overdue;
        if (!d.attested) return time <= t.rootBy ? Call.Status.Roots : Call.Status.Overdue;
        return _beforeSeed(d, t, time);
    }

    function _beforeSeed(Call.Desk memory d, Call.Timetable memory t, uint256 time) private pure returns (Call.Status) {
        if (time <= t.challengeBy) return Call.Status.Challenges;
        if (time <= t.answerBy) return Call.Status.Answers;
        if (time <= t.correctBy) return Call.Status.Correction;
        if (time <= t.recheckBy) return Call.Status.Recheck;
        if (time < t.fallbackFrom) return Call.Status.Sealed;
        return time <= d.seedBy ? Call.Status.Fallback : Call.Status.Overdue;
    }

    /// @notice Whether the office may still cancel: not after the inputs are final, for then it may know the round before others draw it.
    function isCancellable(Call.Desk memory d, Call.Timetable memory t, uint256 time) internal pure returns (bool) {
        return d.office != 0 && d.outcome == Call.Outcome.None && time <= t.recheckBy;
    }
}
