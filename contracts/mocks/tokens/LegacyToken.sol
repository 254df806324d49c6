// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {LegacyDouble} from "./LegacyDouble.sol";

/// @notice A token with a second address that moves the same balances.
contract LegacyToken is ERC20 {
    /// @notice The second address.
    address public immutable DOUBLE;

    constructor() ERC20("Old", "OLD") {
        DOUBLE = address(new LegacyDouble(this));
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Moves on behalf of the second address.
    function move(address spender, address from, address to, uint256 amount) external returns (bool) {
        require(msg.sender == DOUBLE, ERC20InvalidSender(msg.sender));
        if (spender != from) _spendAllowance(from, spender, amount);
        _transfer(from, to, amount);
        return true;
    }
}
