// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Keeps one per cent of every transfer from what the recipient receives.
contract FeeToken is OddToken {
    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = armed && from != address(0) ? amount / 100 : 0;
        super._update(from, to, amount - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}
