// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Takes one per cent more from the sender than it was told to move.
contract SenderFeeToken is OddToken {
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (armed && from != address(0)) super._update(from, address(0), amount / 100);
    }
}
