// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Tender} from "../types/Tender.sol";

/// @notice The hash of a contract to come, as a record publishes it once and later calls pass along.
library QuoteHash {
    uint256 private constant CONTRACT_BYTES = 30 * 32;
    uint256 private constant SHARE_BYTES = 4 * 32;
    /// @dev Place of the inspector and, behind it, of the substitute among the words of {Tender.Contract}.
    uint256 private constant INSPECTOR_AT = 6 * 32;

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
}
