// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Returns false instead of reverting, and moves nothing.
contract FalseToken is OddToken {
    function transfer(address to, uint256 amount) public override returns (bool) {
        return !armed && super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return !armed && super.transferFrom(from, to, amount);
    }
}
