// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Intake} from "../types/Intake.sol";
import {Applications} from "./Applications.sol";

/// @notice What the boards of the intake sign: digests that name the call, so that a report counts once and in one
/// place.
library IntakeReports {
    bytes32 internal constant ROLL = keccak256("erario.housing.roll");
    bytes32 internal constant RULING = keccak256("erario.housing.ruling");

    /// @notice Report of the board of the roll.
    /// @param isCorrection Whether it is the corrected one.
    function rollOf(bytes32 id, bool isCorrection, Intake.Roll calldata roll) internal pure returns (bytes32) {
        return keccak256(abi.encode(ROLL, id, isCorrection, roll));
    }

    /// @notice Report of the reviewers.
    /// @param number Of the ruling about the household in this call, from 1: none counts twice, nor after a later one.
    function rulingOf(bytes32 id, uint32 number, Intake.Ruling calldata ruling) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    RULING,
                    id,
                    number,
                    ruling.application.nullifier,
                    Applications.contentOf(id, 0, ruling.application),
                    ruling.isOut,
                    ruling.reason
                )
            );
    }
}
