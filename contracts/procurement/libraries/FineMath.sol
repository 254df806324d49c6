// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";

/// @notice Fines for delay, computed from the days late and bounded in all. Source: Ley 19.886 art. 13 ter.
library FineMath {
    /// @notice Whole days late; a day that has begun does not count.
    /// @param dueAt Last second in time.
    /// @param deliveredAt When it was delivered, or now.
    function daysLate(uint256 dueAt, uint256 deliveredAt) internal pure returns (uint256) {
        return deliveredAt > dueAt ? (deliveredAt - dueAt) / 1 days : 0;
    }

    /// @notice The fine of a milestone, rounded down.
    /// @param amount Amount of the milestone, token units.
    /// @param bpsPerDay Fine per day, of that amount.
    /// @param lateDays Whole days late.
    /// @param price Price that bounds the fines, token units.
    /// @param capBps Bound of all fines, of the price.
    /// @param imposed Fines of the contract that stand or are pending, token units.
    /// @return Token units, never above what the bound leaves.
    function fine(
        uint128 amount,
        uint16 bpsPerDay,
        uint256 lateDays,
        uint128 price,
        uint16 capBps,
        uint128 imposed
    ) internal pure returns (uint128) {
        uint256 cap = BasisPoints.floor(price, capBps);
        if (imposed >= cap) return 0;
        uint256 accrued = (uint256(amount) * bpsPerDay * lateDays) / BasisPoints.WHOLE; // lateDays < 2^24 for uint40 times
        return uint128(accrued < cap - imposed ? accrued : cap - imposed);
    }
}
