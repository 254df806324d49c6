// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Bits of `Agreement.Milestone.flags`.
library MilestoneFlags {
    /// @notice The first delivery was reviewed: accepted, in whole or in part.
    uint8 internal constant REVIEWED = 1;
    /// @notice There is an `Agreement.Exception`.
    uint8 internal constant EXCEPTION = 2;
    /// @notice The receivable was assigned.
    uint8 internal constant ASSIGNED = 4;
    /// @notice Everything was paid or released.
    uint8 internal constant SETTLED = 8;
    /// @notice The whole delivery was objected to; it counts as none until it is delivered again or the supplier is paid for it.
    uint8 internal constant REJECTED = 16;
}
