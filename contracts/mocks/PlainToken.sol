// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice OpenZeppelin's ERC-20 with nothing added but minting: what the gas table is measured with.
contract PlainToken is ERC20 {
    constructor() ERC20("Peso", "CLP") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
