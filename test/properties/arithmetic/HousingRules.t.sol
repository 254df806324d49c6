// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {HousingRulesHarness} from "../../../contracts/mocks/HousingRulesHarness.sol";
import {HousingErrors} from "../../../contracts/housing/libraries/HousingErrors.sol";
import {HousingRules} from "../../../contracts/housing/types/HousingRules.sol";
import {Property} from "../support/Property.sol";

/// @notice Scores of checked rules: they never overflow, never pass their caps, and more of what earns never earns less.
contract HousingRulesTest is Property {
    HousingRulesHarness private immutable HARNESS = new HousingRulesHarness();

    function testFuzz_theHighestRulesGiveTheHighestScoreAndNoMore(uint256 word, int64 value) public view {
        HousingRules.Rules memory rules = _rules(4);
        for (uint256 i; i < 4; ++i) {
            rules.factors[i].kind = HousingRules.Kind.PerUnit;
            (rules.factors[i].unit, rules.factors[i].above) = (1, type(int64).min);
            rules.factors[i].points = _bound64(uint256(keccak256(abi.encode(word, i))), 1, rules.factors[i].cap);
        }
        int64[] memory values = _one(value);
        HARNESS.check(rules);
        uint64 score = HARNESS.assess(rules, values).score;
        VM.assertLe(score, type(uint64).max - 3, "total of the caps");
        values[0] = type(int64).max;
        VM.assertEq(HARNESS.assess(rules, values).score, type(uint64).max - 3, "each cap is reached");
    }

    function testFuzz_aPointMoreThanFitsIsRefused(uint64 excess) public {
        HousingRules.Rules memory rules = _rules(4);
        excess = _bound64(excess, 4, type(uint64).max >> 2);
        rules.factors[0].cap += excess;
        uint256 total = uint256(type(uint64).max) - 3 + excess;
        VM.expectRevert(abi.encodeWithSelector(HousingErrors.Rules_Total.selector, total, type(uint64).max));
        HARNESS.check(rules);
    }

    function testFuzz_moreOfWhatEarnsNeverEarnsLess(
        int64 one,
        int64 other,
        uint256 unitWord,
        uint256 pointsWord,
        uint256 weightWord,
        int64 above
    ) public view {
        HousingRules.Rules memory rules = _rules(1);
        HousingRules.Factor memory f = rules.factors[0];
        f.kind = HousingRules.Kind.PerUnit;
        (f.unit, f.above) = (_bound64(unitWord, 1, type(uint64).max), above);
        f.points = _bound64(pointsWord, 1, f.cap);
        f.weight = _bound16(weightWord, 1, 10_000);
        (int64 low, int64 high) = one < other ? (one, other) : (other, one);
        uint256 less = HARNESS.assess(rules, _one(low)).score;
        uint256 more = HARNESS.assess(rules, _one(high)).score;
        VM.assertLe(less, more, "value");
        f.points = _bound64(pointsWord, f.points, f.cap);
        VM.assertLe(more, HARNESS.assess(rules, _one(high)).score, "points");
        VM.assertLe(HARNESS.assess(rules, _one(high)).score, f.cap, "cap");
    }

    function testFuzz_bracketsThatRiseAreNeverPassedFromBelow(
        int64 one,
        int64 other,
        uint256 boundWord,
        uint64 first
    ) public view {
        HousingRules.Rules memory rules = _rules(1);
        HousingRules.Factor memory f = rules.factors[0];
        f.kind = HousingRules.Kind.Brackets;
        int64 bound = int64(uint64(_bound(boundWord, 1, type(uint64).max)) ^ (1 << 63)); // above the lowest value
        f.brackets = new HousingRules.Bracket[](2);
        f.brackets[0] = HousingRules.Bracket({from: type(int64).min, points: _bound64(first, 0, f.cap)});
        f.brackets[1] = HousingRules.Bracket({from: bound, points: f.cap});
        HARNESS.check(rules);
        (int64 low, int64 high) = one < other ? (one, other) : (other, one);
        VM.assertLe(HARNESS.assess(rules, _one(low)).score, HARNESS.assess(rules, _one(high)).score, "monotone");
        VM.assertEq(HARNESS.assess(rules, _one(bound)).score, f.cap, "at the bound");
        VM.assertEq(HARNESS.assess(rules, _one(bound - 1)).score, f.brackets[0].points, "just below");
    }

    function testFuzz_aRisingLimitIsExactAndNeverOverflows(
        int64 value,
        int64 most,
        int64 further,
        int64 beyond,
        uint64 slope
    ) public view {
        HousingRules.Rules memory rules = _rules(1);
        rules.attributes = new HousingRules.Attribute[](2);
        rules.attributes[0] = _attribute("income");
        rules.attributes[1] = _attribute("members");
        HousingRules.Condition memory c = rules.requirements[0].anyOf[0];
        (c.most, c.other, c.beyond, c.slope) = (most, 1, beyond, slope | 1);
        int64[] memory values = new int64[](2);
        (values[0], values[1]) = (value, further);
        int256 rise = further > beyond ? (int256(further) - beyond) * int256(uint256(slope | 1)) : int256(0);
        bool expected = int256(value) * 10_000 <= int256(most) * 10_000 + rise;
        VM.assertTrue(HARNESS.assess(rules, values).eligible == expected, "exact");
    }

    /// @dev One attribute that may be anything, a requirement that always holds, and flat factors whose caps fill 64 bits but for three.
    function _rules(uint256 factors) private pure returns (HousingRules.Rules memory rules) {
        rules.attributes = new HousingRules.Attribute[](1);
        rules.attributes[0] = _attribute("income");
        rules.requirements = new HousingRules.Clause[](1);
        rules.requirements[0].anyOf = new HousingRules.Condition[](1);
        (rules.requirements[0].anyOf[0].least, rules.requirements[0].anyOf[0].most) = _everything();
        rules.factors = new HousingRules.Factor[](factors);
        for (uint256 i; i < factors; ++i) {
            (rules.factors[i].weight, rules.factors[i].cap) = (10_000, type(uint64).max >> 2);
        }
    }

    function _attribute(bytes32 name) private pure returns (HousingRules.Attribute memory attribute) {
        attribute.name = name;
        (attribute.least, attribute.most) = _everything();
    }

    function _everything() private pure returns (int64 least, int64 most) {
        return (type(int64).min, type(int64).max);
    }

    function _one(int64 value) private pure returns (int64[] memory values) {
        values = new int64[](1);
        values[0] = value;
    }

    function _bound64(uint256 word, uint256 least, uint256 most) private pure returns (uint64) {
        return uint64(_bound(word, least, most));
    }
}
