// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Reverts on every transfer while its issuer has paused it.
contract PausableToken is OddToken {
    error PausableToken_Paused();

    function _update(address from, address to, uint256 amount) internal override {
        require(!armed, PausableToken_Paused());
        super._update(from, to, amount);
    }
}
