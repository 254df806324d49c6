// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Balances are shares times an index that the issuer moves up and down.
contract RebasingToken is OddToken {
    uint256 private constant ONE = 10_000;

    uint256 private _index = ONE;

    function rebase(uint256 index) external {
        _index = index;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return (super.balanceOf(account) * _index) / ONE;
    }

    /// @dev Moves the shares that the amount is worth, rounded down, as such tokens do.
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, (amount * ONE) / _index);
    }
}
