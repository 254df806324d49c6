// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AttributeSeal} from "../housing/libraries/AttributeSeal.sol";
import {CommitteeRule} from "../housing/libraries/CommitteeRule.sol";
import {EligibilityRules} from "../housing/libraries/EligibilityRules.sol";
import {RulesCheck} from "../housing/libraries/RulesCheck.sol";
import {ScoreRules} from "../housing/libraries/ScoreRules.sol";
import {HousingRules} from "../housing/types/HousingRules.sol";

/// @notice The rules of housing over many inputs at once, for the twins' differential tests and the properties.
contract HousingRulesHarness {
    struct Household {
        HousingRules.Rules rules;
        int64[] values;
    }

    struct Group {
        HousingRules.Committee rule;
        int64[] brackets;
    }

    struct Answer {
        HousingRules.Assessment assessment;
        uint256[] points;
        bool[] reserves;
    }

    struct Opening {
        bytes32 salt;
        int64[] values;
    }

    /// @return answers Of each household, after its rules were checked.
    function assessments(Household[] calldata cases) external pure returns (Answer[] memory answers) {
        answers = new Answer[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            HousingRules.Rules calldata rules = cases[i].rules;
            RulesCheck.requireValid(rules);
            answers[i].assessment = ScoreRules.assess(rules, cases[i].values);
            answers[i].points = new uint256[](rules.factors.length);
            for (uint256 j; j < rules.factors.length; ++j) {
                answers[i].points[j] = ScoreRules.pointsOf(rules.factors[j], cases[i].values);
            }
            answers[i].reserves = new bool[](rules.reserves.length + 1);
            for (uint256 j; j <= rules.reserves.length; ++j) {
                answers[i].reserves[j] = EligibilityRules.admits(rules, j, cases[i].values);
            }
        }
    }

    function groups(Group[] calldata cases) external pure returns (HousingRules.CommitteeFault[] memory faults) {
        faults = new HousingRules.CommitteeFault[](cases.length);
        for (uint256 i; i < cases.length; ++i) faults[i] = CommitteeRule.faultOf(cases[i].rule, cases[i].brackets);
    }

    function seals(Opening[] calldata cases) external pure returns (bytes32[] memory results) {
        results = new bytes32[](cases.length);
        for (uint256 i; i < cases.length; ++i) results[i] = AttributeSeal.seal(cases[i].salt, cases[i].values);
    }

    function check(HousingRules.Rules calldata rules) external pure {
        RulesCheck.requireValid(rules);
    }

    function hashOf(HousingRules.Rules calldata rules) external pure returns (bytes32) {
        return RulesCheck.hashOf(rules);
    }

    function assess(
        HousingRules.Rules calldata rules,
        int64[] calldata values
    ) external pure returns (HousingRules.Assessment memory) {
        return ScoreRules.assess(rules, values);
    }

    function admits(
        HousingRules.Rules calldata rules,
        uint256 reserve,
        int64[] calldata values
    ) external pure returns (bool) {
        return EligibilityRules.admits(rules, reserve, values);
    }

    /// @notice Opens a leaf's commitment and scores what it holds.
    function rescore(
        HousingRules.Rules calldata rules,
        bytes32 sealed_,
        bytes32 salt,
        int64[] calldata values
    ) external pure returns (HousingRules.Assessment memory) {
        AttributeSeal.requireOpens(sealed_, salt, values);
        return ScoreRules.assess(rules, values);
    }
}
