// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice A token that behaves until its issuer arms it: what a token is on the day it is allowed says nothing about the next day.
abstract contract OddToken is ERC20 {
    /// @notice Whether the odd behaviour is on.
    bool public armed;

    constructor() ERC20("Odd", "ODD") {}

    function arm(bool armed_) external {
        armed = armed_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
