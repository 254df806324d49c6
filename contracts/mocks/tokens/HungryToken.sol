// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Burns all the gas that a transfer receives.
contract HungryToken is OddToken {
    function _update(address from, address to, uint256 amount) internal override {
        uint256 burnt;
        while (armed) ++burnt;
        super._update(from, to, amount);
    }
}
