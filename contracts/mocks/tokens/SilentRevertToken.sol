// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Reverts without saying why.
contract SilentRevertToken is OddToken {
    function _update(address from, address to, uint256 amount) internal override {
        // solhint-disable-next-line gas-custom-errors
        if (armed) revert();
        super._update(from, to, amount);
    }
}
