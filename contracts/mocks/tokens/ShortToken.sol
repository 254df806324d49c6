// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Says that it moved the amount and moves half of it.
contract ShortToken is OddToken {
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, armed && from != address(0) ? amount / 2 : amount);
    }
}
