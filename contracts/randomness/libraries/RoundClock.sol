// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice The clock of a beacon: round 1 at genesis, then one round a period. Times in unix seconds, period in seconds, never 0.
library RoundClock {
    /// @notice When a round is signed, so that it can be known; 0 for round 0, which is none.
    function timeOf(uint64 round, uint256 genesis, uint256 period) internal pure returns (uint256) {
        return round == 0 ? 0 : genesis + (uint256(round) - 1) * period;
    }

    /// @notice The first round that is signed at `time` or later.
    /// @dev Wider than a round: whoever stores it narrows it with a check.
    function firstFrom(uint256 time, uint256 genesis, uint256 period) internal pure returns (uint256) {
        return time <= genesis ? 1 : (time - genesis + period - 1) / period + 1;
    }
}
