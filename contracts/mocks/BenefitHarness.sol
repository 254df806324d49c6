// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AppealRule} from "../housing/libraries/AppealRule.sol";
import {BenefitClock} from "../housing/libraries/BenefitClock.sol";
import {OccupancyRule} from "../housing/libraries/OccupancyRule.sol";
import {Appeal} from "../housing/types/Appeal.sol";
import {Application} from "../housing/types/Application.sol";
import {Benefit} from "../housing/types/Benefit.sol";
import {Call} from "../housing/types/Call.sol";

/// @notice Asks the rules of benefits, appeals and occupancy about many cases at once.
contract BenefitHarness {
    struct Used {
        Benefit.Request request;
        uint32 window;
        uint40 until;
        uint256 time;
    }

    struct Ruled {
        Appeal.Record record;
        uint32 window;
        uint256 time;
    }

    /// @dev `offers` are the slots of the call.
    struct Corrected {
        Application.Leaf application;
        uint256 key;
        Call.Seats[] offers;
    }

    function stages(Used[] calldata cases) external pure returns (Benefit.Stage[] memory answers) {
        answers = new Benefit.Stage[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            answers[i] = BenefitClock.stageOf(cases[i].request, cases[i].window, cases[i].time);
        }
    }

    function validities(Used[] calldata cases) external pure returns (uint40[] memory answers) {
        answers = new uint40[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            answers[i] = BenefitClock.extended(cases[i].request, cases[i].window, cases[i].until);
        }
    }

    function rulings(Ruled[] calldata cases) external pure returns (Appeal.Status[] memory answers) {
        answers = new Appeal.Status[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            answers[i] = AppealRule.statusOf(cases[i].record, cases[i].window, cases[i].time);
        }
    }

    /// @return answers Position of the first slot cleared, the length of the list for none, or the largest number if it cannot be served.
    function cleared(Corrected[] calldata cases) external pure returns (uint256[] memory answers) {
        answers = new uint256[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            Corrected calldata c = cases[i];
            answers[i] = type(uint256).max;
            if (!AppealRule.isServable(c.application, c.offers.length)) continue;
            uint16[] calldata slots = c.application.slots;
            Call.Seats[] memory listed = new Call.Seats[](slots.length);
            for (uint256 k; k < slots.length; ++k) listed[k] = c.offers[slots[k]];
            answers[i] = AppealRule.firstCleared(c.key, c.application.size, listed);
        }
    }

    function duties(uint40[] calldata usedAt) external pure returns (uint256[] memory answers) {
        answers = new uint256[](usedAt.length);
        for (uint256 i; i < usedAt.length; ++i) answers[i] = OccupancyRule.dutyUntil(usedAt[i]);
    }
}
