// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {HousingRules} from "../types/HousingRules.sol";
import {EligibilityRules} from "./EligibilityRules.sol";

/// @notice What a household scores under the published factors. Pure.
library ScoreRules {
    using SafeCast for uint256;

    /// @notice What the rules say about a household.
    /// @param rules Rules that were checked at publication.
    /// @param values One per attribute, each in its domain; anything else is refused.
    function assess(
        HousingRules.Rules calldata rules,
        int64[] calldata values
    ) internal pure returns (HousingRules.Assessment memory assessment) {
        EligibilityRules.requireVector(rules.attributes, values);
        assessment.failed = EligibilityRules.firstFailed(rules.requirements, values);
        assessment.eligible = assessment.failed == rules.requirements.length;
        if (assessment.eligible) assessment.score = score(rules.factors, values);
    }

    /// @notice The weighted sum of the factors, rounded down once.
    /// @return Ten-thousandths of a point.
    function score(HousingRules.Factor[] calldata factors, int64[] calldata values) internal pure returns (uint64) {
        uint256 sum;
        for (uint256 i; i < factors.length; ++i) sum += pointsOf(factors[i], values) * factors[i].weight;
        return (sum / BasisPoints.WHOLE).toUint64();
    }

    /// @notice The points of a factor before its weight, at most its cap.
    /// @return Ten-thousandths of a point.
    function pointsOf(HousingRules.Factor calldata factor, int64[] calldata values) internal pure returns (uint256) {
        if (factor.when.length != 0 && !EligibilityRules.anyHolds(factor.when, values)) return 0;
        if (factor.kind == HousingRules.Kind.Flat) return factor.cap;
        int256 value = values[factor.attribute];
        uint256 points;
        if (factor.kind == HousingRules.Kind.PerUnit) {
            if (value <= factor.above) return 0;
            points = (uint256(value - factor.above) / factor.unit) * factor.points; // below 2^65 * 2^64
        } else {
            points = _bracketPoints(factor.brackets, value);
        }
        return points < factor.cap ? points : factor.cap;
    }

    /// @dev The points of the last bracket that begins at or below the value.
    function _bracketPoints(HousingRules.Bracket[] calldata brackets, int256 value) private pure returns (uint64) {
        for (uint256 i = brackets.length; i != 0; --i) {
            if (value >= brackets[i - 1].from) return brackets[i - 1].points;
        }
        return 0;
    }
}
