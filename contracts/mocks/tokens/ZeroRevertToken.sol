// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Refuses transfers of nothing.
contract ZeroRevertToken is OddToken {
    error ZeroRevertToken_ZeroValue();

    function _update(address from, address to, uint256 amount) internal override {
        require(amount != 0, ZeroRevertToken_ZeroValue());
        super._update(from, to, amount);
    }
}
