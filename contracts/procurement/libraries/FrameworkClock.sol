// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Framework} from "../types/Framework.sol";

/// @notice Where a framework and its call-offs stand; every window includes its last second.
library FrameworkClock {
    /// @notice Where a framework stands at `time`.
    function statusOf(Framework.Book memory b, uint256 time) internal pure returns (Framework.Status) {
        if (b.cancelled) return Framework.Status.Cancelled;
        if (b.closesAt == 0) return Framework.Status.Unknown;
        if (time <= b.closesAt) return Framework.Status.Offering;
        if (time <= b.opensBy) return Framework.Status.Opening;
        if (b.admitted < b.minimum) return Framework.Status.Unsuccessful;
        return time <= b.validUntil ? Framework.Status.Active : Framework.Status.Expired;
    }

    /// @notice Where a call-off stands at `time`.
    function statusOf(Framework.CallOff memory c, uint256 time) internal pure returns (Framework.OrderStatus) {
        if (c.outcome == Framework.Outcome.Contracted) return Framework.OrderStatus.Contracted;
        if (c.outcome == Framework.Outcome.Lapsed) return Framework.OrderStatus.Lapsed;
        if (c.calledAt == 0) return Framework.OrderStatus.Unknown;
        if (time <= c.objectionsBy) return Framework.OrderStatus.Objections;
        return time <= c.acceptBy ? Framework.OrderStatus.Acceptance : Framework.OrderStatus.Silent;
    }
}
