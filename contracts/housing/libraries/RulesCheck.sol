// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {HousingRules} from "../types/HousingRules.sol";
import {HousingErrors as Errors} from "./HousingErrors.sol";

/// @notice What rules must be before a call publishes them, so that every household gets one answer and no score overflows.
library RulesCheck {
    uint256 internal constant MAX_ATTRIBUTES = 64;
    uint256 internal constant MAX_REQUIREMENTS = 64;
    uint256 internal constant MAX_CONDITIONS = 16;
    uint256 internal constant MAX_FACTORS = 64;
    uint256 internal constant MAX_BRACKETS = 32;
    uint256 internal constant MAX_RESERVES = 16;
    /// @notice Highest number that a set can hold, ten-thousandths.
    int64 internal constant MAX_OPTION = 255 * 10_000;

    /// @dev The lists, as errors number them.
    uint8 private constant ATTRIBUTES = 0;
    uint8 private constant REQUIREMENTS = 1;
    uint8 private constant FACTORS = 2;
    uint8 private constant RESERVES = 3;
    uint8 private constant CONDITIONS = 4;
    uint8 private constant BRACKETS = 5;

    /// @notice The hash of the rules: what a call freezes.
    function hashOf(HousingRules.Rules calldata rules) internal pure returns (bytes32) {
        return keccak256(abi.encode(rules));
    }

    /// @notice Checks everything that can be wrong with rules.
    ///
    /// Requirements: no list is too long, and attributes, requirements and factors are not empty; names are distinct and domains not empty;
    /// every condition names an attribute and can hold; weights, units and caps are not zero; brackets ascend and stay within the cap; the
    /// highest score fits 64 bits; the committee rule can be met; what is not used is zero, so that rules have one form and one hash.
    function requireValid(HousingRules.Rules calldata rules) internal pure {
        _requireAttributes(rules.attributes);
        _requireClauses(REQUIREMENTS, rules.requirements, rules.attributes, 1, MAX_REQUIREMENTS);
        _requireFactors(rules.factors, rules.attributes);
        _requireClauses(RESERVES, rules.reserves, rules.attributes, 0, MAX_RESERVES);
        _requireCommittee(rules.committee, rules.attributes.length);
    }

    function _requireCount(uint8 list, uint256 given, uint256 least, uint256 most) private pure {
        require(given >= least && given <= most, Errors.Rules_Count(list, given, least, most));
    }

    function _requireAttributes(HousingRules.Attribute[] calldata attributes) private pure {
        _requireCount(ATTRIBUTES, attributes.length, 1, MAX_ATTRIBUTES);
        for (uint256 i; i < attributes.length; ++i) {
            HousingRules.Attribute calldata a = attributes[i];
            require(a.name != 0 && a.least < a.most, Errors.Rules_Attribute(i));
            for (uint256 j; j < i; ++j) require(attributes[j].name != a.name, Errors.Rules_Attribute(i));
        }
    }

    function _requireClauses(
        uint8 list,
        HousingRules.Clause[] calldata clauses,
        HousingRules.Attribute[] calldata attributes,
        uint256 least,
        uint256 most
    ) private pure {
        _requireCount(list, clauses.length, least, most);
        for (uint256 i; i < clauses.length; ++i) {
            _requireCount(CONDITIONS, clauses[i].anyOf.length, 1, MAX_CONDITIONS);
            _requireConditions(list, i, clauses[i].anyOf, attributes);
        }
    }

    function _requireConditions(
        uint8 list,
        uint256 index,
        HousingRules.Condition[] calldata conditions,
        HousingRules.Attribute[] calldata attributes
    ) private pure {
        for (uint256 i; i < conditions.length; ++i) {
            require(_isValid(conditions[i], attributes), Errors.Rules_Condition(list, index, i));
        }
    }

    function _isValid(
        HousingRules.Condition calldata c,
        HousingRules.Attribute[] calldata attributes
    ) private pure returns (bool) {
        if (c.attribute >= attributes.length || c.other >= attributes.length) return false;
        bool isStraight = c.other == 0 && c.beyond == 0;
        if (c.test == HousingRules.Test.Range) return c.least <= c.most && c.set == 0 && (c.slope != 0 || isStraight);
        HousingRules.Attribute calldata a = attributes[c.attribute];
        bool isOption = a.whole && a.least >= 0 && a.most <= MAX_OPTION;
        return isOption && isStraight && c.set != 0 && c.least == 0 && c.most == 0 && c.slope == 0;
    }

    /// @dev The caps are summed, so that no vector of values can reach more.
    function _requireFactors(
        HousingRules.Factor[] calldata factors,
        HousingRules.Attribute[] calldata attributes
    ) private pure {
        _requireCount(FACTORS, factors.length, 1, MAX_FACTORS);
        uint256 total;
        for (uint256 i; i < factors.length; ++i) {
            HousingRules.Factor calldata f = factors[i];
            require(_isValid(f, attributes.length), Errors.Rules_Factor(i));
            _requireCount(CONDITIONS, f.when.length, 0, MAX_CONDITIONS);
            _requireConditions(FACTORS, i, f.when, attributes);
            if (f.kind == HousingRules.Kind.Brackets) _requireBrackets(i, f);
            total += uint256(f.cap) * f.weight;
        }
        uint256 most = type(uint64).max;
        require(total / BasisPoints.WHOLE <= most, Errors.Rules_Total(total / BasisPoints.WHOLE, most));
    }

    function _isValid(HousingRules.Factor calldata f, uint256 attributes) private pure returns (bool) {
        if (f.weight == 0 || f.weight > BasisPoints.WHOLE || f.cap == 0 || f.attribute >= attributes) return false;
        if (f.kind == HousingRules.Kind.PerUnit) {
            return f.unit != 0 && f.points != 0 && f.points <= f.cap && f.brackets.length == 0;
        }
        if (f.above != 0 || f.unit != 0 || f.points != 0) return false;
        return f.kind == HousingRules.Kind.Brackets || (f.attribute == 0 && f.brackets.length == 0);
    }

    /// @dev The first bracket may earn nothing, as any other; the cap is the highest of them.
    function _requireBrackets(uint256 index, HousingRules.Factor calldata f) private pure {
        _requireCount(BRACKETS, f.brackets.length, 1, MAX_BRACKETS);
        uint64 highest;
        for (uint256 i; i < f.brackets.length; ++i) {
            HousingRules.Bracket calldata b = f.brackets[i];
            require(i == 0 || b.from > f.brackets[i - 1].from, Errors.Rules_Bracket(index, i));
            if (b.points > highest) highest = b.points;
        }
        require(highest == f.cap, Errors.Rules_Factor(index));
    }

    /// @dev A group of members who are all in the low bracket meets every rule that passes.
    function _requireCommittee(HousingRules.Committee calldata c, uint256 attributes) private pure {
        bool isNone = c.attribute == 0 && c.low == 0 && c.high == 0 && c.lowBps == 0 && c.highBps == 0;
        bool isShare = c.lowBps != 0 && c.lowBps <= BasisPoints.WHOLE && c.highBps <= BasisPoints.WHOLE;
        bool isRule = c.attribute < attributes && c.fewest >= 2 && c.fewest <= c.most && c.low < c.high && isShare;
        require(c.most == 0 ? isNone && c.fewest == 0 : isRule, Errors.Rules_Committee());
    }
}
