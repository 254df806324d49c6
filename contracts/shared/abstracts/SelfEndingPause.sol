// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ISelfEndingPause} from "../interfaces/ISelfEndingPause.sol";
import {PauseClock} from "../libraries/PauseClock.sol";
import {SharedErrors as Errors} from "../libraries/SharedErrors.sol";

/// @notice Storage and action of the self-ending pause; a contract puts `whenNotPaused` on what makes new obligations only.
abstract contract SelfEndingPause is ISelfEndingPause, AccessManaged {
    /// @inheritdoc ISelfEndingPause
    uint40 public pausedAt;

    modifier whenNotPaused() {
        _requireNotPaused();
        _;
    }

    /// @inheritdoc ISelfEndingPause
    function pause(bytes32 reason) external restricted {
        require(reason != 0, Errors.Pause_NoReason());
        uint256 notBefore = PauseClock.rearmAt(pausedAt);
        require(block.timestamp >= notBefore, Errors.Pause_NotRearmed(notBefore));
        pausedAt = uint40(block.timestamp);
        emit Paused(msg.sender, reason, block.timestamp + PauseClock.PAUSE_TERM);
    }

    function _requireNotPaused() internal view {
        uint40 began = pausedAt;
        require(!PauseClock.isOn(began, block.timestamp), Errors.Pause_On(uint256(began) + PauseClock.PAUSE_TERM));
    }
}
