// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Appeal} from "../types/Appeal.sol";
import {Application} from "../types/Application.sol";
import {Call} from "../types/Call.sol";
import {Applications} from "./Applications.sol";

/// @notice What an appeal is at a time, and the slot that a corrected application clears.
library AppealRule {
    /// @notice The status at `time`: what nobody ruled on in its window is rejected (Ley 19.880 art. 65).
    /// @param window Seconds to rule, the last one included.
    /// @param time Unix seconds.
    function statusOf(Appeal.Record memory r, uint32 window, uint256 time) internal pure returns (Appeal.Status) {
        bool isSilent = r.ruling == Appeal.Status.Pending && time > uint256(r.filedAt) + window;
        return isSilent ? Appeal.Status.Rejected : r.ruling;
    }

    /// @notice Position in the list of the first slot that the key clears; the length of the list, if it clears none.
    /// @param listed The slots of the list, with their cutoffs.
    function firstCleared(
        uint256 key,
        uint16 size,
        Call.Seats[] memory listed
    ) internal pure returns (uint256 position) {
        for (; position < listed.length; ++position) {
            if (Applications.clears(key, listed[position].cutoff, size, listed[position].committees)) break;
        }
    }

    /// @notice Whether an application can be served: admitted, of one household, with a list that the call has.
    /// @param known Slots of the call.
    function isServable(Application.Leaf calldata application, uint256 known) internal pure returns (bool) {
        return application.eligible && application.size == 1 && Applications.isWellFormed(application.slots, known);
    }
}
