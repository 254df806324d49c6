// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Refuses amounts above 96 bits.
contract Uint96Token is OddToken {
    error Uint96Token_TooLarge(uint256 amount);

    function _update(address from, address to, uint256 amount) internal override {
        require(from == address(0) || amount <= type(uint96).max, Uint96Token_TooLarge(amount));
        super._update(from, to, amount);
    }
}
