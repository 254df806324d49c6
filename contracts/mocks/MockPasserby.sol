// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice Anyone: an account without any role or part that tries calls in order and goes on where one is refused.
contract MockPasserby {
    /// @return done How many of the calls were not refused.
    function tryAll(address[] calldata targets, bytes[] calldata data) external returns (uint256 done) {
        for (uint256 i; i < targets.length; ++i) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, ) = targets[i].call(data[i]);
            if (success) ++done;
        }
    }
}
