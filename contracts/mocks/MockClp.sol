// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice A peso token for tests, demo and local chains: anyone may mint, and an account may be blocked as issuers do.
contract MockClp is ERC20 {
    uint8 private immutable DECIMALS;
    mapping(address account => bool blocked) public isBlocked;

    error MockClp_Blocked(address account);

    constructor(uint8 decimals_) ERC20("Peso chileno de prueba", "tCLP") {
        DECIMALS = decimals_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setBlocked(address account, bool blocked) external {
        isBlocked[account] = blocked;
    }

    function decimals() public view override returns (uint8) {
        return DECIMALS;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!isBlocked[from], MockClp_Blocked(from));
        require(!isBlocked[to], MockClp_Blocked(to));
        super._update(from, to, amount);
    }
}
