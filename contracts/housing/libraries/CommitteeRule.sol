// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {HousingRules} from "../types/HousingRules.sol";

/// @notice The rule of group applications (comités): at least so many members in the low bracket, at most so many above it. Pure.
library CommitteeRule {
    /// @notice What is wrong with a group, in the order of the enum; None if nothing is. Shares are compared without division.
    /// @param brackets The bracket (tramo) of each member's household, ten-thousandths.
    function faultOf(
        HousingRules.Committee calldata rule,
        int64[] calldata brackets
    ) internal pure returns (HousingRules.CommitteeFault) {
        uint256 size = brackets.length;
        if (size < rule.fewest || size > rule.most || size == 0) return HousingRules.CommitteeFault.Size;
        uint256 low;
        for (uint256 i; i < size; ++i) {
            if (brackets[i] > rule.high) return HousingRules.CommitteeFault.AboveHigh;
            if (brackets[i] <= rule.low) ++low;
        }
        if (low * BasisPoints.WHOLE < size * rule.lowBps) return HousingRules.CommitteeFault.FewLow;
        if ((size - low) * BasisPoints.WHOLE > size * rule.highBps) return HousingRules.CommitteeFault.ManyHigh;
        return HousingRules.CommitteeFault.None;
    }
}
