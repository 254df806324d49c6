// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";
import {TenderErrors as Errors} from "./TenderErrors.sol";

/// @notice The hashes of what a tender, a request or a framework publishes once and later calls pass along: of the words, as `abi.encode` gives them.
library TenderHash {
    uint256 private constant CALL_BYTES = 13 * 32;
    uint256 private constant RULES_BYTES = (3 + 4 + 8 * 5) * 32;
    uint256 private constant PANEL_BYTES = 15 * 32;
    uint256 private constant CONTRACT_BYTES = 30 * 32;
    uint256 private constant SHARE_BYTES = 4 * 32;
    /// @dev Place of the inspector and, behind it, of the substitute among the words of {Tender.Contract}.
    uint256 private constant INSPECTOR_AT = 6 * 32;

    /// @notice The hash of the rules of the award.
    function hashOf(Tender.Rules calldata rules) internal pure returns (bytes32 hash) {
        uint256 size = RULES_BYTES;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, rules, size)
            hash := keccak256(words, size)
        }
    }

    /// @notice The hash of the panel.
    function hashOf(Tender.Panel calldata panel) internal pure returns (bytes32 hash) {
        uint256 size = PANEL_BYTES;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, panel, size)
            hash := keccak256(words, size)
        }
    }

    /// @notice The hash of everything that the contract to come depends on: the call, its terms and its schedule, one after another.
    function hashOf(
        Tender.Call calldata c,
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule
    ) internal pure returns (bytes32 hash) {
        uint256 callSize = CALL_BYTES;
        uint256 termsSize = CONTRACT_BYTES;
        uint256 scheduleSize = schedule.length * SHARE_BYTES;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, c, callSize)
            calldatacopy(add(words, callSize), contractTerms, termsSize)
            calldatacopy(add(add(words, callSize), termsSize), schedule.offset, scheduleSize)
            hash := keccak256(words, add(add(callSize, termsSize), scheduleSize))
        }
    }

    /// @notice The hash of contract terms and schedule, one after another.
    /// @param anyInspector Whether inspector and substitute are left out: each body that orders under a framework names its own.
    function hashOf(
        Tender.Contract calldata contractTerms,
        Tender.Share[] calldata schedule,
        bool anyInspector
    ) internal pure returns (bytes32 hash) {
        uint256 termsSize = CONTRACT_BYTES;
        uint256 scheduleSize = schedule.length * SHARE_BYTES;
        uint256 place = INSPECTOR_AT;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, contractTerms, termsSize)
            if anyInspector {
                mstore(add(words, place), 0)
                mstore(add(add(words, place), 0x20), 0)
            }
            calldatacopy(add(words, termsSize), schedule.offset, scheduleSize)
            hash := keccak256(words, add(termsSize, scheduleSize))
        }
    }

    /// @notice Checks that what a caller passes is what the tender published.
    function requireSame(bytes32 id, bytes32 given, bytes32 expected) internal pure {
        require(given == expected, Errors.Tender_TermsMismatch(id, given, expected));
    }
}
