// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {HousingErrors as Errors} from "./HousingErrors.sol";
import {HousingRules} from "../types/HousingRules.sol";

/// @notice Which requirements of a call a household meets. Pure: rules that were checked at publication, and a vector of values.
library EligibilityRules {
    /// @dev One unit of every value and one point.
    int256 internal constant SCALE = 10_000;

    /// @notice Checks that the values are one per attribute and each in its domain.
    function requireVector(HousingRules.Attribute[] calldata attributes, int64[] calldata values) internal pure {
        require(values.length == attributes.length, Errors.Household_Count(values.length, attributes.length));
        for (uint256 i; i < values.length; ++i) {
            int64 value = values[i];
            bool inDomain = value >= attributes[i].least && value <= attributes[i].most;
            require(inDomain && (!attributes[i].whole || value % SCALE == 0), Errors.Household_Value(i));
        }
    }

    /// @notice Whether a condition holds. A rising limit is compared without division, so nothing is rounded.
    function holds(HousingRules.Condition calldata condition, int64[] calldata values) internal pure returns (bool) {
        int256 value = values[condition.attribute];
        if (condition.test == HousingRules.Test.OneOf) {
            // A negative number becomes a shift beyond every bit, which is no member.
            return (condition.set >> uint256(value / SCALE)) & 1 == 1;
        }
        if (value < condition.least) return false;
        int256 excess = value - condition.most;
        if (excess <= 0) return true;
        int256 units = int256(values[condition.other]) - condition.beyond;
        // Each factor is below 2^66.
        return units > 0 && excess * SCALE <= units * int256(uint256(condition.slope));
    }

    /// @notice Whether one of these conditions holds.
    function anyHolds(
        HousingRules.Condition[] calldata conditions,
        int64[] calldata values
    ) internal pure returns (bool) {
        for (uint256 i; i < conditions.length; ++i) {
            if (holds(conditions[i], values)) return true;
        }
        return false;
    }

    /// @notice The first requirement that does not hold, from 0; the number of requirements if all hold.
    function firstFailed(
        HousingRules.Clause[] calldata requirements,
        int64[] calldata values
    ) internal pure returns (uint256 index) {
        while (index < requirements.length && anyHolds(requirements[index].anyOf, values)) ++index;
    }

    /// @notice Whether a household may list the slots of a reserve.
    /// @param reserve 0 is open to all.
    function admits(
        HousingRules.Rules calldata rules,
        uint256 reserve,
        int64[] calldata values
    ) internal pure returns (bool) {
        uint256 count = rules.reserves.length;
        require(reserve <= count, Errors.Household_NoReserve(reserve, count));
        return reserve == 0 || anyHolds(rules.reserves[reserve - 1].anyOf, values);
    }
}
