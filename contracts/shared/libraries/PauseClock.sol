// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The clock of a pause that ends by itself, and what it adds to a window that was open meanwhile.
library PauseClock {
    /// @notice How long a pause lasts; nobody can lengthen it.
    uint40 internal constant PAUSE_TERM = 7 days;

    /// @notice How long after the end of a pause the next one may begin.
    uint40 internal constant REARM_AFTER = 30 days;

    /// @notice The longest window that a pause may extend.
    /// @dev With windows of at most `REARM_AFTER` two pauses never touch one window: a window that a pause ending at `e` has
    /// lengthened includes `e + REARM_AFTER` at the latest, and the next pause begins after that second. So the last pause is all
    /// that has to be remembered.
    uint40 internal constant LONGEST_WINDOW = REARM_AFTER;

    /// @notice Whether the pause that began at `pausedAt` (0: never) is on at `time`.
    function isOn(uint40 pausedAt, uint256 time) internal pure returns (bool) {
        return pausedAt != 0 && time < uint256(pausedAt) + PAUSE_TERM;
    }

    /// @notice The first second at which a new pause may begin.
    function rearmAt(uint40 pausedAt) internal pure returns (uint256) {
        return pausedAt == 0 ? 0 : uint256(pausedAt) + PAUSE_TERM + REARM_AFTER + 1;
    }

    /// @notice The last second of the window from `start` to `end`, lengthened by the part of the pause that fell into it.
    /// @param start First second of the window, unix seconds.
    /// @param end Its last second without a pause.
    /// @param pausedAt When the last pause began, 0 if there was none.
    function extended(uint256 start, uint256 end, uint40 pausedAt) internal pure returns (uint256) {
        uint256 resumes = uint256(pausedAt) + PAUSE_TERM;
        if (pausedAt == 0 || pausedAt > end || resumes <= start) return end;
        return end + resumes - (start > pausedAt ? start : pausedAt);
    }
}
