// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {LegacyToken} from "./LegacyToken.sol";

/// @notice The second address of {LegacyToken}.
contract LegacyDouble {
    LegacyToken private immutable TOKEN;

    constructor(LegacyToken token) {
        TOKEN = token;
    }

    function balanceOf(address account) external view returns (uint256) {
        return TOKEN.balanceOf(account);
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return TOKEN.move(msg.sender, msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        return TOKEN.move(msg.sender, from, to, amount);
    }
}
