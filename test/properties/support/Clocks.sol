// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {CourtWindows} from "../../../contracts/procurement/libraries/CourtWindows.sol";
import {DisputeClock} from "../../../contracts/procurement/libraries/DisputeClock.sol";
import {TermsCheck} from "../../../contracts/procurement/libraries/TermsCheck.sol";
import {Agreement} from "../../../contracts/procurement/types/Agreement.sol";
import {DueProcess} from "../../../contracts/shared/libraries/DueProcess.sol";

/// @notice Lends calldata to library functions that read an annex from it.
contract Clocks {
    using TermsCheck for Agreement.Terms;
    using TermsCheck for Agreement.Annex;
    using TermsCheck for Agreement.MilestoneTerms[];

    function courseStage(
        DueProcess.Course memory course,
        Agreement.Annex calldata annex,
        uint40 pausedAt,
        uint256 time
    ) external pure returns (DueProcess.Stage) {
        return DueProcess.stageOf(course, CourtWindows.windowsOf(annex), pausedAt, time);
    }

    function disputeStage(
        uint40 openedAt,
        bool resolved,
        Agreement.Annex calldata annex,
        uint256 time
    ) external pure returns (DisputeClock.Stage) {
        return DisputeClock.stageOf(openedAt, resolved, annex, time);
    }

    function idOf(Agreement.Terms calldata terms) external pure returns (bytes32) {
        return terms.idOf();
    }

    function annexHash(Agreement.Annex calldata annex) external pure returns (bytes32) {
        return annex.hashOf();
    }

    function scheduleHash(Agreement.MilestoneTerms[] calldata schedule) external pure returns (bytes32) {
        return schedule.hashOf();
    }
}
