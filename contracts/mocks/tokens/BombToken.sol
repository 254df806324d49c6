// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {OddToken} from "./OddToken.sol";

/// @notice Answers a transfer with a hundred thousand bytes, as a success or as a revert.
contract BombToken is OddToken {
    uint256 private constant BYTES = 100_000;

    /// @notice Whether the armed token reverts after all.
    bool public refuses;

    function setRefuses(bool refuses_) external {
        refuses = refuses_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        super.transfer(to, amount);
        if (!armed) return true;
        bool refused = refuses;
        // solhint-disable-next-line no-inline-assembly
        assembly {
            mstore(0, 1)
            if refused {
                revert(0, BYTES)
            }
            return(0, BYTES)
        }
    }
}
